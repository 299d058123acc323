from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from madoguchi.guide.events import (
    Event,
    FallbackTaken,
    IncidentClosed,
    IncidentOpened,
    IncidentTaken,
    Observed,
    Reason,
    ReminderCleared,
    ReminderOpened,
    StepAnswered,
    StepProposed,
)
from madoguchi.guide.state import fold
from madoguchi.records import LogFilter, Records, RecordsError

JAPAN = timezone(timedelta(hours=9))
Happen = Callable[..., str]


def minutes(nine: datetime, after: float) -> datetime:
    return nine + timedelta(minutes=after)


def test_an_incident_comes_back_as_the_fold_of_its_events(records: Records, nine: datetime) -> None:
    story: list[Event] = [
        IncidentOpened(nine, "a", "003", "2"),
        StepProposed(nine, "enter-pin-again", "action", 0.5, Reason("reason-first", {"step": "enter-pin-again", "p": 0.85})),
        Observed(minutes(nine, 1), "tries_left", "1"),
        StepAnswered(minutes(nine, 1), "enter-pin-again", "failed"),
        FallbackTaken(minutes(nine, 2), "visual"),
        ReminderOpened(minutes(nine, 2), "back-to-automatic"),
    ]
    records.append("a", story[:2])
    records.append("a", story[2:])

    expected = None
    for event in story:
        expected = fold(expected, event)
    assert expected == records.load("a")
    assert story == records.events("a")


def test_what_is_read_back_stands_in_universal_time(records: Records) -> None:
    records.append("a", [IncidentOpened(datetime(2026, 11, 24, 9, 0, tzinfo=JAPAN), "a", "011")])

    (event,) = records.events("a")
    assert datetime(2026, 11, 24, 0, 0, tzinfo=UTC) == event.at
    assert event.at.utcoffset() == timedelta(0)


def test_an_event_without_a_time_zone_is_refused_and_nothing_is_kept(records: Records) -> None:
    with pytest.raises(ValueError, match="time zone"):
        records.append("a", [IncidentOpened(datetime(2026, 11, 24, 9, 0), "a", "011")])  # noqa: DTZ001 - the point

    assert records.events("a") == []


def test_a_history_that_does_not_begin_with_its_opening_is_refused(records: Records, nine: datetime) -> None:
    with pytest.raises(RecordsError) as refused:
        records.append("nobody", [IncidentClosed(nine, None, "reported")])
    assert refused.value.reason == "unknown-incident"

    with pytest.raises(RecordsError):
        records.append("a", [IncidentOpened(nine, "another", "011")])
    assert records.load("nobody") is None


def test_a_second_opening_of_the_same_incident_is_refused(records: Records, happen: Happen, nine: datetime) -> None:
    incident = happen()

    with pytest.raises(RecordsError):
        records.append(incident, [IncidentOpened(nine, incident, "012")])
    state = records.load(incident)
    assert state is not None
    assert state.problem == "011"


def test_open_incidents_are_listed_oldest_first_and_practice_stays_apart(
    records: Records, happen: Happen, nine: datetime
) -> None:
    second = happen("012", minutes(nine, 5))
    first = happen("011", nine)
    practised = happen("003", nine, practice=True)
    happen("101", nine, how="reported")

    assert [first, second] == [state.incident for state in records.open_states()]
    assert [practised] == [state.incident for state in records.open_states(practice=True)]


def test_an_escalated_incident_still_asks_for_somebody(records: Records, nine: datetime) -> None:
    records.append("a", [IncidentOpened(nine, "a", "011"), StepProposed(nine, "call-carrier", "escalation", 5, Reason("r"))])
    records.append("a", [StepAnswered(minutes(nine, 5), "call-carrier", "yes")])

    (state,) = records.open_states()
    assert state.status == "escalated"


def test_the_open_incident_of_a_desk_is_found_by_problem_and_time(records: Records, happen: Happen, nine: datetime) -> None:
    incident = happen("011", nine, desk="1")
    happen("011", nine, desk="2")
    happen("012", nine, desk="1")

    found = records.open_for("1", "011", minutes(nine, -10))
    assert found is not None
    assert incident == found.incident
    assert records.open_for("1", "011", minutes(nine, 1)) is None
    assert records.open_for("3", "011", minutes(nine, -10)) is None
    assert records.open_for("1", "011", minutes(nine, -10), practice=True) is None


def test_an_incident_without_a_desk_is_found_until_a_desk_takes_it(records: Records, happen: Happen, nine: datetime) -> None:
    incident = happen("eligibility-none", nine, desk=None)
    assert records.open_for(None, "eligibility-none", nine) is not None

    records.append(incident, [IncidentTaken(minutes(nine, 1), "2")])

    assert records.open_for(None, "eligibility-none", nine) is None
    assert records.open_for("2", "eligibility-none", nine) is not None


def test_lately_closed_incidents_are_found_by_when_they_were_closed(records: Records, happen: Happen, nine: datetime) -> None:
    happen("011", nine, how="reported", minutes=5)
    late = happen("012", nine, how="escalated", minutes=30)
    happen("013", nine)

    assert [late] == [state.incident for state in records.recent_closed(minutes(nine, 20))]


def test_a_reminder_outlives_the_closing(records: Records, happen: Happen, nine: datetime) -> None:
    incident = happen("003", nine)
    records.append(incident, [ReminderOpened(nine, "back-to-automatic"), IncidentClosed(nine, None, "reported")])
    assert [incident] == [state.incident for state in records.reminding_states()]
    assert records.open_states() == []

    records.append(incident, [ReminderCleared(minutes(nine, 9), "back-to-automatic")])

    assert records.reminding_states() == []


def test_the_row_for_lists_always_tells_what_the_events_tell(records: Records, nine: datetime) -> None:
    records.append("a", [IncidentOpened(nine, "a", "003", None)])
    records.append("a", [IncidentTaken(nine, "2"), Observed(nine, "problem", "004"), FallbackTaken(nine, "visual")])
    records.append("a", [StepAnswered(nine, "reseat-card", "failed"), StepAnswered(nine, "clean-card", "fixed")])
    records.append("a", [IncidentClosed(minutes(nine, 7), "card.dirty", "reported")])

    (row,) = records.log(LogFilter()).rows
    assert (row.problem, row.desk, row.status, row.how) == ("004", "2", "closed", "reported")
    assert (row.cause, row.way, row.fixed_by) == ("card.dirty", "visual", "clean-card")
    assert row.minutes == pytest.approx(7)


def test_a_desk_finds_the_incident_it_closed_last(records: Records, happen: Happen, nine: datetime) -> None:
    happen("011", nine, how="reported", minutes=5)
    last = happen("012", nine, how="escalated", minutes=6)
    happen("013", nine, desk="2", how="reported", minutes=7)
    happen("014", nine, how="reported", minutes=8, practice=True)

    found = records.last_closed("1", nine)
    assert found is not None
    assert last == found.incident
    assert records.last_closed("1", minutes(nine, 7)) is None
