"""The patient page as a browser gets it."""

import pytest

from tests.desk.conftest import Desk
from tests.desk.pages import said, tree


def test_it_welcomes_while_nothing_is_wrong(desk: Desk) -> None:
    page = tree(desk.client.get("/patient").text)

    assert "idle" == page.xpath("//main/@data-state")[0]
    assert "カード" in said(page, "//h1")


def test_it_begins_in_easy_japanese_with_readings(desk: Desk) -> None:
    page = tree(desk.client.get("/patient").text)

    assert page.xpath("//main//ruby/rt")
    assert "ja" == page.xpath("/html/@lang")[0]


@pytest.mark.parametrize("code", [f"{number:03d}" for number in (*range(1, 18), 101, 102, 103, *range(901, 907), 950)])
def test_every_code_has_a_calm_line_one_thing_to_do_and_a_way_out(desk: Desk, code: str) -> None:
    desk.report(code=code, desk=code)

    page = tree(desk.client.get(f"/patient?desk={code}&lang=ja").text)

    assert "busy" == page.xpath("//main/@data-state")[0]
    assert said(page, "//p[@class='calm-line']")
    assert said(page, "//h1").endswith("ください。")
    assert said(page, "//div[@class='else']")
    assert code == said(page, "//p[@class='mark']")


def test_an_unknown_language_is_answered_in_the_houses_own(desk: Desk) -> None:
    assert desk.client.get("/patient").text == desk.client.get("/patient?lang=tlh").text


def test_the_way_back_to_staff_is_there_only_on_a_shared_device(desk: Desk) -> None:
    assert [] == tree(desk.client.get("/patient").text).xpath("//*[@class='staff-link']")
    assert ["/?desk=1"] == tree(desk.client.get("/patient?back=1").text).xpath("//*[@class='staff-link']/a/@href")
