from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from madoguchi.desk.billing import Outcome, claim
from madoguchi.desk.person import PersonView, person_view
from madoguchi.records.ledger import FourItems, LedgerRow

Desk = Any

ROW = LedgerRow(
    "one",
    "outage",
    datetime(2026, 11, 24, 0, 30, tzinfo=UTC),
    "空山",
    "7",
    "waiting",
    date(2026, 12, 10),
    None,
    None,
    None,
    hold=False,
)


WHO = FourItems("髙﨑　𠮷子", "female", date(2019, 5, 1), "架空県")


def person(desk: Desk, outcome: Outcome | None = None, **changes: Any) -> PersonView:
    items = msgspec.structs.replace(WHO, **changes)
    ruled = claim(outcome, items.born, date(2026, 11, 24), items.address) if outcome else None
    return person_view(items, ROW, 3, ruled, "1", "two", desk.context.around())


def test_the_items_stand_there_to_be_looked_up(desk: Desk) -> None:
    shown = person(desk)

    assert [("髙﨑　𠮷子", "髙﨑　𠮷子"), ("女", ""), ("令和元年5月1日（2019年）", "20190501"), ("架空県", "架空県")] == [
        (item.text, item.copy) for item in shown.items
    ]
    assert ("3番の人", "9:30に受付", "", ()) == (shown.title, shown.time, shown.rule, shown.fields)


def test_an_insurer_is_shown_where_there_is_no_address(desk: Desk) -> None:
    assert "架空健保" == person(desk, address="", insurer="架空健保").items[-1].text


@pytest.mark.parametrize(("outcome", "rule"), [("found", "ordinary"), ("former", "former")])
def test_what_was_found_needs_no_number_of_ours(desk: Desk, outcome: Outcome, rule: str) -> None:
    shown = person(desk, outcome)

    assert (rule, ()) == (shown.rule, shown.fields)


def test_an_unknown_claim_stands_there_to_be_copied(desk: Desk) -> None:
    copied = [field.copy for field in person(desk, "not-found").fields]

    assert ["77777777", "77777779", "", "777777777", "不詳　架空県"] == copied
