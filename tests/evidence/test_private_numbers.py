import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.evidence.private_numbers import holds_my_number

# Built at run time: no number that could be somebody's stands in this file.
ELEVEN = st.text("0123456789", min_size=11, max_size=11)


def check_digit(eleven: str) -> str:
    """The rule as the ordinance words it: P(n) from the right, Q(n) = n + 1 up to six, n - 5 from seven."""
    total = sum(int(eleven[-n]) * (n + 1 if n <= 6 else n - 5) for n in range(1, 12))
    rest = total % 11
    return "0" if rest <= 1 else str(11 - rest)


@given(ELEVEN)
def test_twelve_digits_with_the_right_check_digit_are_recognised(eleven: str) -> None:
    assert holds_my_number(eleven + check_digit(eleven))


@given(ELEVEN)
def test_any_other_last_digit_is_no_such_number(eleven: str) -> None:
    right = check_digit(eleven)

    assert not any(holds_my_number(eleven + digit) for digit in "0123456789" if digit != right)


@pytest.mark.parametrize("write", [" ".join, "-".join, "－".join, "　".join])
def test_groups_and_dashes_do_not_hide_it(write: object) -> None:
    number = "98765432101" + check_digit("98765432101")
    groups = [number[:4], number[4:8], number[8:]]

    assert callable(write)
    assert holds_my_number(f"裏の番号は{write(groups)}です")


def test_full_width_digits_do_not_hide_it() -> None:
    number = "98765432101" + check_digit("98765432101")

    assert holds_my_number(number.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}))


@pytest.mark.parametrize("text", ["", "0800-080-4583", "1234567", "2026-11-24 09:00", "12345678901234567890"])
def test_telephones_codes_and_dates_are_not_taken_for_one(text: str) -> None:
    assert not holds_my_number(text)
