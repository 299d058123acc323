from datetime import datetime, timedelta

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.desk.clockwork import Clockwork, abandon
from madoguchi.desk.moments import ABANDONED, DONE, NOTICE, UNTOUCHED
from madoguchi.guide.state import State

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=JAPAN)
AFTER = timedelta(seconds=1)
OPEN = State(
    incident="1", problem="011", desk="1", source="staff", reader="generic", practice=False, opened_at=NOON, changed_at=NOON
)


class Screens:
    """Writes down who was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str | None, str | None]] = []

    def publish(self, desk: str | None = None, screen: str | None = None) -> None:
        self.told.append((desk, screen))

    def heard(self) -> list[tuple[str | None, str | None]]:
        told, self.told = self.told, []
        return told


def test_every_staff_screen_and_the_patient_screen_of_the_desk_are_told_of_a_change() -> None:
    screens = Screens()
    Clockwork(screens).changed(None, OPEN, NOON)

    assert screens.heard() == [(None, "staff"), ("1", "patient")]


def test_no_patient_screen_is_told_of_what_came_from_a_file_until_staff_take_it() -> None:
    screens = Screens()
    clockwork = Clockwork(screens)
    unclaimed = msgspec.structs.replace(OPEN, desk=None)
    clockwork.changed(None, unclaimed, NOON)
    before = screens.heard()
    clockwork.changed(unclaimed, msgspec.structs.replace(OPEN, desk="2"), NOON)

    assert before == [(None, "staff")]
    assert screens.heard() == [(None, "staff"), ("2", "patient")]


def test_practice_is_told_to_practice_alone() -> None:
    screens = Screens()
    Clockwork(screens).changed(None, msgspec.structs.replace(OPEN, practice=True), NOON)

    assert screens.heard() == [(None, "practice")]


def test_an_untouched_incident_leaves_the_patient_screen_after_three_minutes() -> None:
    screens = Screens()
    clockwork = Clockwork(screens)
    clockwork.changed(None, OPEN, NOON)
    screens.heard()
    clockwork.tick(NOON + UNTOUCHED - AFTER)
    early = screens.heard()
    clockwork.tick(NOON + UNTOUCHED + AFTER)
    due = screens.heard()
    clockwork.tick(NOON + 2 * UNTOUCHED)

    assert (early, due, screens.heard()) == ([], [("1", "patient")], [])


def test_the_closing_words_go_by_themselves() -> None:
    screens = Screens()
    clockwork = Clockwork(screens)
    clockwork.changed(OPEN, msgspec.structs.replace(OPEN, status="closed"), NOON)
    screens.heard()
    clockwork.tick(NOON + DONE + AFTER)

    assert screens.heard() == [(None, "staff"), ("1", "patient")]


def test_a_notice_stands_a_while_and_goes() -> None:
    screens = Screens()
    clockwork = Clockwork(screens)
    clockwork.noticed(NOON)
    shown = screens.heard()
    clockwork.tick(NOON + NOTICE + AFTER)

    assert (shown, screens.heard()) == ([(None, "staff")], [(None, "staff")])


def test_what_was_open_before_a_restart_still_leaves_the_patient_screen_in_time() -> None:
    screens = Screens()
    clockwork = Clockwork(screens)
    clockwork.resume([OPEN, msgspec.structs.replace(OPEN, desk=None)])
    clockwork.tick(NOON + UNTOUCHED + AFTER)

    assert screens.heard() == [("1", "patient")]


def test_only_what_nobody_touched_for_half_a_day_is_abandoned() -> None:
    closed: list[str] = []

    def close(incident: str) -> State:
        closed.append(incident)
        return OPEN

    fresh = msgspec.structs.replace(OPEN, incident="2", changed_at=NOON + timedelta(minutes=1))

    assert abandon([OPEN, fresh], close, NOON + ABANDONED) == 1
    assert closed == ["1"]
