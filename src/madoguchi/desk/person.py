"""One person of the ledger as the page shows them while the ledger is open: the four items, and the claim."""

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around
from madoguchi.desk.billing import Claim
from madoguchi.desk.certificate import in_words
from madoguchi.desk.eras import era_of
from madoguchi.desk.outage_view import clock
from madoguchi.records.ledger import FourItems, LedgerRow


class Item(msgspec.Struct, frozen=True):
    """A line with its name; `copy` is what the button copies, empty where there is nothing to copy."""

    name: str
    text: str
    copy: str = ""


class PersonView(msgspec.Struct, frozen=True):
    """One person. `rule` names the rule of the claim, empty while nobody was looked up; `next` is the next entry.

    `kept` says until when this is kept, empty while nobody was looked up; `hold` where it is kept whatever its day.
    """

    id: str
    desk: str
    number: int
    title: str
    time: str
    slip: str
    by: str
    items: tuple[Item, ...]
    unchanged: bool
    rule: str
    fields: tuple[Item, ...]
    next: str
    done: bool
    kept: str
    hold: bool


def person_view(  # noqa: PLR0913, PLR0917 - a page is made from all of it
    items: FourItems, row: LedgerRow, number: int, claim: Claim | None, desk: str, following: str, around: Around
) -> PersonView:
    """Somebody's items and, once looked up, the claim."""
    return PersonView(
        id=row.id,
        desk=desk,
        number=number,
        title=around.text("person-title", number=number),
        time=around.text("person-time", time=clock(row.at)),
        slip=row.slip or "",
        by=row.by,
        items=tuple(_items(items, around)),
        unchanged=items.unchanged,
        rule=claim.rule if claim else "",
        fields=tuple(_fields(claim, around)) if claim else (),
        next=following,
        done=row.state == "done",
        kept=kept_until(row, around),
        hold=row.hold,
    )


def kept_until(row: LedgerRow, around: Around) -> str:
    """Until when an entry is kept, in words; empty while nothing decides it."""
    if row.hold:
        return around.text("kept-held")
    if row.delete_after is None:
        return ""
    return around.text("kept-until", day=in_words(row.delete_after.astimezone(JAPAN).date(), around))


def _items(items: FourItems, around: Around) -> list[Item]:
    era, year = era_of(items.born)
    born = around.text(
        "era-date-both",
        era=era.name,
        year="元" if year == 1 else str(year),
        month=items.born.month,
        day=items.born.day,
        western=str(items.born.year),
    )
    found = [
        Item(around.text("entry-name"), items.name, items.name),
        Item(around.text("entry-sex"), around.text(f"entry-sex-{items.sex}")),
        Item(around.text("entry-born"), born, items.born.strftime("%Y%m%d")),
    ]
    if items.address:
        found.append(Item(around.text("entry-address"), items.address, items.address))
    if items.insurer:
        found.append(Item(around.text("declaration-insurer"), items.insurer, items.insurer))
    return found


def _fields(claim: Claim, around: Around) -> list[Item]:
    if claim.rule != "unknown":
        return []
    return [
        Item(around.text("person-claim-insurer"), claim.insurer, claim.insurer),
        Item(around.text("person-claim-insurer-else"), claim.insurer_else, claim.insurer_else),
        Item(around.text("person-claim-symbol"), around.text("person-claim-symbol-empty")),
        Item(around.text("person-claim-value"), claim.number, claim.number),
        Item(around.text("person-claim-remarks"), claim.remarks, claim.remarks),
    ]
