"""Surroundings for a look in a test: nothing but what the test names."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.probes.probe import Surroundings

MONDAY = datetime(2026, 11, 30, 10, 0, tzinfo=JAPAN)
"""A working day; 23 November before it is a holiday."""


class SetClock:
    """A clock that a test sets; it stands still otherwise."""

    def __init__(self, at: datetime = MONDAY) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def go(self, **by: float) -> None:
        """Let time pass."""
        self.at += timedelta(**by)


def around(data: Path = Path("nowhere"), clock: Callable[[], datetime] | None = None, **given: Any) -> Surroundings:
    return Surroundings(data, clock or SetClock(), **given)
