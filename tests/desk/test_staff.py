"""The staff page as a browser gets it."""

import pytest

from tests.desk.conftest import Desk
from tests.desk.pages import forms, said, tree


def test_a_first_start_is_calm_and_asks_for_the_number(desk: Desk) -> None:
    page = tree(desk.client.get("/").text)

    assert "いま、困りごとはありません" == said(page, "//h1")
    assert ["003"] == [desk.report(code=3)["problem"]["code"]]


def test_an_open_incident_shows_what_whose_step_reason_ways_and_call(desk: Desk) -> None:
    desk.report(code="011", desk="1")

    page = tree(desk.client.get("/").text)

    assert "011" == said(page, "//*[@class='code']")
    assert "ネットワークエラー" == said(page, "//h1")
    assert "つながりません" in said(page, "//section[@class='what']")
    assert said(page, "//section[@id='step']//h2")
    assert "理由" in said(page, "//p[@class='why']")
    assert len(forms(page, "/way")) >= 5
    assert said(page, "//blockquote")


def test_who_to_call_now_is_shown_open_or_closed(desk: Desk) -> None:
    desk.report(code="904", desk="1")

    assert "受付中" in said(tree(desk.client.get("/").text), "//section[contains(@class, 'call')]")
    desk.clock.go(hours=12)
    desk.report(code="904", desk="2")
    assert "時間外" in said(tree(desk.client.get("/?desk=2").text), "//section[contains(@class, 'call')]")


def test_an_incident_elsewhere_stands_beside_not_in_the_middle(desk: Desk) -> None:
    desk.report(code="003", desk="2")

    page = tree(desk.client.get("/?desk=1").text)

    assert "この受付に、困りごとはありません" == said(page, "//h1")
    assert "003" in said(page, "//section[@class='others']")


def test_shared_links_doubt_for_everybody_and_the_card_only_at_its_own_desk(desk: Desk) -> None:
    desk.report(code="011", desk="2")
    desk.report(code="007", desk="2")

    elsewhere = tree(desk.client.get("/?desk=1").text)
    assert ["unknown", "unknown", "unknown", "unknown", "doubtful", "unknown"] == elsewhere.xpath(
        "//ul[@class='chain']/li/@class"
    )


def test_the_page_of_one_incident_opens_on_any_device(desk: Desk) -> None:
    incident = desk.report(code="012", desk="1")["id"]

    page = tree(desk.client.get(f"/incidents/{incident}?desk=7").text)

    assert "012" == said(page, "//*[@class='code']")


def test_an_unknown_code_keeps_the_number_in_sight(desk: Desk) -> None:
    desk.report(code="651", desk="1")

    assert "651" == said(tree(desk.client.get("/").text), "//*[@class='code']")


def test_a_problem_without_steps_still_shows_how_the_visit_goes_on(desk: Desk) -> None:
    desk.report(code="paper-kinds", desk="1")

    page = tree(desk.client.get("/").text)

    assert said(page, "//h1")
    assert [] == forms(page, "/answer")


def test_a_fixed_incident_thanks_and_asks_once_for_the_cause(desk: Desk) -> None:
    told = desk.report(code="001", desk="1")
    desk.answer(told["id"], told["step"]["id"], "fixed")

    page = tree(desk.client.get("/").text)

    assert "受付できました" == said(page, "//h1")
    (first, *_) = forms(page, "/cause")
    desk.client.post(first["action"], data={**first})
    assert [] == forms(tree(desk.client.get("/").text), "/cause")


def test_the_four_items_have_a_paper_form(desk: Desk) -> None:
    page = tree(desk.client.get("/paper").text)

    assert 3 == len(page.xpath("//table"))


@pytest.mark.parametrize("place", ["/?desk=" + "x" * 40, "/?desk=%3Cb%3E", "/?desk=123456789012"])
def test_a_name_that_is_no_desk_is_refused_kindly(desk: Desk, place: str) -> None:
    answer = desk.client.get(place)

    assert 422 == answer.status_code
    assert "<b>" not in answer.text


def test_the_third_time_in_a_week_goes_to_the_vendor_with_the_list_at_hand(desk: Desk) -> None:
    for _ in range(2):
        told = desk.report(code="014", desk="1")
        desk.client.post(f"/api/incidents/{told['id']}/close", json={"how": "reported"})
        desk.clock.go(days=2)
    assert [] == tree(desk.client.get("/").text).xpath("//a[contains(@href, '/log?problem')]")

    third = desk.report(code="014", desk="1")
    then = desk.answer(third["id"], third["step"]["id"], "yes")["step"]

    page = tree(desk.client.get("/").text)
    assert "vendor" == desk.context.catalogue.steps[then["id"]].contact
    (link,) = page.xpath("//a[contains(@href, '/log?problem')]/@href")
    assert 200 == desk.client.get(link).status_code
