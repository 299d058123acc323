from dataclasses import dataclass
from typing import Any

import pytest

from madoguchi.desk.reception import Once, Reported, digest
from madoguchi.desk.refusals import Refused
from madoguchi.records.recurrence import TOO_OFTEN

Desk = Any


@dataclass(frozen=True)
class Finding:
    problem: str
    gives: str


FILE = Reported("", desk=None, source="file")


def kinds(desk: Desk, incident: str) -> list[str]:
    return [type(event).__name__ for event in desk.context.records.events(incident)]


def test_a_report_is_an_opening_and_a_proposal(desk: Desk) -> None:
    state = desk.context.reception.report(Reported("011"))

    assert kinds(desk, state.incident) == ["IncidentOpened", "StepProposed"]


def test_a_file_is_taken_once_even_after_a_restart(desk: Desk) -> None:
    reception = desk.context.reception
    first = reception.results("mark", "folder", [Finding("eligibility-invalid", "incident")], FILE)
    again = reception.results("mark", "folder", [Finding("eligibility-invalid", "incident")], FILE)

    assert first is not None
    assert again is None
    assert len(desk.context.records.open_states()) == 1


def test_two_files_about_the_terminal_join_and_a_notice_opens_nothing(desk: Desk) -> None:
    reception = desk.context.reception
    trouble = Finding("terminal-abnormal-result", "incident")
    reception.results("a", "folder", [trouble, Finding("black-dot", "notice")], FILE)
    taken = reception.results("b", "folder", [trouble], FILE)

    (only,) = desk.context.records.open_states()

    assert taken is not None
    assert taken.incidents[0].incident == only.incident
    assert "ReportJoined" in kinds(desk, only.incident)
    assert [notice.problem for notice in desk.context.records.notices_since(desk.clock.at)] == ["black-dot"]


def test_two_files_about_people_are_two_people(desk: Desk) -> None:
    for mark in ("a", "b"):
        desk.context.reception.results(mark, "folder", [Finding("eligibility-invalid", "incident")], FILE)

    assert len(desk.context.records.open_states()) == 2


def test_an_incident_of_a_file_belongs_to_whoever_takes_it(desk: Desk) -> None:
    taken = desk.context.reception.results("a", "folder", [Finding("eligibility-invalid", "incident")], FILE)
    assert taken is not None

    state = desk.context.reception.take(taken.incidents[0].incident, "2")

    assert (taken.incidents[0].desk, state.desk) == (None, "2")


@pytest.mark.parametrize(("minutes", "how"), [(14, "verified"), (16, "reported")])
def test_a_good_result_verifies_a_fix_reported_within_a_quarter_of_an_hour(desk: Desk, minutes: int, how: str) -> None:
    reception = desk.context.reception
    state = reception.report(Reported("011"))
    reception.close(state.incident, None, "reported")
    desk.clock.go(minutes=minutes)
    reception.results("good", "folder", [Finding("", "good")], FILE)

    assert reception.read(state.incident).how == how


def test_a_practised_good_result_verifies_nothing_real(desk: Desk) -> None:
    reception = desk.context.reception
    state = reception.report(Reported("011"))
    reception.close(state.incident, None, "reported")
    reception.results("good", "folder", [Finding("", "good")], Reported("", desk=None, practice=True))

    assert reception.read(state.incident).how == "reported"


def test_the_third_time_in_a_week_a_terminal_fault_goes_to_the_vendor(desk: Desk) -> None:
    reception, catalogue = desk.context.reception, desk.context.catalogue
    fault = next(problem.id for problem in catalogue.problems.values() if problem.recurs)
    states = []
    for _ in range(TOO_OFTEN):
        state = reception.report(Reported(fault))
        states.append(state)
        reception.close(state.incident, None, "reported")
        desk.clock.go(days=1)

    assert [state.recurrence for state in states] == [0, 0, TOO_OFTEN]


def test_practice_is_never_counted_as_recurring(desk: Desk) -> None:
    reception, catalogue = desk.context.reception, desk.context.catalogue
    fault = next(problem.id for problem in catalogue.problems.values() if problem.recurs)
    states = []
    for _ in range(TOO_OFTEN + 1):
        states.append(reception.report(Reported(fault, practice=True)))
        reception.close(states[-1].incident, None, "reported")

    assert all(state.recurrence == 0 for state in states)


def test_going_on_with_the_visit_is_possible_at_any_time(desk: Desk) -> None:
    reception = desk.context.reception
    state = reception.report(Reported("103"))

    after = reception.fall_back(state.incident, "certificate-paper")

    assert (after.fell_back, after.way, after.status) == (True, "certificate-paper", "open")
    with pytest.raises(Refused, match="unknown-way"):
        reception.fall_back(state.incident, "magic")


def test_what_was_switched_is_remembered_until_it_is_put_back_even_after_the_end(desk: Desk) -> None:
    reception = desk.context.reception
    state = reception.fall_back(reception.report(Reported("102")).incident, "visual")
    closed = reception.close(state.incident, None, "escalated")
    back = reception.put_back(state.incident, "back-to-automatic")

    assert closed.reminders == ("back-to-automatic",)
    assert back.reminders == ()


def test_a_repair_can_be_handed_over(desk: Desk) -> None:
    reception = desk.context.reception
    state = reception.report(Reported("011"))

    assert reception.hand_over(state.incident, "vendor").handed_to == "vendor"


def test_a_request_is_carried_out_once(desk: Desk) -> None:
    reception = desk.context.reception
    once = Once("key", digest(b"report"), lambda outcome: type(outcome).__name__.encode())
    answers = [reception.once(once, lambda this: reception.report(Reported("011"), this)) for _ in range(2)]

    (only,) = desk.context.records.open_states()

    assert answers == [b"State", b"State"]
    assert kinds(desk, only.incident).count("ReportJoined") == 0


def test_every_stored_history_folds_to_the_state_that_was_answered(desk: Desk) -> None:
    reception = desk.context.reception
    state = reception.report(Reported("003", observed=(("tries_left", "2"),)))
    while state.step is not None and state.step.kind != "escalation":
        outcome = "yes" if state.step.kind == "fallback" else "failed" if state.step.kind == "action" else "no"
        desk.clock.go(minutes=1)
        state = reception.answer(state.incident, state.step.step, outcome)
        stored = desk.context.records.load(state.incident)

        assert (stored.step, stored.trace, stored.status) == (state.step, state.trace, state.status)
