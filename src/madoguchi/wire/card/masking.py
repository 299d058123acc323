"""A command and its answer as a log may show them: who asked for what and how it went, and no byte of anybody's."""

from typing import Final

from madoguchi.wire.card.apdu import Command, MalformedApdu, Response
from madoguchi.wire.card.status import describe

_SELECT: Final = 0xA4


def masked_command(raw: bytes) -> str:
    """The header, the names that SELECT gives, and otherwise only how many bytes there were.

    Every instruction but SELECT may carry a secret, so that is the only one whose data is shown.
    """
    try:
        command = Command.decode(raw)
    except MalformedApdu:
        return f"malformed, {len(raw)} bytes"
    shown = f"{command.cla:02X} {command.ins:02X} {command.p1:02X} {command.p2:02X}"
    if command.data:
        shown += f" {command.data.hex().upper()}" if command.ins == _SELECT else f" ({len(command.data)} bytes)"
    return shown if command.le is None else f"{shown} le={command.le}"


def masked_answer(raw: bytes) -> str:
    """The status by its name, and how many bytes came before it."""
    try:
        answer = Response.decode(raw)
    except MalformedApdu:
        return "no answer"
    return f"({len(answer.data)} bytes) {describe(answer.sw)}" if answer.data else describe(answer.sw)
