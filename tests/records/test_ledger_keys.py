from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from madoguchi.records import FourItems, LedgerRefused, Outage, Records
from madoguchi.records.database import FILE
from madoguchi.records.seal import Costs, new_ledger_key
from madoguchi.records.tables import ledger_keys


def change(records: Records, **values: object) -> None:
    """Somebody works on the file with another tool."""
    with records._database.writing() as connection:
        connection.execute(sa.update(ledger_keys).values(values))


def test_there_is_one_ledger_at_a_time(records: Records, outage: Outage, nine: datetime, light: Costs) -> None:
    assert records.has_ledger()
    with pytest.raises(LedgerRefused, match="ledger-exists"):
        records.make_ledger("battery staple", "Tanaka", "desk-1", nine, light)
    assert outage.closed_at is None


@pytest.mark.parametrize("passphrase", ["", "short", "1234567", "           x"])
def test_a_passphrase_that_is_too_short_is_refused(records: Records, nine: datetime, passphrase: str) -> None:
    with pytest.raises(LedgerRefused, match="weak-passphrase"):
        records.make_ledger(passphrase, "Tanaka", "desk-1", nine)
    assert not records.has_ledger()


def test_a_public_key_that_was_exchanged_is_noticed(records: Records, outage: Outage, nine: datetime, light: Costs) -> None:
    strange, _wrapped = new_ledger_key("somebody else", light)
    change(records, public_key=strange)

    with pytest.raises(LedgerRefused, match="ledger-changed"):
        records.unlock("correct horse", "Tanaka", "desk-1", nine)
    assert records.audit_rows(1)[0].what == "ledger-changed"
    assert outage.closed_at is None


def test_a_damaged_key_opens_nothing_and_stops_nothing(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime
) -> None:
    change(records, wrapped=b"\xa5damaged")

    with pytest.raises(LedgerRefused, match="wrong-passphrase"):
        records.unlock("correct horse", "Tanaka", "desk-1", nine)
    assert records.add_entry(outage.id, hanako, "Tanaka", nine).how == "new"


def test_after_two_new_passphrases_everything_is_still_read_and_the_old_ones_open_nothing(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime, light: Costs
) -> None:
    entries = []
    passphrases = ["correct horse", "battery staple", "a third one"]
    for old, new in zip(passphrases, [*passphrases[1:], "the fourth"], strict=True):
        entries.append(records.add_entry(outage.id, hanako, "Tanaka", nine).id)
        records.unlock(old, "Tanaka", "desk-1", nine).rewrap(new, "Tanaka", "desk-1", nine, costs=light)

    opened = records.unlock("the fourth", "Tanaka", "desk-1", nine)
    assert dict.fromkeys(entries, hanako) == opened.read_many(entries, "Tanaka", "desk-1", nine).items
    for old in passphrases:
        with pytest.raises(LedgerRefused, match="wrong-passphrase"):
            records.unlock(old, "Tanaka", "desk-1", nine)


def test_a_link_that_was_changed_costs_the_entries_before_it_only(
    records: Records, outage: Outage, hanako: FourItems, nine: datetime, light: Costs
) -> None:
    before = records.add_entry(outage.id, hanako, "Tanaka", nine).id
    records.unlock("correct horse", "Tanaka", "desk-1", nine).rewrap("battery staple", "Tanaka", "", nine, costs=light)
    after = records.add_entry(outage.id, hanako, "Tanaka", nine).id
    with records._database.writing() as connection:
        connection.execute(sa.update(ledger_keys).where(ledger_keys.c.version == 1).values(chained=b"x" * 141))

    opened = records.unlock("battery staple", "Tanaka", "desk-1", nine)

    assert (before,) == opened.unreadable()
    assert hanako == opened.read(after, "Tanaka", "desk-1", nine)


def test_the_old_wrapped_key_is_gone_from_file_and_log_after_a_new_passphrase(
    records: Records, outage: Outage, nine: datetime, light: Costs, tmp_path: Path
) -> None:
    with records._database.reading() as connection:
        wrapped: bytes = connection.execute(sa.select(ledger_keys.c.wrapped)).scalar_one()
    records.unlock("correct horse", "Tanaka", "desk-1", nine).rewrap("battery staple", "Tanaka", "", nine, costs=light)

    assert not any(wrapped in (tmp_path / name).read_bytes() for name in (FILE, f"{FILE}-wal"))
    assert outage.closed_at is None


def test_destroying_the_key_destroys_the_ledger(
    records: Records, outage: Outage, written: str, nine: datetime, tmp_path: Path, light: Costs
) -> None:
    with records._database.reading() as connection:
        secrets = [
            connection.execute(sa.select(ledger_keys.c.wrapped)).scalar_one(),
            connection.exec_driver_sql("SELECT sealed FROM ledger").scalar_one(),
        ]

    gone = records.destroy_ledger(nine, "Director", "command-line")

    assert (gone.entries, gone.log_emptied) == (1, True)
    files = b"".join((tmp_path / name).read_bytes() for name in (FILE, f"{FILE}-wal"))
    assert not any(secret in files for secret in secrets)
    with pytest.raises(LedgerRefused, match="no-ledger"):
        records.unlock("correct horse", "Tanaka", "desk-1", nine)
    assert [written] == [row.id for row in records.entries()]
    assert records.unfinished_entries() == 0
    records.make_ledger("a new ledger", "Tanaka", "desk-1", nine, light)
    assert (written,) == records.unlock("a new ledger", "Tanaka", "desk-1", nine).unreadable()
    assert outage.closed_at is None


def test_a_held_entry_keeps_the_ledger_from_being_destroyed(records: Records, written: str, nine: datetime) -> None:
    records.hold(written, nine, "Director", on=True)

    with pytest.raises(LedgerRefused, match="held-entries"):
        records.destroy_ledger(nine, "Director", "command-line")
    assert records.unlock("correct horse", "Tanaka", "desk-1", nine).unreadable() == ()
    assert records.destroy_ledger(nine, "Director", "command-line", even_held=True).entries == 1
