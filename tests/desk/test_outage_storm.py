"""An outage while the desk's process is killed at random instants: nothing lost, nothing doubled, nobody left over."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from benchmarks.outage import Client, Killed, Storm, found, good, instants, play
from benchmarks.people import people
from madoguchi.records.database import FILE

PATIENTS, KILLS = 40, 8


@pytest.fixture(scope="module")
def storm(tmp_path_factory: pytest.TempPathFactory) -> Storm:
    return play(tmp_path_factory.mktemp("storm"), seed=3, patients=PATIENTS, kills=KILLS)


@pytest.fixture
def database(storm: Storm) -> Iterator[sqlite3.Connection]:
    """Somebody's hands in the file; what they did is undone afterwards."""
    path = storm.desk.data / FILE
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        yield opened
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(before)


def test_everybody_acknowledged_is_there_once_reconciled_and_the_audit_log_is_whole(storm: Storm) -> None:
    report = found(storm)

    assert {
        "patients": PATIENTS,
        "kills": KILLS,
        "lost": 0,
        "doubled": 0,
        "reconciled": PATIENTS,
        "audit_ok": True,
    } == report
    assert good(report, PATIENTS)


def test_the_kills_were_felt(storm: Storm) -> None:
    # A request for each patient and each outcome would do; the rest was asked again into a dead or starting desk.
    assert storm.tries > 2 * PATIENTS + KILLS


def test_an_entry_that_vanishes_would_be_seen(storm: Storm, database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM ledger WHERE number = 7")

    report = found(storm)

    assert (1, PATIENTS - 1, False) == (report["lost"], report["reconciled"], good(report, PATIENTS))


def test_an_entry_under_another_name_would_be_seen(storm: Storm, database: sqlite3.Connection) -> None:
    database.execute("UPDATE ledger SET sealed = (SELECT sealed FROM ledger WHERE number = 9) WHERE number = 7")

    assert 1 == found(storm)["lost"]


def test_an_audit_log_that_was_touched_would_be_seen(storm: Storm, database: sqlite3.Connection) -> None:
    for (trigger,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
    ).fetchall():
        database.execute(f"DROP TRIGGER {trigger}")
    database.execute("UPDATE audit SET who = '別人' WHERE number = 12")

    report = found(storm)

    assert (False, False) == (report["audit_ok"], good(report, PATIENTS))


def test_the_same_seed_is_the_same_storm() -> None:
    assert people(50, 5) == people(50, 5)
    first, again, other = (instants(400, 50, Random(seed)) for seed in (5, 5, 6))
    assert first == again
    assert first != other
    assert 50 == len({one.name for one in people(50, 5)})


def test_one_key_from_many_clients_at_once_is_one_entry(tmp_path: Path) -> None:
    with Killed(tmp_path / "data") as desk:
        storm = Storm(desk, seed=4, patients=1, kills=0)
        storm.run()
        body = storm.people[0].items() | {"desk": "2", "by": "見本"}
        told: list[str] = []
        asking = [
            threading.Thread(
                target=lambda: told.append(Client(desk.port).ask("POST", "/api/ledger", body, storm.keys[0])["id"])
            )
            for _ in range(8)
        ]
        for one in asking:
            one.start()
        for one in asking:
            one.join()

    assert [storm.entries[0]] * 8 == told
    assert 0 == found(storm)["doubled"]


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 12])
def test_two_hundred_patients_and_fifty_kills(tmp_path: Path, seed: int) -> None:
    storm = play(tmp_path, seed=seed, patients=200, kills=50)

    assert good(found(storm), 200)
