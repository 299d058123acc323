"""The ledger of patients seen during an outage, as far as it can be worked while it is locked: add, list, reconcile, let go."""

import hashlib
import sqlite3
from datetime import date, datetime, timedelta
from typing import Final, Literal

import msgspec
import sqlalchemy as sa

from madoguchi.base.clock import JAPAN
from madoguchi.base.ids import new_id
from madoguchi.base.settings import Settings
from madoguchi.records.ahead import Ahead
from madoguchi.records.errors import LedgerRefused, RecordsError
from madoguchi.records.requests import same
from madoguchi.records.seal import About, seal
from madoguchi.records.tables import ledger as table
from madoguchi.records.tables import stored

KEEP_DAYS: Final = Settings().ledger_keep_days
"""How long an entry stays after it was reconciled where the facility set nothing else."""

CLAIM_DAY: Final = 10
"""Claims of a month are handed in up to this day of the next one: until then an entry should be looked up
(docs/protocol/outage.md#claims, mark K)."""

_PADDED_TO: Final = 256
"""Items are filled up to a multiple of this many bytes, so that the length of a name or address does not show."""

Sex = Literal["male", "female", "unset"]
State = Literal["waiting", "found", "former", "not-found", "done"]
"""What became of an entry: the current number was found, only a former one, none, or nothing is left to do."""


class FourItems(msgspec.Struct, frozen=True):
    """What is written down from the front of a card: name, sex, birth date, and address or insurer.

    `unchanged`: staff ticked that the patient's last known data still hold.
    """

    name: str
    sex: Sex
    born: date
    address: str = ""
    insurer: str = ""
    unchanged: bool = False


class LedgerRow(msgspec.Struct, frozen=True):
    """What may be known of an entry without opening it."""

    id: str
    outage: str
    at: datetime
    by: str
    slip: str | None
    state: State
    reconcile_by: date
    reconciled_at: datetime | None
    reconciled_by: str | None
    delete_after: datetime | None
    hold: bool


class Added(msgspec.Struct, frozen=True):
    """The entry, and whether it is new.

    `again`: this request was carried out before. `key-taken`: its key belongs to another request. `slip-taken`: another request
    has entered this slip. With both nothing was written, and the id is that of the entry already there.
    """

    id: str
    how: Literal["new", "again", "key-taken", "slip-taken"] = "new"


_ROW = tuple(table.c[name] for name in LedgerRow.__struct_fields__)
_ONE = sa.select(*_ROW).where(table.c.id == sa.bindparam("wanted"))
_DUE = sa.select(table.c.id).where(~table.c.hold, table.c.delete_after <= sa.bindparam("moment"))
_UNFINISHED = sa.select(sa.func.count()).where(table.c.state != "done", table.c.sealed != b"")

# One look and one insert, in the driver's own words: a room full of people waits for them.
_BEFORE: Final = """
SELECT before.id, before.asked, (SELECT id FROM ledger WHERE outage = :outage AND slip = :slip),
    EXISTS (SELECT 1 FROM outages WHERE id = :outage), newest.version, newest.public_key
FROM (SELECT 1) LEFT JOIN (SELECT * FROM ledger_keys ORDER BY version DESC LIMIT 1) AS newest ON newest.destroyed_at IS NULL
    LEFT JOIN ledger AS before ON before.key = :key
"""
_INSERT: Final = """
INSERT INTO ledger (id, outage, key_version, at, by, slip, key, state, reconcile_by, hold, sealed, asked)
VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, FALSE, ?, ?)
"""


def add(  # noqa: PLR0913 - all of it is one entry
    connection: sqlite3.Connection,
    outage: str,
    items: FourItems,
    by: str,
    at: datetime,
    *,
    key: str | None = None,
    asked: str | None = None,
    slip: str | None = None,
    reconcile_by: date | None = None,
    ahead: Ahead | None = None,
) -> Added:
    """Seal and keep one patient's items, once for each request and once for each slip of an outage.

    Args:
        connection: in a transaction.
        outage: the outage's id.
        items: what was written down.
        by: a chosen staff name.
        at: the moment.
        key: the request's key.
        asked: the mark of what it asked.
        slip: the number of the paper slip.
        reconcile_by: the day to look it up by, where it is another than the last for claims.
        ahead: what may have made a part of the sealing ready.

    Raises:
        LedgerRefused: there is no key to seal with.
        RecordsError: `unknown-outage`.
    """
    hashed = None if key is None else hashlib.sha256(key.encode()).hexdigest()
    again, asked_before, taken, known, version, public_key = connection.execute(
        _BEFORE, {"key": hashed, "outage": outage, "slip": slip}
    ).fetchone()
    if again is not None:
        return Added(again, "again" if same(asked_before, asked) else "key-taken")
    if taken is not None:
        return Added(taken, "slip-taken")
    if version is None:
        raise LedgerRefused("no-ledger")
    if not known:
        raise RecordsError("unknown-outage")
    entry, day = new_id(at), reconcile_by or claim_day(at)
    sealed = seal(public_key, encoded(items), about(entry, version), ahead.take(public_key) if ahead else None)
    connection.execute(_INSERT, (entry, outage, version, stored(at), by, slip, hashed, day.isoformat(), sealed, asked))
    return Added(entry)


def about(entry: str, key_version: int) -> About:
    """The place of an entry's items."""
    return About("ledger", "sealed", entry, key_version)


def encoded(items: FourItems) -> bytes:
    """Items as they are sealed, filled up with blanks."""
    data = msgspec.json.encode(items)
    return data.ljust(-(-len(data) // _PADDED_TO) * _PADDED_TO)


def claim_day(at: datetime) -> date:
    """The last day to hand in the claims of the month of a visit."""
    first = at.astimezone(JAPAN).date().replace(day=1)
    return (first + timedelta(days=31)).replace(day=CLAIM_DAY)


def rows(connection: sa.Connection, outage: str | None = None, state: State | None = None) -> list[LedgerRow]:
    """Entries in the order they were written, all or those of an outage or a state."""
    wanted = sa.select(*_ROW).order_by(table.c.number)
    if outage is not None:
        wanted = wanted.where(table.c.outage == outage)
    if state is not None:
        wanted = wanted.where(table.c.state == state)
    return [_row(row) for row in connection.execute(wanted).mappings()]


def unfinished(connection: sa.Connection) -> int:
    """How many entries still have something left to do."""
    return connection.execute(_UNFINISHED).scalar_one()


def load(connection: sa.Connection, entry: str) -> LedgerRow:
    """One entry.

    Raises:
        RecordsError: `unknown-entry`.
    """
    found = connection.execute(_ONE, {"wanted": entry}).mappings().first()
    if found is None:
        raise RecordsError("unknown-entry")
    return _row(found)


def reconcile(  # noqa: PLR0913 - one row of values
    connection: sa.Connection, entry: str, outcome: State, at: datetime, by: str, *, keep_days: int
) -> LedgerRow:
    """Say what became of an entry; from now it is kept `keep_days` more. `waiting` takes a mistake back.

    Raises:
        RecordsError: `unknown-entry`.
    """
    there = load(connection, entry)
    values: dict[str, object] = {"state": outcome, "reconciled_at": None, "reconciled_by": None, "delete_after": None}
    if outcome != "waiting":
        # A clock that was set back shortens nothing.
        moment = max(at, there.at)
        values |= {"reconciled_at": moment, "reconciled_by": by, "delete_after": moment + timedelta(days=keep_days)}
    connection.execute(sa.update(table).where(table.c.id == entry).values(values))
    return load(connection, entry)


def hold(connection: sa.Connection, entry: str, *, on: bool) -> LedgerRow:
    """Keep an entry whatever its day, or let its day count again.

    Raises:
        RecordsError: `unknown-entry`.
    """
    load(connection, entry)
    connection.execute(sa.update(table).where(table.c.id == entry).values(hold=on))
    return load(connection, entry)


def due(connection: sa.Connection, now: datetime) -> list[str]:
    """The ids of entries that are past their day and not held."""
    return list(connection.execute(_DUE, {"moment": now}).scalars())


def sweep(connection: sa.Connection, now: datetime) -> list[str]:
    """Remove what is due; the ids of what was removed."""
    gone = due(connection, now)
    for entry in gone:
        connection.execute(sa.delete(table).where(table.c.id == entry))
    return gone


def _row(found: sa.RowMapping) -> LedgerRow:
    return LedgerRow(**{**found, "reconcile_by": date.fromisoformat(found["reconcile_by"])})
