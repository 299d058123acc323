"""A smart-card service that does not exist, for the faults of a reader that a virtual one cannot have.

It answers with the numbers of the real one (docs/protocol/card-reader.md#found) and keeps a list of what it was asked.
"""

from typing import Protocol

import msgspec

GOOD = 0
EMPTY, PRESENT, EXCLUSIVE, MUTE, UNAVAILABLE = 0x10, 0x20, 0x80, 0x200, 0x08


class Lying(Protocol):
    """A card on a reader."""

    def power(self, on: bool, /) -> None:  # noqa: FBT001 - a switch
        """Give or take its power."""

    def transmit(self, command: bytes, /) -> bytes:
        """The answer to one command."""


class Faults(msgspec.Struct, frozen=True):
    """What goes wrong.

    Attributes:
        calls: a number of the service in place of what a call gives: `{"open": 0x8010001D}`.
        bits: bits of the reader's state beside those that are true.
        dies_after: commands after which the service is gone.
        unplugged_after: commands after which the reader is gone.
        pulled_after: commands after which the card is gone: the next answer is empty, and the error comes one call later.
        resets: how often another program resets the card in the first command of a session.
    """

    calls: dict[str, int] = {}
    bits: int = 0
    dies_after: int | None = None
    unplugged_after: int | None = None
    pulled_after: int | None = None
    resets: int = 0


class FakePcsc:
    """Readers with cards on them, or without."""

    def __init__(self, readers: dict[str, Lying | None], faults: Faults = Faults()) -> None:  # noqa: B008 - a frozen value
        """Readers by name, each with the card that lies there."""
        self._readers = readers
        self._faults = faults
        self._card: Lying | None = None
        self._pulled = 0
        self._resets = faults.resets
        self.commands: list[bytes] = []
        self.calls: list[str] = []
        self.powered = False
        self.open_contexts = 0

    def open(self) -> int:
        """Reach the service."""
        code = self._code("open")
        self.open_contexts += code == GOOD
        return code

    def readers(self) -> tuple[int, tuple[str, ...]]:
        """The names of the readers."""
        code = self._code("readers")
        return code, tuple(self._readers) if code == GOOD and not self._unplugged() else ()

    def state(self, reader: str, /) -> tuple[int, int]:
        """How a reader is."""
        code = self._code("state")
        card = self._readers.get(reader)
        here = UNAVAILABLE if self._unplugged() else PRESENT if card is not None and not self._pulled else EMPTY
        return code, here | self._faults.bits

    def connect(self, reader: str, /) -> int:
        """Take the card on a reader."""
        code = self._code("connect")
        card = self._readers.get(reader)
        if code == GOOD and (card is None or self._pulled):
            return 0x8010000C
        if code == GOOD and card is not None:
            card.power(True)
            self._card, self.powered = card, True
        return code

    def transmit(self, command: bytes, /) -> tuple[int, bytes]:
        """One command and its answer."""
        code = self._code("transmit")
        self.commands.append(command)
        if code == GOOD and self._unplugged():
            code = 0x80100017
        if code == GOOD and self._resets:
            self._resets -= 1
            code = 0x80100068
        if code != GOOD or self._card is None:
            return code or 0x80100069, b""
        if self._faults.pulled_after is not None and len(self.commands) > self._faults.pulled_after:
            self._pulled += 1
            return (GOOD, b"") if self._pulled == 1 else (0x80100069, b"")
        return GOOD, self._card.transmit(command)

    def disconnect(self) -> int:
        """Let the card go and take its power."""
        if self._card is not None:
            self._card.power(False)
        self._card, self.powered = None, False
        return self._code("disconnect")

    def close(self) -> int:
        """Let the service go."""
        self.open_contexts = 0
        return self._code("close")

    def _code(self, call: str) -> int:
        self.calls.append(call)
        if self._faults.dies_after is not None and len(self.commands) >= self._faults.dies_after:
            return 0x8010001D
        return self._faults.calls.get(call, GOOD)

    def _unplugged(self) -> bool:
        return self._faults.unplugged_after is not None and len(self.commands) >= self._faults.unplugged_after
