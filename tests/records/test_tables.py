from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from madoguchi.records.tables import Moment, events, metadata

DIALECT = sqlite.dialect()
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(timedelta(hours=-11, minutes=-30))])
MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2199, 12, 31), timezones=ZONES)  # noqa: DTZ001 - the zones follow


def stored(moment: datetime | None) -> str | None:
    return Moment().process_bind_param(moment, DIALECT)


def test_nine_in_japan_is_kept_as_midnight_utc() -> None:
    nine = datetime(2026, 11, 24, 9, 2, tzinfo=timezone(timedelta(hours=9)))

    assert stored(nine) == "2026-11-24T00:02:00.000000Z"


@given(MOMENTS)
def test_a_moment_comes_back_equal_and_in_utc(moment: datetime) -> None:
    back = Moment().process_result_value(stored(moment), DIALECT)

    assert moment == back
    assert back is not None
    assert back.utcoffset() == timedelta(0)


@given(MOMENTS, MOMENTS)
def test_text_order_is_time_order(one: datetime, other: datetime) -> None:
    first, second = stored(one), stored(other)

    assert first is not None
    assert second is not None
    assert (one < other) == (first < second)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        stored(datetime(2026, 11, 24, 9, 0))  # noqa: DTZ001 - the point


def test_no_moment_stays_no_moment() -> None:
    assert stored(None) is None
    assert Moment().process_result_value(None, DIALECT) is None


def test_every_column_that_holds_a_moment_is_of_that_type() -> None:
    named_like_moments = {
        column
        for table in metadata.tables.values()
        for column in table.columns
        if column.name == "at" or column.name.endswith("_at")
    }

    assert events.c.at in named_like_moments
    assert all(isinstance(column.type, Moment) for column in named_like_moments)
