"""A history folds into where the incident stands, without solving anything."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import reduce

import pytest

from madoguchi.guide import events as ev
from madoguchi.guide.state import HistoryError, State, fold

Opened = Callable[[str], ev.IncidentOpened]


def told(opened: ev.IncidentOpened, *events: ev.Event) -> State:
    return reduce(fold, events, fold(None, opened))


def test_an_incident_begins_open_with_nothing_done(opened: Opened, nine: datetime) -> None:
    state = told(opened("011"))

    assert (state.status, state.problem, state.desk, state.trace, state.opened_at) == ("open", "011", "1", (), nine)


def test_a_history_begins_with_its_opening_and_has_one(opened: Opened, nine: datetime) -> None:
    with pytest.raises(HistoryError):
        fold(None, ev.FixVerified(nine))
    with pytest.raises(HistoryError):
        fold(told(opened("011")), opened("011"))


def test_answers_are_kept_in_order_and_take_the_step_away(opened: Opened, nine: datetime) -> None:
    step = ev.StepProposed(nine, "reseat-card", "action", 0.5, ev.Reason("reason-same"))
    state = told(opened("001"), step, ev.StepAnswered(nine, "reseat-card", "failed"))

    assert state.trace == (("reseat-card", "failed"),)
    assert state.step is None


def test_who_took_the_repair_over_stays_in_sight(opened: Opened, nine: datetime) -> None:
    call = ev.StepProposed(nine, "call-maker", "escalation", 15.0, ev.Reason("reason-escalation-only"))
    state = told(opened("001"), call, ev.StepAnswered(nine, "call-maker", "yes"))

    assert (state.status, state.step) == ("escalated", call)


def test_a_reminder_outlives_the_incident_until_it_is_cleared(opened: Opened, nine: datetime) -> None:
    reminder = "back-to-automatic"
    closed = told(opened("001"), ev.ReminderOpened(nine, reminder), ev.IncidentClosed(nine, None, "reported"))

    assert closed.reminders == (reminder,)
    assert fold(closed, ev.ReminderCleared(nine, reminder)).reminders == ()


def test_a_code_read_anew_makes_the_tries_unknown_again(opened: Opened, nine: datetime) -> None:
    state = told(opened("003"), ev.Observed(nine, "tries_left", "2"))

    assert state.tries_left == 2
    assert fold(state, ev.ReportJoined(nine, "staff")).tries_left is None


@pytest.mark.parametrize("value", ["", "many", "-1", "２", "1e3"])
def test_tries_that_are_no_number_are_unknown(opened: Opened, nine: datetime, value: str) -> None:
    assert told(opened("003"), ev.Observed(nine, "tries_left", value)).tries_left is None


def test_what_was_seen_and_said_is_kept(opened: Opened, nine: datetime) -> None:
    state = told(
        opened("001"),
        ev.Observed(nine, "probe:line", "down"),
        ev.Observed(nine, "face_tries", "1"),
        ev.Observed(nine, "recurrence", "3"),
        ev.Observed(nine, "transaction_running", "yes"),
        ev.Observed(nine, "words", "nothing happens"),
        ev.Observed(nine, "problem", "011"),
        ev.IncidentTaken(nine, "2"),
        ev.RepairHanded(nine, "a colleague"),
        ev.FallbackTaken(nine, "visual"),
        ev.CauseNamed(nine, "line.carrier"),
    )

    assert state.probes == {"line": "down"}
    assert (state.face_tries, state.recurrence, state.transaction_running) == (1, 3, True)
    assert (state.problem, state.codes) == ("011", ("001", "011"))
    assert (state.desk, state.handed_to, state.fell_back, state.way) == ("2", "a colleague", True, "visual")
    assert state.cause == "line.carrier"


def test_the_last_event_tells_when_the_state_changed(opened: Opened, nine: datetime) -> None:
    later = nine + timedelta(minutes=5)

    assert told(opened("001"), ev.ReportJoined(later, "staff")).changed_at == later
