"""How a card's applications and files become current (docs/protocol/card.md#selecting)."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace

from madoguchi.replica.card.card import NOTHING, Card, Refusal
from madoguchi.wire.card.apdu import Command
from madoguchi.wire.card.status import StatusWord

_DONE: Final = StatusWord.DONE.to_bytes(2)
_QUIET: Final = (0x00, 0x0C)
"""Second parameters of SELECT: with and without file control information; this card gives none in either case."""
_LONGEST_NAME: Final = 16


def select(card: Card, command: Command) -> tuple[Card, bytes]:
    """SELECT, by the three first parameters that exist here."""
    way = SELECTIONS.get(command.p1)
    if way is None or command.p2 not in _QUIET:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    return way(card, command)


def _application(card: Card, command: Command) -> tuple[Card, bytes]:
    """By the whole name or the beginning of one; the first that fits in the card's order."""
    name = command.data
    if not 1 <= len(name) <= _LONGEST_NAME:
        raise Refusal(StatusWord.WRONG_LENGTH)
    for application in card.issued.applications:
        if application.aid.startswith(name):
            verified = card.verified if application.id == card.owner else NOTHING
            return replace(card, application=application, owner=application.id, file=None, verified=verified), _DONE
    raise Refusal(card.issued.refusal)


def _file(card: Card, command: Command) -> tuple[Card, bytes]:
    if len(command.data) != 2:
        raise Refusal(StatusWord.WRONG_LENGTH)
    file = card.application.files.get(int.from_bytes(command.data))
    if file is None:
        raise Refusal(StatusWord.NOT_FOUND)
    return replace(card, file=file), _DONE


def _root(card: Card, command: Command) -> tuple[Card, bytes]:
    """The master file cannot be reached: by its number it is not found; without a number nothing happens."""
    if command.data:
        raise Refusal(StatusWord.NOT_FOUND)
    if card.application is card.issued.applications[0]:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    return card, _DONE


SELECTIONS: Final[Mapping[int, Callable[[Card, Command], tuple[Card, bytes]]]] = {0x00: _root, 0x02: _file, 0x04: _application}
"""By P1. No other way to name a file works on this card."""
