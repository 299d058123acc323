from typing import Any

import pytest

from madoguchi.base.settings import Settings, save_settings
from madoguchi.desk.outage_call import call_page_view
from tests.desk.outages import begin, write

Desk = Any


def test_the_script_is_filled_in(desk: Desk) -> None:
    save_settings(desk.context.data, Settings(facility_name="架空医院", facility_code="9900001", facility_phone="000-000-0000"))
    begin(desk)

    script = call_page_view(desk.context, "1").script

    for word in ("架空医院の受付です。", "9900001", "9:00から", "緊急時医療情報・資格確認機能", "届け出た000-000-0000"):
        assert word in script


def test_what_nobody_told_us_is_left_out_and_can_be_added(desk: Desk) -> None:
    begin(desk)

    shown = call_page_view(desk.context, "1")
    assert "医療機関コードは" not in shown.script
    assert 3 == desk.client.get("/outage/call").text.count("設定でたせます")


@pytest.mark.parametrize(("hours", "tag"), [(0, "受付中"), (12, "時間外")])
def test_it_says_whether_they_answer_now(desk: Desk, hours: int, tag: str) -> None:
    desk.clock.go(hours=hours)

    call = call_page_view(desk.context, "1").call
    assert (tag, "0800-080-4583") == (call.tag, call.phone)


def test_without_any_outage_the_page_still_says_how_to_call(desk: Desk) -> None:
    assert call_page_view(desk.context, "1").report is None
    assert "0800-080-4583" in desk.client.get("/outage/call").text


def test_the_report_counts_and_names_nobody(desk: Desk) -> None:
    begin(desk)
    for number in range(3):
        write(desk, key=str(number))
        desk.clock.go(minutes=10)
    desk.client.post("/outage/visit", data={"visit": "known-data"})
    records = desk.context.records
    first, second, _third = records.entries()
    records.reconcile(first.id, "former", desk.clock(), "空山")
    records.reconcile(first.id, "found", desk.clock(), "空山")
    records.reconcile(first.id, "done", desk.clock(), "空山")
    records.reconcile(second.id, "not-found", desk.clock(), "空山")

    report = call_page_view(desk.context, "1").report

    assert report is not None
    assert (3, 1) == (report.written, report.other)
    assert {"waiting": 1, "found": 1, "former": 0, "not-found": 1} == report.counts
    assert ("11月24日 9:00", "11月24日 9:20", "") == (report.first, report.last, report.ended)
    assert "架空　花子" not in desk.client.get("/outage/call").text


def test_the_report_says_when_it_ended(desk: Desk) -> None:
    begin(desk)
    desk.clock.go(hours=2)
    desk.client.post("/outage/close")

    report = call_page_view(desk.context, "1").report
    assert report is not None
    assert "11月24日 11:00" == report.ended
