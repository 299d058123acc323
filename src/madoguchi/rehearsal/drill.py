"""A drill for a person: one real cause that nobody names, what they did about it, and a debrief that is kind."""

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import msgspec

from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide import events as ev
from madoguchi.guide.guide import Guide
from madoguchi.guide.session import step as follow
from madoguchi.rehearsal.hands import Hands, hands
from madoguchi.rehearsal.minutes import WEIGHT, run_minutes
from madoguchi.rehearsal.truth import cause_of, outcome_of, steps_of
from madoguchi.replica.faults import Fault

Steps = tuple[tuple[str, str], ...]
"""Steps in order, each with how it went."""

MOST: Final = 20
"""Steps of a plan, at most."""


class Debrief(msgspec.Struct, frozen=True):
    """What there is to tell afterwards.

    `yours` and `best` are steps with their outcome. `waited` are minutes the patient stood there, `asked` how often something
    was asked of them; both of what was done, in the guide's minutes. `over`: the cause is gone, or with whom it belongs.
    """

    fault: str
    cause: str
    problem: str
    yours: Steps
    best: Steps
    minutes: float
    minutes_best: float
    waited: float
    asked: int
    over: bool


def drawn(faults: Sequence[Fault], seed: int | None, catalogue: Catalogue) -> Fault:
    """A cause for a drill: one that shows a code whose problem has a plan."""
    fit = [fault for fault in faults if fault.shows and catalogue.problems[fault.shows].model is not None]
    return random.Random(seed).choice(fit)  # noqa: S311 - a drill, not a secret


def choices(problem: Problem) -> dict[str, tuple[str, ...]]:
    """What a person may do in a drill, by kind: the steps of the problem's own model, questions left out."""
    kinds = ("fallback", "action", "escalation")
    found = steps_of(problem)
    return {kind: tuple(step for step in found if found[step] == kind and step in getattr(hands(), kind)) for kind in kinds}


def best_run(fault: Fault, problem: Problem, now: datetime) -> Steps:
    """The steps that the desk's own plan takes against this cause."""
    guide = Guide(load_catalogue(), WEIGHT)
    state, _ = follow(None, ev.IncidentOpened(now, "drill", problem.id, practice=True), guide)
    done: list[tuple[str, str]] = []
    while state.step is not None and state.status == "open" and len(done) < MOST:
        step = state.step
        outcome = _outcome(step.kind, step.step, fault, hands())
        if (step.step, outcome) in done:
            break
        done.append((step.step, outcome))
        state, _ = follow(state, ev.StepAnswered(now, step.step, outcome), guide)
    return tuple(done)


def debrief(fault: Fault, yours: Steps, now: datetime, *, over: bool) -> Debrief:
    """What to tell a person who has done these steps."""
    catalogue = load_catalogue()
    problem = catalogue.problems[fault.shows or fault.problem]
    cause = cause_of(fault, problem)
    best = best_run(fault, problem, now)
    before = _before_going_on(yours, hands())
    return Debrief(
        fault=fault.id,
        cause=cause,
        problem=problem.id,
        yours=yours,
        best=best,
        minutes=run_minutes(problem, catalogue, cause, yours),
        minutes_best=run_minutes(problem, catalogue, cause, best),
        waited=sum(catalogue.steps[step].minutes for step in before),
        asked=sum(catalogue.steps[step].needs_patient for step in before),
        over=over,
    )


def _before_going_on(steps: Steps, table: Hands) -> list[str]:
    """The actions for which the patient still stood there."""
    found: list[str] = []
    for step, _outcome_of in steps:
        if step in table.fallback or step in table.escalation:
            break
        found.append(step)
    return found


def _outcome(kind: str, step: str, fault: Fault, table: Hands) -> ev.Outcome:
    if kind == "fallback":
        return "yes"
    if kind == "escalation":
        role = table.escalation[step].to
        return "fixed" if not role or set(table.party[role].deeds) & set(fault.cured_by) else "failed"
    outcome: ev.Outcome = msgspec.convert(outcome_of(step, fault, table), ev.Outcome)
    return outcome
