import sqlite3
from pathlib import Path

import pytest

from madoguchi.records.errors import RecordsError, reason_of


def test_an_error_of_the_disk_becomes_a_reason_of_ours(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("PRAGMA query_only=ON")

    with pytest.raises(sqlite3.OperationalError) as refused:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    assert reason_of(refused.value) == "read-only"


def test_a_file_that_is_no_database_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"this was a letter once" * 100)
    connection = sqlite3.connect(tmp_path / "a.db")

    with pytest.raises(sqlite3.DatabaseError) as refused:
        connection.execute("SELECT * FROM sqlite_master")
    connection.close()
    assert reason_of(refused.value) == "broken"


def test_anything_else_has_failed() -> None:
    assert reason_of(None) == "failed"
    assert reason_of(ValueError("a typed name")) == "failed"


def test_an_error_says_its_reason_and_nothing_else() -> None:
    assert str(RecordsError("full")) == "full"
