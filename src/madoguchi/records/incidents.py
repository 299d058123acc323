"""Adding events to an incident, and reading incidents back as the fold of their events."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

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
    before = events(connection, incident)
    row = _row(incident, [*before, *happened])
    connection.execute(insert(incidents_table).values(row).on_conflict_do_update(index_elements=["id"], set_=row))
    connection.execute(
        sa.insert(events_table), [_stored(incident, number, event) for number, event in enumerate(happened, len(before) + 1)]
    )


def events(connection: sa.Connection, incident: str) -> list[Event]:
    """Everything that happened to an incident, in order; empty where there is no such incident."""
    found = connection.execute(
        sa.select(events_table.c.body).where(events_table.c.incident == incident).order_by(events_table.c.number)
    )
    return [_DECODER.decode(body) for body in found.scalars()]


def load(connection: sa.Connection, incident: str) -> State | None:
    """The incident as it stands, or None where there is none of that name."""
    return _folded(events(connection, incident))


def unfinished(connection: sa.Connection, *, practice: bool) -> list[State]:
    """Every incident that still asks for somebody, oldest first."""
    return _states(connection, incidents_table.c.practice == practice, incidents_table.c.status.in_(UNFINISHED))


def reminding(connection: sa.Connection, *, practice: bool) -> list[State]:
    """Every incident, closed or not, after which something must still be put back."""
    return _states(connection, incidents_table.c.practice == practice, incidents_table.c.reminding)


def unfinished_for(
    connection: sa.Connection, desk: str | None, problem: str, since: datetime, *, practice: bool
) -> State | None:
    """The unfinished incident of this problem at this desk that last changed at or after `since`."""
    found = _states(
        connection,
        incidents_table.c.practice == practice,
        incidents_table.c.status.in_(UNFINISHED),
        # Of one problem or desk there may be very many, of what is unfinished never.
        unindexed(incidents_table.c.problem) == problem,
        unindexed(incidents_table.c.desk) == desk,
        incidents_table.c.changed_at >= since,
    )
    return found[-1] if found else None


def closed_since(connection: sa.Connection, since: datetime, *, practice: bool) -> list[State]:
    """Incidents closed at or after `since`, oldest first."""
    return _states(connection, incidents_table.c.practice == practice, incidents_table.c.closed_at >= since)


def _states(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[State]:
    # Choosing by subquery and sorting here: asked to sort, SQLite walks every incident by time instead of the few chosen.
    chosen = sa.select(incidents_table.c.id).where(*conditions)
    found = connection.execute(
        sa.select(events_table.c.incident, events_table.c.body)
        .where(events_table.c.incident.in_(chosen))
        .order_by(events_table.c.incident, events_table.c.number)
    )
    histories = ([_DECODER.decode(row.body) for row in rows] for _, rows in groupby(found, lambda row: row.incident))
    states = (state for state in map(_folded, histories) if state is not None)
    return sorted(states, key=lambda state: state.opened_at)


def _folded(history: Iterable[Event]) -> State | None:
    state: State | None = None
    for event in history:
        state = fold(state, event)
    return state


def _stored(incident: str, number: int, event: Event) -> dict[str, object]:
    in_utc = msgspec.structs.replace(event, at=event.at.astimezone(UTC))
    return {
        "incident": incident,
        "number": number,
        "at": event.at,
        "type": type(event).__struct_config__.tag,
        "body": msgspec.json.encode(in_utc).decode(),
    }


def _row(incident: str, history: Sequence[Event]) -> dict[str, object]:
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
