import json
import os
import re
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from madoguchi.desk.app import PAGES, sweep

Desk = Any


class Running:
    """A desk in a process of its own, started by the command that people use."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "madoguchi", "desk", "--port", "0", "--data", str(data)]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        assert self.process.stderr is not None
        self.url = next(line.strip() for line in self.process.stderr if line.startswith("http://"))
        # Somebody has to read what it says, or it would wait for ever.
        threading.Thread(target=self.process.stderr.read, daemon=True).start()

    def ask(self, door: str, told: Any = None) -> Any:
        body = None if told is None else json.dumps(told).encode()
        request = urllib.request.Request(self.url + door, body, {"content-type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def follow(self, door: str) -> socket.socket:
        host, port = re.fullmatch(r"http://(.+):(\d+)/", self.url).groups()  # type: ignore[union-attr]
        line = socket.create_connection((host, int(port)), timeout=30)
        line.sendall(f"GET {door} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        return line

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(30)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Any]:
    started: list[Running] = []

    def begin() -> Running:
        started.append(Running(tmp_path / "data"))
        return started[-1]

    yield begin
    for running in started:
        running.end()


def until(line: socket.socket, wanted: bytes) -> bytes:
    read = b""
    while wanted not in read:
        piece = line.recv(65536)
        assert piece, "the stream has ended"
        read += piece
    return read


def test_killed_in_the_middle_and_started_again_it_shows_the_identical_incident(start: Any) -> None:
    first = start()
    incident = first.ask("api/incidents", {"code": "011"})
    step = {"step": incident["step"]["id"], "outcome": "no"}
    answered = first.ask(f"api/incidents/{incident['id']}/answers", step)
    first.process.kill()
    first.process.wait(30)

    second = start()

    assert second.ask(f"api/incidents/{incident['id']}") == answered


def test_it_stops_well_while_screens_are_open(start: Any) -> None:
    running = start()
    lines = [running.follow(f"/live/{screen}?desk=1") for screen in ("staff", "patient", "practice")]
    for line in lines:
        until(line, b"id: ")
    running.process.terminate()

    assert running.process.wait(30) == 0


def test_a_report_reaches_staff_and_patient_at_their_desk_and_no_patient_elsewhere(start: Any) -> None:
    running = start()
    staff, patient, other = (
        running.follow(door) for door in ("/live/staff?desk=2", "/live/patient?desk=1", "/live/patient?desk=2")
    )
    for line in (staff, patient, other):
        until(line, b"\n\n")
    until(other, b"id: ")
    running.ask("api/incidents", {"code": "011"})
    until(patient, b'data-state="busy"')
    until(staff, "ネットワークエラー".encode())
    other.setblocking(False)

    with pytest.raises(BlockingIOError):
        other.recv(1)


@pytest.mark.parametrize("door", ["/", "/patient", "/practice", "/log", "/settings", "/booklet", "/morning", "/photos"])
def test_every_page_opens_on_a_fresh_desk(desk: Desk, door: str) -> None:
    page = desk.client.get(door)

    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")


def test_every_problem_can_be_shown_on_both_screens(desk: Desk) -> None:
    for number, problem in enumerate(desk.context.catalogue.problems):
        desk.report(code=problem, desk=f"d{number}")

        assert desk.client.get("/", params={"desk": f"d{number}"}).status_code == 200
        assert desk.client.get("/patient", params={"desk": f"d{number}"}).status_code == 200


def test_every_module_of_pages_has_routes() -> None:
    assert all(page.routes for page in PAGES)


def test_what_nobody_touched_for_half_a_day_is_closed(desk: Desk) -> None:
    incident = desk.report(code="011")
    desk.clock.go(hours=11)
    early = sweep(desk.context)
    desk.clock.go(hours=2)

    assert (early, sweep(desk.context)) == (0, 1)
    assert desk.context.records.load(incident["id"]).how == "abandoned"


def test_pages_never_point_outside(desk: Desk) -> None:
    for door in ("/", "/patient", "/practice", "/log", "/settings", "/booklet"):
        page = desk.client.get(door).text

        assert not re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", page)
        assert not re.findall(r"<script(?![^>]*\bsrc=)|\son\w+=", page)
