from typing import Any

import pytest

from madoguchi.desk.answer import makes_outage
from madoguchi.desk.outage_view import banner, banner_anywhere, offers, offers_now
from tests.desk.outages import begin, write

Desk = Any


def offered(desk: Desk) -> list[tuple[str, str, bool]]:
    records, around = desk.context.records, desk.context.around()
    found = offers(records.open_states(), around, desk.context.guide(), records.last_good())
    return [(offer.problem, offer.sure, offer.loud) for offer in found]


@pytest.mark.parametrize("code", ["011", "012", "014", "901", "903", "904", "905", "no-code"])
def test_what_breaks_terminal_line_or_centre_makes_an_outage(desk: Desk, code: str) -> None:
    assert makes_outage(code, desk.context.around())


@pytest.mark.parametrize("code", ["001", "003", "008", "013", "016", "017", "102", "902", "950"])
def test_what_leaves_another_way_makes_none(desk: Desk, code: str) -> None:
    assert not makes_outage(code, desk.context.around())


def test_one_line_that_is_down_makes_it_probable(desk: Desk) -> None:
    desk.report(code="011")

    assert [("011", "probable", True)] == offered(desk)


def test_two_desks_make_it_nearly_sure(desk: Desk) -> None:
    desk.report(code="011")
    desk.report(code="011", desk="2")

    assert [("011", "nearly-sure", True)] == offered(desk)


def test_somebody_who_was_read_since_makes_it_doubtful(desk: Desk) -> None:
    from madoguchi.wire.exchange.samples import build  # noqa: PLC0415

    desk.report(code="011")
    desk.clock.go(minutes=1)
    sample = build("valid", "utf-8", desk.clock())
    desk.client.post("/api/incidents", content=sample.data, headers={"content-type": "application/xml"})

    assert [("011", "possible", False)] == offered(desk)


def test_practice_makes_none(desk: Desk) -> None:
    desk.report(code="011", practice=True)

    assert [] == offered(desk)


def test_the_banner_stands_while_it_lasts_and_until_everybody_is_done(desk: Desk) -> None:
    assert banner(desk.context, "1") is None
    outage = begin(desk)
    write(desk)

    during = banner(desk.context, "2")
    assert during is not None
    assert (True, "/outage?desk=2") == (during.open, during.url)
    assert "1人" in during.sub

    desk.clock.go(hours=1)
    desk.context.records.close_outage(outage, desk.clock(), "hand")
    after = banner_anywhere(desk.context)
    assert after is not None
    assert (False, "/outage/list?desk=1") == (after.open, after.url)

    (row,) = desk.context.records.entries()
    desk.context.records.reconcile(row.id, "done", desk.clock(), "空山")
    assert banner(desk.context, "1") is None


def test_an_outage_of_yesterday_says_its_day(desk: Desk) -> None:
    begin(desk)
    desk.clock.go(days=1)

    shown = banner(desk.context, "1")
    assert shown is not None
    assert "11月24日 9:00から" in shown.text


def test_settings_that_cannot_be_read_take_no_page_away(desk: Desk) -> None:
    (desk.context.data / "settings.toml").write_text("staff_language = 7", "utf-8")

    assert banner_anywhere(desk.context) is None


def test_what_was_reported_before_the_end_is_not_offered_again_and_what_comes_after_is(desk: Desk) -> None:
    opened = desk.report(code="011")["id"]
    desk.client.post("/outage/open", data={"reason": "011", "incident": opened})
    desk.clock.go(minutes=20)
    desk.client.post("/outage/close")
    desk.clock.go(minutes=1)

    assert "みんなの受付が止まっている" not in desk.client.get("/").text
    assert () == offers_now(desk.context)
    desk.report(code="901", desk="2")
    assert ["901"] == [offer.problem for offer in offers_now(desk.context)]


def test_the_same_trouble_told_once_more_after_the_end_is_offered(desk: Desk) -> None:
    desk.report(code="011")
    begin(desk, ledger=False)
    desk.clock.go(minutes=2)
    desk.client.post("/outage/close")
    desk.clock.go(minutes=1)

    desk.report(code="011")

    assert "みんなの受付が止まっている" in desk.client.get("/").text
