import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.records import Added, FourItems, LedgerRefused, Outage, Records, RecordsError
from madoguchi.records.audit import KEY_FILE
from madoguchi.records.database import FILE
from madoguchi.records.ledger import claim_day, encoded


def test_an_entry_is_written_while_the_ledger_is_locked_and_lists_nothing_personal(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime
) -> None:
    added = records.add_entry(outage.id, hanako, "Tanaka", nine, slip="7")

    (row,) = records.entries()
    assert added == Added(row.id)
    assert (row.outage, row.at, row.by, row.slip, row.state, row.hold) == (outage.id, nine, "Tanaka", "7", "waiting", False)
    assert "山田" not in repr(row)
    assert row == records.entry(added.id)


def test_a_request_that_comes_again_gives_the_entry_of_before(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime
) -> None:
    first = records.add_entry(outage.id, hanako, "Tanaka", nine, key="k")

    assert Added(first.id, "again") == records.add_entry(outage.id, hanako, "Tanaka", nine, key="k")
    assert len(records.entries()) == 1


def test_a_request_of_another_content_under_the_same_key_is_told_apart(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime
) -> None:
    first = records.add_entry(outage.id, hanako, "Tanaka", nine, key="k", slip="7")
    taro = FourItems("山田 太郎", "male", date(1950, 4, 1), address="見本県練習市1-2-3")

    assert Added(first.id, "key-taken") == records.add_entry(outage.id, taro, "Tanaka", nine, key="k")
    assert Added(first.id, "key-taken") == records.add_entry(outage.id, hanako, "Tanaka", nine, key="k", slip="8")
    assert Added(first.id, "again") == records.add_entry(outage.id, hanako, "Tanaka", nine, key="k", slip="7")
    assert len(records.entries()) == 1


def test_where_the_key_beside_the_database_was_lost_a_repeated_request_is_still_one_entry(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime
) -> None:
    first = records.add_entry(outage.id, hanako, "Tanaka", nine, key="k")
    (records.data / KEY_FILE).unlink()
    records.audit(nine, "Tanaka", "desk-1", "read")

    assert Added(first.id, "again") == records.add_entry(outage.id, hanako, "Tanaka", nine, key="k")


def test_a_slip_is_entered_once_in_an_outage(records: Records, outage: Outage, hanako: FourItems, nine: datetime) -> None:
    first = records.add_entry(outage.id, hanako, "Tanaka", nine, key="a", slip="7")

    assert Added(first.id, "slip-taken") == records.add_entry(outage.id, hanako, "Suzuki", nine, key="b", slip="7")
    records.close_outage(outage.id, nine, "hand")
    next_outage = records.open_outage("1", "901", nine)
    assert records.add_entry(next_outage.id, hanako, "Suzuki", nine, slip="7").how == "new"


def test_two_desks_that_write_one_slip_at_once_make_one_entry(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime, tmp_path: Path
) -> None:
    other = Records.open(tmp_path)
    answers: list[Added] = []

    def work(kept: Records, desk: str) -> None:
        answers.extend(
            kept.add_entry(outage.id, hanako, desk, nine, key=f"{desk}-{slip}", slip=str(slip)) for slip in range(20)
        )

    desks = [threading.Thread(target=work, args=pair) for pair in ((records, "1"), (other, "2"))]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    other.close()

    assert len(records.entries()) == 20
    assert sorted(answer.how for answer in answers) == ["new"] * 20 + ["slip-taken"] * 20
    assert {row.id for row in records.entries()} == {answer.id for answer in answers}
    assert records.audit_verify().findings == ()


def test_without_a_ledger_nothing_is_kept(records: Records, hanako: FourItems, nine: datetime) -> None:
    outage = records.open_outage("1", "011", nine)

    with pytest.raises(LedgerRefused, match="no-ledger"):
        records.add_entry(outage.id, hanako, "Tanaka", nine)
    assert records.entries() == []


def test_an_entry_belongs_to_an_outage_that_is_known(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime
) -> None:
    with pytest.raises(RecordsError, match="unknown-outage"):
        records.add_entry("no-such", hanako, "Tanaka", nine)
    with pytest.raises(RecordsError, match="unknown-entry"):
        records.entry("no-such")
    assert records.entries(outage.id) == []


def test_a_paper_slip_is_typed_in_after_the_outage_is_over(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime
) -> None:
    records.close_outage(outage.id, nine, "result")

    assert records.add_entry(outage.id, hanako, "Tanaka", nine).how == "new"


def test_a_reconciled_entry_goes_when_its_day_has_come_and_not_before(records: Records, written: str, nine: datetime) -> None:
    row = records.reconcile(written, "found", nine, "Suzuki", keep_days=30)

    assert (row.state, row.reconciled_by, row.delete_after) == ("found", "Suzuki", nine + timedelta(days=30))
    assert records.sweep_ledger(nine + timedelta(days=30, seconds=-1)) == []
    assert records.sweep_ledger(nine + timedelta(days=30)) == [written]
    assert records.entries() == []


def test_what_is_not_reconciled_stays_for_ever(records: Records, written: str, nine: datetime) -> None:
    assert records.sweep_ledger(nine + timedelta(days=5000)) == []
    assert [written] == [row.id for row in records.entries(state="waiting")]


def test_a_mistake_is_taken_back_and_the_entry_stays(records: Records, written: str, nine: datetime) -> None:
    records.reconcile(written, "not-found", nine, "Suzuki")
    row = records.reconcile(written, "waiting", nine, "Suzuki")

    assert (row.state, row.reconciled_at, row.delete_after) == ("waiting", None, None)
    assert records.sweep_ledger(nine + timedelta(days=5000)) == []


def test_a_held_entry_stays_whatever_its_day(records: Records, written: str, nine: datetime) -> None:
    records.reconcile(written, "done", nine, "Suzuki")
    assert records.hold(written, nine, "Director", on=True).hold

    assert records.sweep_ledger(nine + timedelta(days=365)) == []
    records.hold(written, nine, "Director", on=False)
    assert records.sweep_ledger(nine + timedelta(days=365)) == [written]


def test_a_clock_that_was_set_back_deletes_nothing_early(records: Records, written: str, nine: datetime) -> None:
    row = records.reconcile(written, "found", nine - timedelta(days=90), "Suzuki")

    assert row.delete_after == nine + timedelta(days=30)
    assert records.sweep_ledger(nine - timedelta(days=60)) == []


def test_what_is_deleted_is_neither_in_the_file_nor_in_its_log(
    records: Records, written: str, nine: datetime, tmp_path: Path
) -> None:
    with records._database.reading() as connection:
        sealed: bytes = connection.exec_driver_sql("SELECT sealed FROM ledger").scalar_one()
    files = [tmp_path / FILE, tmp_path / f"{FILE}-wal"]
    assert any(sealed in path.read_bytes() for path in files)

    records.reconcile(written, "found", nine, "Suzuki")
    records.sweep_ledger(nine + timedelta(days=31))

    assert not any(sealed in path.read_bytes() for path in files)


def test_how_much_is_left_to_do_is_known_while_locked(
    records: Records, outage: Outage, hanako: FourItems, written: str, nine: datetime
) -> None:
    other = records.add_entry(outage.id, hanako, "Tanaka", nine).id
    records.reconcile(written, "done", nine, "Suzuki")

    assert records.unfinished_entries() == 1
    assert [other] == [row.id for row in records.entries(outage.id, "waiting")]


@pytest.mark.parametrize(
    ("visit", "day"),
    [
        (datetime(2026, 11, 24, tzinfo=UTC), date(2026, 12, 10)),
        (datetime(2026, 12, 31, 14, 59, tzinfo=UTC), date(2027, 1, 10)),
        (datetime(2026, 12, 31, 15, 0, tzinfo=UTC), date(2027, 2, 10)),
        (datetime(2027, 1, 31, tzinfo=UTC), date(2027, 2, 10)),
    ],
)
def test_an_entry_is_to_be_reconciled_before_the_claims_of_its_month(visit: datetime, day: date) -> None:
    assert day == claim_day(visit)


def test_the_length_of_what_is_sealed_does_not_tell_the_length_of_a_name() -> None:
    short, long = (FourItems(name, "unset", date(1950, 1, 1), insurer="見本") for name in ("林", "勅使河原 長之助"))

    assert len(encoded(short)) == len(encoded(long))
