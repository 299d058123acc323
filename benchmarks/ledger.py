"""How quick the ledger is beside bare inserts, and the log page after a thousand and a million incidents.

`python -m benchmarks.ledger [--short] [--json]` prints JSON; exit 1 where a goal is missed.
"""

import argparse
import hashlib
import itertools
import json
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.bare import PRAGMAS
from benchmarks.desk import start_desk
from benchmarks.history import THOUSAND, fill
from benchmarks.measure import Caller, middle
from benchmarks.people import Person, people
from madoguchi.base.clock import JAPAN, now
from madoguchi.records.database import FILE
from madoguchi.records.ledger import FourItems, Sex
from madoguchi.records.records import Records
from madoguchi.records.seal import Costs

PASSPHRASE = "架空の 合言葉 見本です"  # noqa: S105 - invented
QUICK = Costs(passes=1, lanes=1, memory=64)
"""The passphrase is not what is measured: writing never needs it."""

MONTH = timedelta(days=30)
YEARS = timedelta(days=3 * 365)


class Size(NamedTuple):
    """How much is measured; `thousands` of incidents is the large log."""

    rounds: int
    entries: int
    thousands: int
    pages: int


FULL = Size(rounds=7, entries=200, thousands=1000, pages=15)
SHORT = Size(rounds=2, entries=20, thousands=5, pages=3)

GOALS = {
    "entries_per_second": ("ratio", "at least", 0.5),
    "log_page": ("ratio", "at most", 1.5),
}
"""Which value of a figure is held against what."""


def sealed(folder: Path, size: Size) -> dict[str, Any]:
    """Entries a second: each checked, sealed, in the audit chain and on the disk before the next begins.

    By turns with the plain driver and the same pragmas: `bare` inserts rows that were ready beforehand into the same tables, an
    entry and its line of the audit log; `bare_one_row` a single row into a table without any index.
    """
    with ExitStack() as open_files:
        ledger = Records.open(folder / "ledger")
        open_files.callback(ledger.close)
        began = now()
        ledger.make_ledger(PASSPHRASE, "見本", "benchmark", began, costs=QUICK)
        outage = ledger.open_outage("1", "011", began).id
        written = iter(people(size.rounds * size.entries, seed=1))
        ways = {"ledger": lambda: add(ledger, outage, next(written)), **bare_ways(folder / "bare", open_files)}
        found: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(size.rounds):
            for name, work in ways.items():
                found[name].append(per_second(work, size.entries))
        kept = len(ledger.entries(outage))
    if kept != size.rounds * size.entries:
        raise RuntimeError(f"{kept} entries are kept")
    # Beside each other in time, so that a slow disk slows all of them: the median of the rounds' own ratios.
    ratios = {
        name: middle([one / other for one, other in zip(found["ledger"], found[name], strict=True)])
        for name in ("bare", "bare_one_row")
    }
    speeds = {name: middle(speed, 0) for name, speed in found.items()}
    return {"unit": "1/s", **speeds, "ratio": ratios["bare"], "ratio_one_row": ratios["bare_one_row"], "entries": kept}


def add(records: Records, outage: str, one: Person) -> None:
    """One patient, as a desk writes them down."""
    sex: Sex = "male" if one.sex == "male" else "female"
    items = FourItems(one.name, sex, one.born_on, one.address, one.insurer)
    records.add_entry(outage, items, "見本", now(), key=one.name, device="desk-1")


def bare_ways(folder: Path, open_files: ExitStack) -> dict[str, Callable[[], None]]:
    """The baselines, each an insert with the plain driver, made after the pattern of one entry that the product wrote."""
    pattern = Records.open(folder)
    pattern.make_ledger(PASSPHRASE, "見本", "benchmark", now(), costs=QUICK)
    add(pattern, pattern.open_outage("1", "011", now()).id, people(1, seed=2)[0])
    pattern.close()
    database = sqlite3.connect(folder / FILE, isolation_level=None)
    open_files.callback(database.close)
    for pragma in PRAGMAS:
        database.execute(f"PRAGMA {pragma}")
    database.row_factory = sqlite3.Row
    entry, line = (dict(database.execute(f"SELECT * FROM {table}").fetchall()[-1]) for table in ("ledger", "audit"))  # noqa: S608
    database.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    inserting = {
        table: f"INSERT INTO {table} VALUES ({', '.join(f':{name}' for name in row)})"  # noqa: S608
        for table, row in (("ledger", entry), ("audit", line))
    }
    numbers = itertools.count(line["number"] + 1)

    def same_rows() -> None:
        number = next(numbers)
        row = {"number": number, "id": f"{number:020d}", "key": hashlib.sha256(str(number).encode()).hexdigest()}
        database.execute("BEGIN IMMEDIATE")
        database.execute(inserting["ledger"], entry | row)
        database.execute(inserting["audit"], line | {"number": number, "record": f"{number:020d}"})
        database.execute("COMMIT")

    def one_row() -> None:
        database.execute("INSERT INTO one (body) VALUES (?)", (entry["sealed"],))

    return {"bare": same_rows, "bare_one_row": one_row}


def per_second(work: Callable[[], None], times: int) -> float:
    """How often a second it can be done."""
    began = time.perf_counter()
    for _ in range(times):
        work()
    return times / (time.perf_counter() - began)


def log_pages(folder: Path, size: Size) -> dict[str, dict[str, Any]]:
    """Milliseconds of the log page of a running desk after few and after many incidents, by turns.

    `log_page` is the page as it opens (thirty days) at a desk with a thousand incidents a month, after one and after many;
    `dense` the same page where all of them lie within three years; `everything` and `everything_last_page` those three years
    without any bound, for which every incident has to be counted.
    """
    today = now().astimezone(JAPAN)
    ways = {"log_page": (MONTH / THOUSAND, MONTH), "dense": (YEARS / THOUSAND, YEARS / THOUSAND / size.thousands)}
    counts = {"few": 1, "many": size.thousands}
    figures: dict[str, dict[str, Any]] = {}
    for name, (gap, back) in ways.items():
        with ExitStack() as processes:
            ports, held = {}, {}
            for which, thousands in counts.items():
                place = folder / name / which
                held[which] = fill(place / "desk", thousands, gap, back, today)
                ports[which] = processes.enter_context(start_desk(place)).port
            figures[name] = by_turns(ports, "/log", size.pages) | {"incidents": held}
            if name == "dense":
                figures["everything"] = by_turns(ports, "/log?from=", size.pages // 3) | {"incidents": held}
                figures["everything_last_page"] = by_turns(ports, "/log?from=&page=999999", size.pages // 3) | {
                    "incidents": held
                }
    return figures


def by_turns(ports: dict[str, int], path: str, times: int) -> dict[str, Any]:
    """Milliseconds of a page at each desk, after one request that is not counted."""
    found: dict[str, list[float]] = {which: [] for which in ports}
    for turn in range(times + 1):
        for which, port in ports.items():
            # A connection of its own: while the other desk counts for long, an idle one is closed.
            caller = Caller(port)
            began = time.perf_counter()
            status, _ = caller.get(path)
            took = (time.perf_counter() - began) * 1000
            if status != 200:
                raise RuntimeError(f"{path}: {status}")
            if turn:
                found[which].append(took)
    few, many = middle(found["few"]), middle(found["many"])
    return {"unit": "ms", "few": few, "many": many, "ratio": round(many / few, 2)}


def held(figures: dict[str, Any]) -> dict[str, Any]:
    """The figures, those with a goal with it and whether it is reached."""
    for name, (value, bound, goal) in GOALS.items():
        reached = figures[name][value] <= goal if bound == "at most" else figures[name][value] >= goal
        figures[name] |= {"goal": f"{value} {bound} {goal:g}", "reached": reached}
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="a small size: shows that it runs, measures little")
    parser.add_argument("--json", action="store_true", help="JSON on one line")
    given = parser.parse_args()
    size = SHORT if given.short else FULL
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        figures = held({"entries_per_second": sealed(Path(folder), size)} | log_pages(Path(folder), size))
    report = {"python": platform.python_version(), "machine": platform.machine(), **figures}
    print(json.dumps(report, indent=None if given.json else 1))
    sys.exit(any(not figures[name]["reached"] for name in GOALS))


if __name__ == "__main__":
    main()
