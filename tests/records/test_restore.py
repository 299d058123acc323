import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.records import FourItems, Records
from madoguchi.records.audit_check import Anchor
from madoguchi.records.backup import BackupRefused, backup
from madoguchi.records.database import FILE
from madoguchi.records.restore import Examined, examine, require_alone, restore
from madoguchi.records.seal import Costs
from madoguchi.records.sealed_file import write_sealed

PASSPHRASE = "battery staple"
HOLDER = """
import sys, time
from pathlib import Path
from madoguchi.records import Records
records = Records.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


@pytest.fixture
def file(records: Records, written: str, nine: datetime, tmp_path: Path, light: Costs) -> Path:
    """A backup of a desk with one entry, settings and a picture; the desk is closed."""
    (tmp_path / "settings.toml").write_text('facility_name = "見本医院"\n', "utf-8")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "hub.jpg").write_bytes(b"picture")
    assert records.entry(written).state == "waiting"
    path = tmp_path / "desk.backup"
    backup(tmp_path, path, PASSPHRASE, who="Tanaka", device="command-line", at=nine, costs=light)
    records.close()
    return path


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("new machine") / "data"


def put(file: Path, data: Path, nine: datetime, *, force: bool = False) -> Examined:
    return restore(file, data, PASSPHRASE, who="Tanaka", device="command-line", at=nine, force=force)


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_backup_is_proven_without_touching_anything(file: Path) -> None:
    before = everything(file.parent)

    found = examine(file, PASSPHRASE)

    assert found.good
    assert (found.files, found.database_whole, found.audit.findings) == (4, True, ())
    assert before == everything(file.parent)


def test_a_new_machine_has_everything_of_the_old_one(
    file: Path, elsewhere: Path, nine: datetime, written: str, hanako: FourItems
) -> None:
    found = put(file, elsewhere, nine)

    records = Records.open(elsewhere)
    assert found.good
    assert hanako == records.unlock("correct horse", "Suzuki", "desk-1", nine).read(written, "Suzuki", "desk-1", nine)
    assert (elsewhere / "settings.toml").read_bytes() == (file.parent / "settings.toml").read_bytes()
    assert (elsewhere / "photos" / "hub.jpg").read_bytes() == b"picture"
    report = records.audit_verify(Anchor.read(found.audit_head))
    assert (report.findings, report.anchored > 0) == ((), True)
    assert "restored" in [row.what for row in records.audit_rows()]
    records.close()
    assert not list(elsewhere.glob("*.part"))


def test_data_that_is_there_is_overwritten_only_with_force(file: Path, nine: datetime, written: str) -> None:
    records = Records.open(file.parent)
    records.reconcile(written, "done", nine, "Suzuki")
    records.close()
    before = everything(file.parent)

    with pytest.raises(BackupRefused, match="data-exists"):
        put(file, file.parent, nine)
    assert before == everything(file.parent)

    put(file, file.parent, nine, force=True)
    records = Records.open(file.parent)
    assert records.entry(written).state == "waiting"
    records.close()


@pytest.mark.parametrize("force", [False, True])
def test_nothing_is_restored_under_a_running_desk(file: Path, nine: datetime, *, force: bool) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(file.parent)], stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "open\n"
        with pytest.raises(BackupRefused, match="desk-running" if force else "data-exists"):
            put(file, file.parent, nine, force=force)
        desk.kill()
    put(file, file.parent, nine, force=True)


def test_a_desk_that_died_holds_nothing(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(file.parent)], stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        desk.stdout.readline()
        desk.kill()

    require_alone(file.parent / FILE)


def test_a_broken_database_is_a_reason_to_restore(file: Path, nine: datetime, written: str) -> None:
    (file.parent / FILE).write_bytes(b"this was a database once" * 1000)

    put(file, file.parent, nine, force=True)

    records = Records.open(file.parent)
    assert records.entry(written).id == written
    records.close()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.999])
def test_a_half_written_backup_is_recognised_and_changes_nothing(file: Path, nine: datetime, share: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    before = everything(file.parent)

    with pytest.raises(BackupRefused, match="incomplete"):
        examine(file, PASSPHRASE)
    with pytest.raises(BackupRefused, match="incomplete"):
        put(file, file.parent, nine, force=True)
    assert before == everything(file.parent)


def test_a_changed_backup_and_a_wrong_passphrase_are_told_apart(file: Path, elsewhere: Path, nine: datetime) -> None:
    with pytest.raises(BackupRefused, match="wrong-passphrase"):
        examine(file, "correct horse")
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(BackupRefused, match="changed"):
        examine(file, PASSPHRASE)
    with pytest.raises(BackupRefused, match="changed"):
        put(file, elsewhere, nine)
    with pytest.raises(BackupRefused, match="no-data"):
        examine(file.with_name("no-such"), PASSPHRASE)


def test_a_log_that_was_worked_on_before_the_backup_is_told(file: Path, nine: datetime, light: Costs) -> None:
    with closing(sqlite3.connect(file.parent / FILE, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER audit_is_never_changed")
        connection.execute("UPDATE audit SET who = 'nobody' WHERE number = 2")
    backup(file.parent, file, PASSPHRASE, who="Tanaka", device="", at=nine, costs=light)

    found = examine(file, PASSPHRASE)

    assert not found.good
    assert [one.kind for one in found.audit.findings] == ["changed"]


def test_what_was_past_its_day_does_not_come_back(
    records: Records, written: str, nine: datetime, tmp_path: Path, elsewhere: Path, light: Costs
) -> None:
    records.reconcile(written, "done", nine, "Suzuki", keep_days=30)
    backup(tmp_path, tmp_path / "b", PASSPHRASE, who="Tanaka", device="", at=nine, costs=light)

    put(tmp_path / "b", elsewhere, nine + timedelta(days=31))

    restored = Records.open(elsewhere)
    assert restored.entries() == []
    restored.close()


@pytest.mark.parametrize("name", ["../outside", "/outside", "a/../../outside", "C:outside", "a\\..\\outside", "", ".."])
def test_nothing_is_written_outside_the_data_directory(tmp_path: Path, nine: datetime, light: Costs, name: str) -> None:
    import msgspec  # noqa: PLC0415

    head = msgspec.msgpack.encode((name, 1))
    write_sealed(
        tmp_path / "b", PASSPHRASE, "backup", {"version": "0001"}, [len(head).to_bytes(4, "big"), head, b"x"], costs=light
    )

    with pytest.raises(BackupRefused, match="changed"):
        put(tmp_path / "b", tmp_path / "deep" / "data", nine)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["b"]


def test_a_backup_of_a_newer_version_is_left_alone(
    records: Records, written: str, nine: datetime, tmp_path: Path, elsewhere: Path, light: Costs
) -> None:
    assert records.entry(written).slip == "7"
    records.close()
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    backup(tmp_path, tmp_path / "b", PASSPHRASE, who="Tanaka", device="", at=nine, costs=light)

    with pytest.raises(BackupRefused, match="newer"):
        put(tmp_path / "b", elsewhere, nine)
    assert not (elsewhere / FILE).exists()


def test_a_place_that_cannot_be_written_to_is_named(file: Path, tmp_path: Path, nine: datetime) -> None:
    shutil.copy(file, tmp_path / "stands in the way")

    with pytest.raises(BackupRefused, match="unwritable"):
        put(file, tmp_path / "stands in the way" / "data", nine)
