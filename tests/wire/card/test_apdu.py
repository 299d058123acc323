"""Commands and answers as bytes, short and extended, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.wire.card.apdu import Command, MalformedApdu, Response

BYTE = st.integers(0, 255)
COMMANDS = st.builds(
    Command, BYTE, BYTE, BYTE, BYTE, st.binary(max_size=600), st.none() | st.integers(1, 0x10000) | st.integers(1, 256)
)


@given(COMMANDS, st.booleans())
def test_a_command_comes_back_as_it_was(command: Command, extended: bool) -> None:  # noqa: FBT001 - drawn by chance
    assert command == Command.decode(command.encode(extended=extended))


@pytest.mark.parametrize(
    ("command", "written"),
    [
        (Command(0, 0x20, 0, 0x80), "00200080"),
        (Command(0, 0xB0, 0, 0, le=4), "00B0000004"),
        (Command(0, 0xB0, 0, 0, le=256), "00B0000000"),
        (Command(0, 0xB0, 0, 0, le=257), "00B00000000101"),
        (Command(0, 0xB0, 0, 0, le=65536), "00B00000000000"),
        (Command(0, 0xA4, 2, 0x0C, b"\x00\x18"), "00A4020C020018"),
        (Command(0x80, 0x2A, 0, 0x80, b"\x01", 256), "802A0080010100"),
        (Command(0, 0x88, 0, 0x99, b"\x41" * 256), "00880099000100" + "41" * 256),
        (Command(0, 0x88, 0, 0x99, b"\x41" * 256, 256), "00880099000100" + "41" * 256 + "0100"),
    ],
)
def test_the_forms_of_the_standard(command: Command, written: str) -> None:
    assert written == command.encode().hex().upper()


@given(st.binary(max_size=40))
def test_any_bytes_are_a_command_or_refused_and_no_two_readings_of_one_exist(raw: bytes) -> None:
    try:
        command = Command.decode(raw)
    except MalformedApdu:
        return

    assert raw in {command.encode(), command.encode(extended=True)}


@pytest.mark.parametrize(
    "raw", ["", "00", "002000", "0020008004010203", "00200080010203040500", "00B000000001", "00B0000000000241"]
)
def test_lengths_that_do_not_fit_are_refused(raw: str) -> None:
    with pytest.raises(MalformedApdu):
        Command.decode(bytes.fromhex(raw))


@pytest.mark.parametrize(
    "command", [Command(0, 0xB0, 0, 0, le=0), Command(0, 0xB0, 0, 0, le=65537), Command(0, 0, 0, 0, bytes(65536))]
)
def test_sizes_that_no_form_can_carry_are_refused(command: Command) -> None:
    with pytest.raises(MalformedApdu):
        command.encode()


@given(st.binary(max_size=300), st.integers(0, 0xFFFF))
def test_an_answer_comes_back_as_it_was(data: bytes, sw: int) -> None:
    assert Response(data, sw) == Response.decode(Response(data, sw).encode())


@pytest.mark.parametrize("raw", [b"", b"\x90"])
def test_less_than_a_status_is_no_answer(raw: bytes) -> None:
    with pytest.raises(MalformedApdu):
        Response.decode(raw)


def test_neither_shows_its_data_to_a_log() -> None:
    shown = f"{Command(0, 0x20, 0, 0x80, b'7351')!r} {Response(b'7351', 0x9000)!r}"

    assert "Command(00200080, 4 bytes, le=None) Response(4 bytes, 9000)" == shown
