"""Where the reader writes down the one call whose answer must not get lost: the consents that end a check-in."""

import sqlite3
from pathlib import Path

import msgspec


class Unfinished(msgspec.Struct, frozen=True):
    """A check-in whose end was asked for and never heard of; `card` is a digest of the card's certificate."""

    card: str
    check_in: str
    consents: tuple[str, ...]
    form: str | None
    at: float


class Store:
    """At most one unfinished check-in for each card. No name, no number and no certificate stands in it."""

    def __init__(self, folder: Path) -> None:
        """Open the store in the link's folder, making it where there is none."""
        self._database = sqlite3.connect(folder / "reader.db", check_same_thread=False)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS unfinished (card TEXT PRIMARY KEY, told BLOB NOT NULL) WITHOUT ROWID"
        )

    def begun(self, unfinished: Unfinished) -> None:
        """Write down what is about to be asked."""
        with self._database:
            self._database.execute(
                "INSERT OR REPLACE INTO unfinished VALUES (?, ?)", (unfinished.card, msgspec.json.encode(unfinished))
            )

    def of(self, card: str) -> Unfinished | None:
        """What was asked with this card and not answered, if anything."""
        row = self._database.execute("SELECT told FROM unfinished WHERE card = ?", (card,)).fetchone()
        return None if row is None else msgspec.json.decode(row[0], type=Unfinished)

    def ended(self, card: str) -> None:
        """An answer came."""
        with self._database:
            self._database.execute("DELETE FROM unfinished WHERE card = ?", (card,))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
