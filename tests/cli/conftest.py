"""The command line as somebody types it, in a process of its own or, where only words count, within this one."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from madoguchi.cli.main import main
from madoguchi.records import FourItems, Records
from madoguchi.records.seal import Costs


class Said(NamedTuple):
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def madoguchi(tmp_path: Path) -> Callable[..., Said]:
    environment = {**os.environ, "MADOGUCHI_DATA": str(tmp_path / "data"), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}

    def run(*words: str, given: str = "", **more: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "madoguchi", *words],
            input=given,
            capture_output=True,
            encoding="utf-8",
            env=environment | more,
            timeout=120,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """The same in this process: it costs no start."""

    def run(*words: str, given: str = "", **more: str) -> Said:
        (tmp_path.parent / f"{tmp_path.name}-typed").write_text(given, "utf-8")
        with monkeypatch.context() as around, (tmp_path.parent / f"{tmp_path.name}-typed").open(encoding="utf-8") as typed:
            for name, value in ({"MADOGUCHI_DATA": str(tmp_path / "data"), "LC_ALL": "C.UTF-8"} | more).items():
                around.setenv(name, value)
            around.setattr(sys, "argv", ["madoguchi", *words])
            around.setattr(sys, "stdin", typed)
            capfd.readouterr()
            with pytest.raises(SystemExit) as ended:
                main()
        said = capfd.readouterr()
        return Said(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def hanako(tmp_path: Path) -> str:
    """The id of an entry about Hanako, in a ledger that `correct horse` opens."""
    nine = datetime(2026, 11, 24, tzinfo=UTC)
    records = Records.open(tmp_path / "data")
    records.make_ledger("correct horse", "Tanaka", "desk-1", nine, Costs(1, 1, 8))
    outage = records.open_outage("1", "011", nine)
    items = FourItems("山田 花子", "female", date(1950, 4, 1), insurer="見本健保")
    entry = records.add_entry(outage.id, items, "Tanaka", nine, slip="7").id
    records.close()
    return entry
