"""A desk's past, quickly: a thousand incidents written by the records themselves, and the same moved into the past by SQL."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from madoguchi.base.ids import new_id
from madoguchi.guide.events import How, IncidentClosed, IncidentOpened
from madoguchi.records.database import FILE
from madoguchi.records.records import Records

THOUSAND = 1000
PROBLEMS = ("003", "011", "001", "012", "102", "black-dot", "016", "901", "008", "no-code")
HOWS: tuple[How, ...] = ("reported", "verified", "escalated", "abandoned")
LASTED = timedelta(minutes=4)

_INCIDENTS = """
INSERT INTO incidents (
  id, problem, desk, source, reader, practice, opened_at, changed_at, closed_at, day, status, how, reminding)
SELECT :copy || id, problem, desk, source, reader, practice, strftime(:moment, opened_at, :back),
  strftime(:moment, changed_at, :back), strftime(:moment, closed_at, :back), date(opened_at, :back, '+9 hours'),
  status, how, reminding
FROM incidents WHERE id >= 'a' ORDER BY id
"""
_EVENTS = """
INSERT INTO events (incident, number, at, type, body)
SELECT :copy || incident, number, strftime(:moment, at, :back), type,
  json_replace(body, '$.at', strftime(:moment, at, :back), '$.incident', :copy || incident)
FROM events WHERE incident >= 'a' ORDER BY incident, number
"""
_MOMENT = "%Y-%m-%dT%H:%M:%f000Z"
"""As `records.tables.Moment` writes it."""
_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'incidents' AND sql IS NOT NULL"


def fill(data: Path, thousands: int, gap: timedelta, back: timedelta, until: datetime) -> int:
    """Fill a fresh data directory with closed incidents; how many the log then lists.

    Args:
        data: the directory.
        thousands: how many incidents, in thousands.
        gap: between one incident and the next of the first thousand.
        back: how much further in the past each following thousand lies than the one before.
        until: no incident is later.
    """
    with_own_hand(data, gap, until)
    with closing(sqlite3.connect(data / FILE, isolation_level=None)) as database:
        for pragma in ("synchronous=OFF", "cache_size=-200000", "temp_store=MEMORY"):
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN")
        # Sorting once at the end is many times quicker than keeping every index in order.
        indexes = dict(database.execute(_INDEXES).fetchall())
        for name in indexes:
            database.execute(f"DROP INDEX {name}")
        for copy in range(1, thousands):
            moved = {"copy": f"{copy:08d}", "moment": _MOMENT, "back": f"-{(back * copy).total_seconds():.3f} seconds"}
            database.execute(_INCIDENTS, moved)
            database.execute(_EVENTS, moved)
        for made in indexes.values():
            database.execute(made)
        database.execute("COMMIT")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        held: int = database.execute("SELECT count(*) FROM incidents").fetchone()[0]
    return held


def with_own_hand(data: Path, gap: timedelta, until: datetime) -> None:
    """The first thousand, through the door that the desk uses."""
    records = Records.open(data)
    for number in range(THOUSAND):
        at = until - LASTED - gap * number
        # The letter sets the model apart from its copies.
        name = f"a{new_id(at)}"
        opened = IncidentOpened(at, name, PROBLEMS[number % len(PROBLEMS)], str(number % 3 + 1))
        records.append(name, [opened, IncidentClosed(at + LASTED, None, HOWS[number % len(HOWS)])])
    records.close()
