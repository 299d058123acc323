"""What the terminal keeps over the end of its process: check-ins, deliveries, answers given, the mode."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec

from madoguchi.replica.terminal.checkin import CheckIn

KEPT_DAYS: Final = 2
"""Days after which a check-in and an answer that was given are forgotten, at the next start."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS check_in (id TEXT PRIMARY KEY, at TEXT NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS delivery (name TEXT NOT NULL, folder TEXT NOT NULL, PRIMARY KEY (name, folder)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (fingerprint TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answer (
    identifier TEXT NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (identifier, digest)
) WITHOUT ROWID;
"""


class Delivery(msgspec.Struct, frozen=True):
    """A file that lies ready in the outbox and goes into a shared folder."""

    name: str
    folder: str


class Store:
    """One SQLite file. What is committed survives the end of the process at any instant."""

    def __init__(self, folder: Path, now: datetime) -> None:
        """Open the store in the link's folder, making it where there is none."""
        self._lock = Lock()
        self._database = sqlite3.connect(folder / "terminal.db", check_same_thread=False, isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        # A killed process loses nothing in this mode; only a power cut could take the last commits.
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.executescript(_TABLES)
        old = (now - timedelta(days=KEPT_DAYS)).isoformat()
        with self._transaction() as database:
            for table in ("check_in", "file", "answer"):
                database.execute(f"DELETE FROM {table} WHERE at < ?", (old,))  # noqa: S608 - names of our own tables

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def kept(self, name: str) -> str | None:
        """A value that is kept by name."""
        with self._lock:
            row = self._database.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def keep(self, name: str, value: str) -> None:
        """Keep a value by name."""
        with self._transaction() as database:
            database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, value))

    def check_in(self, name: str) -> CheckIn | None:
        """A check-in by its id."""
        with self._lock:
            row = self._database.execute("SELECT value FROM check_in WHERE id = ?", (name,)).fetchone()
        return None if row is None else msgspec.json.decode(row[0], type=CheckIn)

    def write(
        self, check_in: CheckIn, at: datetime, *, deliver: Delivery | None = None, not_delivered: Delivery | None = None
    ) -> None:
        """Write a check-in down, and with it that its file is to be delivered, or that it could not be."""
        with self._transaction() as database:
            value = (check_in.id, at.isoformat(), msgspec.json.encode(check_in))
            database.execute("INSERT OR REPLACE INTO check_in VALUES (?, ?, ?)", value)
            if deliver is not None:
                database.execute("INSERT OR IGNORE INTO delivery VALUES (?, ?)", (deliver.name, deliver.folder))
            if not_delivered is not None:
                database.execute(
                    "DELETE FROM delivery WHERE name = ? AND folder = ?", (not_delivered.name, not_delivered.folder)
                )

    def deliveries(self) -> tuple[Delivery, ...]:
        """What has still to be delivered, as far as it was written down."""
        with self._lock:
            rows = self._database.execute("SELECT name, folder FROM delivery ORDER BY name").fetchall()
        return tuple(Delivery(*row) for row in rows)

    def delivered(self, delivery: Delivery) -> None:
        """It was."""
        with self._transaction() as database:
            database.execute("DELETE FROM delivery WHERE name = ? AND folder = ?", (delivery.name, delivery.folder))

    def answered(self, fingerprint: str) -> bool:
        """Whether a file of requests has been dealt with."""
        with self._lock:
            return self._database.execute("SELECT 1 FROM file WHERE fingerprint = ?", (fingerprint,)).fetchone() is not None

    def answer(self, identifier: str, digest: str) -> bytes | None:
        """What was answered to a question that was asked under this name before."""
        with self._lock:
            row = self._database.execute(
                "SELECT value FROM answer WHERE identifier = ? AND digest = ?", (identifier, digest)
            ).fetchone()
        return None if row is None else bytes(row[0])

    def remember(
        self, fingerprint: str, at: datetime, deliver: tuple[Delivery, ...], answer: tuple[str, str, bytes] | None = None
    ) -> None:
        """Write down in one piece that a file was dealt with, what is to be delivered for it, and what was answered."""
        with self._transaction() as database:
            database.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", (fingerprint, at.isoformat()))
            database.executemany("INSERT OR IGNORE INTO delivery VALUES (?, ?)", [(one.name, one.folder) for one in deliver])
            if answer is not None:
                identifier, digest, value = answer
                database.execute(
                    "INSERT OR IGNORE INTO answer VALUES (?, ?, ?, ?)", (identifier, digest, at.isoformat(), value)
                )

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()
