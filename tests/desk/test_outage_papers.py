from typing import Any

import pytest

from madoguchi.base.settings import Settings, save_settings
from tests.desk.outages import begin, write
from tests.desk.pages import said, tree

Desk = Any


def test_the_notice_says_the_same_in_three_ways_on_one_sheet(desk: Desk) -> None:
    page = tree(desk.client.get("/outage/notice").text)

    sections = page.xpath("//article[@class='waiting-notice']/section")
    assert ["ja", "ja", "en"] == [one.get("lang") for one in sections]
    assert "きょうの診察も お支払いも いつもどおりです" == said(page, "//article//h1")
    assert sections[1].xpath(".//ruby/rt")
    assert "the same as always" in sections[2].text_content()


@pytest.mark.parametrize(("kind", "word"), [("dental", "治療"), ("pharmacy", "お薬"), ("hospital", "診察")])
def test_the_notice_speaks_of_what_this_house_does(desk: Desk, kind: Any, word: str) -> None:
    save_settings(desk.context.data, Settings(facility_kind=kind))

    assert word in said(tree(desk.client.get("/outage/notice").text), "//article//h1")


def numbers(desk: Desk, query: str = "") -> list[str]:
    page = tree(desk.client.get(f"/outage/slips{query}").text)
    return [one.text_content().split()[-1] for one in page.xpath("//p[@class='slip-number']")]


def test_slips_are_numbered(desk: Desk) -> None:
    assert [str(number) for number in range(1, 9)] == numbers(desk)
    assert ["41", "42", "43"] == numbers(desk, "?first=41&count=3")


def test_the_next_slips_follow_the_highest_that_was_typed_in(desk: Desk) -> None:
    begin(desk)
    write(desk, slip="12", key="a")
    write(desk, slip="B", key="b")

    assert "13" == numbers(desk)[0]


@pytest.mark.parametrize(("query", "count"), [("?count=0", 1), ("?count=-5", 1), ("?count=9999", 40), ("?first=-7", 8)])
def test_no_wish_is_too_large_or_too_small(desk: Desk, query: str, count: int) -> None:
    assert count == len(numbers(desk, query))


def test_a_slip_has_room_for_the_four_items_and_never_for_a_number_of_the_back(desk: Desk) -> None:
    slip = said(tree(desk.client.get("/outage/slips?count=1").text), "//section[@class='paper-slip']")

    for word in ("名前", "性別", "生まれた 日", "住所", "Date of birth", "裏の 番号は 書きません"):
        assert word in slip


def test_the_form_has_every_field_of_the_circular(desk: Desk) -> None:
    save_settings(desk.context.data, Settings(facility_name="架空医院"))
    form = said(tree(desk.client.get("/outage/declaration").text), "//article")

    for field in ("氏名", "生年月日", "性別", "住所", "連絡先", "保険の種類", "保険者の名前", "勤め先の名前", "負担の割合"):
        assert field in form
    assert "架空医院 御中" in form
