"""Looks from within: a process that a test puts into a namespace and asks, line by line, for readings.

`python -m tests.evidence.probes.inside SETTINGS DATA`: a line of input names probes, a line of output has their readings.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from madoguchi.base.clock import now
from madoguchi.base.settings import Settings
from madoguchi.evidence.probes.probe import Reading, surroundings_of
from madoguchi.evidence.probes.registry import PROBES

ROOT = Path(__file__).parents[3]


def needs_namespaces(*tools: str) -> None:
    """Skip a test where namespaces cannot be made: without the rights of root, or without the tools of Linux."""
    missing = [tool for tool in ("unshare", "nsenter", *tools) if shutil.which(tool) is None]
    if sys.platform != "linux" or os.geteuid() != 0 or missing:
        pytest.skip("a real fault needs namespaces: Linux, root and iproute2")
    if subprocess.run(["unshare", "-mn", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody make namespaces")


class Inside:
    """A process in a namespace that looks when asked."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def look(self, probe: str) -> Reading:
        return self.looks(probe)[probe]

    def looks(self, *probes: str) -> dict[str, Reading]:
        """The readings of several probes that look at the same time."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(" ".join(probes).encode() + b"\n")
        self._process.stdin.flush()
        return msgspec.json.decode(self._process.stdout.readline(), type=dict[str, Reading])

    @property
    def enter(self) -> tuple[str, ...]:
        """What to put before a command that is to run in the same namespaces.

        Refuses where the process shares our mounts: a fault would be made to the real machine.
        """
        assert not Path(f"/proc/{self._process.pid}/ns/mnt").samefile("/proc/self/ns/mnt")
        return "nsenter", "-t", str(self._process.pid), "-m", "-n"

    def do(self, *command: str) -> None:
        """Run a command in the same namespaces."""
        subprocess.run([*self.enter, *command], check=True, capture_output=True)


OWN_MOUNTS = ("unshare", "-m", "--propagation", "private")
"""Starts a process whose mounts are its own."""


@contextmanager
def inside(settings: Settings, tmp_path: Path, prefix: Sequence[str] = OWN_MOUNTS) -> Iterator[Inside]:
    """A process that looks with these settings, started by `prefix`."""
    given = msgspec.json.encode(settings).decode()
    command = [*prefix, sys.executable, "-m", "tests.evidence.probes.inside", given, str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=environment) as process:
        try:
            assert process.stdout is not None
            # Until it speaks it may still be on its way: a fault would then be made out here, to the real machine.
            assert b"here\n" == process.stdout.readline()
            yield Inside(process)
        finally:
            process.kill()


def main(given: str, data: str) -> None:
    kept: dict[str, Any] = {}
    around = surroundings_of(msgspec.json.decode(given, type=Settings), Path(data), now, kept)
    probes = {probe.id: probe for probe in PROBES}
    print("here", flush=True)
    with ThreadPoolExecutor(len(probes)) as pool:
        for line in sys.stdin:
            asked = {probe: pool.submit(probes[probe].look, around) for probe in line.split()}
            print(msgspec.json.encode({probe: one.result() for probe, one in asked.items()}).decode(), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
