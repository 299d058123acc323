import json
from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from madoguchi.records import FourItems, LedgerRefused, Outage, Records, RecordsError
from madoguchi.records.database import FILE, Database
from madoguchi.records.seal import Costs
from madoguchi.records.sealed_file import read_sealed
from madoguchi.records.tables import ledger
from madoguchi.records.unlocked import EXPORT, Exported, UnlockedLedger


def unlocked(records: Records, nine: datetime) -> UnlockedLedger:
    return records.unlock("correct horse", "Tanaka", "desk-1", nine)


def looks(records: Records, entry: str) -> list[tuple[str, str, str]]:
    return [(row.what, row.who, row.device) for row in reversed(records.audit_rows(record=entry))]


def change(records: Records, entry: str, **values: object) -> None:
    """Somebody works on the file with another tool."""
    with records._database.writing() as connection:
        connection.execute(sa.update(ledger).where(ledger.c.id == entry).values(values))


def test_an_entry_is_read_and_the_look_is_written_down(
    records: Records, written: str, hanako: FourItems, nine: datetime
) -> None:
    assert hanako == unlocked(records, nine).read(written, "Suzuki", "desk-2", nine)
    assert looks(records, written) == [("added", "Tanaka", ""), ("read", "Suzuki", "desk-2")]


@pytest.mark.parametrize("name", ["髙﨑 𠮷雄", "ﾔﾏﾀﾞ　ハナコ", "〓田 花子", "O'Neill; DROP TABLE ledger", "名\u0000\n\t前"])
def test_every_name_comes_back_as_it_was_typed(records: Records, outage: Outage, nine: datetime, name: str) -> None:
    items = FourItems(name, "unset", date(2019, 5, 1), insurer="見本健保", unchanged=True)
    entry = records.add_entry(outage.id, items, "Tanaka", nine).id

    assert items == unlocked(records, nine).read(entry, "Suzuki", "desk-2", nine)


def test_where_a_look_cannot_be_written_down_nothing_is_shown(
    records: Records, written: str, nine: datetime, tmp_path: Path
) -> None:
    opened = unlocked(records, nine)
    opened._database = Database(tmp_path / FILE, read_only=True)

    with pytest.raises(RecordsError) as refused:
        opened.read(written, "Suzuki", "desk-2", nine)
    opened._database.close()
    assert refused.value.reason == "read-only"


def test_a_list_is_a_look_at_each(records: Records, outage: Outage, hanako: FourItems, written: str, nine: datetime) -> None:
    other = records.add_entry(outage.id, hanako, "Tanaka", nine).id

    found = unlocked(records, nine).read_many([written, other], "Suzuki", "desk-2", nine)

    assert {written: hanako, other: hanako} == found.items
    assert ("read", "Suzuki", "desk-2") in looks(records, other)


def test_a_row_that_was_changed_is_a_finding_and_the_others_are_read(
    records: Records, outage: Outage, hanako: FourItems, written: str, nine: datetime
) -> None:
    other = records.add_entry(outage.id, hanako, "Tanaka", nine).id
    change(records, written, sealed=b"somebody was here")
    opened = unlocked(records, nine)

    found = opened.read_many([written, other], "Suzuki", "desk-2", nine)

    assert (found.unreadable, list(found.items)) == ((written,), [other])
    assert opened.unreadable() == (written,)
    with pytest.raises(LedgerRefused, match="unreadable-entry"):
        opened.read(written, "Suzuki", "desk-2", nine)
    assert looks(records, written)[-1] == ("unreadable", "Suzuki", "desk-2")


def test_an_entry_moved_to_another_row_is_not_read_there(
    records: Records, outage: Outage, hanako: FourItems, written: str, nine: datetime
) -> None:
    other = records.add_entry(outage.id, hanako, "Tanaka", nine).id
    with records._database.reading() as connection:
        moved = connection.execute(sa.select(ledger.c.sealed).where(ledger.c.id == other)).scalar()
    change(records, written, sealed=moved)

    assert unlocked(records, nine).unreadable() == (written,)


def test_an_entry_said_to_be_of_another_key_is_not_read(records: Records, written: str, nine: datetime, light: Costs) -> None:
    unlocked(records, nine).rewrap("battery staple", "Tanaka", "desk-1", nine, costs=light)
    change(records, written, key_version=2)

    assert records.unlock("battery staple", "Tanaka", "desk-1", nine).unreadable() == (written,)


def test_it_locks_itself_when_it_is_not_used(records: Records, written: str, nine: datetime) -> None:
    seconds = 0.0
    opened = records.unlock("correct horse", "Tanaka", "desk-1", nine, seconds=60, tick=lambda: seconds)

    seconds = 59
    opened.read(written, "Suzuki", "desk-2", nine)
    seconds = 118
    assert not opened.locked
    seconds = 119
    assert opened.locked
    with pytest.raises(LedgerRefused, match="ledger-locked"):
        opened.read(written, "Suzuki", "desk-2", nine)


def test_once_locked_by_hand_it_gives_nothing(records: Records, written: str, nine: datetime, tmp_path: Path) -> None:
    opened = unlocked(records, nine)
    opened.lock()

    for use in (
        lambda: opened.read(written, "Suzuki", "desk-2", nine),
        opened.duplicates,
        opened.unreadable,
        lambda: opened.rewrap("battery staple", "Suzuki", "desk-2", nine),
        lambda: opened.export(tmp_path / "x", "battery staple", "Suzuki", "desk-2", nine),
    ):
        with pytest.raises(LedgerRefused, match="ledger-locked"):
            use()


def test_the_same_person_written_twice_in_an_outage_is_reported(
    records: Records, outage: Outage, hanako: FourItems, written: str, nine: datetime
) -> None:
    again = msgspec.structs.replace(hanako, name="山田　花子", address="")
    twice = records.add_entry(outage.id, again, "Suzuki", nine, slip="8").id
    records.add_entry(outage.id, msgspec.structs.replace(hanako, name="山田 太郎"), "Suzuki", nine)
    records.close_outage(outage.id, nine, "hand")
    records.add_entry(records.open_outage("1", "901", nine).id, hanako, "Suzuki", nine)

    (found,) = unlocked(records, nine).duplicates()

    assert (found.outage, found.entries) == (outage.id, (written, twice))


def test_two_that_change_the_passphrase_at_once_do_not_lose_each_others_key(
    records: Records, written: str, nine: datetime, light: Costs
) -> None:
    one, other = unlocked(records, nine), unlocked(records, nine)
    one.rewrap("battery staple", "Tanaka", "desk-1", nine, costs=light)

    with pytest.raises(LedgerRefused, match="ledger-locked"):
        other.rewrap("another one", "Suzuki", "desk-2", nine, costs=light)
    assert records.unlock("battery staple", "Tanaka", "desk-1", nine).unreadable() == ()
    assert [written] == [row.id for row in records.entries()]


def test_an_export_is_one_encrypted_file_that_its_passphrase_opens(
    records: Records, written: str, hanako: FourItems, nine: datetime, tmp_path: Path, light: Costs
) -> None:
    path = tmp_path / "ledger.sealed"

    assert unlocked(records, nine).export(path, "battery staple", "Suzuki", "desk-2", nine, costs=light) == 1

    assert "山田".encode() not in path.read_bytes()
    assert json.dumps("山田").strip('"').encode() not in path.read_bytes()
    content = b"".join(read_sealed(path, "battery staple", EXPORT))
    (one,) = msgspec.json.decode(content, type=Exported).entries
    assert (one.entry.id, one.items) == (written, hanako)
    assert records.audit_rows(1)[0].what == "exported"


def test_an_export_that_cannot_be_written_is_refused(
    records: Records, outage: Outage, nine: datetime, tmp_path: Path, light: Costs
) -> None:
    opened = unlocked(records, nine)
    with pytest.raises(LedgerRefused, match="weak-passphrase"):
        opened.export(tmp_path / "x", "short", "Suzuki", "desk-2", nine, costs=light)
    with pytest.raises(OSError, match="no-such-folder"):
        opened.export(tmp_path / "no-such-folder" / "x", "battery staple", "Suzuki", "desk-2", nine, costs=light)
    assert outage.closed_at is None
