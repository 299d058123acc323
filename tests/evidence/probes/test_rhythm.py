from datetime import datetime, timedelta

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.probes.rhythm import silence
from tests.evidence.probes.surround import MONDAY


def mondays(weeks: int, *hours: int) -> list[datetime]:
    return [MONDAY.replace(hour=hour) - timedelta(weeks=week) for week in range(1, weeks + 1) for hour in hours]


def test_a_silence_in_hours_that_are_always_busy_is_unusual() -> None:
    found = silence([*mondays(6, 8, 9, 10), MONDAY.replace(hour=8)], MONDAY)

    assert found is not None
    # 23 November is a holiday and does not count.
    assert (MONDAY.replace(hour=8), 5, 5) == (found.since, found.days, found.busy)
    assert found.unusual
    assert pytest.approx(6 / 7) == found.sure


def test_hours_that_are_always_quiet_are_not_unusual_today() -> None:
    found = silence([*mondays(6, 8, 17), MONDAY.replace(hour=8)], MONDAY)

    assert found is not None
    assert not found.unusual


def test_a_silence_of_less_than_half_an_hour_is_none() -> None:
    assert silence([*mondays(6, 9, 10), MONDAY - timedelta(minutes=29)], MONDAY) is None


def test_two_comparable_days_are_too_few() -> None:
    found = silence(mondays(3, 8, 9, 10), MONDAY)

    assert found is not None
    assert (2, False) == (found.days, found.unusual)


def test_days_on_which_nothing_came_at_all_were_closed() -> None:
    found = silence([*mondays(2, 9), *(one - timedelta(weeks=4) for one in mondays(4, 9))], MONDAY)

    assert found is not None
    # Weeks 3 and 4 were closed; 23 November and 12 October are holidays.
    assert (4, 4) == (found.days, found.busy)


def test_nothing_can_be_expected_on_a_public_holiday() -> None:
    holiday = datetime(2026, 11, 23, 12, tzinfo=JAPAN)

    assert silence([holiday - timedelta(weeks=week) for week in range(1, 8)], holiday) is None


def test_a_new_desk_has_no_rhythm() -> None:
    assert silence([], MONDAY) is None
