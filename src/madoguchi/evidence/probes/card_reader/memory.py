"""Card or reader? What this session remembers of other looks, and what follows (docs/protocol/card-reader.md#two-cards)."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Final

import msgspec

from madoguchi.evidence.probes.card_reader.findings import Part

WELL_WITHIN: Final = timedelta(minutes=10)
"""How long a look at another card still says something about the reader."""

CARDS: Final = 50
"""How many cards are remembered at most, the latest."""


class Told(msgspec.Struct, frozen=True):
    """Which part is at fault as far as other looks tell: the name of a sentence, its minutes, and how sure."""

    name: str
    part: Part
    sure: float
    minutes: int = 0


class _Fault(msgspec.Struct):
    at: datetime
    cards: int


class Memory:
    """Lives as long as the program and is written nowhere. Cards are hashes under a key of this session."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._key = secrets.token_bytes(32)
        self._good: dict[str, tuple[datetime, str]] = {}
        self._cards: dict[str, tuple[datetime, str]] = {}
        self._faults: dict[str, _Fault] = {}

    def mark(self, certificate: bytes) -> str:
        """What a card is called here: says nothing outside this session."""
        return hmac.new(self._key, certificate, hashlib.sha256).hexdigest()

    def good(self, reader: str, card: str, at: datetime) -> Told | None:
        """A card was read well. Where another had failed there just before, that tells about the other."""
        fault = self._faults.pop(reader, None)
        self._good[reader] = (at, card)
        if card:
            self._cards.pop(card, None)
            self._cards[card] = (at, reader)
            while len(self._cards) > CARDS:
                del self._cards[next(iter(self._cards))]
        recent = fault is not None and at - fault.at <= WELL_WITHIN
        return Told("other-was-at-fault", "card", 0.8) if recent and fault is not None and fault.cards == 1 else None

    def failed(self, reader: str, card: str, at: datetime, *, another: bool) -> Told:
        """A card could not be read.

        Args:
            reader: on which reader.
            card: its mark, where it was read that far.
            at: when.
            another: whether staff say that it is another card than the last one that failed here.
        """
        before = self._faults.get(reader)
        cards = before.cards + another if before is not None and at - before.at <= WELL_WITHIN else 1
        self._faults[reader] = _Fault(at, cards)
        if cards > 1:
            return Told("two-cards-failed", "reader", 0.85)
        seen, elsewhere = self._cards.get(card, (None, "")) if card else (None, "")
        if seen is not None and elsewhere != reader and at - seen <= WELL_WITHIN:
            return Told("good-elsewhere", "reader", 0.7)
        last = self._good.get(reader)
        if last is None or at - last[0] > WELL_WITHIN or (card and last[1] == card):
            return Told("undecided", "undecided", 0.5)
        minutes = int((at - last[0]) / timedelta(minutes=1))
        # A silent card does not say which it is: whether it is another one, only staff can tell.
        return (
            Told("another-was-good", "card", 0.8, minutes) if card or another else Told("one-was-good", "card", 0.65, minutes)
        )
