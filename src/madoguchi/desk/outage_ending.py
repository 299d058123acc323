"""Ends an outage, by a good result file or by hand, and keeps what a probe says about its end until somebody has decided.

A good result has gone the whole way to the centre and back, so it ends an outage by itself. A probe sees one link only, and
people may be standing at the desk while their four items are typed: what a probe says is shown on every staff screen with the
moment it holds from, and it ends nothing until somebody presses. Whatever is reported after that moment takes it back.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

import msgspec

from madoguchi.desk.answer import makes_outage
from madoguchi.desk.moments import TOO_EARLY
from madoguchi.guide.events import ReportJoined
from madoguchi.guide.state import State
from madoguchi.records.outages import Ending, Outage

if TYPE_CHECKING:
    from madoguchi.desk.context import Context


class Over(msgspec.Struct, frozen=True):
    """A probe says that an outage is over: since when, and the sentence that tells what it saw, with its arguments.

    `refused` where somebody at the desk knows better.
    """

    outage: str
    since: datetime
    evidence: str
    args: Mapping[str, str | int | float] = {}
    refused: bool = False


class Outages(Protocol):
    """Where outages are kept."""

    def current_outage(self) -> Outage | None:
        """The outage that is open, or None."""

    def close_outage(self, outage: str, at: datetime, how: Ending, who: str = "", device: str = "") -> Outage:
        """The outage, closed."""


def end_outage(outages: Outages, at: datetime, how: Ending, device: str = "") -> Outage | None:
    """The outage that ends now; None where none is open, or where a machine speaks of a moment before it began.

    Args:
        outages: where they are kept.
        at: now.
        how: `result` and `probe` are machines, `hand` is somebody who knows.
        device: where somebody said so.
    """
    current = outages.current_outage()
    if current is None or (how != "hand" and at - current.opened_at < TOO_EARLY):
        return None
    return outages.close_outage(current.id, at, how, device=device)


def probe_says_over(
    context: "Context", since: datetime, evidence: str, args: Mapping[str, str | int | float] | None = None
) -> Over | None:
    """Propose on every staff screen that the outage is over; None where none is open, or where it speaks of a moment before.

    To be called with every reading that says so: the earliest moment stays, and screens are drawn anew only for what is new.

    Args:
        context: of the desk.
        since: from when on it is good again.
        evidence: the message that says what was seen (`evidence-…`).
        args: its arguments.
    """
    current = context.records.current_outage()
    if current is None or since - current.opened_at < TOO_EARLY:
        return None
    there = context.over.get(current.id)
    if there is not None and _stands(context, there, since):
        return there
    proposed = Over(current.id, since, evidence, dict(args or {}))
    context.over.clear()
    context.over[current.id] = proposed
    _draw(context)
    return proposed


def not_over(context: "Context") -> None:
    """Take back what a probe said: it sees the trouble again."""
    if context.over:
        context.over.clear()
        _draw(context)


def refuse_over(context: "Context") -> None:
    """Somebody at the desk knows better than the probe: what it said is not shown again."""
    for outage, said in list(context.over.items()):
        context.over[outage] = msgspec.structs.replace(said, refused=True)
    _draw(context)


def said_over(context: "Context", states: Iterable[State]) -> Over | None:
    """What a probe says about the outage that is open; None where it was refused, or something was reported since."""
    current = context.records.current_outage()
    said = context.over.get(current.id) if current else None
    if said is None or said.refused or reported_since(context, states, said.since):
        return None
    return said


def reported_since(context: "Context", states: Iterable[State], moment: datetime) -> list[State]:
    """The incidents that stop everybody and were opened after a moment, or reported once more."""
    around = context.around()
    likely = (state for state in states if not state.practice and makes_outage(state.problem, around))
    return [state for state in likely if _reported(context, state, moment)]


def _reported(context: "Context", state: State, moment: datetime) -> bool:
    if state.opened_at > moment or state.changed_at <= moment:
        return state.opened_at > moment
    told = context.records.events(state.incident)
    return any(isinstance(event, ReportJoined) and event.at > moment for event in told)


def _stands(context: "Context", said: Over, since: datetime) -> bool:
    if said.refused:  # it is said anew only where it was broken and mended once more
        return since <= said.since
    return not reported_since(context, context.records.open_states(), said.since)


def _draw(context: "Context") -> None:
    for screen in ("staff", "practice"):
        context.live.publish(None, screen)
