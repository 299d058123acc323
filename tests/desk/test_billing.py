from datetime import date

import pytest

from madoguchi.desk.billing import Outcome, claim

VISIT = date(2026, 11, 24)
YOUNG = date(1984, 5, 12)
OLD = date(1940, 5, 12)


@pytest.mark.parametrize(("outcome", "rule"), [("found", "ordinary"), ("former", "former"), ("not-found", "unknown")])
def test_the_present_qualification_comes_before_the_former_and_that_before_the_unknown(outcome: Outcome, rule: str) -> None:
    assert rule == claim(outcome, YOUNG, VISIT).rule


@pytest.mark.parametrize("outcome", ["found", "former"])
def test_a_number_that_was_found_is_not_replaced_by_sevens(outcome: Outcome) -> None:
    found = claim(outcome, YOUNG, VISIT, "架空県", "", "000")

    assert ("", "", "", "", "") == (found.insurer, found.insurer_else, found.symbol, found.number, found.remarks)


def test_an_unknown_one_is_claimed_with_sevens() -> None:
    unknown = claim("not-found", YOUNG, VISIT)

    assert ("77777777", "77777779", "", "777777777") == (unknown.insurer, unknown.insurer_else, unknown.symbol, unknown.number)


@pytest.mark.parametrize(
    ("born", "number"),
    [(OLD, "77777777"), (date(1951, 11, 24), "77777777"), (date(1951, 11, 25), "777777777"), (None, "777777777")],
)
def test_people_of_the_late_stage_scheme_have_eight_sevens_from_their_75th_birthday(born: date | None, number: str) -> None:
    assert number == claim("not-found", born, VISIT).number


def test_the_remarks_begin_with_unknown_and_hold_what_the_form_says() -> None:
    told = claim("not-found", YOUNG, VISIT, "架空県架空市1-2", " 架空工業 ", "000-000-0000")

    assert "不詳　架空県架空市1-2　架空工業　000-000-0000" == told.remarks
    assert "不詳" == claim("not-found", YOUNG, VISIT).remarks
