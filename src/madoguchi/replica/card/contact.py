"""A card as a reader meets it, and what may be wrong with the contact: each wrapper spoils one thing and passes on the rest."""

from collections.abc import Callable
from typing import Final, Protocol

from madoguchi.wire.card.status import StatusWord

_FAILURE: Final = StatusWord.FAILURE.to_bytes(2)


class Lying(Protocol):
    """A card that lies on a reader."""

    @property
    def atr(self) -> bytes:
        """How it answers to a reset."""

    def power(self, on: bool, /) -> None:  # noqa: FBT001 - a switch has two positions
        """Switch its power."""

    def reset(self) -> None:
        """Reset it without taking its power."""

    def transmit(self, command: bytes, /) -> bytes:
        """Its answer to a command; nothing where it does not hear."""


class Spoilt:
    """Passes everything on."""

    def __init__(self, card: Lying) -> None:
        """Lie between a card and its reader."""
        self._card = card

    @property
    def atr(self) -> bytes:
        """How the card answers to a reset."""
        return self._card.atr

    def power(self, on: bool, /) -> None:  # noqa: FBT001 - a switch has two positions
        """Switch the card's power."""
        self._card.power(on)

    def reset(self) -> None:
        """Reset the card without taking its power."""
        self._card.reset()

    def transmit(self, command: bytes, /) -> bytes:
        """The card's answer to a command."""
        return self._card.transmit(command)


class Spoken(Spoilt):
    """A card with another answer to a reset."""

    def __init__(self, card: Lying, atr: Callable[[bytes], bytes]) -> None:
        """Change the answer as told."""
        super().__init__(card)
        self._spoken = atr(card.atr)

    @property
    def atr(self) -> bytes:
        """The changed answer."""
        return self._spoken


class Pulled(Spoilt):
    """A card that leaves the reader after so many commands: from then on no answer comes, whatever is asked."""

    def __init__(self, card: Lying, after: int) -> None:
        """Leave after this many answers."""
        super().__init__(card)
        self._left = after

    def transmit(self, command: bytes, /) -> bytes:
        """An answer while it lies there."""
        if self._left <= 0:
            self._card.power(False)
            return b""
        self._left -= 1
        return super().transmit(command)


class Stuttering(Spoilt):
    """A card one of whose answers gets lost on the way, so that the reader reports success and nothing in it."""

    def __init__(self, card: Lying, after: int) -> None:
        """Lose the answer that follows this many others."""
        super().__init__(card)
        self._left = after

    def transmit(self, command: bytes, /) -> bytes:
        """The answer, but for one."""
        self._left -= 1
        answer = super().transmit(command)
        return b"" if self._left == -1 else answer


class FirstFails(Spoilt):
    """A card that answers 6F00 to the first command after power-on and is well afterwards."""

    def __init__(self, card: Lying) -> None:
        """Wait for the power."""
        super().__init__(card)
        self._first = True

    def power(self, on: bool, /) -> None:  # noqa: FBT001 - a switch has two positions
        """Switch the card's power."""
        super().power(on)
        self._first = self._first or not on

    def transmit(self, command: bytes, /) -> bytes:
        """A failure once, then the card's answers."""
        if self._first:
            self._first = False
            return _FAILURE
        return super().transmit(command)


class Failing(Spoilt):
    """A card that answers 6F00 when one of its applications is selected."""

    def __init__(self, card: Lying, aid: bytes) -> None:
        """Fail for the application of this name."""
        super().__init__(card)
        self._aid = aid

    def transmit(self, command: bytes, /) -> bytes:
        """The card's answer, or a failure."""
        named = command[:3] == b"\x00\xa4\x04" and len(command) > 5 and self._aid.startswith(command[5 : 5 + command[4]])
        return _FAILURE if named else super().transmit(command)


class Delayed(Spoilt):
    """A card that takes its time, as one over the air does."""

    def __init__(self, card: Lying, seconds: float, sleep: Callable[[float], None]) -> None:
        """Wait so long before every answer."""
        super().__init__(card)
        self._seconds = seconds
        self._sleep = sleep

    def transmit(self, command: bytes, /) -> bytes:
        """The card's answer, late."""
        self._sleep(self._seconds)
        return super().transmit(command)
