"""Makes one encrypted file of everything a desk keeps, while it goes on working, and keeps some files of before."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal

import msgspec

from madoguchi.records.audit import GENESIS, Head
from madoguchi.records.database import FILE
from madoguchi.records.durable import create_private, settle
from madoguchi.records.errors import RecordsError, reason_of
from madoguchi.records.ledger_keys import require_strong
from madoguchi.records.records import Records
from madoguchi.records.seal import COSTS, Costs
from madoguchi.records.sealed_file import PIECE, Flaw, SealedFileError, read_sealed, write_sealed

KIND: Final = "backup"
"""The kind of a backup, in the head of its file."""

KEEP: Final = 7
"""How many files there are at most: the newest, and those of before with a number at the end of their names."""

LEFT_OUT: Final = frozenset({"cache", "practice"})
"""Folders that hold nothing of the facility: plans are computed anew, practice is practice."""

_SNAPSHOT: Final = "madoguchi-snapshot.part"


class BackupRefused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """No backup was made, or none was read; what was there is as it was."""

    def __init__(self, reason: "Flaw | Literal['no-data', 'data-exists', 'desk-running', 'newer', 'unwritable']") -> None:
        """Carry the reason alone."""
        super().__init__(reason)
        self.reason = reason


class Member(msgspec.Struct, frozen=True, array_like=True):
    """What stands before each file inside: its place in the data directory, with `/`, and its size in bytes."""

    name: str
    size: int


class Made(msgspec.Struct, frozen=True):
    """A backup: where, how large, the audit log's head inside it, files kept beside it, and whether the log knows of it."""

    file: str
    bytes: int
    files: int
    audit_head: str
    generations: int
    noted: bool


def backup(  # noqa: PLR0913 - what, where to, and by whom
    data: Path, out: Path, passphrase: str, *, who: str, device: str, at: datetime, keep: int = KEEP, costs: Costs = COSTS
) -> Made:
    """Make a backup, read it back, and only then let it take the place of the one before.

    Raises:
        BackupRefused: `no-data`, `unwritable`, or a flaw where what was written does not read back.
        LedgerRefused: `weak-passphrase`.
        RecordsError: the records cannot be read.
    """
    require_strong(passphrase)
    if out.is_dir() or not out.parent.is_dir():
        raise BackupRefused("unwritable")
    if not (data / FILE).is_file():
        raise BackupRefused("no-data")
    try:
        return _make(data, out, passphrase, (who, device, at), keep=keep, costs=costs)
    except OSError as error:
        raise BackupRefused("unwritable") from error


def _make(  # noqa: PLR0913 - as above
    data: Path, out: Path, passphrase: str, by: tuple[str, str, datetime], *, keep: int, costs: Costs
) -> Made:
    who, device, at = by
    fresh, snapshot = out.with_name(f"{out.name}.new"), _room(data, out) / _SNAPSHOT
    try:
        take_snapshot(data / FILE, snapshot)
        head = head_of(snapshot)
        files = {FILE: snapshot} | _files(data, out)
        facts = {"made_at": at.isoformat(), "audit_head": head.short, "version": version_of(snapshot)}
        write_sealed(fresh, passphrase, KIND, facts, _content(files), costs=costs)
        for _piece in read_sealed(fresh, passphrase, KIND):
            pass
        generations = _rotate(fresh, out, max(keep, 1))
    except SealedFileError as error:
        raise BackupRefused(error.flaw) from error
    finally:
        for left in (fresh, snapshot):
            left.unlink(missing_ok=True)
    return Made(str(out), out.stat().st_size, len(files), head.short, generations, _note(data, who, device, at, head))


def take_snapshot(database: Path, to: Path) -> None:
    """A consistent copy of a database that others may be writing to, without what was ever removed from it.

    Raises:
        RecordsError: it cannot be read, or the copy not be written.
    """
    create_private(to).close()
    try:
        with closing(_reading(database)) as connection:
            connection.execute("PRAGMA temp_store=MEMORY")
            connection.execute("VACUUM INTO ?", [str(to)])
    except sqlite3.Error as error:
        raise RecordsError(reason_of(error)) from error


def head_of(database: Path) -> Head:
    """The end of the audit log of a database file that nobody uses.

    Raises:
        RecordsError: it cannot be read.
    """
    try:
        with closing(sqlite3.connect(database)) as connection:
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit'").fetchone() is None:
                return Head(0, GENESIS)
            found = connection.execute("SELECT number, mac FROM audit ORDER BY number DESC LIMIT 1").fetchone()
            return Head(*found) if found else Head(0, GENESIS)
    except sqlite3.Error as error:
        raise RecordsError(reason_of(error)) from error


def version_of(database: Path) -> str:
    """The migration a database file that nobody uses stands at.

    Raises:
        RecordsError: it cannot be read.
    """
    try:
        with closing(sqlite3.connect(database)) as connection:
            return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except sqlite3.Error as error:
        raise RecordsError(reason_of(error)) from error


def _room(data: Path, out: Path) -> Path:
    """Where the copy lies for a while: beside what it is a copy of, or, on a disk that takes no writing, beside the backup."""
    try:
        create_private(data / _SNAPSHOT).close()
    except OSError:
        return out.parent
    return data


def _reading(database: Path) -> sqlite3.Connection:
    address = database.absolute().as_uri()
    try:
        connection = sqlite3.connect(f"{address}?mode=ro", uri=True)
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        # On a disk that cannot be written to the log's index cannot be made; without a log there is nothing it would tell.
        if database.with_name(f"{database.name}-wal").exists():
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection


def _files(data: Path, out: Path) -> dict[str, Path]:
    """Everything else that is kept, by its place; backups that lie in the data directory do not go into each other."""
    backups = re.compile(rf"{re.escape(out.name)}(\.\d+|\.new)?")
    found = {}
    for path in sorted(data.rglob("*")):
        place = path.relative_to(data)
        ours = path.parent.resolve() == out.parent.resolve() and backups.fullmatch(path.name)
        passing = path.name.startswith(FILE) or any(part.endswith(".part") for part in place.parts)
        if path.is_file() and not path.is_symlink() and place.parts[0] not in LEFT_OUT and not ours and not passing:
            found[place.as_posix()] = path
    return found


def _content(files: dict[str, Path]) -> Iterator[bytes]:
    for name, path in files.items():
        with path.open("rb") as file:
            first = file.read() if name != FILE else b""
            head = msgspec.msgpack.encode(Member(name, len(first) or path.stat().st_size))
            yield len(head).to_bytes(4, "big") + head + first
            while part := file.read(PIECE):
                yield part


def _rotate(fresh: Path, out: Path, keep: int) -> int:
    """Move each file one place back, the oldest away, and the fresh one to the front."""
    places = [out, *(out.with_name(f"{out.name}.{number}") for number in range(1, keep))]
    for newer, older in reversed(list(pairwise(places))):
        if newer.is_file():
            newer.replace(older)
    number = keep
    while (beyond := out.with_name(f"{out.name}.{number}")).is_file():
        beyond.unlink()
        number += 1
    settle(fresh, out)
    return sum(place.is_file() for place in places)


def _note(data: Path, who: str, device: str, at: datetime, head: Head) -> bool:
    """Write down that a backup was made; a disk that cannot be written to is no reason against having one."""
    with suppress(RecordsError), closing(Records.open(data)) as records:
        records.audit(at, who, device, "backup-made", head.short)
        return True
    return False
