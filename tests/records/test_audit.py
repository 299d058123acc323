import os
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.records import Head, Records, RecordsError
from madoguchi.records.audit import KEY_FILE
from madoguchi.records.database import FILE


def test_a_row_says_who_when_from_where_and_what(records: Records, nine: datetime) -> None:
    records.audit(nine, "Tanaka", "desk-1", "read", "entry-1")

    row, first = records.audit_rows()
    assert (row.number, row.at, row.who, row.device, row.what, row.record) == (2, nine, "Tanaka", "desk-1", "read", "entry-1")
    assert (first.number, first.what) == (1, "key-made")


def test_the_rows_of_one_record_are_found(records: Records, nine: datetime) -> None:
    for number in range(6):
        records.audit(nine, "Tanaka", "desk-1", "read", f"entry-{number % 2}")

    assert [row.number for row in records.audit_rows(2, "entry-1")] == [7, 5]


def test_the_key_stands_beside_the_database_and_never_in_it(records: Records, nine: datetime, tmp_path: Path) -> None:
    assert not (tmp_path / KEY_FILE).exists()

    records.audit(nine, "Tanaka", "desk-1", "read")

    key = (tmp_path / KEY_FILE).read_bytes()
    assert len(key) == 32
    assert not any(key in path.read_bytes() for path in tmp_path.glob(f"{FILE}*"))
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET who = 'somebody else'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT number, at, 'x', device, what, record, mac FROM audit",
    ],
)
def test_the_log_takes_additions_only(records: Records, nine: datetime, statement: str) -> None:
    records.audit(nine, "Tanaka", "desk-1", "read")

    with pytest.raises(RecordsError), records._database.writing() as connection:
        connection.exec_driver_sql(statement)
    assert records.audit_rows(1)[0].who == "Tanaka"


def test_the_head_is_short_enough_to_be_printed_and_changes_with_every_row(records: Records, nine: datetime) -> None:
    heads = [records.audit(nine, "Tanaka", "desk-1", "read").short for _ in range(3)]

    assert len(set(heads)) == 3
    assert heads[-1] == records.audit_head().short
    assert Head(128, bytes.fromhex("3f9ac01d" + "0" * 56)).short == "128-3f9a-c01d-0000-0000-0000"


def test_two_desks_that_write_at_once_make_one_chain(records: Records, nine: datetime, tmp_path: Path) -> None:
    other = Records.open(tmp_path)

    def work(kept: Records) -> None:
        for _ in range(15):
            kept.audit(nine, "Tanaka", "desk-1", "read")

    desks = [threading.Thread(target=work, args=[kept]) for kept in (records, other, records)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    other.close()

    report = records.audit_verify()
    assert (report.rows, report.findings) == (46, ())


@pytest.mark.parametrize("left", [None, b"", b"half of a ke"])
def test_a_lost_key_stops_no_desk_and_is_told(records: Records, nine: datetime, tmp_path: Path, left: bytes | None) -> None:
    records.audit(nine, "Tanaka", "desk-1", "read")
    (tmp_path / KEY_FILE).unlink()
    if left is not None:
        (tmp_path / KEY_FILE).write_bytes(left)

    records.audit(nine, "Suzuki", "desk-2", "read")

    assert [row.what for row in records.audit_rows()] == ["read", "key-made", "read", "key-made"]
    assert [(one.kind, one.number, one.until) for one in records.audit_verify().findings] == [("key-lost", 1, 2)]
    assert (left is not None) == (tmp_path / f"{KEY_FILE}.damaged").exists()


def test_a_key_that_was_put_back_counts_from_the_next_row_on(records: Records, nine: datetime, tmp_path: Path) -> None:
    records.audit(nine, "Tanaka", "desk-1", "read")
    ours = (tmp_path / KEY_FILE).read_bytes()
    (tmp_path / KEY_FILE).write_bytes(b"x" * 32)
    records.audit(nine, "Tanaka", "desk-1", "read")
    (tmp_path / KEY_FILE).write_bytes(ours)
    records.audit(nine, "Tanaka", "desk-1", "read")

    assert [one.number for one in records.audit_verify().findings] == [3]


def test_a_log_without_its_key_file_proves_nothing(records: Records, nine: datetime, tmp_path: Path) -> None:
    records.audit(nine, "Tanaka", "desk-1", "read")
    (tmp_path / KEY_FILE).unlink()

    assert [(one.kind, one.until) for one in records.audit_verify().findings] == [("no-key", 2)]


def test_where_no_key_can_be_made_nothing_is_written(records: Records, nine: datetime, tmp_path: Path) -> None:
    (tmp_path / f"{KEY_FILE}.part").mkdir()

    with pytest.raises(RecordsError, match="read-only"):
        records.audit(nine, "Tanaka", "desk-1", "read")
    assert records.audit_rows() == []


def test_a_moment_goes_in_as_it_is_even_if_the_clock_was_set_back(records: Records, nine: datetime) -> None:
    records.audit(nine, "Tanaka", "desk-1", "read")
    records.audit(nine - timedelta(days=1), "Tanaka", "desk-1", "read")

    report = records.audit_verify()
    assert (report.findings, report.clock_went_back) == ((), (3,))


def test_rows_of_another_table_do_not_need_the_key(records: Records, nine: datetime, tmp_path: Path) -> None:
    records.add_notice("black-dot", nine)

    assert not (tmp_path / KEY_FILE).exists()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("SELECT count(*) FROM audit").fetchone() == (0,)
