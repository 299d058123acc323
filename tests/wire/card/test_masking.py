"""No byte of anybody's reaches a log."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.wire.card.apdu import Command, Response
from madoguchi.wire.card.masking import masked_answer, masked_command


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("00A4040C0AD392F000260100000001", "00 A4 04 0C D392F000260100000001"),
        ("0020008004" + b"7351".hex(), "00 20 00 80 (4 bytes)"),
        ("0024018004" + b"7351".hex(), "00 24 01 80 (4 bytes)"),
        ("8032008004" + b"7351".hex(), "80 32 00 80 (4 bytes)"),
        ("00200080", "00 20 00 80"),
        ("00B0000000", "00 B0 00 00 le=256"),
        ("0020008005" + b"7351".hex(), "malformed, 9 bytes"),
    ],
)
def test_a_command_shows_what_was_asked_and_not_with_which_secret(command: str, shown: str) -> None:
    assert shown == masked_command(bytes.fromhex(command))


@given(st.integers(0, 255).filter(lambda ins: ins != 0xA4), st.integers(1, 255))
def test_only_the_names_that_select_gives_are_shown(ins: int, size: int) -> None:
    shown = masked_command(Command(0, ins, 0, 0, b"\x5a" * size).encode())

    assert shown == f"00 {ins:02X} 00 00 ({size} bytes)"


def test_an_answer_shows_its_size_and_how_it_went() -> None:
    answers = [Response(b"7351", 0x9000).encode(), b"\x63\xc2", b"", b"\x90"]

    assert ["(4 bytes) 9000 DONE", "63C2 WRONG, 2 left", "no answer", "no answer"] == [masked_answer(one) for one in answers]
