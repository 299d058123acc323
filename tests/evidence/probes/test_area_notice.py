from datetime import timedelta

import msgspec
import pytest

from madoguchi.evidence.probes.area_notice import PRESCRIPTION, AreaNotice
from madoguchi.evidence.probes.probe import Notice, Reading
from tests.evidence.probes.surround import MONDAY, around

SINCE = MONDAY - timedelta(hours=1)
DOWN = Notice(
    ("centre",), over=False, planned=False, since=SINCE, until=None, sure=0.9, pasted_at=MONDAY - timedelta(minutes=30)
)
OVER = msgspec.structs.replace(DOWN, over=True, until=MONDAY - timedelta(minutes=10), pasted_at=MONDAY - timedelta(minutes=5))


def look(*notices: Notice) -> Reading:
    return AreaNotice().look(around(notices=lambda: notices))


def test_without_a_notice_nothing_is_known() -> None:
    assert ("unknown", {}) == ((reading := look()).state, reading.observes)


def test_a_notice_of_an_outage_is_down_since_it_began() -> None:
    reading = look(DOWN)

    assert ("down", "centre", SINCE, 0.9) == (reading.state, reading.value, reading.since, reading.sure)
    assert {"area-notice": "down"} == reading.observes


def test_a_later_notice_that_it_is_over_takes_it_back_whatever_the_order() -> None:
    for notices in ((DOWN, OVER), (OVER, DOWN)):
        reading = look(*notices)

        assert ("good", {"area-notice": "good"}) == (reading.state, reading.observes)
        assert MONDAY - timedelta(minutes=10) == reading.since


def test_that_it_is_over_for_one_service_leaves_the_other_down() -> None:
    reading = look(DOWN, msgspec.structs.replace(OVER, services=("portal",)))

    assert ("down", "centre") == (reading.state, reading.value)


def test_prescriptions_are_another_matter_for_the_guide() -> None:
    reading = look(msgspec.structs.replace(DOWN, services=("prescription",)))

    assert ("down", {PRESCRIPTION: "down"}) == (reading.state, reading.observes)


@pytest.mark.parametrize(
    "notice",
    [
        msgspec.structs.replace(DOWN, pasted_at=MONDAY - timedelta(hours=25), since=None),
        msgspec.structs.replace(OVER, pasted_at=MONDAY - timedelta(hours=3)),
        msgspec.structs.replace(DOWN, over=None),
        msgspec.structs.replace(DOWN, planned=True, since=MONDAY + timedelta(hours=1), until=MONDAY + timedelta(hours=2)),
        msgspec.structs.replace(DOWN, planned=True, until=MONDAY - timedelta(minutes=1)),
    ],
    ids=["of yesterday", "long over", "unclear", "not yet", "no longer"],
)
def test_a_notice_that_does_not_speak_of_now_says_nothing(notice: Notice) -> None:
    assert "unknown" == look(notice).state


def test_maintenance_that_was_announced_is_told_as_such_while_it_lasts() -> None:
    reading = look(msgspec.structs.replace(DOWN, planned=True, until=MONDAY + timedelta(hours=2)))

    assert ("down", "evidence-area-notice-planned") == (reading.state, reading.evidence)


def test_a_notice_that_names_no_service_teaches_the_guide_nothing() -> None:
    assert ("down", {}) == ((reading := look(msgspec.structs.replace(DOWN, services=()))).state, reading.observes)
