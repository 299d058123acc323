"""The doors of the records that an outage needs: outages, the sealed ledger, and the audit log."""

import math
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final

import msgspec

from madoguchi.records import attempts, audit, ledger, ledger_keys, outages
from madoguchi.records.ahead import Ahead
from madoguchi.records.audit import AuditRow, Head
from madoguchi.records.audit_check import Anchor, Report, verify
from madoguchi.records.database import Database
from madoguchi.records.errors import LedgerRefused
from madoguchi.records.ledger import KEEP_DAYS, Added, FourItems, LedgerRow, State
from madoguchi.records.outages import Ending, Outage
from madoguchi.records.requests import mark
from madoguchi.records.seal import COSTS, Costs, new_ledger_key
from madoguchi.records.unlocked import OPEN_SECONDS, UnlockedLedger

DOOR: Final = "ledger"
"""What wrong passphrases of the ledger are counted under."""


class Destroyed(msgspec.Struct, frozen=True):
    """A ledger that is gone: how many entries nobody can read any more.

    `log_emptied` is False while another reader kept SQLite's log from being emptied; it is when the last desk is closed.
    """

    entries: int
    log_emptied: bool


class OutageRecords:
    """What an outage leaves behind. `who` is a chosen staff name, `device` a name of ours (`desk-1`, `command-line`).

    Beside RecordsError, LedgerRefused says why the ledger stays shut.
    """

    _database: Database
    _ahead: Ahead

    @property
    def data(self) -> Path:
        """The data directory."""
        return self._database.folder

    def open_outage(  # noqa: PLR0913 - an outage is opened with all of it
        self, desk: str, reason: str, at: datetime, incident: str | None = None, how_sure: str = "", *, who: str = ""
    ) -> Outage:
        """The outage that every desk is in from now; where one is open already, that one.

        Args:
            desk: where it was opened.
            reason: a code or a topic's id.
            at: the moment.
            incident: the incident it came from, if any.
            how_sure: a word of the guide's scale, or empty where somebody opened it by hand.
            who: a chosen staff name, if one was chosen.
        """
        with self._database.writing() as connection:
            there = outages.current(connection)
            begun = there or outages.begin(connection, desk, reason, at, incident=incident, how_sure=how_sure)
            if there is None:
                audit.write(connection, self.data, at, who, desk, what="outage-opened", record=begun.id)
            return begun

    def close_outage(self, outage: str, at: datetime, how: Ending, who: str = "", device: str = "") -> Outage:
        """The outage is over; saying so twice changes nothing. Entries may still be added from paper slips."""
        with self._database.writing() as connection:
            if outages.load(connection, outage).closed_at is None:
                audit.write(connection, self.data, at, who, device, what="outage-closed", record=outage)
            return outages.end(connection, outage, at, how)

    def current_outage(self) -> Outage | None:
        """The outage that is open, or None."""
        with self._database.reading() as connection:
            return outages.current(connection)

    def outage(self, outage: str) -> Outage:
        """One outage; RecordsError `unknown-outage`."""
        with self._database.reading() as connection:
            return outages.load(connection, outage)

    def outages(self) -> list[Outage]:
        """Every outage, the latest first."""
        with self._database.reading() as connection:
            return outages.every(connection)

    def has_ledger(self) -> bool:
        """Whether there is a ledger to write into."""
        with self._database.reading() as connection:
            return ledger_keys.newest(connection) is not None

    def make_ledger(self, passphrase: str, who: str, device: str, at: datetime, costs: Costs = COSTS) -> None:
        """Make the ledger's key. Slow on purpose.

        Raises:
            LedgerRefused: `weak-passphrase`, or `ledger-exists`.
        """
        ledger_keys.require_strong(passphrase)
        if self.has_ledger():
            raise LedgerRefused("ledger-exists")
        public_key, wrapped = new_ledger_key(passphrase, costs)
        with self._database.writing() as connection:
            version = ledger_keys.add(connection, public_key, wrapped, at)
            audit.write(
                connection, self.data, at, who, device, what="ledger-made", record=ledger_keys.fingerprint(version, public_key)
            )

    def add_entry(  # noqa: PLR0913 - all of it is one entry
        self,
        outage: str,
        items: FourItems,
        by: str,
        at: datetime,
        *,
        key: str | None = None,
        slip: str | None = None,
        reconcile_by: date | None = None,
        device: str = "",
    ) -> Added:
        """Seal and keep one patient's items; works while the ledger is locked.

        Args:
            outage: the outage's id, open or over.
            items: what was written down.
            by: a chosen staff name.
            at: the moment.
            key: the request's idempotency key: the same items and slip give the same entry, others under it none.
            slip: the number of the paper slip; a slip is entered once in an outage, by whichever desk is first.
            reconcile_by: the day by which it should be looked up; else the last day to hand in the month's claims.
            device: where it was typed.

        Raises:
            LedgerRefused: `no-ledger`.
            RecordsError: also `unknown-outage`.
        """
        with self._database.writing_plainly() as connection:
            secret = audit.read_key(self.data) if key is not None else None
            asked = mark(secret, key, items, slip) if secret is not None else None
            added = ledger.add(
                connection,
                outage,
                items,
                by,
                at,
                key=key,
                asked=asked,
                slip=slip,
                reconcile_by=reconcile_by,
                ahead=self._ahead,
            )
            if added.how == "new":
                audit.append(connection, self.data, at, by, device, what="added", record=added.id)
                self._ahead.prepare()
            return added

    def entries(self, outage: str | None = None, state: State | None = None) -> list[LedgerRow]:
        """Entries without anything personal, in the order they were written."""
        with self._database.reading() as connection:
            return ledger.rows(connection, outage, state)

    def unfinished_entries(self) -> int:
        """How many entries still have something left to do."""
        with self._database.reading() as connection:
            return ledger.unfinished(connection)

    def entry(self, entry: str) -> LedgerRow:
        """One entry without anything personal; RecordsError `unknown-entry`."""
        with self._database.reading() as connection:
            return ledger.load(connection, entry)

    def reconcile(  # noqa: PLR0913 - what became of it, and who says so
        self, entry: str, outcome: State, at: datetime, by: str, *, keep_days: int = KEEP_DAYS, device: str = ""
    ) -> LedgerRow:
        """Say what became of an entry: from then on it is kept `keep_days` more. `waiting` takes a mistake back."""
        with self._database.writing() as connection:
            audit.write(connection, self.data, at, by, device, what=f"reconciled-{outcome}", record=entry)
            return ledger.reconcile(connection, entry, outcome, at, by, keep_days=keep_days)

    def hold(self, entry: str, at: datetime, who: str, *, on: bool, device: str = "") -> LedgerRow:
        """Legal hold: keep an entry whatever its day; `on=False` lets its day count again."""
        with self._database.writing() as connection:
            audit.write(connection, self.data, at, who, device, what="held" if on else "released", record=entry)
            return ledger.hold(connection, entry, on=on)

    def sweep_ledger(self, now: datetime) -> list[str]:
        """Delete reconciled entries that are past their day and not held; their ids. To be called at starts and daily."""
        with self._database.reading() as connection:
            if not ledger.due(connection, now):
                return []
        with self._database.writing() as connection:
            gone = ledger.sweep(connection, now)
            for entry in gone:
                audit.write(connection, self.data, now, "", "", what="deleted", record=entry)
        self._database.forget()
        return gone

    def unlock(  # noqa: PLR0913 - each is asked for at the door
        self,
        passphrase: str,
        who: str,
        device: str,
        at: datetime,
        *,
        seconds: float = OPEN_SECONDS,
        tick: Callable[[], float] = time.monotonic,
    ) -> UnlockedLedger:
        """The open ledger. Slow on purpose, and wrong passphrases make the next try wait.

        Raises:
            LedgerRefused: `no-ledger`, `wrong-passphrase`, `wait` with seconds, or `ledger-changed`.
        """
        with self._database.reading() as connection:
            keys = ledger_keys.living(connection)
        if not keys:
            raise LedgerRefused("no-ledger")
        with self._database.writing() as connection:
            wait = attempts.begin(connection, DOOR, at)
        if wait:
            raise LedgerRefused("wait", math.ceil(wait.total_seconds()))
        try:
            private = ledger_keys.opened(keys, passphrase)
        except LedgerRefused as refused:
            self.audit(at, who, device, refused.reason, DOOR)
            raise
        with self._database.writing() as connection:
            attempts.forgive(connection, DOOR)
            audit.write(connection, self.data, at, who, device, what="unlocked", record=DOOR)
        return UnlockedLedger(self._database, private, seconds, tick)

    def destroy_ledger(self, at: datetime, who: str, device: str, *, even_held: bool = False) -> Destroyed:
        """Overwrite every key and every sealed entry, for ever. Backups are not reached.

        Raises:
            LedgerRefused: `no-ledger`, or `held-entries` unless `even_held`.
        """
        with self._database.writing() as connection:
            if ledger_keys.newest(connection) is None:
                raise LedgerRefused("no-ledger")
            if not even_held and any(row.hold for row in ledger.rows(connection)):
                raise LedgerRefused("held-entries")
            gone = ledger_keys.destroy(connection, at)
            audit.write(connection, self.data, at, who, device, what="destroyed", record=str(gone))
        return Destroyed(gone, self._database.forget())

    def audit(self, at: datetime, who: str, device: str, what: str, record: str = "") -> Head:
        """Add a row to the audit log: a login, a setting changed, a page of personal data shown. Nothing personal goes in."""
        with self._database.writing() as connection:
            return audit.write(connection, self.data, at, who, device, what=what, record=record)

    def audit_verify(self, anchor: Anchor | None = None) -> Report:
        """Whether the audit log is as it was written; an anchor proves that nothing up to it was cut off."""
        with self._database.reading() as connection:
            return verify(connection, audit.read_key(self.data), anchor)

    def audit_head(self) -> Head:
        """The end of the audit log; `.short` is what is printed, and typed back into `madoguchi audit verify --anchor`."""
        with self._database.reading() as connection:
            return audit.head(connection)

    def audit_rows(self, limit: int = 200, record: str | None = None) -> list[AuditRow]:
        """The latest rows of the audit log, the newest first."""
        with self._database.reading() as connection:
            return audit.rows(connection, limit, record)

    def last_backup(self) -> datetime | None:
        """When the last backup was made, or None: what a reminder is made from."""
        with self._database.reading() as connection:
            return audit.last_of(connection, "backup-made")
