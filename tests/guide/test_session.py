"""Incidents as transcripts: what staff did, and what the desk did with it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import reduce

import msgspec
import pytest

from madoguchi.catalogue.model import Catalogue
from madoguchi.guide import events as ev
from madoguchi.guide.guide import Guide
from madoguchi.guide.session import HistoryError, NotCurrentStep, State, fold, step

Opened = Callable[[str], ev.IncidentOpened]


class Desk:
    """Plays an incident and writes down what a receptionist would see."""

    def __init__(self, guide: Guide, opening: ev.IncidentOpened) -> None:
        self.guide, self.at = guide, opening.at
        self.history: list[ev.Event] = []
        self.state: State | None = None
        self.script: list[str] = []
        self.happens(opening)

    def happens(self, event: ev.Event) -> None:
        self.state, effects = step(self.state, event, self.guide)
        self.history += [event, *effects]
        self.script += [self._line(effect) for effect in effects]

    def answers(self, outcome: ev.Outcome) -> None:
        assert self.state is not None
        assert self.state.step is not None
        self.script.append(f"  {outcome}")
        self.happens(ev.StepAnswered(self.at, self.state.step.step, outcome))

    def _line(self, effect: ev.Event) -> str:
        match effect:
            case ev.StepProposed(step=name, kind=kind):
                return f"{kind}: {name}"
            case ev.FallbackTaken(way=way):
                return f"visit goes on by {way}"
            case ev.ReminderOpened(reminder=reminder):
                return f"remember: {reminder}"
            case ev.IncidentClosed(how=how):
                return f"closed, {how}"
        return type(effect).__name__


@pytest.fixture(scope="module")
def guide(catalogue: Catalogue) -> Guide:
    return Guide(catalogue)


@pytest.fixture
def small(lamp: tuple[object, Catalogue]) -> Guide:
    """A guide for the lamp: go on, push the plug, call the maker."""
    return Guide(lamp[1])


def test_a_repair_that_helps_ends_the_incident(small: Guide, opened: Opened) -> None:
    desk = Desk(small, opened("invented"))
    desk.answers("yes")
    desk.answers("fixed")

    assert desk.script == [
        "fallback: go-on",
        "  yes",
        "visit goes on by None",
        "action: push-plug",
        "  fixed",
        "closed, reported",
    ]


def test_a_repair_that_fails_leads_to_a_call_that_is_taken_over(small: Guide, opened: Opened) -> None:
    desk = Desk(small, opened("invented"))
    for outcome in ("yes", "failed", "yes", "fixed"):
        desk.answers(outcome)

    assert desk.script[4:] == ["  failed", "escalation: call-maker", "  yes", "  fixed", "closed, escalated"]


def test_the_last_call_stays_however_often_nobody_answers(small: Guide, opened: Opened) -> None:
    desk = Desk(small, opened("invented"))
    for outcome in ("yes", "failed", "failed", "failed", "skipped"):
        desk.answers(outcome)

    assert desk.state is not None
    assert desk.state.step is not None
    assert desk.state.step.step == "call-maker"


def test_who_refuses_the_fallback_is_not_asked_again(small: Guide, opened: Opened) -> None:
    desk = Desk(small, opened("invented"))
    for outcome in ("no", "failed"):
        desk.answers(outcome)

    assert desk.script == ["fallback: go-on", "  no", "action: push-plug", "  failed", "escalation: call-maker"]


def test_011_at_nine_o_clock(guide: Guide, opened: Opened) -> None:
    desk = Desk(guide, opened("011"))
    desk.answers("yes")

    assert desk.script[:3] == ["fallback: go-other-proof", "  yes", "visit goes on by None"]
    assert desk.state is not None
    assert desk.state.step is not None
    assert desk.state.step.kind in ("question", "action")


def test_a_visual_check_must_be_switched_back_even_after_the_incident_is_closed(
    guide: Guide, opened: Opened, nine: datetime
) -> None:
    desk = Desk(guide, opened("005"))
    desk.answers("yes")
    desk.happens(ev.IncidentClosed(nine, None, "reported"))

    assert desk.script[:4] == ["fallback: go-visual", "  yes", "visit goes on by visual", "remember: back-to-automatic"]
    assert desk.state is not None
    assert desk.state.reminders == ("back-to-automatic",)


def test_going_on_visually_by_hand_is_remembered_too(guide: Guide, opened: Opened, nine: datetime) -> None:
    desk = Desk(guide, opened("001"))
    desk.happens(ev.FallbackTaken(nine, "visual"))
    desk.happens(ev.FallbackTaken(nine, "visual"))

    assert desk.script.count("remember: back-to-automatic") == 1


def test_the_same_step_is_not_proposed_twice_by_what_changes_nothing(guide: Guide, opened: Opened, nine: datetime) -> None:
    desk = Desk(guide, opened("001"))
    before = list(desk.script)
    desk.happens(ev.ReportJoined(nine, "staff"))
    desk.happens(ev.Observed(nine, "words", "it does not read"))

    assert before == desk.script


def test_knowing_the_tries_left_brings_the_pin_back(guide: Guide, opened: Opened, nine: datetime) -> None:
    desk = Desk(guide, opened("003"))
    desk.happens(ev.Observed(nine, "tries_left", "2"))

    assert desk.script == ["fallback: use-face", "action: enter-pin-again"]


def test_another_problem_brings_its_own_step_and_keeps_what_was_answered(guide: Guide, opened: Opened, nine: datetime) -> None:
    desk = Desk(guide, opened("001"))
    desk.answers("failed")
    desk.happens(ev.Observed(nine, "problem", "003"))
    desk.happens(ev.Observed(nine, "problem", "certificate-expiring"))

    assert desk.script[-1] == "fallback: use-face"
    assert desk.state is not None
    assert desk.state.trace == (("take-out-of-case", "failed"),)
    assert desk.state.step is None


def test_an_answer_to_another_step_is_refused_with_the_current_one(guide: Guide, opened: Opened, nine: datetime) -> None:
    desk = Desk(guide, opened("001"))
    with pytest.raises(NotCurrentStep) as refused:
        step(desk.state, ev.StepAnswered(nine, "call-maker", "yes"), guide)

    assert desk.state is not None
    assert refused.value.current == desk.state.step


def test_nothing_is_answered_before_it_began_or_after_it_ended(guide: Guide, opened: Opened, nine: datetime) -> None:
    desk = Desk(guide, opened("001"))
    desk.answers("fixed")
    for state in (None, desk.state):
        with pytest.raises(NotCurrentStep) as refused:
            step(state, ev.StepAnswered(nine, "reseat-card", "fixed"), guide)
        assert refused.value.current is None
    with pytest.raises(HistoryError):
        step(None, ev.FixVerified(nine), guide)


@pytest.mark.parametrize(("minutes", "how"), [(14, "verified"), (15, "verified"), (16, "reported")])
def test_a_good_result_soon_after_verifies_the_fix(
    guide: Guide, opened: Opened, nine: datetime, minutes: int, how: str
) -> None:
    desk = Desk(guide, opened("001"))
    desk.answers("fixed")
    desk.happens(ev.Observed(nine + timedelta(minutes=minutes), "result_good", ""))

    assert desk.state is not None
    assert (desk.state.status, desk.state.how) == ("closed", how)


def test_a_good_result_says_nothing_about_an_open_incident(guide: Guide, opened: Opened, nine: datetime) -> None:
    desk = Desk(guide, opened("001"))
    desk.happens(ev.Observed(nine, "result_good", ""))

    assert desk.state is not None
    assert desk.state.status == "open"


def test_a_topic_that_only_explains_proposes_nothing(guide: Guide, opened: Opened, catalogue: Catalogue) -> None:
    for name in [name for name, problem in catalogue.problems.items() if problem.model is None]:
        desk = Desk(guide, opened(name))

        assert desk.state is not None
        assert (desk.script, desk.state.step, desk.state.status) == ([], None, "open")


def test_device_changing_steps_carry_the_question_of_consent(guide: Guide, opened: Opened, catalogue: Catalogue) -> None:
    asked = set()
    for name in catalogue.problems:
        desk = Desk(guide, opened(name))
        for _ in range(12):
            if desk.state is None or desk.state.step is None:
                break
            rules = catalogue.steps[desk.state.step.step].rules
            assert ("restarts" in rules or "changes-device" in rules) == desk.state.step.consent
            asked.add(desk.state.step.step if desk.state.step.consent else None)
            desk.answers("no")

    assert "restart-terminal" in asked


def test_replaying_the_stored_history_gives_the_same_state(
    guide: Guide, opened: Opened, catalogue: Catalogue, nine: datetime
) -> None:
    for name in catalogue.problems:
        desk = Desk(guide, opened(name))
        desk.happens(ev.Observed(nine, "tries_left", "3"))
        for outcome in ("unknown", "yes", "failed", "no", "failed", "skipped", "yes", "fixed"):
            if desk.state is not None and desk.state.step is not None:
                desk.answers(outcome)
        stored = msgspec.json.decode(msgspec.json.encode(desk.history), type=list[ev.Event])
        first: State | None = None

        assert desk.state == reduce(fold, stored, first), name
