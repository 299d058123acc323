import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.records import FourItems, LedgerRefused, Outage, Records
from madoguchi.records.backup import KEEP, BackupRefused, Made, backup, head_of, take_snapshot
from madoguchi.records.restore import examine
from madoguchi.records.seal import Costs
from madoguchi.records.sealed_file import read_sealed

NINE = datetime.fromisoformat("2026-11-24T00:00:00+00:00")


@pytest.fixture
def data(records: Records, outage: Outage, written: str, tmp_path: Path) -> Path:
    """A desk that goes on working, with something of everything a desk keeps."""
    assert records.entry(written).outage == outage.id
    for place, content in {
        "settings.toml": b'facility_name = "x"',
        "photos/hub.jpg": b"picture" * 100,
        "photos/hub.txt": b"where it stands",
        "tls/authority.pem": b"a certificate",
        "cache/plan.json": b"{}",
        "practice/face/a.xml": b"<a/>",
        "half.part": b"half",
    }.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_bytes(content)
    return tmp_path


@pytest.fixture
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stick") / "desk.backup"


def make(data: Path, out: Path, light: Costs, **more: int) -> Made:
    return backup(data, out, "battery staple", who="Tanaka", device="command-line", at=NINE, costs=light, **more)


def inside(out: Path) -> bytes:
    return b"".join(read_sealed(out, "battery staple", "backup"))


def test_a_backup_of_a_working_desk_is_one_file_with_everything_in_it(data: Path, out: Path, light: Costs) -> None:
    made = make(data, out, light)

    content = inside(out)
    assert [out.name] == [path.name for path in out.parent.iterdir()]
    assert (made.files, made.generations, made.noted, made.bytes) == (6, 1, True, out.stat().st_size)
    assert all(name in content for name in (b"settings.toml", b"photos/hub.jpg", b"photos/hub.txt", b"tls/authority.pem"))
    assert not any(name in content for name in (b"cache/", b"practice/", b"half.part"))


def test_nothing_of_it_can_be_read_without_the_passphrase(data: Path, out: Path, light: Costs, hanako: FourItems) -> None:
    make(data, out, light)

    sealed = out.read_bytes()
    assert not any(word in sealed for word in (b"SQLite", b"facility_name", b"picture", b"Tanaka", hanako.name.encode()))
    assert hanako.name.encode() not in inside(out)


def test_the_audit_logs_head_stands_in_it_and_the_log_tells_of_it(
    data: Path, out: Path, light: Costs, records: Records
) -> None:
    before = records.audit_head().short

    made = make(data, out, light)

    assert (before, before) == (made.audit_head, examine(out, "battery staple").audit_head)
    assert (records.audit_rows(1)[0].what, records.audit_rows(1)[0].record) == ("backup-made", before)
    assert records.last_backup() == NINE


def test_backups_of_before_are_kept_and_the_oldest_go(data: Path, out: Path, light: Costs) -> None:
    for number in range(5):
        (data / "settings.toml").write_bytes(f"facility_name = 'day {number}'".encode())
        made = make(data, out, light, keep=3)

    assert made.generations == 3
    assert sorted(path.name for path in out.parent.iterdir()) == ["desk.backup", "desk.backup.1", "desk.backup.2"]
    for number, name in ((4, "desk.backup"), (3, "desk.backup.1"), (2, "desk.backup.2")):
        assert f"day {number}".encode() in inside(out.with_name(name))


def test_keeping_fewer_lets_the_others_go(data: Path, out: Path, light: Costs) -> None:
    for _ in range(4):
        make(data, out, light)
    make(data, out, light, keep=1)

    assert [out.name] == [path.name for path in out.parent.iterdir()]
    assert KEEP > 1


def test_a_backup_that_fails_leaves_the_one_before_and_nothing_half(data: Path, out: Path, light: Costs) -> None:
    make(data, out, light)
    whole = out.read_bytes()
    (out.parent / f"{out.name}.new.part").mkdir()

    with pytest.raises(BackupRefused, match="unwritable"):
        make(data, out, light)
    (out.parent / f"{out.name}.new.part").rmdir()
    assert whole == out.read_bytes()
    assert [out.name] == [path.name for path in out.parent.iterdir()]


def test_the_copy_it_is_made_from_never_lies_on_the_stick(
    data: Path, out: Path, light: Costs, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[str]] = []
    monkeypatch.setattr("os.fsync", lambda _file: seen.append({path.name for path in out.parent.iterdir()}))

    make(data, out, light)

    assert set().union(*seen) <= {"desk.backup", "desk.backup.new", "desk.backup.new.part"}
    assert not list(data.glob("*snapshot*"))


def test_a_folder_is_never_overwritten_nor_moved(data: Path, out: Path, light: Costs) -> None:
    (out / "inside").mkdir(parents=True)

    with pytest.raises(BackupRefused, match="unwritable"):
        make(data, out, light)
    assert (out / "inside").is_dir()
    assert [out.name] == [path.name for path in out.parent.iterdir()]


def test_a_place_that_is_not_there_is_named(data: Path, out: Path, light: Costs) -> None:
    with pytest.raises(BackupRefused, match="unwritable"):
        make(data, out.parent / "no-such" / "x", light)
    with pytest.raises(BackupRefused, match="no-data"):
        make(data / "nobody", out, light)
    with pytest.raises(LedgerRefused, match="weak-passphrase"):
        backup(data, out, "short", who="", device="", at=NINE, costs=light)
    assert not (data / "nobody").exists()


def test_backups_that_lie_in_the_data_directory_do_not_go_into_each_other(data: Path, light: Costs) -> None:
    sizes = [make(data, data / "desk.backup", light).bytes for _ in range(3)]

    assert max(sizes) < 2 * min(sizes)
    assert b"desk.backup" not in inside(data / "desk.backup")


def test_a_snapshot_holds_nothing_that_was_deleted(records: Records, written: str, out: Path, nine: datetime) -> None:
    with records._database.reading() as connection:
        sealed: bytes = connection.exec_driver_sql("SELECT sealed FROM ledger").scalar_one()
    records.reconcile(written, "done", nine, "Suzuki", keep_days=0)
    records.sweep_ledger(nine + timedelta(days=1))

    take_snapshot(records.data / "madoguchi.db", out)

    assert sealed not in out.read_bytes()
    assert records.audit_head() == head_of(out)


def test_a_database_of_before_the_audit_log_has_an_empty_head(out: Path) -> None:
    with closing(sqlite3.connect(out)) as connection:
        connection.execute("CREATE TABLE a (b)")

    assert head_of(out).number == 0
