"""The command line as somebody types it, in a process of its own or, where only words count, within this one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest


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
