"""What a card says of itself."""

import pytest

from madoguchi.wire.card.token_label import Certificates, Token, certificates, token


@pytest.mark.parametrize(
    ("label", "what"),
    [
        ("JPKIAPICCTOKEN2", Token.CARD),
        ("JPKIAPICCTOKEN", Token.OLD_CARD),
        ("JPKIAPGPSETOKEN", Token.ANDROID),
        ("JPKIAPIOSTOKEN", Token.IPHONE),
        ("SOMETHING", None),
        ("", None),
    ],
)
def test_a_label_is_known_with_its_blanks_and_what_follows(label: str, what: Token | None) -> None:
    assert [what, what] == [token(label.encode().ljust(32) + b"MAKER"), token(label.encode())]


def test_bytes_that_are_no_text_are_no_label() -> None:
    assert token(b"\xff" * 160) is None


def test_which_are_telephones() -> None:
    assert [Token.ANDROID, Token.IPHONE] == [one for one in Token if one.is_phone]
    assert ["CARD", "OLD_CARD", "ANDROID", "IPHONE"] == [str(one) for one in Token]


@pytest.mark.parametrize(
    ("content", "there"),
    [
        (b"\x8f\x8f\x00", Certificates(signature=True, user=True)),
        (b"\x00\x8f\x00", Certificates(signature=False, user=True)),
        (b"\x8f\x00", Certificates(signature=True, user=False)),
        (b"\x8f", None),
        (b"", None),
    ],
)
def test_which_certificates_there_are(content: bytes, there: Certificates | None) -> None:
    assert there == certificates(content)
