"""No path through an incident ever leads to a step that a hard rule forbids."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import reduce

import pytest

from madoguchi.catalogue.model import Catalogue
from madoguchi.guide import events as ev
from madoguchi.guide.guide import Guide
from madoguchi.guide.rules import at_opening, masks, needs_consent, withheld
from madoguchi.guide.session import State, fold, step

Opened = Callable[[str], ev.IncidentOpened]
ANSWERS: dict[str, tuple[ev.Outcome, ...]] = {
    "action": ("failed", "unknown", "skipped"),
    "question": ("yes", "no", "unknown", "skipped"),
    "fallback": ("yes", "no"),
    "escalation": ("failed",),
}


@pytest.fixture(scope="module")
def guide(catalogue: Catalogue) -> Guide:
    return Guide(catalogue)


def start(guide: Guide, opening: ev.IncidentOpened, *facts: tuple[str, str]) -> State:
    state, _ = step(None, opening, guide)
    for kind, value in facts:
        state, _ = step(state, ev.Observed(opening.at, kind, value), guide)
    return state


def everywhere(guide: Guide, first: State) -> Iterator[State]:
    """Every state that some row of answers leads to (what comes after equal answers is equal, so each is visited once)."""
    waiting, met = [first], set[object]()
    while waiting:
        state = waiting.pop()
        proposed = state.step
        place = (frozenset(state.trace), state.fell_back, proposed and proposed.step)
        if proposed is None or place in met:
            continue
        met.add(place)
        yield state
        answers = [ev.StepAnswered(state.opened_at, proposed.step, outcome) for outcome in ANSWERS[proposed.kind]]
        waiting.extend(step(state, answer, guide)[0] for answer in answers)


def tried(state: State, catalogue: Catalogue, rule: str) -> int:
    return sum(rule in catalogue.steps[name].rules and outcome not in ("skipped", "no") for name, outcome in state.trace)


@pytest.mark.parametrize("problem", ["003", "004", "005", "102"])
@pytest.mark.parametrize(
    "facts", [(), (("tries_left", "1"),), (("tries_left", "2"),), (("face_tries", "1"),), (("face_tries", "2"),)]
)
def test_the_rules_hold_on_every_path(
    problem: str, facts: tuple[tuple[str, str], ...], guide: Guide, catalogue: Catalogue, opened: Opened
) -> None:
    told = dict(facts)
    paths = 0
    for state in everywhere(guide, start(guide, opened(problem), *facts)):
        assert state.step is not None
        rules = catalogue.steps[state.step.step].rules
        paths += 1
        assert state.step.step not in masks(state, catalogue)
        if "pin-entry" in rules:
            left = int(told["tries_left"]) - tried(state, catalogue, "pin-entry") if "tries_left" in told else None
            assert left is None or left >= 2
            assert left is not None or (problem == "102" and tried(state, catalogue, "pin-entry") == 0)
        if "face-try" in rules:
            assert int(told.get("face_tries", "0")) + tried(state, catalogue, "face-try") < 2
        assert state.fell_back or "another-card" not in rules
    assert paths > 1


def test_the_pin_of_003_comes_back_when_two_tries_are_known_to_be_left(
    guide: Guide, catalogue: Catalogue, opened: Opened
) -> None:
    assert at_opening(catalogue.problems["003"], catalogue) == {"enter-pin-again"}
    for tries, allowed in (("0", False), ("1", False), ("2", True), ("3", True)):
        masked = masks(start(guide, opened("003"), ("tries_left", tries)), catalogue)

        assert allowed == ("enter-pin-again" not in masked), tries


def test_a_miss_after_the_tries_were_told_counts_down(
    guide: Guide, catalogue: Catalogue, opened: Opened, nine: datetime
) -> None:
    state = start(guide, opened("003"), ("tries_left", "2"))
    missed = reduce(fold, [ev.StepAnswered(nine, "enter-pin-again", "failed")], state)

    assert "use-pin" not in masks(state, catalogue)
    assert "use-pin" in masks(missed, catalogue)


def test_a_locked_pin_is_never_asked_for_even_when_the_problem_changes(
    guide: Guide, catalogue: Catalogue, opened: Opened
) -> None:
    state = start(guide, opened("004"), ("problem", "101"), ("tries_left", "3"))

    assert {"use-pin", "enter-pin-again"} <= masks(state, catalogue)


def test_a_skipped_try_is_no_try(guide: Guide, catalogue: Catalogue, opened: Opened, nine: datetime) -> None:
    state = reduce(fold, [ev.StepAnswered(nine, "use-pin", "skipped")], start(guide, opened("101")))

    assert "enter-pin-again" not in masks(state, catalogue)


def test_nothing_restarts_while_a_transaction_runs(guide: Guide, catalogue: Catalogue, opened: Opened) -> None:
    for state in everywhere(guide, start(guide, opened("904"), ("transaction_running", "yes"))):
        assert state.step is not None
        assert "restarts" not in catalogue.steps[state.step.step].rules


def test_restarts_and_changes_of_a_device_need_consent(catalogue: Catalogue) -> None:
    assert needs_consent("restart-terminal", catalogue)
    assert needs_consent("set-terminal-clock", catalogue)
    assert not needs_consent("reseat-card", catalogue)


def test_the_third_time_in_a_week_goes_to_the_vendor(guide: Guide, opened: Opened, nine: datetime) -> None:
    state = start(guide, opened("014"), ("recurrence", "3"))
    shown = [state.step.step] if state.step else []
    while state.step is not None and state.step.kind == "fallback":
        state, _ = step(state, ev.StepAnswered(nine, state.step.step, "yes"), guide)
        shown += [state.step.step] if state.step else []

    assert shown == ["go-other-proof", "call-vendor"]


def test_somebody_can_be_called_on_every_path_of_every_problem(
    guide: Guide, catalogue: Catalogue, opened: Opened, nine: datetime
) -> None:
    for problem in catalogue.problems.values():
        state = start(guide, opened(problem.id))
        for _ in range(60):
            if state.step is None:
                break
            outcome: ev.Outcome = "skipped" if state.step.kind != "escalation" else "failed"
            state, _ = step(state, ev.StepAnswered(nine, state.step.step, outcome), guide)

        assert (state.step is None) == (problem.model is None), problem.id
        assert state.step is None or state.step.kind == "escalation"


def test_staff_can_see_which_rule_keeps_a_step_back(guide: Guide, catalogue: Catalogue, opened: Opened) -> None:
    problem = catalogue.problems["003"]
    unknown, told = start(guide, opened("003")), start(guide, opened("003"), ("tries_left", "3"))

    assert ("enter-pin-again", "pin-entry") in withheld(unknown, problem, catalogue)
    assert ("enter-pin-again", "pin-entry") not in withheld(told, problem, catalogue)


def test_every_step_that_asks_the_patient_for_a_pin_or_a_face_is_under_its_rule(catalogue: Catalogue) -> None:
    for name, facts in catalogue.steps.items():
        if facts.kind != "question":
            assert (facts.patient == "enter-pin") <= ("pin-entry" in facts.rules), name
            assert (facts.patient == "face-again") <= ("face-try" in facts.rules), name
