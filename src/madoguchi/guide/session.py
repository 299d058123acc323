"""One incident at the desk as a state machine: an event comes, the state and the events that follow from it go out."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from madoguchi.guide import events as ev
from madoguchi.guide.guide import Guide
from madoguchi.guide.state import HistoryError as HistoryError  # noqa: PLC0414 - the desk finds it here
from madoguchi.guide.state import State as State  # noqa: PLC0414 - the desk finds it here
from madoguchi.guide.state import fold as fold  # noqa: PLC0414 - the desk finds it here

BACK_TO_AUTOMATIC: Final = "back-to-automatic"
"""The reminder that the terminal was switched to 目視 and must go back to 自動運転."""

WAYS: Final = {"go-visual": "visual", "go-ledger": "four-items", "go-paper-prescription": "paper-prescription"}
"""Fallback steps that name the way the visit goes on; the others leave it to staff."""

VERIFIES_WITHIN: Final = timedelta(minutes=15)
"""A good result so soon after a reported fix shows that it held (a rule of the product)."""

SOLVED: Final[dict[str, tuple[str, ...]]] = {"action": ("fixed", "yes")}
"""Answers that end the incident, by kind of step; for the others only `fixed` does."""

Effects = tuple[ev.Event, ...]


class NotCurrentStep(Exception):  # noqa: N818 - it says what is the matter, and the desk answers with it
    """An answer to a step that is not the one in front of staff; `current` is that one, or None."""

    def __init__(self, current: ev.StepProposed | None) -> None:
        """Keep the step that is in front of staff."""
        super().__init__(current.step if current else "none")
        self.current = current


def step(state: State | None, event: ev.Event, guide: Guide, *, last: bool = True) -> tuple[State, Effects]:
    """Let an event happen. The effects are events to be stored with it; the state already includes them.

    Args:
        state: where the incident stands, or None before it was opened.
        event: what happens.
        guide: knows the best step.
        last: whether no other event comes with this one; only then is a step proposed, so that it knows them all.

    Raises:
        NotCurrentStep: an answer to another step than the proposed one.
        HistoryError: the incident was not opened, or twice.
    """
    if isinstance(event, ev.StepAnswered) and (state is None or state.step is None or state.step.step != event.step):
        raise NotCurrentStep(state.step if state else None)
    after = fold(state, event)
    follow = _FOLLOWS.get(type(event))
    effects: Effects = ()
    if follow is not None:
        for effect in follow(state, after, event, guide):
            after, effects = fold(after, effect), (*effects, effect)
    if last and type(event) in _MOVES and after.status == "open":
        for effect in _proposed(after, event, guide):
            after, effects = fold(after, effect), (*effects, effect)
    return after, effects


def _proposed(state: State, event: ev.Event, guide: Guide) -> Effects:
    """The step that is best now, unless it stands in front of staff already."""
    proposal = guide.propose(state)
    if proposal is None or (state.step is not None and state.step.step == proposal.step):
        return ()
    proposed = ev.StepProposed(event.at, proposal.step, proposal.kind, proposal.minutes, proposal.reason, proposal.consent)
    return (proposed,)


def _answered(before: State | None, _after: State, event: ev.StepAnswered, guide: Guide) -> Effects:
    kind = before.step.kind if before is not None and before.step is not None else "action"
    if event.outcome in SOLVED.get(kind, ("fixed",)):
        return (ev.IncidentClosed(event.at, None, "escalated" if kind == "escalation" else "reported"),)
    if kind != "fallback" or event.outcome != "yes":
        return ()
    taken = ev.FallbackTaken(event.at, WAYS.get(event.step))
    if "switches-visual" not in guide.catalogue.steps[event.step].rules:
        return (taken,)
    return taken, ev.ReminderOpened(event.at, BACK_TO_AUTOMATIC)


def _taken(_before: State | None, after: State, event: ev.FallbackTaken, _guide: Guide) -> Effects:
    if event.way != WAYS["go-visual"] or BACK_TO_AUTOMATIC in after.reminders:
        return ()
    return (ev.ReminderOpened(event.at, BACK_TO_AUTOMATIC),)


def _observed(_before: State | None, after: State, event: ev.Observed, _guide: Guide) -> Effects:
    """A good result verifies a fix that was reported a short while ago."""
    recent = after.closed_at is not None and event.at - after.closed_at <= VERIFIES_WITHIN
    return (ev.FixVerified(event.at),) if event.kind == "result_good" and after.how == "reported" and recent else ()


_FOLLOWS: dict[type, Callable[[State | None, State, Any, Guide], Effects]] = {
    ev.StepAnswered: _answered,
    ev.FallbackTaken: _taken,
    ev.Observed: _observed,
}
"""What follows from an event by itself."""

_MOVES: Final = frozenset({ev.IncidentOpened, ev.ReportJoined, ev.Observed, ev.StepAnswered, ev.FallbackTaken})
"""Events after which another step may be best."""
