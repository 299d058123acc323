import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
DESK = [sys.executable, "-m", "madoguchi", "desk", "--port", "0", "--data"]


@pytest.fixture
def file(here: Run, hanako: str, tmp_path: Path) -> Path:
    assert hanako
    here("backup", "--out", str(tmp_path / "desk.backup"), given="battery staple\n")
    return tmp_path / "desk.backup"


def test_a_backup_comes_to_life_on_a_new_machine(here: Run, file: Path, hanako: str, tmp_path: Path) -> None:
    new = tmp_path / "new"
    said = here("restore", str(file), "--data", str(new), given="battery staple\n")

    assert said.status == 0
    assert "山田 花子" in here("ledger", "list", "--open", "--data", str(new), given="correct horse\n").out
    assert hanako in here("ledger", "list", "--data", str(new)).out
    assert here("audit", "verify", "--data", str(new)).status == 0


def test_the_data_that_is_there_is_kept_without_force(here: Run, file: Path) -> None:
    assert here("restore", str(file), given="battery staple\n").status == 2
    assert here("restore", str(file), "--force", given="battery staple\n").status == 0


def test_a_running_desk_is_not_restored_under(here: Run, file: Path, tmp_path: Path) -> None:
    with subprocess.Popen([*DESK, str(tmp_path / "data")], stderr=subprocess.PIPE, text=True) as desk:
        assert desk.stderr is not None
        assert "http://" in desk.stderr.readline()
        said = here("restore", str(file), "--force", given="battery staple\n")
        desk.kill()

    assert said.status == 2
    assert "窓口が動いています" in said.err


@pytest.mark.parametrize("as_json", [True, False])
def test_a_half_written_backup_is_recognised_with_status_1(here: Run, file: Path, *, as_json: bool) -> None:
    file.write_bytes(file.read_bytes()[:-1000])

    said = here("restore", str(file), "--check", *(["--json"] if as_json else []), given="battery staple\n")

    assert said.status == 1
    assert json.loads(said.out)["flaw"] == "incomplete" if as_json else "途中まで" in said.out
    assert here("restore", str(file), "--force", given="battery staple\n").status == 2


@pytest.mark.parametrize(("name", "given"), [("no-such", "battery staple\n"), ("desk.backup", "correct horse\n")])
def test_what_cannot_be_opened_is_said(here: Run, file: Path, name: str, given: str) -> None:
    said = here("restore", str(file.with_name(name)), "--check", given=given)

    assert (said.status, said.out) == (2, "")
    assert "Traceback" not in said.err
