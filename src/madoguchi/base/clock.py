"""The one place that reads the wall clock; everything else is told the time."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Gives the present moment, always with a time zone."""

JAPAN = ZoneInfo("Asia/Tokyo")
"""Japan Standard Time: opening hours, dates on paper and the terminal's files are in it."""


def now() -> datetime:
    """The present moment in Japan Standard Time, to the microsecond."""
    return datetime.now(UTC).astimezone(JAPAN)
