import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_a_backup_is_made_and_proven(madoguchi: Run, hanako: str, tmp_path: Path) -> None:
    out = tmp_path / "desk.backup"
    said = madoguchi("backup", "--out", str(out), given="battery staple\n")

    assert said.status == 0
    assert str(out) in said.out
    proven = madoguchi("restore", str(out), "--check", "--json", given="battery staple\n")
    assert json.loads(proven.out)["good"]
    assert hanako.encode() not in out.read_bytes()


def test_generations_are_kept(here: Run, hanako: str, tmp_path: Path) -> None:
    out = tmp_path / "stick" / "desk.backup"
    out.parent.mkdir()
    for _ in range(3):
        told = json.loads(here("backup", "--out", str(out), "--keep", "2", "--json", given="battery staple\n").out)

    assert (told["generations"], told["noted"]) == (2, True)
    assert sorted(path.name for path in out.parent.iterdir()) == ["desk.backup", "desk.backup.1"]
    assert hanako


def lasting(folder: Path) -> list[Path]:
    """Every file but those that SQLite keeps only while the database is open."""
    return sorted(path for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm")))


@pytest.mark.parametrize(
    ("out", "given"), [("no-such-folder/x", "battery staple\n"), ("x", "short\n"), ("x", ""), ("", "battery staple\n")]
)
def test_what_cannot_be_done_is_said_and_nothing_is_left(here: Run, hanako: str, tmp_path: Path, out: str, given: str) -> None:
    before = lasting(tmp_path)

    said = here("backup", "--out", str(tmp_path / out), given=given)

    assert (said.status, said.out) == (2, "")
    assert "Traceback" not in said.err
    assert before == lasting(tmp_path)
    assert hanako


def test_where_there_is_nothing_nothing_is_made(here: Run, tmp_path: Path) -> None:
    assert here("backup", "--out", str(tmp_path / "x"), given="battery staple\n").status == 2
    assert list(tmp_path.iterdir()) == []
