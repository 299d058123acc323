"""Whether a contact answers the telephone at a given moment, with Japan's public holidays."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.catalogue.model import Contact

DAYS: Final[tuple[str, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOK_AHEAD: Final = 15
"""Days searched for the next opening: longer than any run of holidays."""

Span = tuple[int, int]
"""Minutes after midnight: from, until. Until may be 1440, the end of the day."""


class OpenState(msgspec.Struct, frozen=True):
    """Whether somebody answers now; `known` is false where the hours were never told."""

    open: bool
    until: datetime | None = None
    opens: datetime | None = None
    known: bool = True


class HoursError(ValueError):
    """Opening hours that cannot be read; carries the piece that is wrong."""


def _days(text: str) -> Iterator[int]:
    for piece in text.replace("daily", "mon-sun").split(","):
        first, _, last = piece.strip().partition("-")
        if first not in DAYS or (last or first) not in DAYS:
            raise HoursError(piece)
        begin, end = DAYS.index(first), DAYS.index(last or first)
        if begin > end:
            raise HoursError(piece)
        yield from range(begin, end + 1)


def _minutes(text: str) -> int:
    hour, colon, minute = text.strip().partition(":")
    if not (colon and len(minute) == 2 and hour.isascii() and minute.isascii() and hour.isdigit() and minute.isdigit()):
        raise HoursError(text)
    value = int(hour) * 60 + int(minute)
    if int(minute) > 59 or value > 24 * 60:
        raise HoursError(text)
    return value


def _spans(text: str) -> Iterator[Span]:
    for piece in text.split(","):
        begin, _, end = piece.partition("-")
        span = _minutes(begin), _minutes(end)
        if span[0] >= span[1]:
            raise HoursError(piece)
        yield span


def week(hours: Mapping[str, str]) -> dict[int, tuple[Span, ...]]:
    """Opening spans per weekday (Monday is 0) from `{"mon-fri": "08:00-12:00,13:00-18:00"}`.

    Raises:
        HoursError: a day or a time that cannot be read, or a span that ends before it begins.
    """
    plan: dict[int, list[Span]] = {}
    for days, spans in hours.items():
        for day in _days(days):
            plan.setdefault(day, []).extend(_spans(spans))
    return {day: tuple(sorted(spans)) for day, spans in plan.items()}


@cache
def _holidays(year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415 - the slowest import of the product, and a quiet day never needs it

    return frozenset(holidays.country_holidays("JP", years=year))


def is_holiday(day: date) -> bool:
    """Whether a day is a public holiday in Japan, substitute holidays included."""
    return day in _holidays(day.year)


def open_now(contact: Contact, overrides: Mapping[str, str], at: datetime) -> OpenState:
    """Whether a contact answers at a moment, until when, or from when again.

    Args:
        contact: the built-in contact; its hours are of Japan.
        overrides: hours the facility knows better; where there are any they replace the built-in ones.
        at: the moment asked about, with a time zone.

    Raises:
        HoursError: hours that cannot be read.
    """
    plan = week(overrides or contact.hours)
    if not plan:
        return OpenState(open=False, known=False)
    local = at.astimezone(JAPAN)
    for ahead in range(LOOK_AHEAD):
        day = local.date() + timedelta(days=ahead)
        spans = plan.get(day.weekday(), ())
        if not spans or (is_holiday(day) and not contact.holidays):
            continue
        midnight = datetime.combine(day, time(), JAPAN)
        for begin, end in spans:
            opens, closes = midnight + timedelta(minutes=begin), midnight + timedelta(minutes=end)
            if opens <= local < closes:
                return OpenState(open=True, until=closes)
            if local < opens:
                return OpenState(open=False, opens=opens)
    return OpenState(open=False)
