"""A desk that ends badly leaves nothing of its memory behind; a process that forbids nothing does."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")

WAIT = "print('ready', flush=True); import time; time.sleep(60)"
FORBID = "from madoguchi.desk.no_dumps import forbid_dumps; assert forbid_dumps(); "
UNLIMITED = ["bash", "-c", 'ulimit -c unlimited && exec "$@"', "bash"]


def started(code: str, folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [*UNLIMITED, sys.executable, "-c", code], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    if process.stdout.readline() != "ready\n":
        pytest.skip("this machine allows nobody a core dump")
    return process


def dumped(process: subprocess.Popen[str]) -> bool:
    """End a process as a fault would; whether the system says that its memory was written somewhere."""
    process.send_signal(signal.SIGABRT)
    _, status = os.waitpid(process.pid, 0)
    process.returncode = status
    assert os.WTERMSIG(status) == signal.SIGABRT
    return os.WCOREDUMP(status)


def core_limits(process: int) -> list[str]:
    (line,) = [one for one in Path(f"/proc/{process}/limits").read_text().splitlines() if one.startswith("Max core file size")]
    return line.split()[4:6]


def test_the_limit_is_nothing_and_cannot_be_raised(tmp_path: Path) -> None:
    process = started(FORBID + WAIT, tmp_path)

    limits = core_limits(process.pid)

    process.kill()
    process.wait()
    assert ["0", "0"] == limits


def test_a_fault_leaves_nothing(tmp_path: Path) -> None:
    assert not dumped(started(FORBID + WAIT, tmp_path))
    assert [] == list(tmp_path.iterdir())


def test_a_fault_of_a_process_that_forbids_nothing_would_leave_its_memory(tmp_path: Path) -> None:
    process = started(WAIT, tmp_path)
    assert ["unlimited", "unlimited"] == core_limits(process.pid)

    if not dumped(process):
        pytest.skip("this machine keeps no core dumps at all")


def test_what_it_starts_may_dump_nothing_either(tmp_path: Path) -> None:
    code = FORBID + f"import subprocess, sys; subprocess.run([sys.executable, '-c', {WAIT!r}])"
    process = started(code, tmp_path)
    (child,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()

    limits = core_limits(int(child))

    os.kill(int(child), signal.SIGKILL)
    process.wait()
    assert ["0", "0"] == limits
