import pytest

from madoguchi.replica.terminal.settings import Settings, SettingsRefused, as_text, parse

HERE = "9910000001"


def refused(text: str) -> str:
    with pytest.raises(SettingsRefused) as why:
        parse(text, HERE)
    return why.value.why


def test_what_is_written_is_read_again() -> None:
    assert Settings() == parse(as_text(Settings()), HERE)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("institution = ", "unreadable"),
        ('colour = "red"', "unknown"),
        ("far_seconds = true", "unknown"),
        ('institution = "1310000001"', "institution"),
        ('[folders]\nreq = "x"\nres = "X"', "folders-same"),
        ('[folders]\nface = "../face"', "folders-outside"),
        ('[folders]\nface = "/tmp"', "folders-outside"),
        ('passcode = "12"', "passcode"),
        ('certificate = "../other"', "certificate"),
        ("far_seconds = 0.0", "times"),
        ("poll_seconds = 1e9", "times"),
        ("face_room = 0", "room"),
    ],
)
def test_settings_that_cannot_be_used_say_why_in_a_word(text: str, why: str) -> None:
    assert why == refused(text)
