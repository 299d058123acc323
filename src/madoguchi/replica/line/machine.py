"""What the line decides about a name that is asked for and about a connection that comes in."""

from typing import Literal

import msgspec

from madoguchi.replica.line.settings import LONGEST_NAME, NAMES, TARGETS


class Asked(msgspec.Struct, frozen=True):
    """A name was asked for."""

    name: str


class Connected(msgspec.Struct, frozen=True):
    """Somebody connected to a door."""

    door: str


class Tell(msgspec.Struct, frozen=True):
    """Answer a question for a name: the door, or None where nothing has that name."""

    door: str | None


class Relay(msgspec.Struct, frozen=True):
    """Carry bytes both ways between this connection and a far service."""

    target: str


class Greet(msgspec.Struct, frozen=True):
    """Nothing lies behind this door; being there is all it does."""

    why: Literal["present"] = "present"


def step(event: Asked | Connected) -> Tell | Relay | Greet:
    """What to do about a question or a connection. The line remembers nothing."""
    if isinstance(event, Asked):
        name = event.name.strip().rstrip(".").lower()
        return Tell(NAMES.get(name) if len(name) <= LONGEST_NAME else None)
    return Relay(TARGETS[event.door]) if event.door in TARGETS else Greet()
