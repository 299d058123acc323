"""What time itself does at the desk: screens change when something has stood long enough, forgotten incidents end."""

import heapq
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from madoguchi.desk.moments import ABANDONED, DONE, NOTICE, UNTOUCHED
from madoguchi.guide.state import State


class Publisher(Protocol):
    """Tells screens to draw themselves anew."""

    def publish(self, desk: str | None = None, screen: str | None = None) -> None:
        """Tell the screens of a desk (or of all), of one kind (or of all)."""


class Clockwork:
    """Tells screens at once what changed, and again at the moment when time alone changes them."""

    def __init__(self, live: Publisher) -> None:
        """`live` delivers to the screens."""
        self._live = live
        self._due: list[tuple[datetime, str, str]] = []
        self._lock = threading.Lock()

    def changed(self, before: State | None, after: State, at: datetime) -> None:
        """An incident stands differently: every screen that showed it or shows it now is told."""
        if after.practice:
            self._live.publish(None, "practice")
            return
        self._live.publish(None, "staff")
        for desk in {after.desk, before.desk if before else None} - {None}:
            self._live.publish(desk, "patient")
        if after.desk is not None:
            self._later(at + (DONE if after.status == "closed" else UNTOUCHED), after.desk, "patient")
        if after.status == "closed":
            self._later(at + DONE, "", "staff")

    def noticed(self, at: datetime) -> None:
        """Staff have something to be told; after a while it goes by itself."""
        self._live.publish(None, "staff")
        self._later(at + NOTICE, "", "staff")

    def resume(self, states: list[State]) -> None:
        """Take up the incidents that were open when the desk last stopped."""
        for state in states:
            if state.desk is not None:
                self._later(state.changed_at + UNTOUCHED, state.desk, "patient")

    def tick(self, now: datetime) -> None:
        """Tell the screens whose moment has come."""
        due: set[tuple[str, str]] = set()
        with self._lock:
            while self._due and self._due[0][0] <= now:
                _at, desk, screen = heapq.heappop(self._due)
                due.add((desk, screen))
        for desk, screen in sorted(due):
            self._live.publish(desk or None, screen)

    def _later(self, at: datetime, desk: str, screen: str) -> None:
        with self._lock:
            heapq.heappush(self._due, (at + _JUST_AFTER, desk, screen))


_JUST_AFTER = timedelta(milliseconds=1)


def abandon(states: list[State], close: Callable[[str], State], now: datetime) -> int:
    """Close every incident that nobody touched for half a day; the number of them."""
    forgotten = [state for state in states if now - state.changed_at >= ABANDONED]
    for state in forgotten:
        close(state.incident)
    return len(forgotten)
