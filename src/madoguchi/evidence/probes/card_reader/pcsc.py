"""The computer's smart-card service as the probe needs it; the only module of the desk that loads a PC/SC library."""

from enum import IntEnum, IntFlag
from types import ModuleType
from typing import Any, Protocol


class Code(IntEnum):
    """What the service answers, with the numbers of PC/SC part 10 and winscard (docs/protocol/card-reader.md#found)."""

    GOOD = 0
    UNKNOWN_READER = 0x80100009
    SHARING_VIOLATION = 0x8010000B
    NO_CARD = 0x8010000C
    PROTOCOL_MISMATCH = 0x8010000F
    COMMUNICATION_FAILED = 0x80100013
    NOT_TRANSACTED = 0x80100016
    READER_UNAVAILABLE = 0x80100017
    NO_SERVICE = 0x8010001D
    SERVICE_STOPPED = 0x8010001E
    NO_READERS = 0x8010002E
    UNSUPPORTED_CARD = 0x80100065
    UNRESPONSIVE_CARD = 0x80100066
    UNPOWERED_CARD = 0x80100067
    RESET_CARD = 0x80100068
    REMOVED_CARD = 0x80100069


class State(IntFlag):
    """How a reader is."""

    UNKNOWN = 0x0004
    UNAVAILABLE = 0x0008
    EMPTY = 0x0010
    PRESENT = 0x0020
    EXCLUSIVE = 0x0080
    MUTE = 0x0200


class Service(Protocol):
    """The service. Each call answers a number, of which those in `Code` have a name; none of them raises."""

    def open(self) -> int:
        """Reach the service."""

    def readers(self) -> tuple[int, tuple[str, ...]]:
        """The names of the readers it knows."""

    def state(self, reader: str, /) -> tuple[int, int]:
        """How a reader is, as bits of `State`, without waiting."""

    def connect(self, reader: str, /) -> int:
        """Share the card that lies there."""

    def transmit(self, command: bytes, /) -> tuple[int, bytes]:
        """One command and its answer."""

    def disconnect(self) -> int:
        """Let the card go **and take its power**: only that makes a card forget what it was shown."""

    def close(self) -> int:
        """Let the service go."""


class Installed:
    """The service of this computer, by pyscard."""

    def __init__(self, scard: ModuleType) -> None:
        """Speak through pyscard's thin layer, which answers with numbers instead of exceptions."""
        self._scard: Any = scard
        self._context: Any = None
        self._card: Any = None
        self._protocol: Any = None

    def open(self) -> int:
        """Reach the service."""
        code, context = self._scard.SCardEstablishContext(self._scard.SCARD_SCOPE_USER)
        self._context = context if code == Code.GOOD else None
        return _plain(code)

    def readers(self) -> tuple[int, tuple[str, ...]]:
        """The names of the readers it knows."""
        code, names = self._scard.SCardListReaders(self._context, [])
        return _plain(code), tuple(names)

    def state(self, reader: str, /) -> tuple[int, int]:
        """How a reader is, without waiting."""
        asked = [(reader, self._scard.SCARD_STATE_UNAWARE)]
        code, states = self._scard.SCardGetStatusChange(self._context, 0, asked)
        return _plain(code), states[0][1] if code == Code.GOOD and states else 0

    def connect(self, reader: str, /) -> int:
        """Share the card that lies there."""
        either = self._scard.SCARD_PROTOCOL_T0 | self._scard.SCARD_PROTOCOL_T1
        code, card, protocol = self._scard.SCardConnect(self._context, reader, self._scard.SCARD_SHARE_SHARED, either)
        self._card, self._protocol = (card, protocol) if code == Code.GOOD else (None, None)
        return _plain(code)

    def transmit(self, command: bytes, /) -> tuple[int, bytes]:
        """One command and its answer."""
        code, answer = self._scard.SCardTransmit(self._card, self._protocol, list(command))
        return _plain(code), bytes(byte & 0xFF for byte in answer)

    def disconnect(self) -> int:
        """Let the card go and take its power."""
        if self._card is None:
            return Code.GOOD
        code = self._scard.SCardDisconnect(self._card, self._scard.SCARD_UNPOWER_CARD)
        self._card = None
        return _plain(code)

    def close(self) -> int:
        """Let the service go."""
        if self._context is None:
            return Code.GOOD
        code = self._scard.SCardReleaseContext(self._context)
        self._context = None
        return _plain(code)


def installed() -> Installed | None:
    """The service of this computer; None where pyscard, the extra `pcsc`, or the system's library is not installed."""
    try:
        from smartcard import scard  # noqa: PLC0415 - loaded by a press, never by a start
    except ImportError:
        return None
    return Installed(scard)


def _plain(code: int) -> int:
    """A code without sign: some systems give it as a negative number."""
    return code & 0xFFFFFFFF
