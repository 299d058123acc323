from datetime import date

import pytest

from madoguchi.desk.eras import DateTrouble, age, birth_date, era_of

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "昭和59年5月12日",
        "昭和５９年５月１２日",
        "S59.5.12",
        "s59/5/12",
        "Ｓ５９．５．１２",
        "昭59-05-12",
        "昭和 59 年 5 月 12 日",
        "S59、5、12",
        "s590512",
        "3590512",
        "昭和590512",
        "㍼59年5月12日",
        "1984-05-12",
        "1984/5/12",
        "1984 5 12",
        "1984年5月12日",
        "19840512",
        "１９８４ー０５ー１２",
    ],
)
def test_one_day_may_be_written_in_many_ways(text: str) -> None:
    assert date(1984, 5, 12) == birth_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("平成31年4月30日", date(2019, 4, 30)),
        ("H31.4.30", date(2019, 4, 30)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("令和1年5月1日", date(2019, 5, 1)),
        ("㋿元年5月1日", date(2019, 5, 1)),
        ("5010501", date(2019, 5, 1)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("大正15年12月25日", date(1926, 12, 25)),
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("大正15年12月24日", date(1926, 12, 24)),
        ("令和6年2月29日", date(2024, 2, 29)),
    ],
)
def test_the_first_and_last_days_of_an_era_are_days_like_others(text: str, day: date) -> None:
    assert day == birth_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("平成31年5月1日", date(2019, 5, 1)),
        ("令和元年4月30日", date(2019, 4, 30)),
        ("昭和64年1月8日", date(1989, 1, 8)),
        ("平成元年1月7日", date(1989, 1, 7)),
        ("昭和元年12月24日", date(1926, 12, 24)),
        ("大正15年12月26日", date(1926, 12, 26)),
    ],
)
def test_a_day_in_the_wrong_era_is_refused_with_the_day_it_was(text: str, meant: date) -> None:
    with pytest.raises(DateTrouble) as refused:
        birth_date(text, TODAY)

    assert ("other-era", meant) == (refused.value.kind, refused.value.meant)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("令和5年2月29日", "impossible"),
        ("1984-02-30", "impossible"),
        ("1984-13-01", "impossible"),
        ("1984-00-10", "impossible"),
        ("昭和0年5月1日", "impossible"),
        ("昭和1984年5月1日", "impossible"),
        ("2026-11-25", "future"),
        ("令和9年1月1日", "future"),
        ("1890-01-01", "too-old"),
        ("明治20年1月1日", "too-old"),
        ("590512", "unreadable"),
        ("59.5.12", "unreadable"),
        ("きのう", "unreadable"),
        ("1984", "unreadable"),
        ("", "unreadable"),
    ],
)
def test_a_day_nobody_can_be_born_on_is_refused(text: str, kind: str) -> None:
    with pytest.raises(DateTrouble) as refused:
        birth_date(text, TODAY)

    assert kind == refused.value.kind


def test_the_refusal_does_not_carry_what_was_typed() -> None:
    with pytest.raises(DateTrouble) as refused:
        birth_date("架空花子", TODAY)

    assert "架空" not in repr(refused.value)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2019, 4, 30), ("平成", 31)),
        (date(2019, 5, 1), ("令和", 1)),
        (date(1926, 12, 25), ("昭和", 1)),
        (date(1989, 1, 7), ("昭和", 64)),
    ],
)
def test_a_day_has_its_era(day: date, written: tuple[str, int]) -> None:
    era, year = era_of(day)

    assert written == (era.name, year)


def test_an_age_grows_on_the_birthday() -> None:
    assert 74 == age(date(1951, 11, 25), TODAY)
    assert 75 == age(date(1951, 11, 24), TODAY)
