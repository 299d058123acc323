"""Where the e-prescription service writes down the chosen forms."""

import sqlite3
from pathlib import Path
from threading import Lock

NotKeptError = sqlite3.Error
"""The disk does not take it; nothing was changed."""


class Store:
    """The chosen form of each check-in, on disk before anybody is told."""

    def __init__(self, folder: Path) -> None:
        """Open the store in the link's folder, making it where there is none."""
        # One writer at a time: what one takes back must not be another's.
        self._lock = Lock()
        self._database = sqlite3.connect(folder / "prescription.db", check_same_thread=False)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute("CREATE TABLE IF NOT EXISTS form (ticket TEXT PRIMARY KEY, form TEXT NOT NULL) WITHOUT ROWID")

    def form_of(self, ticket: str) -> str | None:
        """The form written down for a check-in."""
        row = self._database.execute("SELECT form FROM form WHERE ticket = ?", (ticket,)).fetchone()
        return None if row is None else str(row[0])

    def keep(self, ticket: str, form: str) -> None:
        """Write a form down.

        Raises:
            sqlite3.Error: the disk does not take it.
        """
        with self._lock, self._database:
            self._database.execute("INSERT INTO form VALUES (?, ?)", (ticket, form))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
