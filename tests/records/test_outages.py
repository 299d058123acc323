from datetime import datetime, timedelta

import pytest

from madoguchi.records import Records, RecordsError


def test_every_desk_is_in_the_outage_that_is_open(records: Records, nine: datetime) -> None:
    opened = records.open_outage("1", "011", nine, incident="a", how_sure="usually", who="Tanaka")

    assert opened == records.open_outage("2", "901", nine + timedelta(minutes=1))
    assert opened == records.current_outage()
    assert (opened.reason, opened.desk, opened.incident, opened.how_sure) == ("011", "1", "a", "usually")
    assert [opened] == records.outages()


def test_an_outage_that_is_over_stays_as_it_ended(records: Records, nine: datetime) -> None:
    opened = records.open_outage("1", "011", nine)
    closed = records.close_outage(opened.id, nine + timedelta(hours=1), "result")

    assert (closed.closed_at, closed.how) == (nine + timedelta(hours=1), "result")
    assert closed == records.close_outage(opened.id, nine + timedelta(hours=2), "hand")
    assert closed == records.outage(opened.id)
    assert records.current_outage() is None


def test_a_new_outage_comes_after_one_that_is_over(records: Records, nine: datetime) -> None:
    first = records.open_outage("1", "011", nine)
    records.close_outage(first.id, nine, "hand")

    second = records.open_outage("1", "901", nine + timedelta(minutes=1))

    assert [second.id, first.id] == [outage.id for outage in records.outages()]


def test_a_clock_set_back_does_not_end_an_outage_before_it_began(records: Records, nine: datetime) -> None:
    opened = records.open_outage("1", "011", nine)

    assert nine == records.close_outage(opened.id, nine - timedelta(hours=3), "hand").closed_at


def test_an_outage_nobody_opened_is_named(records: Records, nine: datetime) -> None:
    with pytest.raises(RecordsError, match="unknown-outage"):
        records.close_outage("no-such", nine, "hand")
    with pytest.raises(RecordsError, match="unknown-outage"):
        records.outage("no-such")


def test_opening_and_closing_stand_in_the_audit_log_once(records: Records, nine: datetime) -> None:
    opened = records.open_outage("1", "011", nine, who="Tanaka")
    records.open_outage("2", "011", nine, who="Suzuki")
    records.open_outage("2", "011", nine + timedelta(minutes=1), who="Suzuki")
    records.close_outage(opened.id, nine, "hand", "Tanaka", "desk-1")
    records.close_outage(opened.id, nine, "hand", "Suzuki", "desk-2")

    told = [(row.what, row.who) for row in reversed(records.audit_rows(record=opened.id))]
    assert told == [("outage-opened", "Tanaka"), ("outage-closed", "Tanaka")]
