"""An incident as programs get it."""

import msgspec

from madoguchi.desk.answer import Around, name_of
from madoguchi.guide.explain import reason_text
from madoguchi.guide.state import State


class ProblemName(msgspec.Struct, frozen=True):
    """A problem by id and name."""

    code: str
    name: str


class CurrentStepView(msgspec.Struct, frozen=True):
    """The one step to do now, in minutes of staff, and why it comes now."""

    id: str
    kind: str
    text: str
    minutes: float
    reason: str


class IncidentView(msgspec.Struct, frozen=True):
    """Where an incident stands. `state` is open, escalated or closed; there is no step where nothing is left to do."""

    id: str
    state: str
    problem: ProblemName
    step: CurrentStepView | None
    practice: bool


class FileTaken(msgspec.Struct, frozen=True):
    """A result file that opened no incident: what it gives to know, and whether it was a good read."""

    notices: tuple[ProblemName, ...]
    good: bool


def incident_view(state: State, around: Around) -> IncidentView:
    """An incident in the language of `around`."""
    return IncidentView(
        id=state.incident,
        state=state.status,
        problem=problem_name(state.problem, around),
        step=_step(state, around),
        practice=state.practice,
    )


def problem_name(problem: str, around: Around) -> ProblemName:
    """A problem by id and name."""
    return ProblemName(problem, name_of(problem, around))


def _step(state: State, around: Around) -> CurrentStepView | None:
    step = state.step
    if step is None:
        return None
    reason = reason_text(step.reason, around.text, lead=True)
    return CurrentStepView(step.step, step.kind, around.text(f"step-{step.step}"), step.minutes, reason)
