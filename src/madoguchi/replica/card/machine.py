"""The card as a pure machine: a card and a command give a card and an answer (docs/protocol/card.md#commands)."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace

from madoguchi.replica.card.card import NOTHING, Card, Refusal
from madoguchi.replica.card.presenting import change, verify
from madoguchi.replica.card.reading import get_data, read_binary, read_record
from madoguchi.replica.card.selecting import select
from madoguchi.replica.card.signing import answer_challenge, check_terminal, make_challenge, sign
from madoguchi.wire.card.apdu import Command, MalformedApdu
from madoguchi.wire.card.status import StatusWord

Handler = Callable[[Card, Command], tuple[Card, bytes]]

_REFUSED: Final = {word: word.to_bytes(2) for word in StatusWord}

HANDLERS: Final[Mapping[bytes, Handler]] = {
    b"\x00\x20": verify,
    b"\x00\x24": change,
    b"\x00\x84": make_challenge,
    b"\x00\x88": answer_challenge,
    b"\x00\xa4": select,
    b"\x00\xb0": read_binary,
    b"\x00\xb2": read_record,
    b"\x00\xca": get_data,
    b"\x80\x2a": sign,
    b"\x80\x32": change,
    b"\x80\xa2": check_terminal,
}
"""Class and instruction; what is not here is refused."""


def power_on(card: Card) -> Card:
    """The card with power: nothing presented, the first application current."""
    root = card.issued.applications[0]
    return replace(card, powered=True, application=root, owner=root.id, file=None, verified=NOTHING)


def power_off(card: Card) -> Card:
    """The card without power: it forgets what was presented, and keeps its counters."""
    return replace(power_on(card), powered=False)


def warm_reset(card: Card) -> Card:
    """The card after a reset that leaves the power on: what was presented stays until another application is selected."""
    return replace(card, application=card.issued.applications[0], file=None)


def step(card: Card, command: bytes) -> tuple[Card, bytes]:
    """The card after a command, and its answer. Any bytes may be sent; without power the answer is empty."""
    if not card.powered:
        return card, b""
    try:
        decoded = Command.decode(command)
        handler = HANDLERS.get(command[:2])
        return handler(card, decoded) if handler else (card, _REFUSED[_unknown(decoded.cla)])
    except Refusal as refusal:
        return card, _REFUSED[refusal.word]
    except MalformedApdu:
        return card, _REFUSED[StatusWord.WRONG_LENGTH]


def _unknown(cla: int) -> StatusWord:
    """Why a command is in no table: another channel (only 0 exists), an unknown class, or an unknown instruction."""
    if cla & 0x60 == 0x40 or (cla & 0x60 == 0 and cla & 0x03):
        return StatusWord.NO_SUCH_CHANNEL
    return StatusWord.NO_SUCH_INSTRUCTION if cla in (0x00, 0x80) else StatusWord.NO_SUCH_CLASS
