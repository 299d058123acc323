import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from madoguchi.records import FourItems, LedgerRefused, Outage, Records, RecordsError
from madoguchi.records.database import FILE, Database

WRITER = """
import sys
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from madoguchi.records import FourItems, Records

nine = datetime(2026, 11, 24, tzinfo=UTC)
records = Records.open(Path(sys.argv[1]))
outage = records.current_outage()
for number in count():
    items = FourItems(f"練習 {number}", "unset", date(1950, 1, 1), insurer="見本健保")
    print(records.add_entry(outage.id, items, "Tanaka", nine, key=f"{sys.argv[2]}-{number}").id, flush=True)
"""


def test_a_wrong_passphrase_is_counted_and_the_sixth_try_waits(records: Records, outage: Outage, nine: datetime) -> None:
    for _ in range(5):
        with pytest.raises(LedgerRefused, match="wrong-passphrase"):
            records.unlock("battery staple", "Suzuki", "desk-2", nine)

    with pytest.raises(LedgerRefused) as refused:
        records.unlock("correct horse", "Suzuki", "desk-2", nine + timedelta(seconds=10))
    assert (refused.value.reason, refused.value.seconds) == ("wait", 20)
    records.unlock("correct horse", "Suzuki", "desk-2", nine + timedelta(seconds=30))
    told = [row.what for row in records.audit_rows(record="ledger")]
    assert told == ["unlocked", *["wrong-passphrase"] * 5]
    assert outage.closed_at is None


def test_wrong_passphrases_are_counted_over_a_restart_of_the_desk(
    records: Records, outage: Outage, nine: datetime, tmp_path: Path
) -> None:
    for _ in range(5):
        with pytest.raises(LedgerRefused, match="wrong-passphrase"):
            records.unlock("battery staple", "Suzuki", "desk-2", nine)
    records.close()
    again = Records.open(tmp_path)

    with pytest.raises(LedgerRefused, match="wait"):
        again.unlock("correct horse", "Suzuki", "desk-2", nine)
    again.close()
    assert outage.closed_at is None


def test_a_try_that_cannot_be_counted_is_not_made(records: Records, outage: Outage, nine: datetime, tmp_path: Path) -> None:
    read_only = Records.open_existing(tmp_path)
    assert read_only is not None

    with pytest.raises(RecordsError, match="read-only"):
        read_only.unlock("correct horse", "Suzuki", "desk-2", nine)
    read_only.close()
    assert records.current_outage() == outage


def test_on_a_full_disk_an_entry_is_refused_and_what_was_acknowledged_stands(
    records: Records, outage: Outage, hanako: FourItems, written: str, nine: datetime, tmp_path: Path
) -> None:
    database = Database(tmp_path / FILE)
    full = Records(database)
    sa.event.listen(
        database.engine, "checkout", lambda connection, _record, _proxy: connection.execute("PRAGMA max_page_count=1")
    )

    def write_on() -> None:
        for number in range(200):
            full.add_entry(outage.id, hanako, "Tanaka", nine, key=str(number))

    with pytest.raises(RecordsError, match="full"):
        write_on()
    full.close()
    assert records.audit_verify().findings == ()
    assert written in {row.id for row in records.entries()}


def test_a_kill_at_any_moment_loses_no_entry_and_breaks_no_chain(
    records: Records, outage: Outage, nine: datetime, tmp_path: Path
) -> None:
    acknowledged: list[str] = []
    for name, after in (("a", 3), ("b", 17)):
        command = [sys.executable, "-c", WRITER, str(tmp_path), name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            acknowledged += [writer.stdout.readline().strip() for _ in range(after)]
            writer.kill()
            acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]

    kept = [row.id for row in records.entries(outage.id)]
    assert len(kept) == len(set(kept))
    assert set(acknowledged) <= set(kept)
    assert len(kept) - len(acknowledged) <= 2
    assert records.audit_verify().findings == ()
    assert records.unlock("correct horse", "Suzuki", "desk-2", nine).unreadable() == ()


def test_what_is_done_with_an_entry_stands_in_the_audit_log(records: Records, written: str, nine: datetime) -> None:
    records.hold(written, nine, "Director", on=True, device="desk-1")
    records.hold(written, nine, "Director", on=False)
    records.reconcile(written, "former", nine, "Suzuki", keep_days=0, device="desk-2")
    records.sweep_ledger(nine)

    told = [(row.what, row.who) for row in reversed(records.audit_rows(record=written))]
    assert told == [
        ("added", "Tanaka"),
        ("held", "Director"),
        ("released", "Director"),
        ("reconciled-former", "Suzuki"),
        ("deleted", ""),
    ]


def test_what_fails_leaves_no_row_in_the_audit_log(records: Records, outage: Outage, nine: datetime) -> None:
    before = records.audit_head()

    with pytest.raises(RecordsError, match="unknown-entry"):
        records.reconcile("no-such", "found", nine, "Suzuki")
    with pytest.raises(RecordsError, match="unknown-entry"):
        records.hold("no-such", nine, "Suzuki", on=True)
    assert before == records.audit_head()
    assert outage.closed_at is None


def test_the_last_backup_is_known_to_be_reminded_of(records: Records, nine: datetime) -> None:
    assert records.last_backup() is None

    records.audit(nine, "Tanaka", "command-line", "backup-made", "1-abcd")

    assert nine == records.last_backup()
