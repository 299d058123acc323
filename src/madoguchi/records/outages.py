"""Times in which eligibility cannot be seen: at most one is open, and every desk of the facility is in it."""

from datetime import datetime
from typing import Literal

import msgspec
import sqlalchemy as sa

from madoguchi.base.ids import new_id
from madoguchi.records.errors import RecordsError
from madoguchi.records.tables import outages as table

Ending = Literal["probe", "result", "hand"]
"""How it was seen to be over: a probe, a good result file, or somebody said so."""


class Outage(msgspec.Struct, frozen=True):
    """One outage: why (a code or a topic), since when, and how sure that was when it was opened."""

    id: str
    desk: str
    reason: str
    incident: str | None
    how_sure: str
    opened_at: datetime
    closed_at: datetime | None = None
    how: Ending | None = None


_CURRENT = sa.select(table).where(table.c.closed_at.is_(None)).order_by(table.c.opened_at.desc()).limit(1)
_ALL = sa.select(table).order_by(table.c.opened_at.desc(), table.c.id.desc())
_ONE = sa.select(table).where(table.c.id == sa.bindparam("wanted"))


def begin(  # noqa: PLR0913 - an outage begins with all of it
    connection: sa.Connection, desk: str, reason: str, at: datetime, *, incident: str | None, how_sure: str
) -> Outage:
    """A new outage; none is open."""
    begun = Outage(new_id(at), desk, reason, incident, how_sure, at)
    connection.execute(sa.insert(table), msgspec.structs.asdict(begun))
    return begun


def end(connection: sa.Connection, outage: str, at: datetime, how: Ending) -> Outage:
    """The outage, closed; one that was closed before stays as it was.

    Raises:
        RecordsError: `unknown-outage`.
    """
    there = load(connection, outage)
    if there.closed_at is not None:
        return there
    # A clock that was set back does not make it end before it began.
    closed = max(at, there.opened_at)
    connection.execute(sa.update(table).where(table.c.id == outage).values(closed_at=closed, how=how))
    return msgspec.structs.replace(there, closed_at=closed, how=how)


def load(connection: sa.Connection, outage: str) -> Outage:
    """One outage.

    Raises:
        RecordsError: `unknown-outage`.
    """
    found = connection.execute(_ONE, {"wanted": outage}).mappings().first()
    if found is None:
        raise RecordsError("unknown-outage")
    return Outage(**found)


def current(connection: sa.Connection) -> Outage | None:
    """The outage that is open, or None."""
    found = connection.execute(_CURRENT).mappings().first()
    return None if found is None else Outage(**found)


def every(connection: sa.Connection) -> list[Outage]:
    """All outages, the latest first."""
    return [Outage(**row) for row in connection.execute(_ALL).mappings()]
