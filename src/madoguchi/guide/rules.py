"""The hard rules: steps that must not be proposed, whatever they would save (docs/protocol/codes.md)."""

from collections.abc import Callable
from typing import Final

from madoguchi.catalogue.model import Catalogue, Model, Problem, Rule
from madoguchi.guide.state import State

MISSED: Final = frozenset({"003"})
"""Codes that mean a PIN was entered wrongly: until the reader's count is told, the next miss may lock the card."""

LOCKED: Final = frozenset({"004"})
"""Codes that mean the PIN is locked already."""

FACE_TRIES: Final = 2
"""Face tries a visit: ten misses in a row are reported to lock 照合番号B, and a visit may not use them up."""

SAME_FAULT: Final = 3
"""The same terminal fault so often within seven days goes to the vendor first (a rule of the product)."""

CONSENT: Final[frozenset[Rule]] = frozenset({"changes-device", "restarts"})
"""Rules of steps that staff must agree to before they are done."""

NOT_DONE: Final = ("skipped", "no")
"""Answers that say a step of some kind was not carried out."""


def masks(state: State, catalogue: Catalogue) -> frozenset[str]:
    """Ids of all steps that may not be proposed now."""
    early = frozenset() if state.fell_back else _ruled("another-card", catalogue)
    return standing(state, catalogue) | early


def standing(state: State, catalogue: Catalogue) -> frozenset[str]:
    """The masks the optimiser is told. That another card waits for the patient's turn to end, its model knows by itself."""
    problem = catalogue.problems.get(state.problem)
    used = _used(state, problem.model, catalogue) if problem is not None and problem.model is not None else frozenset[str]()
    return used.union(*(_ruled(rule, catalogue) for rule in _closed(state, catalogue)))


def withheld(state: State, problem: Problem, catalogue: Catalogue) -> tuple[tuple[str, Rule], ...]:
    """Steps of the problem that a rule keeps back now, and which; staff may ask why they are not proposed."""
    early: tuple[Rule, ...] = () if state.fell_back else ("another-card",)
    answered = {step for step, _ in state.trace}
    rules = (*_closed(state, catalogue), *early)
    return tuple((step, rule) for rule in rules for step in sorted(_ruled(rule, catalogue) & steps_of(problem) - answered))


def at_opening(problem: Problem, catalogue: Catalogue) -> frozenset[str]:
    """The masks of a problem that was only just reported, among the steps of its own model."""
    closed = _ruled("pin-entry", catalogue) if problem.id in MISSED | LOCKED else frozenset[str]()
    return closed & steps_of(problem)


def steps_of(problem: Problem) -> frozenset[str]:
    """Ids of all steps in a problem's model."""
    model = problem.model
    if model is None:
        return frozenset()
    return frozenset(
        {model.fallback}.union(*({entry.id for entry in kind} for kind in (model.question, model.action, model.escalation)))
    )


def needs_consent(step: str, catalogue: Catalogue) -> bool:
    """Whether staff must agree before the step is done: it changes a device, or stops everybody's check-in for minutes."""
    return not CONSENT.isdisjoint(catalogue.steps[step].rules)


def _ruled(rule: Rule, catalogue: Catalogue) -> frozenset[str]:
    return frozenset(name for name, step in catalogue.steps.items() if rule in step.rules)


def _tries(state: State, rule: Rule, catalogue: Catalogue, after: int = 0) -> int:
    """How many steps of a rule were really tried, leaving out the first `after` answers."""
    ruled = _ruled(rule, catalogue)
    return sum(step in ruled and outcome not in NOT_DONE for step, outcome in state.trace[after:])


def _pin_closed(state: State, catalogue: Catalogue) -> bool:
    if not LOCKED.isdisjoint(state.codes):
        return True
    if state.tries_left is not None:
        return state.tries_left - _tries(state, "pin-entry", catalogue, state.told_after) <= 1
    return not MISSED.isdisjoint(state.codes) or _tries(state, "pin-entry", catalogue) > 0


def _face_closed(state: State, catalogue: Catalogue) -> bool:
    return state.face_tries + _tries(state, "face-try", catalogue) >= FACE_TRIES


_CLOSED: dict[Rule, Callable[[State, Catalogue], bool]] = {
    "pin-entry": _pin_closed,
    "face-try": _face_closed,
    "restarts": lambda state, _catalogue: state.transaction_running,
}


def _closed(state: State, catalogue: Catalogue) -> tuple[Rule, ...]:
    return tuple(rule for rule, closed in _CLOSED.items() if closed(state, catalogue))


def _used(state: State, model: Model, catalogue: Catalogue) -> frozenset[str]:
    """Steps that staff passed over or that led nowhere; of the escalations the last one stays, whatever happened."""
    answers = dict(state.trace)
    actions, questions = ({entry.id for entry in kind} for kind in (model.action, model.question))
    passed = {step for step in actions | questions if answers.get(step) == "skipped"}
    passed |= {step for step in actions if answers.get(step) == "unknown"}
    passed |= {model.fallback} if answers.get(model.fallback, "yes") != "yes" else set()
    everybody = [entry.id for entry in model.escalation]
    failed = [step for step in answers if step in everybody and answers[step] not in ("yes", "fixed")]
    if len(failed) == len(everybody):
        last = next(step for step, _ in reversed(state.trace) if step in everybody)
        return frozenset(passed | (set(everybody) - {last}))
    vendors = {step for step in everybody if catalogue.steps[step].contact == "vendor" and step not in failed}
    if state.recurrence >= SAME_FAULT and vendors:
        return frozenset(actions | questions | (set(everybody) - vendors))
    return frozenset(passed | set(failed))
