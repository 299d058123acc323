"""Starts what is measured as a process of its own, talks to it over plain sockets, and counts what comes back."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any, Self

import psutil

HOST = "127.0.0.1"
LOOK_SECONDS = 0.002
"""How often a process that has just been started is asked for its first answer."""
PATIENCE_SECONDS = 60.0
"""Silence after which a measurement fails rather than waits."""


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as door:
        door.bind((HOST, 0))
        return int(door.getsockname()[1])


class Served:
    """A web application in a process of its own, from its first answer on; `seconds` is how long that took."""

    def __init__(self, command: Sequence[str | Path], port: int, bytecode: Path) -> None:
        """Start it and wait for a page.

        Args:
            command: the module and its arguments.
            port: where it will answer.
            bytecode: a folder that keeps compiled modules, as an installed product keeps them from its first start on.

        Raises:
            RuntimeError: it ended, or did not answer in time.
        """
        self.port = port
        around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", *map(str, command)],
            env=around | {"PYTHONPYCACHEPREFIX": str(bytecode)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not self._answers():
            if self.process.poll() is not None or time.perf_counter() - began > PATIENCE_SECONDS:
                self.stop()
                raise RuntimeError(f"no answer from: {' '.join(map(str, command))}")
            time.sleep(LOOK_SECONDS)
        self.seconds = time.perf_counter() - began

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def _answers(self) -> bool:
        try:
            return Caller(self.port).get("/")[0] == http.client.OK
        except OSError:
            return False

    def megabytes(self) -> float:
        """Resident memory of the process and its children."""
        process = psutil.Process(self.process.pid)
        family = (process, *process.children(recursive=True))
        return float(sum(one.memory_info().rss for one in family)) / 1e6

    def stop(self) -> None:
        """End it, kindly if it listens."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE_SECONDS / 4)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Caller:
    """One connection that stays open."""

    def __init__(self, port: int) -> None:
        """Prepare; the first request connects."""
        self._line = http.client.HTTPConnection(HOST, port, timeout=PATIENCE_SECONDS)

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body."""
        self._line.request("GET", path)
        answer = self._line.getresponse()
        return answer.status, answer.read()

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """What the request gives.

        Raises:
            RuntimeError: it was refused.
        """
        self._line.request("POST", path, json.dumps(body), {"content-type": "application/json"})
        answer = self._line.getresponse()
        given = answer.read()
        if answer.status >= http.client.BAD_REQUEST:
            raise RuntimeError(f"{path} {body}: {answer.status} {given.decode()}")
        found: dict[str, Any] = json.loads(given)
        return found


class Follower:
    """One open event stream. Its first message says that it is open and is not counted."""

    def __init__(self, port: int, path: str) -> None:
        """Open the stream and wait for its first message."""
        self.socket = socket.create_connection((HOST, port), PATIENCE_SECONDS)
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\n\r\n".encode())
        self._raw, self._text, self._headers = b"", b"", True
        self.last = b""
        while not self.last:
            self.hear()

    def hear(self) -> list[bytes]:
        """Wait for bytes; the messages that are complete with them, each without its id.

        Raises:
            RuntimeError: the stream ended.
        """
        came = self.socket.recv(1 << 18)
        if not came:
            raise RuntimeError("a stream ended")
        self._raw += came
        self._strip()
        *whole, self._text = self._text.split(b"\n\n")
        messages = [said for said in map(_said, whole) if said]
        if messages:
            self.last = messages[-1]
        return messages

    def _strip(self) -> None:
        """Move the text out of its wrapping: headers once, then chunks, each behind a line with its length in hex."""
        if self._headers:
            head, end, rest = self._raw.partition(b"\r\n\r\n")
            if not end:
                return
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(head.decode())
            self._headers, self._raw = False, rest
        start = 0
        while (line := self._raw.find(b"\r\n", start)) >= 0:
            end_of_chunk = line + 2 + int(self._raw[start:line], 16)
            if len(self._raw) < end_of_chunk + 2:
                break
            self._text += self._raw[line + 2 : end_of_chunk].replace(b"\r\n", b"\n")
            start = end_of_chunk + 2
        self._raw = self._raw[start:]

    def until_new(self) -> float:
        """Wait for a message that says something else than the last one; the moment it was complete."""
        before = self.last
        while self.last == before:
            self.hear()
        return time.perf_counter()

    def close(self) -> None:
        """Close the stream."""
        self.socket.close()


def _said(message: bytes) -> bytes:
    return b"\n".join(line for line in message.split(b"\n") if line.startswith(b"data:"))


def requests_per_second(port: int, seconds: float, connections: int) -> float:
    """How often `/` is answered over connections that stay open, each asking again at once."""
    wrk = shutil.which("wrk")
    if wrk is not None:
        return _wrk(wrk, port, seconds, connections)
    counts = [0] * connections
    ends = time.perf_counter() + seconds

    def ask(number: int) -> None:
        caller = Caller(port)
        while time.perf_counter() < ends:
            if caller.get("/")[0] != http.client.OK:
                raise RuntimeError("a page was refused")
            counts[number] += 1

    workers = [threading.Thread(target=ask, args=(number,)) for number in range(connections)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(counts) / seconds


def _wrk(wrk: str, port: int, seconds: float, connections: int) -> float:
    asked = [wrk, "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", f"http://{HOST}:{port}/"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(said)
    return float(next(line.split()[1] for line in said.splitlines() if line.startswith("Requests/sec:")))


def middle(found: Sequence[float], digits: int = 2) -> float:
    """The median, rounded."""
    return round(median(found), digits)
