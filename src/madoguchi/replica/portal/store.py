"""Where the portal writes down which cards are registered."""

import sqlite3
from pathlib import Path
from threading import Lock

NotKeptError = sqlite3.Error
"""The disk does not take it; nothing was changed."""


class Store:
    """Numbers of the certificates of registered cards."""

    def __init__(self, folder: Path) -> None:
        """Open the store in the link's folder, making it where there is none."""
        # One writer at a time: what one takes back must not be another's.
        self._lock = Lock()
        self._database = sqlite3.connect(folder / "portal.db", check_same_thread=False)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute("CREATE TABLE IF NOT EXISTS registered (serial TEXT PRIMARY KEY) WITHOUT ROWID")

    def knows(self, serial: int) -> bool:
        """Whether a card is registered."""
        return self._database.execute("SELECT 1 FROM registered WHERE serial = ?", (str(serial),)).fetchone() is not None

    def keep(self, serial: int) -> None:
        """Write a card down; twice is once.

        Raises:
            sqlite3.Error: the disk does not take it.
        """
        with self._lock, self._database:
            self._database.execute("INSERT OR IGNORE INTO registered VALUES (?)", (str(serial),))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
