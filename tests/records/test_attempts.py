from datetime import datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.records.attempts import FREE, LONGEST_WAIT, begin, forgive, wait_after, waiting
from madoguchi.records.database import FILE, Database


@pytest.fixture
def database(tmp_path: Path) -> Database:
    kept = Database(tmp_path / FILE)
    kept.migrate()
    return kept


def tries(database: Database, number: int, at: datetime) -> timedelta:
    """Makes tries; how long the last one had to wait."""
    told = timedelta(0)
    for _ in range(number):
        with database.writing() as connection:
            told = begin(connection, "ledger", at)
    return told


def wait(database: Database, at: datetime) -> timedelta:
    with database.reading() as connection:
        return waiting(connection, "ledger", at)


def test_a_slip_of_the_finger_costs_nothing() -> None:
    assert [wait_after(number) for number in range(FREE)] == [timedelta(0)] * FREE


def test_then_each_wait_is_twice_as_long_up_to_the_longest() -> None:
    waits = [wait_after(number).total_seconds() for number in range(FREE, FREE + 9)]

    assert waits == [30, 60, 120, 240, 480, 900, 900, 900, 900]
    assert wait_after(10**6) == LONGEST_WAIT


def test_a_try_in_the_wait_is_refused_with_the_seconds(database: Database, nine: datetime) -> None:
    tries(database, FREE, nine)

    assert tries(database, 1, nine + timedelta(seconds=12)) == timedelta(seconds=18)
    assert wait(database, nine + timedelta(seconds=12)) == timedelta(seconds=18)


def test_after_the_wait_one_more_try_is_made(database: Database, nine: datetime) -> None:
    tries(database, FREE, nine)

    assert tries(database, 1, nine + timedelta(seconds=30)) == timedelta(0)

    assert wait(database, nine + timedelta(seconds=30)) == timedelta(seconds=60)


def test_the_count_outlives_the_desk(database: Database, nine: datetime, tmp_path: Path) -> None:
    tries(database, FREE, nine)
    database.close()

    assert wait(Database(tmp_path / FILE), nine) == timedelta(seconds=30)


def test_the_right_passphrase_ends_the_count(database: Database, nine: datetime) -> None:
    tries(database, FREE - 1, nine)
    with database.writing() as connection:
        forgive(connection, "ledger")

    tries(database, FREE - 1, nine)

    assert wait(database, nine) == timedelta(0)


def test_a_clock_that_was_set_back_neither_skips_the_wait_nor_makes_it_longer(database: Database, nine: datetime) -> None:
    tries(database, FREE, nine)
    back = nine - timedelta(days=2)

    assert tries(database, 1, back) == timedelta(seconds=30)
    assert tries(database, 1, back + timedelta(seconds=30)) == timedelta(0)
