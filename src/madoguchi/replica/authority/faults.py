"""What goes wrong at the authorities: wrappers round what they answer, declared in `faults.toml`."""

from collections.abc import Callable, Mapping
from typing import Final, NoReturn

import msgspec

from madoguchi.replica.authority.settings import FIRST


class Silent(Exception):  # noqa: N818 - a state of the authority, not a mistake
    """Nobody answers now."""


class Effects(msgspec.Struct, frozen=True):
    """What the authorities do outside their machine.

    `answers`: raises Silent where no question for a status is answered. `cards`: personas whose certificates are revoked beyond
    those in the book. `institution`: names of the institution's certificates that are revoked beyond those in the book.
    """

    answers: Callable[[], None]
    cards: Callable[[], frozenset[str]]
    institution: Callable[[], frozenset[str]]


def _nobody() -> NoReturn:
    raise Silent


REAL: Final = Effects(lambda: None, frozenset, frozenset)
"""Authorities without any fault."""

WRAPPERS: Final[Mapping[str, Callable[[Effects], Effects]]] = {
    "authority.status_jammed": lambda effects: msgspec.structs.replace(effects, answers=_nobody),
    "authority.status_down": lambda effects: msgspec.structs.replace(effects, answers=_nobody),
    "authority.card_revoked": lambda effects: msgspec.structs.replace(effects, cards=lambda: effects.cards() | {"adult"}),
    "authority.institution_revoked": lambda effects: msgspec.structs.replace(
        effects, institution=lambda: effects.institution() | {FIRST}
    ),
}
