"""An outage for tests: begun at a desk, with a light ledger, and people who never were."""

from typing import Any

from madoguchi.records.seal import Costs

Desk = Any

PASSPHRASE = "架空の合言葉です"

LIGHT = Costs(1, 1, 8)
"""Costs that protect nothing and take no time."""

PERSON = {"name": "架空　花子", "sex": "female", "born": "S59.5.12", "address": "架空県架空市1-2"}


def begin(desk: Desk, *, ledger: bool = True, reason: str = "011") -> str:
    """Begin an outage by hand; its id."""
    assert desk.client.post("/outage/open", data={"reason": reason}).status_code == 200
    if ledger:
        desk.context.records.make_ledger(PASSPHRASE, "", "desk-1", desk.clock(), LIGHT)
    outage: str = desk.context.records.current_outage().id
    return outage


def write(desk: Desk, /, *, follow: bool = True, **told: Any) -> Any:
    """Send the form of the four items, by default of one person who never was."""
    return desk.client.post("/outage/entry", data=PERSON | told, follow_redirects=follow)


def unlock(desk: Desk, passphrase: str = PASSPHRASE, who: str = "空山") -> Any:
    """Open the ledger in this browser."""
    return desk.client.post("/outage/unlock", data={"who": who, "passphrase": passphrase})


def looks(desk: Desk, entry: str) -> list[tuple[str, str, str]]:
    """Who did what where with an entry, the oldest first."""
    return [(row.who, row.device, row.what) for row in reversed(desk.context.records.audit_rows(record=entry))]
