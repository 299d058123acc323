"""The probe `other-desk`: whether a read went well elsewhere in the house, or fails at several desks."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, Protocol

from madoguchi.catalogue.model import Catalogue
from madoguchi.evidence.probes.probe import Link, Reading, Surroundings, unknown
from madoguchi.guide.state import State

RECENT: Final = timedelta(minutes=10)
"""How long one good read speaks for the way to the centre (a rule of the product)."""

SEVERAL: Final = 2
BEHIND: Final = frozenset({"line", "centre", "portal", "prescription"})
"""Stages that all desks share."""


class Reads(Protocol):
    """What the records tell of reads and failures."""

    def last_good(self) -> datetime | None:
        """When the last good result was seen."""

    def open_states(self, *, practice: bool = False) -> list[State]:
        """Every incident that is not closed."""

    def desks(self) -> list[str]:
        """Every desk that ever had an incident."""


class OtherDesk:
    """A face file names no desk.

    So a read counts as another desk's only where there are several desks, and where it came after the last of them began to
    fail: the desk in trouble has its hands full.
    """

    id = "other-desk"
    link: Link = "centre"
    every = timedelta(seconds=30)
    limit = timedelta(seconds=5)

    def __init__(self, records: Reads, catalogue: Catalogue) -> None:
        """Look into these records."""
        self._records = records
        self._catalogue = catalogue

    def look(self, surroundings: Surroundings) -> Reading:
        """Good after a read, down where several desks fail behind the terminal and none reads, unknown otherwise."""
        now, last = surroundings.clock(), self._records.last_good()
        failing = [state for state in self._records.open_states() if state.desk is not None and self._is_behind(state)]
        if len(self._records.desks()) < SEVERAL:
            return unknown(self.id, "alone")
        began = max((state.opened_at for state in failing), default=None)
        if last is not None and now - last <= RECENT and (began is None or last > began):
            minutes = int((now - last).total_seconds()) // 60
            return Reading(self.id, "good", "", "evidence-other-desk-good", {"minutes": minutes}, 0.7, last, {self.id: "good"})
        if len(desks := _desks(failing, now)) >= SEVERAL:
            said: dict[str, str | int | float] = {"count": len(desks)}
            return Reading(self.id, "down", str(len(desks)), "evidence-other-desk-down", said, 0.7, began, {self.id: "down"})
        return unknown(self.id, "nothing")

    def _is_behind(self, state: State) -> bool:
        return self._catalogue.problems[state.problem].stage in BEHIND


def _desks(failing: Sequence[State], now: datetime) -> set[str]:
    return {state.desk for state in failing if state.desk is not None and now - state.opened_at <= 3 * RECENT}
