"""Reads a backup: proves that it is whole without touching anything, or puts it in the place of a desk's data."""

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from madoguchi.records.audit import KEY_BYTES, KEY_FILE
from madoguchi.records.audit_check import Report, verify
from madoguchi.records.backup import KIND, BackupRefused, Member
from madoguchi.records.database import FILE, HEAD, Database
from madoguchi.records.durable import create_private, settle
from madoguchi.records.errors import RecordsError, reason_of
from madoguchi.records.records import Records
from madoguchi.records.sealed_file import PIECE, SealedFileError, read_head, read_sealed

_OURS: Final = (FILE, "settings.toml", KEY_FILE, "photos")
"""What makes a folder somebody's data."""

_DRAFT: Final = "restoring.part"
_SAFE: Final = re.compile(r"(?!\.{1,2}$)[^\\/:\x00]+")


class Examined(msgspec.Struct, frozen=True):
    """What a backup holds: when it was made, its files, its audit log, and whether log and database are whole."""

    made_at: str
    audit_head: str
    files: int
    bytes: int
    database_whole: bool
    audit: Report

    @property
    def good(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.database_whole and not self.audit.findings and self.audit.head == self.audit_head


def examine(file: Path, passphrase: str) -> Examined:
    """Read every byte of a backup and look at what is inside; nothing but its database is written anywhere, and only for now.

    Raises:
        BackupRefused: with the flaw.
    """
    with tempfile.TemporaryDirectory(prefix="madoguchi-") as folder:
        key = bytearray()

        def place(name: str) -> "BinaryIO | _Kept | None":
            if name == FILE:
                return create_private(Path(folder) / FILE)
            return _Kept(key) if name == KEY_FILE else None

        members = _unpack(file, passphrase, place)
        return _look(file, members, Path(folder) / FILE, bytes(key))


def restore(  # noqa: PLR0913 - what, where to, and by whom
    file: Path, data: Path, passphrase: str, *, who: str, device: str, at: datetime, force: bool = False
) -> Examined:
    """Put a backup in place, after all of it was read and found whole.

    Args:
        file: the backup.
        data: the data directory; made where it is not there.
        passphrase: of the backup.
        who: a chosen staff name.
        device: a name of ours.
        at: the moment.
        force: overwrite what is there.

    Raises:
        BackupRefused: `data-exists` without `force`, `desk-running`, `newer`, `unwritable`, or a flaw.
        RecordsError: the restored records cannot be opened.
    """
    if not force and any((data / name).exists() for name in _OURS):
        raise BackupRefused("data-exists")
    require_alone(data / FILE)
    draft = data / _DRAFT
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        members = _unpack(file, passphrase, lambda name: _in_folder(draft, name))
        key = (draft / KEY_FILE).read_bytes() if (draft / KEY_FILE).is_file() else b""
        found = _look(file, members, draft / FILE, key)
        if not found.database_whole:
            raise BackupRefused("changed")
        require_alone(data / FILE)
        _settle(draft, data, members)
    except OSError as error:
        raise BackupRefused("unwritable") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    with closing(Records.open(data)) as records:
        records.audit(at, who, device, "restored", found.audit_head)
        # What was deleted after the backup was made comes back with it: what is past its day goes again at once.
        records.sweep_ledger(at)
    return found


def require_alone(database: Path) -> None:
    """Refuse while anybody has the database open. A desk that died holds nothing.

    Raises:
        BackupRefused: `desk-running`.
    """
    if not database.is_file():
        return
    try:
        with closing(sqlite3.connect(database, timeout=0)) as connection:
            # So the first look takes the file alone, which every open desk prevents: https://www.sqlite.org/wal.html §8.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        # Anything else is damage: a reason to restore, not against it.
        if reason_of(error) == "busy":
            raise BackupRefused("desk-running") from error


class _Kept:
    """Takes a small file into memory, so that a key is written nowhere."""

    def __init__(self, into: bytearray) -> None:
        self._into = into

    def write(self, data: bytes) -> int:
        self._into += data[: KEY_BYTES + 1]
        return len(data)

    def close(self) -> None:
        """Nothing to close."""


class _Stream:
    """The pieces of a file, read by length."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._waiting = bytearray()

    def read(self, length: int) -> bytes:
        while len(self._waiting) < length and (piece := next(self._pieces, None)) is not None:
            self._waiting += piece
        taken = bytes(self._waiting[:length])
        del self._waiting[:length]
        return taken


def _unpack(file: Path, passphrase: str, place: Callable[[str], "BinaryIO | _Kept | None"]) -> list[Member]:
    """Every member, each written where `place` says; all of the file is read, so that all of it is proven."""
    try:
        stream = _Stream(read_sealed(file, passphrase, KIND))
        members = []
        while length := stream.read(4):
            member = _member(stream.read(int.from_bytes(length, "big")))
            members.append(member)
            _take(stream, member, place(member.name))
    except SealedFileError as error:
        raise BackupRefused(error.flaw) from error
    except FileNotFoundError as error:
        raise BackupRefused("no-data") from error
    if not any(member.name == FILE for member in members):
        raise BackupRefused("changed")
    return members


def _take(stream: _Stream, member: Member, into: "BinaryIO | _Kept | None") -> None:
    left = member.size
    try:
        while left:
            part = stream.read(min(left, PIECE))
            if not part:
                raise BackupRefused("changed")
            left -= len(part)
            if into is not None:
                into.write(part)
    finally:
        if into is not None:
            into.close()


def _member(head: bytes) -> Member:
    try:
        member = msgspec.msgpack.decode(head, type=Member)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise BackupRefused("changed") from None
    if not all(map(_SAFE.fullmatch, member.name.split("/"))):
        raise BackupRefused("changed")
    return member


def _in_folder(folder: Path, name: str) -> BinaryIO:
    path = folder.joinpath(*name.split("/"))
    path.parent.mkdir(parents=True, exist_ok=True)
    return create_private(path)


def _look(file: Path, members: list[Member], database: Path, key: bytes) -> Examined:
    facts = read_head(file).facts
    if facts.get("version", "") > HEAD:
        raise BackupRefused("newer")
    whole, report = _proven(database, key if len(key) == KEY_BYTES else None)
    size = sum(member.size for member in members)
    return Examined(facts.get("made_at", ""), facts.get("audit_head", ""), len(members), size, whole, report)


def _proven(path: Path, key: bytes | None) -> tuple[bool, Report]:
    database = Database(path)
    try:
        with database.reading() as connection:
            whole = connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        database.migrate()  # an older version's backup is looked at as it will be
        with database.reading() as connection:
            return whole, verify(connection, key)
    except RecordsError:
        return False, Report(0, "", 0, ())
    finally:
        database.close()


def _settle(draft: Path, data: Path, members: list[Member]) -> None:
    """The database last: until then the old one stands, and afterwards everything it belongs to is there."""
    for name in sorted((member.name for member in members), key=lambda name: name == FILE):
        goal = data.joinpath(*name.split("/"))
        goal.parent.mkdir(parents=True, exist_ok=True)
        if name == FILE:
            for left in ("-wal", "-shm", "-journal"):
                goal.with_name(f"{FILE}{left}").unlink(missing_ok=True)
        settle(draft.joinpath(*name.split("/")), goal)
