"""Where the centre keeps its people, consents, reference numbers, bulk questions and what it already answered."""

import json
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import msgspec

from madoguchi.replica.centre.people import Person

_FIELDS: Final = Person.__struct_fields__

_TABLES: Final = f"""
CREATE TABLE IF NOT EXISTS person ({", ".join(f"{field} NOT NULL" for field in _FIELDS)}, PRIMARY KEY (id)) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS person_card ON person (card) WHERE card <> '';
CREATE INDEX IF NOT EXISTS person_number ON person (insurer_number, number, branch);
CREATE INDEX IF NOT EXISTS person_items ON person (born, name);
CREATE TABLE IF NOT EXISTS answered (check_in TEXT PRIMARY KEY, proof TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS consent (check_in TEXT PRIMARY KEY, told TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bulk (key TEXT PRIMARY KEY, reception TEXT UNIQUE NOT NULL, told TEXT NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS emergency (institution TEXT PRIMARY KEY) WITHOUT ROWID;
"""

NotKeptError = sqlite3.Error
"""The disk does not take it; nothing was changed."""


class Store:
    """The centre's book; every change of people, consents and questions is on disk before anybody is told."""

    def __init__(self, folder: Path) -> None:
        """Open the book in the link's folder, making it where there is none."""
        self._database = sqlite3.connect(folder / "centre.db", check_same_thread=False)
        self._lock = threading.Lock()
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.executescript(_TABLES)

    def fill(self, people: Iterable[Person]) -> None:
        """Write people down, or what is new about them."""
        marks = ", ".join("?" for _ in _FIELDS)
        with self._lock, self._database:
            self._database.executemany(
                f"INSERT OR REPLACE INTO person VALUES ({marks})",  # noqa: S608 - marks only
                (tuple(getattr(person, field) for field in _FIELDS) for person in people),
            )

    def by_card(self, serial: int) -> Person | None:
        """The person whose card has this certificate."""
        return self._one("card = ?", str(serial))

    def by_id(self, name: str) -> Person | None:
        """The person of this name in the replica."""
        return self._one("id = ?", name)

    def by_number(self, insurer: str, number: str, branch: str, born: str) -> Person | None:
        """The person with this insurance number; branch and birth date only count where they are given."""
        where = "insurer_number = ? AND number = ? AND ? IN (branch, '') AND ? IN (born, '')"
        return self._one(where, insurer, number, branch, born)

    def by_items(self, name: str, born: str, sex: str) -> list[Person]:
        """Everybody with this name or kana, birth date and sex; spaces and their width are passed over."""
        with self._lock:
            found = self._database.execute("SELECT * FROM person WHERE born = ? AND sex = ?", (born, sex)).fetchall()
        bare = _bare(name)
        return [person for person in map(_person, found) if bare in {_bare(person.name), _bare(person.kana)}]

    def answered(self, check_in: str) -> str | None:
        """The proof with which a check-in was answered before."""
        return self._text("SELECT proof FROM answered WHERE check_in = ?", check_in)

    def answer(self, check_in: str, proof: str) -> None:
        """Remember with which proof a check-in was answered.

        It is in the book at once, so a process that ends loses it not; the disk is waited for when the consent follows, which
        brings both there.
        """
        with self._lock:
            self._database.execute("PRAGMA synchronous=NORMAL")
            try:
                with self._database:
                    self._database.execute("INSERT OR IGNORE INTO answered VALUES (?, ?)", (check_in, proof))
            finally:
                self._database.execute("PRAGMA synchronous=FULL")

    def consent(self, check_in: str, told: dict[str, Any]) -> None:
        """Write down what a patient let an institution see."""
        self._write("INSERT OR REPLACE INTO consent VALUES (?, ?)", check_in, json.dumps(told))

    def consent_of(self, check_in: str) -> dict[str, Any] | None:
        """What a patient let an institution see."""
        told = self._text("SELECT told FROM consent WHERE check_in = ?", check_in)
        return None if told is None else json.loads(told)

    def take_bulk(self, key: str, reception: str, told: dict[str, Any], at: float) -> str:
        """Take a bulk question once for each key; the number under which its answer is fetched."""
        self._write("INSERT OR IGNORE INTO bulk VALUES (?, ?, ?, ?)", key, reception, json.dumps(told), at)
        return str(self._text("SELECT reception FROM bulk WHERE key = ?", key))

    def bulk(self, reception: str) -> tuple[dict[str, Any], float] | None:
        """A bulk question, and when it was taken."""
        with self._lock:
            row = self._database.execute("SELECT told, at FROM bulk WHERE reception = ?", (reception,)).fetchone()
        return None if row is None else (json.loads(row[0]), row[1])

    def open_emergency(self, institution: str, *, on: bool) -> None:
        """Open the four-item lookup for an institution, or close it."""
        sql = "INSERT OR IGNORE INTO emergency VALUES (?)" if on else "DELETE FROM emergency WHERE institution = ?"
        self._write(sql, institution)

    def is_emergency(self, institution: str) -> bool:
        """Whether the four-item lookup is open for an institution."""
        return self._text("SELECT institution FROM emergency WHERE institution = ?", institution) is not None

    def change(self, name: str, **fields: str | bool) -> Person | None:
        """A person as they are after a change; None where there is none of this name."""
        person = self.by_id(name)
        if person is None:
            return None
        changed = msgspec.structs.replace(person, **fields)
        self.fill([changed])
        return changed

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _one(self, where: str, *values: str) -> Person | None:
        with self._lock:
            row = self._database.execute(f"SELECT * FROM person WHERE {where} LIMIT 1", values).fetchone()  # noqa: S608 - our own conditions
        return None if row is None else _person(row)

    def _text(self, sql: str, *values: str) -> str | None:
        with self._lock:
            row = self._database.execute(sql, values).fetchone()
        return None if row is None else str(row[0])

    def _write(self, sql: str, *values: str | float) -> None:
        with self._lock, self._database:
            self._database.execute(sql, values)


def _person(row: tuple[Any, ...]) -> Person:
    return msgspec.convert(dict(zip(_FIELDS, row, strict=True)), Person, strict=False)


def _bare(name: str) -> str:
    return "".join(name.split())
