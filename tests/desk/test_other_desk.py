"""Whether another desk reads, from the records alone."""

from datetime import timedelta

import pytest

from madoguchi.desk.other_desk import OtherDesk
from madoguchi.evidence.probes.probe import Reading, Surroundings
from madoguchi.records.beside import SeenFile
from tests.desk.conftest import Desk


def look(desk: Desk) -> Reading:
    return OtherDesk(desk.context.records, desk.context.catalogue).look(Surroundings(desk.context.data, desk.clock))


def read(desk: Desk) -> None:
    desk.context.records.mark_seen([SeenFile(str(desk.clock()), "folder", desk.clock(), good=True)])


def fail(desk: Desk, place: str, code: str = "901") -> None:
    desk.report(code=code, desk=place)


def test_with_one_desk_there_is_nothing_to_compare(desk: Desk) -> None:
    fail(desk, "1")
    read(desk)

    assert ("unknown", {}) == (look(desk).state, look(desk).observes)


def test_a_read_after_a_desk_began_to_fail_came_from_another(desk: Desk) -> None:
    fail(desk, "2", "003")
    fail(desk, "1")
    desk.clock.go(minutes=1)
    read(desk)

    assert {"other-desk": "good"} == look(desk).observes


def test_a_read_before_the_failure_proves_nothing(desk: Desk) -> None:
    fail(desk, "2", "003")
    read(desk)
    desk.clock.go(minutes=1)
    fail(desk, "1")

    assert "unknown" == look(desk).state


@pytest.mark.parametrize("minutes", [11, 60])
def test_a_read_is_soon_too_old(desk: Desk, minutes: int) -> None:
    fail(desk, "1", "003")
    fail(desk, "2", "003")
    read(desk)
    desk.clock.go(minutes=minutes)

    assert "unknown" == look(desk).state


def test_two_desks_that_fail_behind_the_terminal_speak_against_the_centre(desk: Desk) -> None:
    fail(desk, "1")
    fail(desk, "2")

    assert ({"other-desk": "down"}, "2") == (look(desk).observes, look(desk).value)


def test_two_desks_with_troubles_of_their_own_say_nothing(desk: Desk) -> None:
    fail(desk, "1", "003")
    fail(desk, "2", "102")

    assert "unknown" == look(desk).state


def test_it_looks_often_and_briefly() -> None:
    assert timedelta(0) < OtherDesk.limit < OtherDesk.every
