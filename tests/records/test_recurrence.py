from collections.abc import Callable
from datetime import datetime, timedelta

from madoguchi.records import TOO_OFTEN, Records

Happen = Callable[..., str]


def test_the_third_time_within_seven_days_is_too_often(records: Records, happen: Happen, nine: datetime) -> None:
    for days in (6, 3, 0):
        happen("014", nine - timedelta(days=days))

    assert records.recurrence("014", nine) >= TOO_OFTEN
    assert [nine - timedelta(days=days) for days in (6, 3, 0)] == records.occurrences("014", nine)


def test_older_and_other_incidents_do_not_count(records: Records, happen: Happen, nine: datetime) -> None:
    happen("014", nine - timedelta(days=7))
    happen("904", nine)
    happen("014", nine)

    assert records.recurrence("014", nine) == 1


def test_practice_does_not_count(records: Records, happen: Happen, nine: datetime) -> None:
    for _ in range(3):
        happen("014", nine, practice=True)

    assert records.recurrence("014", nine) == 0
