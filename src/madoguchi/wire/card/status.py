"""Status words of a card, by name (docs/protocol/card.md#status-words)."""

from enum import IntEnum
from typing import Final


class StatusWord(IntEnum):
    """The last two bytes of every answer. `63C0` to `63CF` carry a number: see `tries_left`."""

    DONE = 0x9000
    DATA_DAMAGED = 0x6281
    APPLICATION_LOCKED = 0x6283
    WRONG_WITHOUT_LIMIT = 0x6300
    WRONG = 0x63C0
    EXECUTION_ERROR = 0x6400
    MEMORY_FAILURE = 0x6581
    WRONG_LENGTH = 0x6700
    NO_SUCH_CHANNEL = 0x6881
    WRONG_KIND_OF_FILE = 0x6981
    NOT_ALLOWED = 0x6982
    LOCKED_ISO = 0x6983
    LOCKED = 0x6984
    CONDITIONS_NOT_MET = 0x6985
    NO_CURRENT_FILE = 0x6986
    NOT_FOUND = 0x6A82
    NO_RECORD = 0x6A83
    WRONG_PARAMETERS = 0x6A86
    NO_OBJECT = 0x6A88
    PAST_THE_END = 0x6B00
    NO_SUCH_INSTRUCTION = 0x6D00
    NO_SUCH_CLASS = 0x6E00
    FAILURE = 0x6F00

    def __str__(self) -> str:
        """Number and name."""
        return describe(self)


_LOCKED: Final = (StatusWord.LOCKED, StatusWord.LOCKED_ISO)


def tries_left(sw: int) -> int | None:
    """How many tries a secret has left by an answer about it; None where the answer says nothing of tries.

    Cards that follow JICSAP answer 6984 when a secret is locked; guides that quote the bare standard say 6983. Both mean 0.
    """
    if sw & 0xFFF0 == StatusWord.WRONG:
        return sw & 0xF
    return 0 if sw in _LOCKED else None


def describe(sw: int) -> str:
    """The number and the name, for logs and evidence: `6A82 NOT_FOUND`, `63C2 WRONG, 2 left`."""
    if sw & 0xFFF0 == StatusWord.WRONG:
        return f"{sw:04X} WRONG, {sw & 0xF} left"
    try:
        return f"{sw:04X} {StatusWord(sw).name}"
    except ValueError:
        return f"{sw:04X}"
