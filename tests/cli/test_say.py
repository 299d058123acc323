import json

import pytest

from madoguchi.cli.say import complain, language, show, show_json
from madoguchi.desk.refusals import Refused


@pytest.mark.parametrize(("system", "spoken"), [("en_US.UTF-8", "en"), ("ja_JP.UTF-8", "ja"), ("C", "ja"), ("", "ja")])
def test_the_language_is_the_systems_if_it_is_english(monkeypatch: pytest.MonkeyPatch, system: str, spoken: str) -> None:
    monkeypatch.setenv("LC_ALL", system)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.delenv("LANG", raising=False)

    assert language() == spoken
    assert language("en") == "en"


def test_a_language_we_do_not_speak_is_refused() -> None:
    with pytest.raises(Refused, match="unknown-language"):
        language("xx")


def test_people_read_kanji_without_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    show("診察[しんさつ]です")

    assert capsys.readouterr().out == "診察です\n"


def test_json_stands_alone_on_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    show_json({"名": [1]})
    said = capfdbinary.readouterr()

    assert json.loads(said.out) == {"名": [1]}
    assert said.err == b""


def test_a_refusal_is_three_sentences_on_standard_error_and_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        complain("port-busy", "--port 1")
    said = capsys.readouterr()

    assert (end.value.code, said.out) == (2, "")
    assert len(said.err.splitlines()) == 4
