"""Adding events to an incident, and reading incidents back as the fold of their events."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from madoguchi.base.clock import JAPAN
from madoguchi.guide.events import Event
from madoguchi.guide.state import HistoryError, State, fold
from madoguchi.records.errors import RecordsError
from madoguchi.records.tables import events as events_table
from madoguchi.records.tables import incidents as incidents_table
from madoguchi.records.tables import unindexed

UNFINISHED = ("open", "escalated")
"""The states in which an incident still asks for somebody."""

# Statements are built once: building one costs more than SQLite needs to carry it out.
_PUT = insert(incidents_table)
_PUT = _PUT.on_conflict_do_update(index_elements=["id"], set_={one.name: _PUT.excluded[one.name] for one in incidents_table.c})
_ADD = sa.insert(events_table)
_HISTORY = sa.select(events_table.c.body).where(events_table.c.incident == sa.bindparam("id")).order_by(events_table.c.number)


def _histories(*conditions: sa.ColumnElement[bool]) -> sa.Select[tuple[str, str]]:
    # Choosing by subquery and sorting later: asked to sort, SQLite walks every incident by time instead of the few chosen.
    chosen = sa.select(incidents_table.c.id).where(incidents_table.c.practice == sa.bindparam("practice"), *conditions)
    return (
        sa.select(events_table.c.incident, events_table.c.body)
        .where(events_table.c.incident.in_(chosen))
        .order_by(events_table.c.incident, events_table.c.number)
    )


_UNFINISHED = _histories(incidents_table.c.status.in_(UNFINISHED))
_UNFINISHED_FOR = _histories(
    incidents_table.c.status.in_(UNFINISHED),
    # Of one problem or desk there may be very many, of what is unfinished never.
    unindexed(incidents_table.c.problem) == sa.bindparam("problem"),
    unindexed(incidents_table.c.desk).is_not_distinct_from(sa.bindparam("desk")),
    incidents_table.c.changed_at >= sa.bindparam("since"),
)
_FIRST_OPENED = sa.select(sa.func.min(incidents_table.c.opened_at, type_=incidents_table.c.opened_at.type)).where(
    ~incidents_table.c.practice
)
_REMINDING = _histories(incidents_table.c.reminding)
_CLOSED_SINCE = _histories(incidents_table.c.closed_at >= sa.bindparam("since"))
_LAST_CLOSED = (
    sa.select(incidents_table.c.id)
    .where(
        incidents_table.c.practice == sa.bindparam("practice"),
        incidents_table.c.closed_at >= sa.bindparam("since"),
        unindexed(incidents_table.c.desk) == sa.bindparam("desk"),
    )
    .order_by(incidents_table.c.closed_at.desc(), incidents_table.c.id.desc())
    .limit(1)
)

_DECODER: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def append(connection: sa.Connection, incident: str, happened: Sequence[Event]) -> None:
    """Add events to an incident's history and bring its row up to date.

    Raises:
        ValueError: an event has no time zone.
        RecordsError: `unknown-incident` where the history does not begin with the incident's opening.
    """
    if any(event.at.tzinfo is None for event in happened):
        raise ValueError("an event needs a time zone")
    if not happened:
        return
    before = _history(connection, incident)
    added = [_stored(incident, number, event) for number, event in enumerate(happened, len(before) + 1)]
    connection.execute(_PUT, _row(incident, (*before, *(one["body"] for one in added))))
    connection.execute(_ADD, added)


def events(connection: sa.Connection, incident: str) -> list[Event]:
    """Everything that happened to an incident, in order; empty where there is no such incident."""
    return [_DECODER.decode(body) for body in _history(connection, incident)]


def _history(connection: sa.Connection, incident: str) -> tuple[str, ...]:
    return tuple(connection.execute(_HISTORY, {"id": incident}).scalars())


def load(connection: sa.Connection, incident: str) -> State | None:
    """The incident as it stands, or None where there is none of that name."""
    return _folded(_history(connection, incident))


def unfinished(connection: sa.Connection, *, practice: bool) -> list[State]:
    """Every incident that still asks for somebody, oldest first."""
    return _states(connection, _UNFINISHED, practice=practice)


def reminding(connection: sa.Connection, *, practice: bool) -> list[State]:
    """Every incident, closed or not, after which something must still be put back."""
    return _states(connection, _REMINDING, practice=practice)


def unfinished_for(
    connection: sa.Connection, desk: str | None, problem: str, since: datetime, *, practice: bool
) -> State | None:
    """The unfinished incident of this problem at this desk that last changed at or after `since`."""
    found = _states(connection, _UNFINISHED_FOR, practice=practice, problem=problem, desk=desk, since=since)
    return found[-1] if found else None


def closed_since(connection: sa.Connection, since: datetime, *, practice: bool) -> list[State]:
    """Incidents closed at or after `since`, oldest first."""
    return _states(connection, _CLOSED_SINCE, practice=practice, since=since)


def last_closed(connection: sa.Connection, desk: str, since: datetime, *, practice: bool) -> State | None:
    """The incident of a desk that was closed last, if that was at or after `since`."""
    found = connection.execute(_LAST_CLOSED, {"desk": desk, "since": since, "practice": practice}).scalar()
    return None if found is None else load(connection, found)


def _states(connection: sa.Connection, chosen: sa.Select[tuple[str, str]], **given: object) -> list[State]:
    found = connection.execute(chosen, given).all()
    histories = (tuple(row.body for row in rows) for _, rows in groupby(found, itemgetter(0)))
    states = (state for state in map(_folded, histories) if state is not None)
    return sorted(states, key=attrgetter("opened_at"))


@lru_cache(maxsize=2048)
def _folded(history: tuple[str, ...]) -> State | None:
    """Where an incident with this very history stands. The same history always stands the same, so it is folded once."""
    state: State | None = None
    for body in history:
        state = fold(state, _DECODER.decode(body))
    return state


def first_opened(connection: sa.Connection) -> datetime | None:
    """When the first incident was opened, practice apart."""
    return connection.execute(_FIRST_OPENED).scalar()


def _stored(incident: str, number: int, event: Event) -> dict[str, Any]:
    in_utc = msgspec.structs.replace(event, at=event.at.astimezone(UTC))
    return {
        "incident": incident,
        "number": number,
        "at": event.at,
        "type": type(event).__struct_config__.tag,
        "body": msgspec.json.encode(in_utc).decode(),
    }


def _row(incident: str, history: tuple[str, ...]) -> dict[str, object]:
    try:
        state = _folded(history)
    except HistoryError as error:
        raise RecordsError("unknown-incident") from error
    if state is None or state.incident != incident:
        raise RecordsError("unknown-incident")
    return {
        "id": state.incident,
        "problem": state.problem,
        "desk": state.desk,
        "source": state.source,
        "reader": state.reader,
        "practice": state.practice,
        "opened_at": state.opened_at,
        "changed_at": state.changed_at,
        "closed_at": state.closed_at,
        "day": state.opened_at.astimezone(JAPAN).date().isoformat(),
        "status": state.status,
        "how": state.how,
        "cause": state.cause,
        "way": state.way,
        "fixed_by": next((step for step, outcome in reversed(state.trace) if outcome == "fixed"), None),
        "reminding": bool(state.reminders),
    }
