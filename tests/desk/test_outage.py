from typing import Any

import pytest

from madoguchi.wire.exchange.samples import build
from tests.desk.outages import begin, write
from tests.desk.pages import forms, said, tree

Desk = Any


def page(desk: Desk, path: str = "/outage") -> Any:
    answer = desk.client.get(path)
    assert answer.status_code == 200, answer.text
    return tree(answer.text)


def test_an_incident_at_the_line_proposes_it_on_the_staff_screen_with_how_sure(desk: Desk) -> None:
    desk.report(code="011")

    shown = tree(desk.client.get("/").text)
    assert "たぶん" in said(shown, "//aside[contains(@class, 'outage-banner')]")
    (form,) = forms(shown, "/outage/open")
    assert "011" == form["reason"]


def test_one_press_begins_it_for_every_desk(desk: Desk) -> None:
    opened = desk.report(code="011")
    (form,) = forms(tree(desk.client.get("/").text), "/outage/open")

    answer = desk.client.post(form.pop("action"), data=form, follow_redirects=False)

    assert (303, "/outage?desk=1") == (answer.status_code, answer.headers["location"])
    outage = desk.context.records.current_outage()
    assert ("011", opened["id"], "probable") == (outage.reason, outage.incident, outage.how_sure)
    for path in ("/", "/?desk=2", "/practice", "/log", "/booklet", f"/incidents/{opened['id']}"):
        assert "障害時の受付をしています（9:00から）" in desk.client.get(path).text, path


def test_no_patient_screen_speaks_of_it(desk: Desk) -> None:
    begin(desk)

    assert "障害" not in desk.client.get("/patient").text


@pytest.mark.parametrize("reason", ["011", "901", "no-code"])
def test_it_begins_without_any_incident(desk: Desk, reason: str) -> None:
    offered = {form["reason"] for form in forms(page(desk), "/outage/open")}
    assert reason in offered

    begin(desk, ledger=False, reason=reason)

    assert ("told", None) == (desk.context.records.current_outage().how_sure, desk.context.records.current_outage().incident)


@pytest.mark.parametrize("reason", ["", "003", "nothing", "016"])
def test_what_stops_nobody_else_begins_none(desk: Desk, reason: str) -> None:
    assert 404 == desk.client.post("/outage/open", data={"reason": reason}).status_code
    assert desk.context.records.current_outage() is None


def test_a_second_press_joins_the_first(desk: Desk) -> None:
    first = begin(desk)
    desk.clock.go(minutes=5)
    desk.client.post("/outage/open", data={"reason": "901", "desk": "2"})

    assert first == desk.context.records.current_outage().id
    assert 1 == len(desk.context.records.outages())


def test_everything_for_everybody_is_one_press_away(desk: Desk) -> None:
    begin(desk)

    links = {link.get("href").split("?")[0] for link in page(desk).xpath("//main//a")}

    assert {"/outage/notice", "/outage/slips", "/outage/call", "/outage/entry", "/outage/declaration"} <= links


def test_the_page_says_what_each_patient_pays(desk: Desk) -> None:
    begin(desk)

    pays = said(page(desk), "//dl[contains(@class, 'pay')]")
    assert "小学生から69歳まで3割小学校に入る前2割70歳から（聞いた割合）1〜3割" == pays


@pytest.mark.parametrize("visit", ["known-data", "shown"])
def test_a_patient_who_needs_no_ledger_is_one_press_and_nothing_personal(desk: Desk, visit: str) -> None:
    begin(desk, ledger=False)
    answer = desk.client.post("/outage/visit", data={"visit": visit, "desk": "2"}, follow_redirects=False)

    assert f"/outage?desk=2&counted={visit}" == answer.headers["location"]
    assert {"known-data": "変わりなし 1人", "shown": "証明を見せた人 1人"}[visit] in said(
        page(desk), "//header[@class='outage-head']"
    )
    assert [] == desk.context.records.entries()


def test_a_visit_is_counted_during_an_outage_only(desk: Desk) -> None:
    assert 409 == desk.client.post("/outage/visit", data={"visit": "shown"}).status_code
    begin(desk, ledger=False)
    assert 422 == desk.client.post("/outage/visit", data={"visit": "tea"}).status_code


def test_the_repair_can_be_handed_over_from_here(desk: Desk) -> None:
    opened = desk.report(code="011")
    desk.client.post("/outage/open", data={"reason": "011", "incident": opened["id"]})

    assert page(desk).xpath(f"//a[starts-with(@href, '/incidents/{opened['id']}')]")


def test_by_hand_it_ends_and_leads_to_those_to_be_looked_up(desk: Desk) -> None:
    begin(desk)
    write(desk)

    answer = desk.client.post("/outage/close", follow_redirects=False)

    assert "/outage/list?desk=1" == answer.headers["location"]
    (outage,) = desk.context.records.outages()
    assert "hand" == outage.how
    assert "障害はおわりました" in desk.client.get("/").text


def test_a_good_result_ends_it(desk: Desk) -> None:
    begin(desk)
    desk.clock.go(minutes=40)
    sample = build("valid", "utf-8", desk.clock())

    desk.client.post("/api/incidents", content=sample.data, headers={"content-type": "application/xml"})

    (outage,) = desk.context.records.outages()
    assert "result" == outage.how


def test_a_good_result_of_practice_ends_nothing(desk: Desk) -> None:
    begin(desk)
    desk.clock.go(minutes=40)
    sample = build("valid", "utf-8", desk.clock())

    desk.client.post("/api/incidents", data={"practice": "true"}, files={"file": ("face.xml", sample.data, "application/xml")})

    assert desk.context.records.current_outage() is not None


def test_the_way_of_four_items_leads_to_the_form(desk: Desk) -> None:
    opened = desk.report(code="011")
    desk.client.post(f"/incidents/{opened['id']}/way", data={"way": "four-items"})
    before = said(tree(desk.client.get("/").text), "//p[@class='way-note']")
    begin(desk)

    (link, paper) = tree(desk.client.get("/").text).xpath("//p[@class='way-note']/a")
    assert ("/outage/entry?desk=1", "/paper") == (link.get("href"), paper.get("href"))
    assert "4つの書きとめ用紙" in before
