import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Madoguchi = Callable[..., Any]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[[], tuple[subprocess.Popen[str], str]]]:
    started: list[subprocess.Popen[str]] = []

    def start() -> tuple[subprocess.Popen[str], str]:
        environment = {**os.environ, "MADOGUCHI_DATA": str(tmp_path / "data")}
        command = [sys.executable, "-m", "madoguchi", "desk", "--port", "0"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        started.append(process)
        assert process.stderr is not None
        return process, next(line.strip() for line in process.stderr if line.startswith("http://127.0.0.1:"))

    yield start
    for process in started:
        process.kill()
        process.wait(30)


def answers(url: str) -> bool:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return bool(answer.status == 200)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_it_says_where_it_is_answers_and_stops_well(desk: Any, name: str) -> None:
    process, url = desk()
    opened = answers(url)
    process.send_signal(getattr(signal, name))

    assert opened
    assert process.wait(30) == 0
    assert process.stdout.read() == ""


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.5", "clinic.example"])  # noqa: S104 - refused, that is the point
def test_other_machines_are_not_let_in_and_the_reason_is_told(madoguchi: Madoguchi, tmp_path: Path, host: str) -> None:
    said = madoguchi("desk", "--host", host)

    assert (said.status, said.out) == (2, "")
    assert "--host" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_busy_port_is_told_kindly(madoguchi: Madoguchi) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = madoguchi("desk", "--port", str(taken.getsockname()[1]))

    assert (said.status, said.out) == (2, "")
    assert "--port" in said.err
    assert "Traceback" not in said.err


def test_a_folder_that_cannot_be_used_is_told_kindly(madoguchi: Madoguchi, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    said = madoguchi("desk", "--port", "0", "--data", str(tmp_path / "file" / "below"))

    assert said.status == 2
    assert "--data" in said.err


def test_what_a_killed_desk_left_behind_stops_no_start(desk: Any, tmp_path: Path) -> None:
    first, url = desk()
    answers(url)
    first.kill()
    first.wait(30)
    (tmp_path / "data" / "madoguchi.lock").write_text("1", "utf-8")

    second, again = desk()

    assert answers(again)
    assert second.poll() is None
