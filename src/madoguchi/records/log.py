"""The log of incidents: filtered pages, rows for export, and counts for charts. Practice is never in it."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec
import sqlalchemy as sa

from madoguchi.base.clock import JAPAN
from madoguchi.records.tables import incidents, unindexed

PAGE = 50
"""Rows on one page of the log."""

CHUNK = 1000
"""Rows an export reads at a time."""


class LogFilter(msgspec.Struct, frozen=True):
    """What to list; an absent field lists everything. Days are Japan's, both included."""

    start: date | None = None
    end: date | None = None
    problem: str | None = None
    desk: str | None = None
    status: str | None = None
    how: str | None = None


class LogRow(msgspec.Struct, frozen=True):
    """One incident in the log; moments are in UTC."""

    incident: str
    problem: str
    desk: str | None
    source: str
    opened_at: datetime
    closed_at: datetime | None
    status: str
    how: str | None
    cause: str | None
    way: str | None
    fixed_by: str | None

    @property
    def minutes(self) -> float | None:
        """From opening to closing, None while it is not closed."""
        return None if self.closed_at is None else (self.closed_at - self.opened_at) / timedelta(minutes=1)


class LogPage(msgspec.Struct, frozen=True):
    """One page of the log: newest first, `total` rows on `pages` pages."""

    rows: tuple[LogRow, ...]
    total: int
    page: int
    pages: int


class Counts(msgspec.Struct, frozen=True):
    """How many incidents there were by day, problem, desk and ending; the last counts the unfinished as None."""

    days: tuple[tuple[date, int], ...]
    problems: tuple[tuple[str, int], ...]
    desks: tuple[tuple[str | None, int], ...]
    hows: tuple[tuple[str | None, int], ...]


def _desks() -> sa.Select[Any]:
    # SQLite has no skip scan for DISTINCT: it would walk every incident. One jump along the index per desk is written out.
    def next_after(*place: sa.ColumnElement[bool]) -> sa.Select[tuple[str | None]]:
        return sa.select(sa.func.min(incidents.c.desk).label("desk")).where(incidents.c.practice == sa.false(), *place)

    first = next_after(incidents.c.desk.is_not(None)).cte("found", recursive=True)
    then = next_after(incidents.c.desk > first.c.desk).scalar_subquery()
    found = first.union_all(sa.select(then).where(first.c.desk.is_not(None)))
    return sa.select(found.c.desk).where(found.c.desk.is_not(None))


_DESKS = _desks()
_EARLIEST, _LATEST = date(1900, 1, 1), date(9000, 1, 1)
"""Days people may type that no incident can lie beyond, and that moments can still be reckoned with."""

_COLUMNS = [incidents.c.id.label("incident"), *(incidents.c[name] for name in LogRow.__struct_fields__[1:])]


def page(connection: sa.Connection, wanted: LogFilter, number: int, size: int = PAGE) -> LogPage:
    """One page of the log; a number beyond the last page gives the last.

    Args:
        connection: the open database.
        wanted: what to list.
        number: the page, from 1.
        size: rows on a page.
    """
    conditions = _conditions(wanted)
    total = connection.execute(sa.select(sa.func.count()).select_from(incidents).where(*conditions)).scalar_one()
    pages = max(1, -(-total // size))
    number = min(max(1, number), pages)
    before = (number - 1) * size
    here = min(size, total - before)
    after = total - before - here
    # SQLite walks over everything that is left out: so it begins at the nearer end.
    if before <= after:
        found = list(connection.execute(_newest_first(conditions).limit(here).offset(before)).mappings())
    else:
        found = list(connection.execute(_oldest_first(conditions).limit(here).offset(after)).mappings())[::-1]
    return LogPage(tuple(LogRow(**row) for row in found), total, number, pages)


def rows_after(connection: sa.Connection, wanted: LogFilter, last: LogRow | None, size: int) -> list[LogRow]:
    """The next rows for an export, newest first; an export reads piece by piece so that it never holds up a writer."""
    conditions = _conditions(wanted)
    if last is not None:
        place = sa.tuple_(incidents.c.opened_at, incidents.c.id)
        conditions.append(place < sa.tuple_(sa.literal(last.opened_at, incidents.c.opened_at.type), last.incident))
    return [LogRow(**row) for row in connection.execute(_newest_first(conditions).limit(size)).mappings()]


def counts(connection: sa.Connection, wanted: LogFilter) -> Counts:
    """What the charts draw."""
    # One pass along the index that holds exactly these columns in this order; the sums are made of its few groups.
    columns = [incidents.c[name] for name in ("day", "problem", "desk", "status", "how")]
    found = connection.execute(
        sa.select(*columns, sa.func.count()).where(*_conditions(wanted, unindexed, _on_days)).group_by(*columns)
    ).all()
    days, problems, desks, hows = (_sums(found, place) for place in (0, 1, 2, 4))
    return Counts(
        days=tuple(sorted((date.fromisoformat(day), count) for day, count in days.items())),
        problems=_most_first(problems),
        desks=_most_first(desks),
        hows=_most_first(hows),
    )


def _sums(groups: Iterable[Any], place: int) -> Counter[Any]:
    sums: Counter[Any] = Counter()
    for group in groups:
        sums[group[place]] += group[-1]
    return sums


def _most_first(sums: Counter[Any]) -> tuple[tuple[Any, int], ...]:
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0] or "")))


def desks(connection: sa.Connection) -> list[str]:
    """Every desk that ever had an incident."""
    return list(connection.execute(_DESKS).scalars())


def _newest_first(conditions: list[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    return sa.select(*_COLUMNS).where(*conditions).order_by(incidents.c.opened_at.desc(), incidents.c.id.desc())


def _oldest_first(conditions: list[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    return sa.select(*_COLUMNS).where(*conditions).order_by(incidents.c.opened_at, incidents.c.id)


def _on_days(wanted: LogFilter) -> list[sa.ColumnElement[bool]]:
    """By the column the charts count by."""
    bounds = ((wanted.start, incidents.c.day.__ge__), (wanted.end, incidents.c.day.__le__))
    return [compared(day.isoformat()) for day, compared in bounds if day is not None]


def _between_moments(wanted: LogFilter) -> list[sa.ColumnElement[bool]]:
    """The same by the moment, which is also the order of a page: it is then read off one index, however long the log."""
    conditions = []
    if wanted.start is not None:
        conditions.append(incidents.c.opened_at >= _midnight(wanted.start))
    if wanted.end is not None:
        conditions.append(incidents.c.opened_at < _midnight(wanted.end) + timedelta(days=1))
    return conditions


def _midnight(day: date) -> datetime:
    return datetime.combine(min(max(day, _EARLIEST), _LATEST), time.min, JAPAN)


def _conditions(
    wanted: LogFilter,
    as_seen: Callable[[sa.Column[str]], sa.ColumnElement[str]] = lambda column: column,
    within: Callable[[LogFilter], list[sa.ColumnElement[bool]]] = _between_moments,
) -> list[sa.ColumnElement[bool]]:
    conditions = [incidents.c.practice == sa.false(), *within(wanted)]
    for name in ("problem", "desk", "status", "how"):
        value = getattr(wanted, name)
        if value is not None:
            conditions.append(as_seen(incidents.c[name]) == value)
    return conditions
