"""Where a user certificate stands on a day: none, notice, grace, ended (docs/protocol/certificates.md#card)."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal

Phase = Literal["none", "notice", "grace", "ended"]
"""Nothing to say; renewal is open; past its end but still taken for eligibility; not taken any more.

Revoked is no phase: only the authority knows it."""

NOTICE_MONTHS: Final = 3
GRACE_MONTHS: Final = 3


def phase(not_after: date, today: date, *, phone: bool = False) -> Phase:
    """The phase of a certificate whose last day, in Japan, is `not_after`. A telephone's has no grace."""
    if today > not_after:
        return "grace" if not phone and today <= last_day_of_grace(not_after) else "ended"
    return "notice" if today >= _months_before(not_after, NOTICE_MONTHS) else "none"


def last_day_of_grace(not_after: date) -> date:
    """The third month-end after the month of the end."""
    months = not_after.year * 12 + not_after.month - 1 + GRACE_MONTHS
    return _month_end(months)


def _months_before(day: date, months: int) -> date:
    """The same day some months earlier; where that month is too short, the first day after it."""
    end = _month_end(day.year * 12 + day.month - 1 - months)
    return end.replace(day=day.day) if day.day <= end.day else end + timedelta(days=1)


def _month_end(months: int) -> date:
    year, month = months // 12, months % 12 + 1
    return date(year, month, monthrange(year, month)[1])
