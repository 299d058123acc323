import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from madoguchi.records import Outage, Records
from madoguchi.records.audit_check import Anchor, AnchorError, Report
from madoguchi.records.database import FILE

ROWS = 12
Tool = Callable[..., None]


@pytest.fixture
def log(records: Records, nine: datetime) -> Records:
    """A log of twelve rows; the first one tells of its key."""
    for number in range(2, ROWS + 1):
        records.audit(nine, "Tanaka", "desk-1", "read", f"entry-{number}")
    return records


@pytest.fixture
def tool(log: Records, tmp_path: Path) -> Iterator[Tool]:
    """Another program that works on the file, and keeps no rules."""
    assert log.audit_head().number == ROWS
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as connection:
        for name in ("changed", "removed"):
            connection.execute(f"DROP TRIGGER audit_is_never_{name}")

        def run(statement: str, *values: object) -> None:
            connection.execute(statement, values)

        yield run


def found(report: Report) -> list[tuple[str, int, int]]:
    return [(one.kind, one.number, one.until) for one in report.findings]


def test_a_log_as_it_was_written_has_no_finding(log: Records) -> None:
    report = log.audit_verify()

    assert (report.rows, report.head, report.anchored, report.findings) == (ROWS, log.audit_head().short, 0, ())


def test_an_empty_log_is_as_it_was_written(records: Records) -> None:
    report = records.audit_verify()

    assert (report.rows, report.findings) == (0, ())


@pytest.mark.parametrize("number", range(1, ROWS + 1))
@pytest.mark.parametrize(
    "change",
    [
        "who = 'Suzuki'",
        "device = 'desk-2'",
        "what = 'locked'",
        "record = 'entry-99'",
        "at = '2026-11-24T00:00:00.000001Z'",
        "at = 'yesterday'",
        "who = x'ff00fe'",
        "who = CAST(x'ff' AS TEXT)",
        "mac = x'00'",
        "mac = 'text'",
        "mac = zeroblob(32)",
    ],
)
def test_every_changed_row_is_found_and_no_other_named(log: Records, tool: Tool, number: int, change: str) -> None:
    tool(f"UPDATE audit SET {change} WHERE number = ?", number)  # noqa: S608 - the test's own words

    assert found(log.audit_verify()) == [("changed", number, number)]


def test_rows_that_were_changed_side_by_side_are_one_finding(log: Records, tool: Tool) -> None:
    tool("UPDATE audit SET who = 'Suzuki' WHERE number IN (4, 5, 6, 9)")

    assert found(log.audit_verify()) == [("changed", 4, 6), ("changed", 9, 9)]


def test_two_rows_that_changed_places_are_found(log: Records, tool: Tool) -> None:
    for old, new in ((5, 100), (6, 5), (100, 6)):
        tool("UPDATE audit SET number = ? WHERE number = ?", new, old)

    assert found(log.audit_verify()) == [("inserted", 5, 5), ("changed", 7, 7)]


@pytest.mark.parametrize(("first", "last"), [(2, 2), (5, 7), (1, 1), (1, 4), (11, 11)])
def test_rows_that_were_taken_out_are_found(log: Records, tool: Tool, first: int, last: int) -> None:
    tool("DELETE FROM audit WHERE number BETWEEN ? AND ?", first, last)

    assert found(log.audit_verify()) == [("removed", first, last)]


def test_rows_taken_out_with_the_gap_closed_are_found(log: Records, tool: Tool) -> None:
    tool("DELETE FROM audit WHERE number = 5")
    for number in range(6, ROWS + 1):
        tool("UPDATE audit SET number = number - 1 WHERE number = ?", number)

    findings = found(log.audit_verify())
    assert findings
    assert findings[0][1] == 5


def test_a_row_that_was_put_in_is_found_where_it_stands(log: Records, tool: Tool) -> None:
    for number in range(ROWS, 4, -1):
        tool("UPDATE audit SET number = number + 1 WHERE number = ?", number)
    tool("INSERT INTO audit SELECT 5, at, who, device, what, 'entry-x', mac FROM audit WHERE number = 4")

    assert found(log.audit_verify()) == [("inserted", 5, 5)]


@pytest.mark.parametrize("copied", [12, 3])
def test_a_row_added_without_the_key_is_found(log: Records, tool: Tool, copied: int) -> None:
    tool("INSERT INTO audit SELECT 13, at, who, device, what, record, mac FROM audit WHERE number = ?", copied)

    assert found(log.audit_verify()) == [("changed", 13, 13)]


def test_a_forged_change_of_key_hides_nothing(log: Records, tool: Tool) -> None:
    tool("UPDATE audit SET what = 'key-made' WHERE number = 8")

    assert found(log.audit_verify()) == [("key-lost", 1, 7), ("changed", 8, 8)]


@pytest.mark.parametrize("kept", [11, 6, 1, 0])
def test_a_log_that_was_cut_is_found_with_an_anchor_and_only_with_one(log: Records, tool: Tool, kept: int) -> None:
    anchor = Anchor.read(log.audit_head().short)
    tool("DELETE FROM audit WHERE number > ?", kept)

    assert found(log.audit_verify()) == []
    assert found(log.audit_verify(anchor)) == [("cut", kept + 1, ROWS)]


def test_a_log_that_was_cut_and_written_on_is_found_with_an_anchor(log: Records, tool: Tool, nine: datetime) -> None:
    anchor = Anchor.read(log.audit_head().short)
    tool("DELETE FROM audit WHERE number > 6")
    for _ in range(9):
        log.audit(nine, "Suzuki", "desk-2", "read")

    assert found(log.audit_verify()) == []
    assert found(log.audit_verify(anchor)) == [("other-anchor", ROWS, ROWS)]


def test_an_anchor_proves_the_log_up_to_itself(log: Records, nine: datetime) -> None:
    anchor = Anchor.read(log.audit_head().short)
    log.audit(nine, "Tanaka", "desk-1", "read")

    report = log.audit_verify(anchor)

    assert (report.anchored, report.rows, report.findings) == (ROWS, ROWS + 1, ())


def test_a_cut_is_seen_with_an_anchor_even_without_the_key(log: Records, tool: Tool, tmp_path: Path) -> None:
    anchor = Anchor.read(log.audit_head().short)
    tool("DELETE FROM audit WHERE number > 6")
    (tmp_path / "audit.key").unlink()

    assert found(log.audit_verify(anchor)) == [("no-key", 1, 6), ("cut", 7, 12)]


@pytest.mark.parametrize(
    "typed",
    [
        "128-3f9a-c01d-0000-0000-0000",
        " 128-3F9A-C01D-0000-0000-0000\n",
        "128-3f9ac01d000000000000",
        "１２８－３ｆ９ａ－ｃ０１ｄ－００００－００００－００００",
        "128ー3f9aーc01dー0000ー0000ー0000",
        "128-3f9a c01d 0000 0000 0000",
    ],
)
def test_an_anchor_is_read_as_people_type_it(typed: str) -> None:
    assert Anchor(128, "3f9ac01d000000000000") == Anchor.read(typed)


@pytest.mark.parametrize("typed", ["", "128", "128-", "3f9ac01d000000000000", "-1-3f9a", "128-3f9a-c01d-0000-0000-000g"])
def test_what_is_no_anchor_is_refused(typed: str) -> None:
    with pytest.raises(AnchorError):
        Anchor.read(typed)


def test_an_entry_that_vanished_and_one_that_nobody_wrote_are_found(
    records: Records, outage: Outage, written: str, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as connection:
        connection.execute("UPDATE ledger SET id = 'strange'")

    told = [(one.kind, one.record) for one in records.audit_verify().findings]
    assert [("entry-missing", written), ("entry-unknown", "strange")] == told
    assert outage.closed_at is None


def test_an_entry_that_was_deleted_on_its_day_is_no_finding(records: Records, written: str, nine: datetime) -> None:
    records.reconcile(written, "done", nine, "Suzuki", keep_days=0)
    records.sweep_ledger(nine)

    assert records.audit_verify().findings == ()
