"""Where an incident stands, folded from its events; replaying never solves anything."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

import msgspec

from madoguchi.guide import events as ev

Status = Literal["open", "escalated", "closed"]
"""`escalated`: somebody else has taken the repair over, and we wait for them."""


class State(msgspec.Struct, frozen=True):
    """Everything a session knows. `trace` holds the answers in order; `told_after` how many of them preceded `tries_left`.

    `changed_at` is when a person, or a report, last touched it; what probes find out by themselves does not count.
    """

    incident: str
    problem: str
    desk: str | None
    source: str
    reader: str
    practice: bool
    opened_at: datetime
    changed_at: datetime
    status: Status = "open"
    step: ev.StepProposed | None = None
    trace: tuple[tuple[str, ev.Outcome], ...] = ()
    fell_back: bool = False
    way: str | None = None
    codes: tuple[str, ...] = ()
    tries_left: int | None = None
    told_after: int = 0
    face_tries: int = 0
    recurrence: int = 0
    transaction_running: bool = False
    probes: dict[str, str] = {}
    reminders: tuple[str, ...] = ()
    handed_to: str | None = None
    cause: str | None = None
    how: ev.How | None = None
    closed_at: datetime | None = None


class HistoryError(ValueError):
    """A history must begin with its opening, and has only one."""


def opened(event: ev.IncidentOpened) -> State:
    """The state of an incident that has just come into being."""
    return State(
        incident=event.incident,
        problem=event.problem,
        desk=event.desk,
        source=event.source,
        reader=event.reader,
        practice=event.practice,
        opened_at=event.at,
        changed_at=event.at,
        codes=(event.problem,),
    )


def fold(state: State | None, event: ev.Event) -> State:
    """The state after an event that was stored.

    Raises:
        HistoryError: the first event is no opening, or a later one is.
    """
    if isinstance(event, ev.IncidentOpened):
        if state is not None:
            raise HistoryError(event.incident)
        return opened(event)
    if state is None:
        raise HistoryError(type(event).__name__)
    at = state.changed_at if _by_itself(event) else event.at
    return msgspec.structs.replace(state, changed_at=at, **_CHANGES[type(event)](state, event))


def _by_itself(event: ev.Event) -> bool:
    """Whether nobody touched the incident: a machine saw something, or a step followed from another event."""
    return isinstance(event, ev.StepProposed) or (isinstance(event, ev.Observed) and event.kind.startswith("probe:"))


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() else None


def _named(state: State, value: str) -> dict[str, Any]:
    """A code was read anew. What was told about PIN tries no longer holds: it may be the trace of another miss."""
    return {"codes": state.codes if value in state.codes else (*state.codes, value), "tries_left": None}


def _is_another(state: State, value: str) -> dict[str, Any]:
    """It was another problem all along: the step of the first one no longer stands, unless somebody already took over."""
    kept = state.step if state.status == "escalated" or value == state.problem else None
    return _named(state, value) | {"problem": value, "step": kept}


_OBSERVERS: dict[str, Callable[[State, str], dict[str, Any]]] = {
    "code": _named,
    "problem": _is_another,
    "tries_left": lambda state, value: {"tries_left": _number(value), "told_after": len(state.trace)},
    "face_tries": lambda _state, value: {"face_tries": _number(value) or 0},
    "recurrence": lambda _state, value: {"recurrence": _number(value) or 0},
    "transaction_running": lambda _state, value: {"transaction_running": value == "yes"},
}


def _observed(state: State, event: ev.Observed) -> dict[str, Any]:
    if event.kind.startswith("probe:"):
        return {"probes": {**state.probes, event.kind.removeprefix("probe:"): event.value}}
    observer = _OBSERVERS.get(event.kind)
    return observer(state, event.value) if observer else {}


def _answered(state: State, event: ev.StepAnswered) -> dict[str, Any]:
    changes: dict[str, Any] = {"trace": (*state.trace, (event.step, event.outcome))}
    if state.step is not None and state.step.kind == "escalation" and event.outcome == "yes":
        return changes | {"status": "escalated"}
    return changes | {"step": None, "status": "open"}


def _closed(_state: State, event: ev.IncidentClosed) -> dict[str, Any]:
    return {"status": "closed", "step": None, "how": event.how, "cause": event.cause, "closed_at": event.at}


_CHANGES: dict[type, Callable[[State, Any], dict[str, Any]]] = {
    ev.ReportJoined: lambda state, _event: _named(state, state.problem),
    ev.Observed: _observed,
    ev.StepProposed: lambda _state, event: {"step": event},
    ev.StepAnswered: _answered,
    ev.FallbackTaken: lambda _state, event: {"fell_back": True, "way": event.way},
    ev.ReminderOpened: lambda state, event: {
        "reminders": (*(r for r in state.reminders if r != event.reminder), event.reminder)
    },
    ev.ReminderCleared: lambda state, event: {"reminders": tuple(r for r in state.reminders if r != event.reminder)},
    ev.IncidentTaken: lambda _state, event: {"desk": event.desk},
    ev.RepairHanded: lambda _state, event: {"handed_to": event.to},
    ev.FixVerified: lambda _state, _event: {"how": "verified"},
    ev.CauseNamed: lambda _state, event: {"cause": event.cause},
    ev.IncidentClosed: _closed,
}
