"""When cards and certificates end, and how birth dates are printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from madoguchi.replica.card.dates import Dates, birthday, birthday_after, dates_of, era_year, number_b, printed
from madoguchi.replica.card.personas import Persona, personas

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def test_the_worked_example_of_a_test_card() -> None:
    persona = Persona(id="x", born=date(1980, 2, 17), code="2285")
    dates = dates_of(persona, date(2025, 10, 27))

    assert Dates(date(1980, 2, 17), date(2025, 10, 27), date(2030, 2, 17), date(2035, 2, 17)) == dates
    assert "55021720352285" == number_b(persona, dates)


@pytest.mark.parametrize(
    ("day", "era", "year"),
    [
        (date(2019, 4, 30), 4, 31),
        (date(2019, 5, 1), 5, 1),
        (date(1989, 1, 7), 3, 64),
        (date(1989, 1, 8), 4, 1),
        (date(1926, 12, 24), 2, 15),
        (date(1926, 12, 25), 3, 1),
        (date(1912, 7, 29), 1, 45),
        (date(1912, 7, 30), 2, 1),
    ],
)
def test_eras_begin_on_their_day(day: date, era: int, year: int) -> None:
    assert (era, year) == era_year(day)


def test_a_western_year_is_printed_by_its_last_digits() -> None:
    assert ("951231", "071231") == (printed(date(1995, 12, 31), gregorian=True), printed(date(1995, 12, 31)))


@given(DAYS, DAYS)
def test_the_fifth_birthday_after_a_day_is_four_to_five_years_away(day: date, born: date) -> None:
    ends = birthday_after(day, born, 5)

    assert birthday(day, day.year + 4) < ends or (ends.month, ends.day) == (2, 28)
    assert ends <= date(day.year + 5, 12, 31)


def test_of_a_leap_day() -> None:
    assert (date(2027, 2, 28), date(2028, 2, 29)) == (birthday(date(2000, 2, 29), 2027), birthday(date(2000, 2, 29), 2028))


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)))
def test_every_phase_is_that_phase_on_any_day(today: date) -> None:
    left = {
        name: (dates_of(personas()[name], today).certificate_ends - today).days
        for name in ("adult", "notice", "grace", "ended")
    }

    assert left["adult"] > 100
    assert 0 < left["notice"] < 85
    assert -28 < left["grace"] < 0
    assert left["ended"] < -130


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)))
def test_a_persona_told_by_age_is_that_old(today: date) -> None:
    for name, age in (("child", 8), ("notice", 46), ("grace", 51)):
        born = dates_of(personas()[name], today).born
        assert age == today.year - born.year - (birthday(born, today.year) > today)


def test_a_minors_card_lasts_no_longer_than_the_certificates() -> None:
    dates = dates_of(personas()["child"], date(2026, 11, 22))

    assert dates.card_ends == dates.certificate_ends


def test_a_stay_that_ends_ends_both() -> None:
    dates = dates_of(replace(personas()["foreign"], stay_ends_in=10), date(2026, 11, 22))

    assert (date(2026, 12, 2), date(2026, 12, 2)) == (dates.certificate_ends, dates.card_ends)


def test_the_end_of_the_certificates_can_be_moved_alone() -> None:
    dates = dates_of(replace(personas()["adult"], certificate_ends_in=-1), date(2026, 11, 22))

    assert (date(2026, 11, 21), date(2035, 2, 17)) == (dates.certificate_ends, dates.card_ends)
