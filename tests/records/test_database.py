import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from madoguchi.guide.events import IncidentClosed, IncidentOpened, Observed
from madoguchi.records import LogFilter, Records, RecordsError
from madoguchi.records.database import FILE, HEAD, Database


def test_what_is_acknowledged_is_flushed_to_the_disk_and_guarded(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)

    with database.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }
    database.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}


def test_a_failed_transaction_leaves_nothing_behind(records: Records, nine: datetime) -> None:
    opened = IncidentOpened(nine, "a", "011")

    with pytest.raises(RecordsError):
        records.record_result("f1", "face", nine, [("a", [opened]), ("b", [IncidentClosed(nine, None, "reported")])])

    assert not records.seen("f1")
    assert records.load("a") is None
    assert records.log(LogFilter()).total == 0


def test_a_full_disk_is_named_and_nothing_is_lost(tmp_path: Path, nine: datetime) -> None:
    database = Database(tmp_path / FILE)
    database.migrate()
    records = Records(database)
    records.append("a", [IncidentOpened(nine, "a", "011")])
    sa.event.listen(
        database.engine, "checkout", lambda connection, _record, _proxy: connection.execute("PRAGMA max_page_count=1")
    )

    with pytest.raises(RecordsError) as refused:
        records.append("a", [Observed(nine, "words", "x" * 1_000_000)])
    assert refused.value.reason == "full"
    assert len(records.events("a")) == 1
    records.close()


def test_what_is_written_plainly_is_whole_or_not_there_and_the_next_goes_in(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)
    database.migrate()

    def half() -> None:
        with database.writing_plainly() as connection:
            connection.execute("INSERT INTO feedback (problem, up, at) VALUES ('011', TRUE, '')")
            connection.execute("INSERT INTO feedback (problem) VALUES (NULL)")

    with pytest.raises(RecordsError):
        half()
    with database.writing_plainly() as connection:
        connection.execute("INSERT INTO feedback (problem, up, at) VALUES ('901', TRUE, '')")
    database.close()

    assert not (tmp_path / f"{FILE}-wal").exists()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("SELECT problem FROM feedback").fetchall() == [("901",)]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, nine: datetime) -> None:
    Records.open(tmp_path).close()
    records = Records.open_existing(tmp_path)

    assert records is not None
    with pytest.raises(RecordsError) as refused:
        records.append("a", [IncidentOpened(nine, "a", "011")])
    records.close()
    assert refused.value.reason == "read-only"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file stands where the folder should be")

    with pytest.raises(RecordsError) as refused:
        Records.open(tmp_path / "data")
    assert refused.value.reason == "cannot-open"


def test_a_file_that_is_no_database_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    letter = b"this was a letter once" * 100
    (tmp_path / FILE).write_bytes(letter)

    with pytest.raises(RecordsError) as refused:
        Records.open(tmp_path)
    assert refused.value.reason == "broken"
    assert letter == (tmp_path / FILE).read_bytes()


@pytest.mark.parametrize(("version", "reason"), [("9999", "newer"), ("0000", "older")])
def test_another_versions_file_is_only_opened_where_it_can_be_understood(tmp_path: Path, version: str, reason: str) -> None:
    Records.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [version])
        connection.commit()

    with pytest.raises(RecordsError) as refused:
        Records.open_existing(tmp_path)
    assert reason == refused.value.reason
    with pytest.raises(RecordsError, match="newer"):
        Records.open(tmp_path)


def test_a_second_start_finds_the_file_ready(tmp_path: Path) -> None:
    Records.open(tmp_path).close()
    database = Database(tmp_path / FILE)

    assert database.version() == HEAD
    database.migrate()
    database.close()


def test_many_threads_write_and_read_at_once(records: Records, nine: datetime, tmp_path: Path) -> None:
    beside = Records.open(tmp_path)  # a second connection pool, as another process would have
    failures: list[BaseException] = []

    def work(kept: Records, name: str) -> None:
        try:
            for number in range(10):
                incident = f"{name}-{number}"
                kept.append(incident, [IncidentOpened(nine, incident, "011", name)])
                kept.append(incident, [IncidentClosed(nine + timedelta(minutes=1), None, "reported")])
                assert kept.load(incident) is not None
                kept.log(LogFilter())
        except (RecordsError, AssertionError) as failure:
            failures.append(failure)

    threads = [
        threading.Thread(target=work, args=(kept, f"{place}{one}")) for one in range(4) for place, kept in _two(records, beside)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    beside.close()
    assert failures == []
    assert records.log(LogFilter(how="reported")).total == 80


def _two(one: Records, other: Records) -> list[tuple[str, Records]]:
    return [("a", one), ("b", other)]


def test_two_threads_that_tell_of_one_incident_both_stand_in_its_history(
    records: Records, happen: Callable[..., str], nine: datetime
) -> None:
    incident = happen()

    def tell() -> None:
        for _ in range(10):
            records.append(incident, [Observed(nine, "code", "012")])

    threads = [threading.Thread(target=tell) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(records.events(incident)) == 31


def test_a_view_is_of_one_moment(records: Records, nine: datetime) -> None:
    with records.view():
        assert records.open_states() == []
        writer = threading.Thread(target=records.append, args=("a", [IncidentOpened(nine, "a", "011")]))
        writer.start()
        writer.join()
        assert records.open_states() == []

    assert len(records.open_states()) == 1


def test_everything_written_changes_the_number_of_writes(records: Records, nine: datetime) -> None:
    before = records.writes
    records.append("a", [IncidentOpened(nine, "a", "011")])
    written = records.writes
    records.open_states()

    assert before != written
    assert written == records.writes
