from datetime import UTC, datetime, timedelta

from madoguchi.base.ids import new_id

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)


def test_names_sort_by_the_time_they_were_given() -> None:
    names = [new_id(MOMENT + timedelta(milliseconds=one)) for one in (0, 1, 40, 50_000, 10**10)]

    assert names == sorted(names)


def test_two_names_of_the_same_moment_differ() -> None:
    assert len({new_id(MOMENT) for _ in range(1000)}) == 1000


def test_a_name_is_twenty_plain_characters() -> None:
    name = new_id(MOMENT)

    assert len(name) == 20
    assert name.isalnum()
    assert name == name.lower()
