"""How a secret is presented to a card, counted and changed (docs/protocol/card.md#counters)."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from madoguchi.replica.card.card import Card, Form, Refusal, Secret, pick
from madoguchi.wire.card.apdu import Command
from madoguchi.wire.card.status import StatusWord

LONGEST: Final = 16
"""Bytes that VERIFY takes at most."""

_DONE: Final = StatusWord.DONE.to_bytes(2)
_NAMED: Final = 0x80
"""The second parameter: this bit, and a short name in the lower five; 0 there is the current file."""
_LONGEST_SHORT: Final = 0x1F
_LEFT: Final = tuple(bytes((0x63, 0xC0 | left)) for left in range(16))
"""Answers by the tries that are left."""

FORMS: Final[Mapping[Form, frozenset[int]]] = {
    "digits": frozenset(b"0123456789"),
    "sign-password": frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
}
"""Signs that a new secret may be made of."""

CHANGES: Final[Mapping[bytes, tuple[int, int]]] = {b"\x00\x24": (0x01, 0x80), b"\x80\x32": (0x00, 0x80)}
"""The two commands that change a secret, with their parameters; each application knows one of them or none."""


def _secret(card: Card, short: int) -> Secret:
    file = card.application.files.get(short) if short else card.file
    if isinstance(file, Secret):
        return file
    pick(card, short)  # refuses with its own reason where there is no file at all
    raise Refusal(StatusWord.WRONG_KIND_OF_FILE)


def verify(card: Card, command: Command) -> tuple[Card, bytes]:
    """A presented secret; or, in exactly four bytes, the question how many tries are left, which costs none."""
    short = command.p2 ^ _NAMED
    if command.p1 or short > _LONGEST_SHORT:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    secret = _secret(card, short)
    at = (card.application.id, secret.id)
    left = card.tries[at]
    given = command.data
    if not given and command.le is None:
        return card, _LEFT[left]
    if not 1 <= len(given) <= LONGEST:
        raise Refusal(StatusWord.WRONG_LENGTH)
    if not left:
        raise Refusal(StatusWord.LOCKED)
    if given == card.secrets.get(at):
        return replace(card, tries={**card.tries, at: secret.tries}, verified=card.verified | {secret.id}), _DONE
    return replace(card, tries={**card.tries, at: left - 1}, verified=card.verified - {secret.id}), _LEFT[left - 1]


def change(card: Card, command: Command) -> tuple[Card, bytes]:
    """A new value for the selected secret, after the old one was presented."""
    asked = bytes((command.cla, command.ins))
    if asked != card.application.change:
        raise Refusal(StatusWord.NO_SUCH_INSTRUCTION)
    if (command.p1, command.p2) != CHANGES[asked]:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    secret = _secret(card, 0)
    if secret.id not in card.verified:
        raise Refusal(StatusWord.NOT_ALLOWED)
    shortest, longest = secret.length
    if not shortest <= len(command.data) <= longest:
        raise Refusal(StatusWord.WRONG_LENGTH)
    if not FORMS[secret.form].issuperset(command.data):
        raise Refusal(StatusWord.CONDITIONS_NOT_MET)
    return replace(card, secrets={**card.secrets, (card.application.id, secret.id): command.data}), _DONE
