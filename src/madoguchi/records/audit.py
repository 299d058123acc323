"""The audit log: who did what to which record, each row chained to the one before with a key that is not in the database."""

import hashlib
import hmac
import secrets
import sqlite3
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec
import sqlalchemy as sa

from madoguchi.records.database import driver_of
from madoguchi.records.durable import write_durably
from madoguchi.records.errors import RecordsError
from madoguchi.records.tables import audit as table
from madoguchi.records.tables import stored

KEY_FILE: Final = "audit.key"
"""Stands beside the database, never in it: whoever only has the database cannot make a row that fits."""

KEY_BYTES: Final = 32

KEY_MADE: Final = "key-made"
"""The first row under a key. A second one tells that the first key was lost."""

GENESIS: Final = b"madoguchi audit 1"
"""What the first row is chained to."""

SHORT: Final = 20
"""Hexadecimal digits of a head as it is printed: 80 bits, more than anybody can search through."""


class AuditRow(msgspec.Struct, frozen=True):
    """Who (a chosen staff name) did what, when, from which device, to which record."""

    number: int
    at: datetime
    who: str
    device: str
    what: str
    record: str


class Head(msgspec.Struct, frozen=True):
    """The end of the chain: everything up to row `number` follows from `mac`."""

    number: int
    mac: bytes

    @property
    def short(self) -> str:
        """As it is printed and typed back: `128-3f9a-c01d-…`."""
        digits = self.mac.hex()[:SHORT]
        return "-".join((str(self.number), *(digits[at : at + 4] for at in range(0, SHORT, 4))))


_LAST: Final = "SELECT number, CAST(mac AS BLOB) FROM audit ORDER BY number DESC LIMIT 1"
_INSERT: Final = "INSERT INTO audit (number, at, who, device, what, record, mac) VALUES (?, ?, ?, ?, ?, ?, ?)"


def write(  # noqa: PLR0913 - one row
    connection: sa.Connection, data: Path, at: datetime, who: str, device: str, *, what: str, record: str = ""
) -> Head:
    """Add a row, in the transaction of what it tells of; the new head.

    Raises:
        RecordsError: `read-only` where the key cannot be made.
    """
    return append(driver_of(connection), data, at, who, device, what=what, record=record)


def append(  # noqa: PLR0913 - one row
    connection: sqlite3.Connection, data: Path, at: datetime, who: str, device: str, *, what: str, record: str = ""
) -> Head:
    """As `write`, with the driver's own connection.

    Raises:
        RecordsError: `read-only` where the key cannot be made.
    """
    last = _head(connection)
    key, made = _key_for_writing(data)
    if made or last.number == 0:
        last = _append(connection, key, last, (stored(at), "", "", KEY_MADE, ""))
    return _append(connection, key, last, (stored(at), who, device, what, record))


def head(connection: sa.Connection) -> Head:
    """The end of the chain; number 0 where nothing was written yet."""
    return _head(driver_of(connection))


def _head(connection: sqlite3.Connection) -> Head:
    found = connection.execute(_LAST).fetchone()
    return Head(0, GENESIS) if found is None else Head(*found)


def mac_of(key: bytes, before: bytes, values: tuple[object, ...]) -> bytes:
    """The seal of a row: over its own values (number, moment as it is stored, who, device, what, record) and the row before."""
    return hmac.digest(key, msgspec.json.encode(values) + b"\n" + before, hashlib.sha256)


def read_key(data: Path) -> bytes | None:
    """The key, or None where there is none that could be one."""
    place = _place(data)
    try:
        there = place.stat()
        return _read(place, there.st_ino, there.st_size, there.st_mtime_ns, there.st_ctime_ns)
    except OSError:
        return None


@lru_cache(maxsize=4)
def _place(data: Path) -> Path:
    return data / KEY_FILE


@lru_cache(maxsize=4)
def _read(place: Path, *_as_it_stands: int) -> bytes | None:
    """The key in a file. Asked again only when the file has become another: it is needed for every row."""
    key = place.read_bytes()
    return key if len(key) == KEY_BYTES else None


def rows(connection: sa.Connection, limit: int = 200, record: str | None = None) -> list[AuditRow]:
    """The latest rows, the newest first, all or those of one record."""
    wanted = sa.select(*(table.c[name] for name in AuditRow.__struct_fields__)).order_by(table.c.number.desc()).limit(limit)
    if record is not None:
        wanted = wanted.where(table.c.record == record)
    return [AuditRow(**row) for row in connection.execute(wanted).mappings()]


def last_of(connection: sa.Connection, what: str) -> datetime | None:
    """When something was last done, or None."""
    wanted = sa.select(table.c.at).where(table.c.what == what).order_by(table.c.number.desc()).limit(1)
    return connection.execute(wanted).scalar()


def _append(connection: sqlite3.Connection, key: bytes, last: Head, told: tuple[str, str, str, str, str]) -> Head:
    number = last.number + 1
    mac = mac_of(key, last.mac, (number, *told))
    connection.execute(_INSERT, (number, *told, mac))
    return Head(number, mac)


def _key_for_writing(data: Path) -> tuple[bytes, bool]:
    """The key, and whether it had to be made. Called inside a writing transaction, so only one desk makes it."""
    key = read_key(data)
    if key is not None:
        return key, False
    key = secrets.token_bytes(KEY_BYTES)
    try:
        with suppress(FileNotFoundError):
            # Damaged, not absent: it is put aside, for somebody may still mend it.
            (data / KEY_FILE).replace(data / f"{KEY_FILE}.damaged")
        write_durably(data / KEY_FILE, key)
    except OSError as error:
        raise RecordsError("read-only") from error
    return key, True
