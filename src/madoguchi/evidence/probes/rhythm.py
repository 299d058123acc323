"""Whether it is unusually quiet: the same hours of comparable days say what to expect at this one."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.catalogue.hours import is_holiday

BACK: Final = 8
"""Weeks that are looked back."""

LEAST_DAYS: Final = 3
"""Comparable days without which nothing is said."""

LEAST_SILENCE: Final = timedelta(minutes=30)

USUAL: Final = 0.9
"""Share of comparable days with a result in the same hours, from which a silence is unusual."""


class Silence(msgspec.Struct, frozen=True):
    """A silence beside what is usual: since when, comparable days, and on how many of them something came meanwhile."""

    since: datetime
    days: int
    busy: int

    @property
    def unusual(self) -> bool:
        """Whether something came in the same hours of nearly every comparable day."""
        return self.days >= LEAST_DAYS and self.busy >= USUAL * self.days

    @property
    def sure(self) -> float:
        """Laplace's rule for the next such day."""
        return (self.busy + 1) / (self.days + 2)


def silence(arrivals: Sequence[datetime], now: datetime) -> Silence | None:
    """How the silence up to now compares, or None where it is too short to speak of or nothing can be compared.

    Comparable is the same weekday of the past weeks, without public holidays and days on which nothing came at all; on a
    public holiday nothing is.
    """
    local = now.astimezone(JAPAN)
    if is_holiday(local.date()):
        return None
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    past = sorted(one.astimezone(JAPAN) for one in arrivals if one <= now)
    since = max(past[-1], midnight) if past else midnight
    if local - since < LEAST_SILENCE:
        return None
    begin, end = since - midnight, local - midnight
    days, busy = 0, 0
    for weeks in range(1, BACK + 1):
        day = midnight - timedelta(weeks=weeks)
        that_day = [one - day for one in past if day <= one < day + timedelta(days=1)]
        if that_day and not is_holiday(day.date()):
            days += 1
            busy += any(begin < one <= end for one in that_day)
    return Silence(since, days, busy) if days else None
