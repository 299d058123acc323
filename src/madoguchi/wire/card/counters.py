"""The question how many tries are left, which costs none, and what its answer says (docs/protocol/card.md#counters)."""

from typing import Final

import msgspec

from madoguchi.wire.card.apdu import Command
from madoguchi.wire.card.status import tries_left

QUESTION: Final = Command(0x00, 0x20, 0x00, 0x80)
"""Four bytes and nothing else: a byte of data behind them would be a try."""

USER_PIN_TRIES: Final = 3
NUMBER_B_TRIES: Final = 10
"""How many misses in a row lock the PIN of the user certificate, and 照合番号B."""


class Counter(msgspec.Struct, frozen=True):
    """How many tries are left of how many; `left` is None where the card did not say."""

    left: int | None
    limit: int

    @property
    def is_locked(self) -> bool:
        """Whether no try is left."""
        return self.left == 0

    @property
    def is_last(self) -> bool:
        """Whether the next miss locks it. A desk lets nobody take that try, nor one where nothing is known."""
        return self.left is None or self.left <= 1


def counter(sw: int, limit: int) -> Counter:
    """The counter by the status word of the answer to QUESTION."""
    return Counter(tries_left(sw), limit)
