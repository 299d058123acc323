"""Finds in the audit log what was changed, put in, taken out or cut off; what it cannot prove, it does not claim."""

import hmac
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final, Literal

import msgspec
import sqlalchemy as sa

from madoguchi.records.audit import GENESIS, KEY_MADE, SHORT, Head, head, mac_of
from madoguchi.records.tables import audit as table
from madoguchi.records.tables import ledger

Kind = Literal[
    "changed",
    "inserted",
    "removed",
    "cut",
    "other-anchor",
    "no-key",
    "key-lost",
    "entry-missing",
    "entry-unknown",
]
"""`changed`: rows that do not fit; of the last row it cannot be told from one put in. `cut`: the anchor tells of rows that
are not there. `other-anchor`: the row the anchor names is another. `key-lost`: rows written under a key that is gone.
`entry-missing`: the log tells of an entry that is gone and was never deleted; `entry-unknown`: of an entry nobody wrote."""

_ANCHOR: Final = re.compile(rf"(\d{{1,18}})-([0-9a-f]{{{SHORT}}})")
_DASHES: Final = re.compile("[ー‐‑–—―−]")


class AnchorError(ValueError):
    """What was given is no head of an audit log."""


class Anchor(msgspec.Struct, frozen=True):
    """A head as it was printed: the log had `number` rows, and the last one's seal began with `digits`."""

    number: int
    digits: str

    @classmethod
    def read(cls, typed: str) -> "Anchor":
        """An anchor as somebody types it from paper.

        Raises:
            AnchorError: it has not the form of a head.
        """
        number, *digits = _DASHES.sub("-", unicodedata.normalize("NFKC", typed)).strip().lower().split("-")
        found = _ANCHOR.fullmatch(f"{number}-{''.join(''.join(digits).split())}")
        if found is None:
            raise AnchorError
        return cls(int(found[1]), found[2])


class Finding(msgspec.Struct, frozen=True):
    """Something that is not as it was written: which rows (from `number` up to `until`), or which ledger entry."""

    kind: Kind
    number: int = 0
    until: int = 0
    record: str = ""


class Report(msgspec.Struct, frozen=True):
    """What was found. `anchored`: up to which row an anchor proves that nothing was cut off; 0 without one."""

    rows: int
    head: str
    anchored: int
    findings: tuple[Finding, ...]
    clock_went_back: tuple[int, ...] = ()


class _Row(msgspec.Struct, frozen=True):
    number: int
    values: tuple[str | None, ...]
    mac: bytes


_TEXTS = ("at", "who", "device", "what", "record")
_RAW = sa.select(
    table.c.number,
    # As they lie in the file: somebody may have put in what is no text and no moment.
    *(sa.cast(table.c[name], sa.BLOB).label(name) for name in _TEXTS),
    sa.cast(table.c.mac, sa.BLOB).label("mac"),
).order_by(table.c.number)
_LAST_KEY = sa.select(sa.func.max(table.c.number)).where(table.c.what == KEY_MADE)


def verify(connection: sa.Connection, key: bytes | None, anchor: Anchor | None = None) -> Report:
    """Walk the whole chain, and compare it with the ledger it tells of."""
    end = head(connection)
    if key is None:
        findings = [Finding("no-key", 1, end.number)] if end.number else []
        return Report(end.number, end.short, 0, (*findings, *_against(end, anchor)))
    walk = _Walk(key, anchor)
    walk.through(_rows(connection), connection.execute(_LAST_KEY).scalar() or 1)
    found = (*walk.findings, *walk.at_the_anchor(), *_entries(connection, walk))
    proven = anchor.number if anchor is not None and walk.anchor_fits else 0
    return Report(walk.rows, end.short, proven, found, tuple(walk.clock_went_back))


def _rows(connection: sa.Connection) -> Iterator[_Row]:
    for row in connection.execution_options(yield_per=1000).execute(_RAW):
        texts = tuple(None if value is None else bytes(value).decode("utf-8", "replace") for value in row[1:6])
        yield _Row(row[0], texts, bytes(row.mac or b""))


class _Walk:
    """One pass over the chain. `known` is the last seal that is surely ours, `number` its row, `shift` the rows put in."""

    def __init__(self, key: bytes, anchor: Anchor | None) -> None:
        self._key = key
        self._anchor = anchor
        self._known, self._number, self._shift = GENESIS, 0, 0
        self._moment = ""
        self.anchor_fits = anchor is not None and anchor.number == 0
        self.rows = 0
        self.findings: list[Finding] = []
        self.clock_went_back: list[int] = []
        self.added: set[str] = set()
        self.gone: set[str] = set()

    def through(self, rows: Iterator[_Row], first: int) -> None:
        """Look at every row; those before `first` were written under another key."""
        if first > 1:
            self.findings.append(Finding("key-lost", 1, first - 1))
        for row, after in pairwise(chain(rows, (None,))):
            if row is not None:
                self.rows += 1
                self._remember(row)
                if row.number < first:
                    self._known, self._number = row.mac, row.number
                    self._compare(row)
                else:
                    self._look(row, after)

    def at_the_anchor(self) -> list[Finding]:
        """What the anchor tells beyond the chain."""
        if self._anchor is None or self.anchor_fits:
            return []
        if self._number < self._anchor.number:
            return [Finding("cut", self._number + 1, self._anchor.number)]
        return [Finding("other-anchor", self._anchor.number, self._anchor.number)]

    def _look(self, row: _Row, after: _Row | None) -> None:
        place = row.number - self._shift
        if self._shift and self._fits(row, self._known, row.number):
            # Rows had changed places, and from here on they have not.
            self._shift, self._number, place = 0, row.number - 1, row.number
        gap = place > self._number + 1
        if gap:
            self.findings.append(Finding("removed", self._number + 1, place - 1))
        if not self._fits(row, self._known, place):
            if after is not None and self._fits(after, self._known, after.number - self._shift - 1):
                self.findings.append(Finding("inserted", row.number, row.number))
                self._shift += 1
                return
            # Of a row after a gap nothing can be proven but that the next one follows from it.
            if not gap or (after is not None and not self._leads_to(after, row.mac)):
                self._changed(row.number)
            ours = self._mac(row, self._known, place)
            if self._leads_to(after, ours):
                row = msgspec.structs.replace(row, mac=ours)  # only its seal was changed: the chain goes on from the true one
        self._known, self._number = row.mac, place
        self._compare(row)

    def _changed(self, number: int) -> None:
        """Rows that follow each other are one finding."""
        last = self.findings[-1] if self.findings else None
        if last is not None and last.kind == "changed" and last.until == number - 1:
            self.findings[-1] = msgspec.structs.replace(last, until=number)
        else:
            self.findings.append(Finding("changed", number, number))

    def _leads_to(self, after: _Row | None, mac: bytes) -> bool:
        return after is not None and self._fits(after, mac, after.number - self._shift)

    def _mac(self, row: _Row, before: bytes, place: int) -> bytes:
        return mac_of(self._key, before, (place, *row.values))

    def _fits(self, row: _Row, before: bytes, place: int) -> bool:
        return hmac.compare_digest(row.mac, self._mac(row, before, place))

    def _compare(self, row: _Row) -> None:
        if self._anchor is not None and self._number == self._anchor.number:
            self.anchor_fits = row.mac.hex().startswith(self._anchor.digits)

    def _remember(self, row: _Row) -> None:
        moment, _who, _device, what, record = row.values
        if moment is not None and moment < self._moment:
            self.clock_went_back.append(row.number)
        self._moment = moment or self._moment
        if what == "added" and record is not None:
            self.added.add(record)
        elif what == "deleted" and record is not None:
            self.gone.add(record)


def _entries(connection: sa.Connection, walk: _Walk) -> list[Finding]:
    there = set(connection.execute(sa.select(ledger.c.id)).scalars())
    missing, unknown = walk.added - walk.gone - there, there - walk.added
    return [
        *(Finding("entry-missing", record=one) for one in sorted(missing)),
        *(Finding("entry-unknown", record=one) for one in sorted(unknown)),
    ]


def _against(end: Head, anchor: Anchor | None) -> list[Finding]:
    """What an anchor tells where no key can prove the chain."""
    if anchor is None or anchor.number <= end.number:
        return []
    return [Finding("cut", end.number + 1, anchor.number)]
