"""Where the authorities write down what they issued and what they revoked."""

import sqlite3
from datetime import datetime
from pathlib import Path

from madoguchi.replica.authority.institutions import Issued

_TABLES = """
CREATE TABLE IF NOT EXISTS issued (
  number INTEGER PRIMARY KEY, label TEXT UNIQUE NOT NULL, begins TEXT NOT NULL, ends TEXT NOT NULL, revoked TEXT
);
CREATE TABLE IF NOT EXISTS revoked_card (persona TEXT PRIMARY KEY) WITHOUT ROWID;
"""

NotKeptError = sqlite3.Error
"""The disk does not take it; nothing was changed."""


class Store:
    """The authorities' book."""

    def __init__(self, folder: Path) -> None:
        """Open the book in the link's folder, making it where there is none."""
        self._database = sqlite3.connect(folder / "authority.db", check_same_thread=False)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.executescript(_TABLES)

    def issued(self) -> tuple[Issued, ...]:
        """Every certificate of the institution, the newest last."""
        rows = self._database.execute("SELECT label, begins, ends, revoked FROM issued ORDER BY number").fetchall()
        return tuple(
            Issued(
                label,
                datetime.fromisoformat(begins),
                datetime.fromisoformat(ends),
                datetime.fromisoformat(revoked) if revoked else None,
            )
            for label, begins, ends, revoked in rows
        )

    def keep(self, one: Issued) -> None:
        """Write a certificate down, or what became of it.

        Raises:
            sqlite3.Error: the disk does not take it.
        """
        revoked = one.revoked.isoformat() if one.revoked else None
        with self._database:
            self._database.execute(
                "INSERT INTO issued (label, begins, ends, revoked) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (label) DO UPDATE SET revoked = excluded.revoked",
                (one.label, one.begins.isoformat(), one.ends.isoformat(), revoked),
            )

    def revoked_cards(self) -> frozenset[str]:
        """The personas whose card's certificates were revoked here."""
        return frozenset(row[0] for row in self._database.execute("SELECT persona FROM revoked_card"))

    def revoke_card(self, persona: str, *, revoked: bool) -> None:
        """Revoke a persona's certificates, or take that back."""
        with self._database:
            if revoked:
                self._database.execute("INSERT OR IGNORE INTO revoked_card VALUES (?)", (persona,))
            else:
                self._database.execute("DELETE FROM revoked_card WHERE persona = ?", (persona,))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
