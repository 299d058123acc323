"""Events keep their meaning on the way through the records."""

from datetime import datetime
from typing import get_args

import msgspec
import pytest

from madoguchi.guide import events as ev


def one_of_each(at: datetime) -> list[ev.Event]:
    return [
        ev.IncidentOpened(at, "i", "011", desk="2", source="file", reader="generic", practice=True),
        ev.ReportJoined(at, "staff"),
        ev.Observed(at, "tries_left", "2"),
        ev.StepProposed(at, "reseat-card", "action", 0.5, ev.Reason("reason-same", {"minutes": 0.5, "step": "reseat-card"})),
        ev.StepAnswered(at, "reseat-card", "failed"),
        ev.FallbackTaken(at, "visual"),
        ev.ReminderOpened(at, "back-to-automatic"),
        ev.ReminderCleared(at, "back-to-automatic"),
        ev.IncidentTaken(at, "2"),
        ev.RepairHanded(at, "a colleague"),
        ev.FixVerified(at),
        ev.CauseNamed(at, "card.covered"),
        ev.IncidentClosed(at, None, "reported"),
    ]


def test_every_event_comes_back_from_json_as_it_went(nine: datetime) -> None:
    events = one_of_each(nine)

    assert {type(event) for event in events} == set(get_args(ev.Event))
    assert events == msgspec.json.decode(msgspec.json.encode(events), type=list[ev.Event])


def test_events_are_named_in_the_past_tense_with_underscores(nine: datetime) -> None:
    stored = msgspec.json.decode(msgspec.json.encode(ev.IncidentOpened(nine, "i", "011")))

    assert stored["type"] == "incident_opened"
    assert stored["at"] == "2026-11-23T00:00:00Z"


def test_an_unknown_outcome_is_refused(nine: datetime) -> None:
    forged = msgspec.json.encode(ev.StepAnswered(nine, "reseat-card", "failed")).replace(b"failed", b"perhaps")

    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(forged, type=ev.StepAnswered)
