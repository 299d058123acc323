"""Whether somebody answers the telephone now."""

from datetime import UTC, date, datetime

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.catalogue.hours import HoursError, OpenState, is_holiday, open_now, week
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Contact

CALL_CENTRE = load_catalogue().contacts["call-centre"]


def japan(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=JAPAN)


MOMENTS = {
    "a Monday morning": (japan(11, 16, 9), OpenState(open=True, until=japan(11, 16, 18))),
    "the first minute of the day's hours": (japan(11, 16, 8), OpenState(open=True, until=japan(11, 16, 18))),
    "a minute before them": (japan(11, 16, 7, 59), OpenState(open=False, opens=japan(11, 16, 8))),
    "the minute they end": (japan(11, 16, 18), OpenState(open=False, opens=japan(11, 17, 8))),
    "a Saturday closes earlier": (japan(11, 14, 15), OpenState(open=True, until=japan(11, 14, 16))),
    "a Saturday evening waits for Monday": (japan(11, 14, 16), OpenState(open=False, opens=japan(11, 16, 8))),
    "a Sunday": (japan(11, 15, 12), OpenState(open=False, opens=japan(11, 16, 8))),
    "Labour Thanksgiving Day, a Monday": (japan(11, 23, 10), OpenState(open=False, opens=japan(11, 24, 8))),
    "a substitute holiday": (japan(5, 6, 10), OpenState(open=False, opens=japan(5, 7, 8))),
    "a day between two holidays": (japan(9, 22, 10), OpenState(open=False, opens=japan(9, 24, 8))),
    "the evening before five closed days": (japan(5, 2, 16), OpenState(open=False, opens=japan(5, 7, 8))),
    "New Year's Eve": (japan(12, 31, 17), OpenState(open=True, until=japan(12, 31, 18))),
    "New Year's night": (japan(12, 31, 19), OpenState(open=False, opens=japan(1, 2, 8, year=2027))),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_call_centre_keeps_its_hours(moment: str) -> None:
    at, expected = MOMENTS[moment]

    assert expected == open_now(CALL_CENTRE, {}, at)


def test_a_clock_in_another_zone_means_the_same_moment() -> None:
    assert open_now(CALL_CENTRE, {}, japan(11, 16, 9)) == open_now(CALL_CENTRE, {}, datetime(2026, 11, 16, 0, tzinfo=UTC))


def test_hours_nobody_told_are_unknown_and_not_claimed_closed() -> None:
    state = open_now(Contact(), {}, japan(11, 16, 9))

    assert not state.known
    assert not state.open


def test_hours_of_the_facility_replace_the_built_in_ones() -> None:
    state = open_now(CALL_CENTRE, {"mon-fri": "10:00-12:00,13:00-15:00"}, japan(11, 16, 12, 30))

    assert OpenState(open=False, opens=japan(11, 16, 13)) == state


def test_a_contact_that_works_on_holidays_answers_then() -> None:
    contact = Contact(hours={"daily": "00:00-24:00"}, holidays=True)

    assert OpenState(open=True, until=japan(11, 24, 0)) == open_now(contact, {}, japan(11, 23, 10))


def test_hours_on_one_day_of_the_week_are_found_days_ahead() -> None:
    assert OpenState(open=False, opens=japan(11, 26, 9)) == open_now(
        Contact(hours={"thu": "09:00-10:00"}), {}, japan(11, 19, 10)
    )


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 5, 6), date(2026, 9, 22), date(2027, 3, 22)])
def test_public_holidays_of_japan_are_known(day: date) -> None:
    assert is_holiday(day)


def test_an_ordinary_day_is_no_holiday() -> None:
    assert not is_holiday(date(2026, 11, 24))


@pytest.mark.parametrize(
    "hours",
    [
        {"mon-fri": "8-18"},
        {"mon-fri": "08:00"},
        {"mon-fri": "18:00-08:00"},
        {"mon-fri": "08:60-18:00"},
        {"mon-fri": "08:00-25:00"},
        {"fri-mon": "08:00-18:00"},
        {"monday": "08:00-18:00"},
        {"": "08:00-18:00"},
        {"mon": ""},
    ],
)
def test_hours_that_cannot_be_read_are_refused(hours: dict[str, str]) -> None:
    with pytest.raises(HoursError):
        week(hours)


def test_days_may_be_listed_and_spans_are_sorted() -> None:
    assert week({"mon,wed": "13:00-15:00,09:00-12:00"}) == {0: ((540, 720), (780, 900)), 2: ((540, 720), (780, 900))}
