import json
import os
import subprocess
import sys
from pathlib import Path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    told = {**os.environ, "MADOGUCHI_DATA": str(folder / "data"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "madoguchi", "booklet", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=told, cwd=folder, check=False, encoding="utf-8")


def test_one_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    done = run(tmp_path, "--out", "x.html", "--json")

    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["x.html"]
    told = json.loads(done.stdout)
    assert (told["file"], told["bytes"]) == ("x.html", (tmp_path / "x.html").stat().st_size)
    assert (tmp_path / "x.html").read_text("utf-8").count("<article") == told["problems"]


def test_a_place_that_cannot_be_written_is_said_kindly(tmp_path: Path) -> None:
    done = run(tmp_path, "--out", "nowhere/x.html", "--lang", "en")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "--out" in done.stderr
