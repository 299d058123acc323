from datetime import datetime, timedelta

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.desk.outage_ending import end_outage
from madoguchi.records.outages import Ending, Outage

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
