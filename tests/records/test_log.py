from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from madoguchi.records import LogFilter, Records

Happen = Callable[..., str]


def test_the_log_shows_the_newest_first_page_by_page(records: Records, happen: Happen, nine: datetime) -> None:
    told = [happen(at=nine + timedelta(minutes=number)) for number in range(5)]

    first, last = records.log(LogFilter(), page=1, size=2), records.log(LogFilter(), page=3, size=2)
    assert told[:2:-1] == [row.incident for row in first.rows]
    assert told[:1] == [row.incident for row in last.rows]
    assert (first.total, first.pages) == (5, 3)


def test_every_incident_stands_on_one_page_from_either_end(records: Records, happen: Happen, nine: datetime) -> None:
    told = [happen(at=nine + timedelta(minutes=number // 2)) for number in range(11)]

    pages = [records.log(LogFilter(), page=number, size=3) for number in range(1, 5)]

    assert [3, 3, 3, 2] == [len(page.rows) for page in pages]
    shown = [row for page in pages for row in page.rows]
    assert sorted(told) == sorted(row.incident for row in shown)
    assert sorted(shown, key=lambda row: (row.opened_at, row.incident), reverse=True) == shown


def test_a_page_beyond_the_end_shows_the_last(records: Records, happen: Happen) -> None:
    incident = happen()

    page = records.log(LogFilter(), page=99)
    assert (1, [incident]) == (page.page, [row.incident for row in page.rows])


def test_an_empty_log_has_one_empty_page(records: Records) -> None:
    page = records.log(LogFilter())

    assert (page.total, page.page, page.pages, page.rows) == (0, 1, 1, ())


def test_each_filter_narrows_the_log(records: Records, happen: Happen) -> None:
    monday, tuesday = datetime(2026, 11, 23, 1, tzinfo=UTC), datetime(2026, 11, 24, 1, tzinfo=UTC)
    line = happen("011", monday, desk="1", how="escalated")
    pin = happen("003", tuesday, desk="2", how="reported")
    still = happen("003", tuesday, desk="1")

    def found(**wanted: object) -> set[str]:
        return {row.incident for row in records.log(LogFilter(**wanted)).rows}  # type: ignore[arg-type]

    assert {pin, still} == found(start=date(2026, 11, 24))
    assert {line} == found(end=date(2026, 11, 23))
    assert {line} == found(problem="011")
    assert {pin} == found(desk="2")
    assert {still} == found(status="open")
    assert {pin} == found(how="reported")
    assert {still} == found(problem="003", desk="1")
    assert set() == found(problem="011", desk="2")


def test_a_day_is_a_day_in_japan(records: Records, happen: Happen) -> None:
    happen(at=datetime(2026, 11, 23, 15, 30, tzinfo=UTC))

    assert ((date(2026, 11, 24), 1),) == records.counts(LogFilter()).days


def test_a_day_of_the_log_begins_and_ends_at_midnight_in_japan(records: Records, happen: Happen) -> None:
    evening, midnight = (
        happen(at=datetime(2026, 11, 23, 14, 59, 59, 999_999, UTC) + timedelta(microseconds=more)) for more in (0, 1)
    )

    monday = records.log(LogFilter(start=date(2026, 11, 23), end=date(2026, 11, 23)))
    tuesday = records.log(LogFilter(start=date(2026, 11, 24), end=date(2026, 11, 24)))

    assert [evening] == [row.incident for row in monday.rows]
    assert [midnight] == [row.incident for row in tuesday.rows]
    assert (1, 1) == (monday.total, tuesday.total)


def test_the_first_and_the_last_day_anybody_can_type_leave_nothing_out(records: Records, happen: Happen) -> None:
    incident = happen()

    page = records.log(LogFilter(start=date.min, end=date.max))

    assert [incident] == [row.incident for row in page.rows]


def test_the_counts_say_what_how_often_and_how_it_ended(records: Records, happen: Happen, nine: datetime) -> None:
    happen("011", nine, how="reported")
    happen("003", nine, desk="2", how="reported")
    happen("003", nine + timedelta(days=1))

    counts = records.counts(LogFilter())
    assert ((date(2026, 11, 24), 2), (date(2026, 11, 25), 1)) == counts.days
    assert counts.problems == (("003", 2), ("011", 1))
    assert counts.desks == (("1", 2), ("2", 1))
    assert counts.hows == (("reported", 2), (None, 1))


def test_practice_is_in_no_list_no_count_and_no_export(records: Records, happen: Happen) -> None:
    happen(practice=True, how="reported")

    counts = records.counts(LogFilter())
    assert records.log(LogFilter()).total == 0
    assert (counts.days, counts.problems, counts.desks, counts.hows) == ((), (), (), ())
    assert list(records.export(LogFilter())) == []
    assert records.desks() == []


def test_an_export_gives_every_row_once_even_where_moments_are_equal(records: Records, happen: Happen, nine: datetime) -> None:
    told = {happen(at=nine + timedelta(minutes=number // 7)) for number in range(40)}

    exported = [row.incident for row in records.export(LogFilter(), chunk=3)]
    assert (len(told), told) == (len(exported), set(exported))
    assert exported == [row.incident for row in records.log(LogFilter()).rows]


def test_an_export_lets_the_desk_go_on_writing(records: Records, happen: Happen, nine: datetime) -> None:
    for number in range(4):
        happen(at=nine + timedelta(minutes=number))
    export = records.export(LogFilter(), chunk=2)
    next(export)

    happen(at=nine + timedelta(minutes=9))

    assert len(list(export)) == 3


def test_the_desks_that_had_incidents_are_known(records: Records, happen: Happen) -> None:
    happen(desk="west")
    happen(desk="1")
    happen(desk=None)

    assert records.desks() == ["1", "west"]
