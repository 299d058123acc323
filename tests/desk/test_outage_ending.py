from datetime import datetime, timedelta
from typing import Any

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.desk.outage_ending import end_outage, not_over, probe_says_over
from madoguchi.records.outages import Ending, Outage
from tests.desk.outages import begin, write

Desk = Any
NINE = datetime(2026, 11, 24, 9, tzinfo=JAPAN)


class OneOutage:
    def __init__(self) -> None:
        self.outage: Outage | None = Outage("one", "desk-1", "011", None, "told", NINE)

    def current_outage(self) -> Outage | None:
        return self.outage

    def close_outage(self, outage: str, at: datetime, how: Ending, who: str = "", device: str = "") -> Outage:
        del who, device
        self.outage = None
        return Outage(outage, "desk-1", "011", None, "told", NINE, at, how)


@pytest.mark.parametrize("how", ["result", "probe", "hand"])
def test_an_outage_ends_by_whoever_finds_it_out(how: Ending) -> None:
    ended = end_outage(OneOutage(), NINE + timedelta(minutes=30), how)

    assert ended is not None
    assert (how, NINE + timedelta(minutes=30)) == (ended.how, ended.closed_at)


@pytest.mark.parametrize(("how", "ends"), [("result", False), ("probe", False), ("hand", True)])
def test_a_result_that_was_on_its_way_ends_nothing(how: Ending, *, ends: bool) -> None:
    assert ends is (end_outage(OneOutage(), NINE + timedelta(seconds=5), how) is not None)


def test_where_none_is_open_none_ends() -> None:
    outages = OneOutage()
    outages.outage = None

    assert end_outage(outages, NINE, "hand") is None


def over(desk: Desk, minutes: float = 30) -> datetime:
    """A probe that sees the line again, some minutes after now."""
    desk.clock.go(minutes=minutes)
    probe_says_over(desk.context, desk.clock(), "outage-banner-go")
    at: datetime = desk.clock()
    return at


def proposed(desk: Desk) -> bool:
    """Whether the staff screen asks whether it is over."""
    return "なおっているようです" in desk.client.get("/").text


def test_what_a_probe_says_is_proposed_with_its_time_and_ends_nothing(desk: Desk) -> None:
    begin(desk)
    write(desk)
    over(desk)

    assert "9:30から、なおっているようです" in desk.client.get("/?desk=2").text
    assert desk.context.records.current_outage() is not None
    assert "9:30" in desk.client.get("/outage").text


def test_one_press_agrees_and_the_outage_is_over_as_a_probe_found_it(desk: Desk) -> None:
    begin(desk)
    over(desk)

    desk.client.post("/outage/close", data={"how": "probe", "desk": "2"})

    (ended,) = desk.context.records.outages()
    assert ("probe", desk.clock()) == (ended.how, ended.closed_at)
    assert not proposed(desk)


def test_somebody_who_knows_better_is_not_asked_again_until_it_was_broken_and_mended_once_more(desk: Desk) -> None:
    begin(desk)
    since = over(desk)
    desk.client.post("/outage/not-over")
    desk.clock.go(minutes=1)

    probe_says_over(desk.context, since, "outage-banner-go")
    assert not proposed(desk)
    over(desk)
    assert proposed(desk)


def test_a_probe_that_sees_the_trouble_again_takes_it_back(desk: Desk) -> None:
    begin(desk)
    over(desk)

    not_over(desk.context)

    assert not proposed(desk)


def test_whatever_is_reported_since_takes_it_back(desk: Desk) -> None:
    begin(desk)
    desk.report(code="011")
    over(desk, minutes=5)
    assert proposed(desk)
    desk.clock.go(minutes=1)

    desk.report(code="011")

    assert not proposed(desk)
    over(desk)
    assert proposed(desk)


def test_where_there_is_no_outage_or_it_has_just_begun_a_probe_proposes_nothing(desk: Desk) -> None:
    assert probe_says_over(desk.context, desk.clock(), "outage-banner-go") is None
    begin(desk)

    over(desk, minutes=0.5)

    assert not proposed(desk)
