"""The ledger while it is open: what needs the private key. It shuts by itself, and every look is written down first."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
import sqlalchemy as sa

from madoguchi.records import audit, ledger, ledger_keys, outages
from madoguchi.records.database import Database
from madoguchi.records.duplicates import Duplicate, find
from madoguchi.records.errors import LedgerRefused
from madoguchi.records.ledger import FourItems, LedgerRow, about
from madoguchi.records.ledger_keys import PrivateKeys
from madoguchi.records.seal import COSTS, Costs, PrivateKey, SealError, open_sealed, wrap
from madoguchi.records.sealed_file import write_sealed
from madoguchi.records.tables import ledger as table

OPEN_SECONDS: Final = 15 * 60
"""How long it stays open after it was last used."""

EXPORT: Final = "ledger"
"""The kind of an export, in the head of its file."""

_SEALED = sa.select(table.c.id, table.c.key_version, table.c.sealed)


class Opened(msgspec.Struct, frozen=True):
    """Entries that could be opened, by id, and the ids of those that were changed, moved or damaged."""

    items: dict[str, FourItems]
    unreadable: tuple[str, ...] = ()


class ExportedEntry(msgspec.Struct, frozen=True):
    """One entry in an export; `items` is None where it could not be opened."""

    entry: LedgerRow
    items: FourItems | None


class Exported(msgspec.Struct, frozen=True):
    """An export: when it was made, and every entry."""

    made_at: datetime
    outages: tuple[outages.Outage, ...]
    entries: tuple[ExportedEntry, ...]


class UnlockedLedger:
    """Reads entries until it is locked, by hand or by itself after OPEN_SECONDS without use.

    Every method raises LedgerRefused `ledger-locked` when that time is over, and RecordsError where the look could not be
    written down: then nothing is shown.
    """

    def __init__(
        self, database: Database, keys: PrivateKeys, seconds: float, tick: Callable[[], float] = time.monotonic
    ) -> None:
        """Use the private keys for a while; `tick` counts seconds and cannot be set back."""
        self._database = database
        self._keys: PrivateKeys = keys
        self._seconds = seconds
        self._tick = tick
        self._until = tick() + seconds

    @property
    def locked(self) -> bool:
        """Whether it is shut."""
        if self._tick() >= self._until:
            self._keys = {}
        return not self._keys

    def lock(self) -> None:
        """Shut it now: the keys are let go."""
        self._keys = {}

    def read(self, entry: str, who: str, device: str, at: datetime) -> FourItems:
        """One entry's items; the look is on the disk before they are given.

        Raises:
            LedgerRefused: `unreadable-entry` where it was changed, moved or damaged; also that is written down.
            RecordsError: `unknown-entry`.
        """
        found = self.read_many([entry], who, device, at)
        if found.unreadable:
            raise LedgerRefused("unreadable-entry")
        return found.items[entry]

    def read_many(self, entries: Sequence[str], who: str, device: str, at: datetime) -> Opened:
        """Items of several entries, for a list; each is a look of its own in the audit log.

        Raises:
            RecordsError: `unknown-entry`.
        """
        keys = self._in_use()
        with self._database.writing() as connection:
            for entry in entries:
                ledger.load(connection, entry)
            found = _open(connection, keys, table.c.id.in_(entries))
            for entry in entries:
                self._tell(connection, at, who, device, "unreadable" if entry in found.unreadable else "read", entry)
        return found

    def duplicates(self) -> list[Duplicate]:
        """Entries of one outage that are probably the same person. Gives ids only, so nobody has looked."""
        keys = self._in_use()
        with self._database.reading() as connection:
            by_outage: dict[str, dict[str, FourItems]] = {}
            items = _open(connection, keys, sa.true()).items
            for row in ledger.rows(connection):
                if row.id in items:
                    by_outage.setdefault(row.outage, {})[row.id] = items[row.id]
        return [found for outage, told in by_outage.items() for found in find(outage, told)]

    def unreadable(self) -> tuple[str, ...]:
        """Ids of entries that were changed, moved or damaged."""
        keys = self._in_use()
        with self._database.reading() as connection:
            return _open(connection, keys, sa.true()).unreadable

    def rewrap(self, new_passphrase: str, who: str, device: str, at: datetime, *, costs: Costs = COSTS) -> int:
        """Make a new key under a new passphrase; what was sealed before stays readable. The version of the new key.

        From here on the old passphrase opens nothing of this database; backups made before keep the old one.

        Raises:
            LedgerRefused: `weak-passphrase`, or `ledger-locked` where somebody else changed the key meanwhile.
        """
        keys = self._in_use()
        ledger_keys.require_strong(new_passphrase)
        private = PrivateKey.generate()
        public_key, wrapped = private.public_key().public_bytes_raw(), wrap(private, new_passphrase, costs)
        with self._database.writing() as connection:
            version = ledger_keys.follow(connection, keys, public_key, wrapped, at)
            self._tell(connection, at, who, device, "rotated", ledger_keys.fingerprint(version, public_key))
        self._keys = {**keys, version: private}
        self._database.forget()
        return version

    def export(  # noqa: PLR0913 - what is written, and by whom
        self, path: Path, passphrase: str, who: str, device: str, at: datetime, *, costs: Costs = COSTS
    ) -> int:
        """Write every entry into one encrypted file; how many there were.

        Raises:
            LedgerRefused: `weak-passphrase`.
            OSError: the file could not be written.
        """
        keys = self._in_use()
        ledger_keys.require_strong(passphrase)
        with self._database.writing() as connection:
            items = _open(connection, keys, sa.true()).items
            entries = tuple(ExportedEntry(row, items.get(row.id)) for row in ledger.rows(connection))
            self._tell(connection, at, who, device, "exported", str(len(entries)))
            content = msgspec.json.encode(Exported(at, tuple(outages.every(connection)), entries))
        write_sealed(path, passphrase, EXPORT, {"made_at": at.isoformat()}, [content], costs=costs)
        return len(entries)

    def _in_use(self) -> PrivateKeys:
        if self.locked:
            raise LedgerRefused("ledger-locked")
        self._until = self._tick() + self._seconds
        return self._keys

    def _tell(  # noqa: PLR0913, PLR0917 - one row of the audit log
        self, connection: sa.Connection, at: datetime, who: str, device: str, what: str, record: str
    ) -> None:
        audit.write(connection, self._database.path.parent, at, who, device, what=what, record=record)


def _open(connection: sa.Connection, keys: PrivateKeys, which: sa.ColumnElement[bool]) -> Opened:
    items: dict[str, FourItems] = {}
    unreadable: list[str] = []
    for entry, version, sealed in connection.execute(_SEALED.where(which).order_by(table.c.number)):
        try:
            items[entry] = _opened(keys, entry, version, sealed)
        except SealError:
            unreadable.append(entry)
    return Opened(items, tuple(unreadable))


def _opened(keys: PrivateKeys, entry: str, version: object, sealed: object) -> FourItems:
    if not isinstance(version, int) or not isinstance(sealed, bytes) or version not in keys:
        raise SealError
    try:
        return msgspec.json.decode(open_sealed(keys[version], sealed, about(entry, version)), type=FourItems)
    except msgspec.DecodeError:
        raise SealError from None
