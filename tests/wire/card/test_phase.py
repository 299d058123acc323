from datetime import date

import pytest

from madoguchi.wire.card.phase import last_day_of_grace, phase

END = date(2027, 5, 10)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 2, 9), "none"),
        (date(2027, 2, 10), "notice"),
        (date(2027, 5, 10), "notice"),
        (date(2027, 5, 11), "grace"),
        (date(2027, 8, 31), "grace"),
        (date(2027, 9, 1), "ended"),
    ],
)
def test_a_certificate_goes_through_four_phases(today: date, expected: str) -> None:
    assert expected == phase(END, today)


def test_a_telephone_has_no_grace() -> None:
    assert "ended" == phase(END, date(2027, 5, 11), phone=True)


@pytest.mark.parametrize(
    ("end", "grace"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 1), date(2028, 2, 29)),
        (date(2026, 10, 31), date(2027, 1, 31)),
    ],
)
def test_the_grace_ends_with_the_third_month_after(end: date, grace: date) -> None:
    assert grace == last_day_of_grace(end)


def test_where_the_month_before_is_too_short_notice_begins_with_the_next() -> None:
    assert "none" == phase(date(2027, 5, 31), date(2027, 2, 28))
    assert "notice" == phase(date(2027, 5, 31), date(2027, 3, 1))
