"""How quick the desk is beside the least that could do its work (benchmarks/bare.py), measured by turns in one run.

`python -m benchmarks.desk [--short] [--json]` prints JSON: every figure of the desk, of the bare application, their ratio,
and the goal it is held against. Exit 1 where a goal is missed.
"""

import argparse
import itertools
import json
import platform
import selectors
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.measure import PATIENCE_SECONDS, Caller, Follower, Served, free_port, middle, requests_per_second

STAFF, PATIENT = "/live/staff?desk=1", "/live/patient?desk=1"


class Size(NamedTuple):
    """How much is measured."""

    starts: int
    reports: int
    rounds: int
    seconds: float
    connections: int
    streams: int
    events: int


FULL = Size(starts=7, reports=100, rounds=5, seconds=3, connections=8, streams=200, events=500)
SHORT = Size(starts=3, reports=20, rounds=2, seconds=1, connections=8, streams=20, events=50)

GOALS = {
    "report_to_both_screens": ("ratio", "at most", 2.0),
    "staff_page_requests_per_second": ("ratio", "at least", 0.5),
    "streams": ("missed", "at most", 0.0),
    "start_to_first_answer": ("ratio", "at most", 2.5),
    "resident_megabytes": ("desk", "at most", 150.0),
}
"""Which value of a figure is held against what."""


class Pair(NamedTuple):
    """The desk and the bare application, both open."""

    desk: Served
    bare: Served

    def items(self) -> tuple[tuple[str, Served], ...]:
        """By name, in the order in which they are measured."""
        return ("desk", self.desk), ("bare", self.bare)


def start_desk(data: Path) -> Served:
    """The desk as it is started at a clinic."""
    port = free_port()
    return Served(["madoguchi", "desk", "--port", str(port), "--data", data / "desk"], port, data / "bytecode")


def start_bare(data: Path, size: int) -> Served:
    """The bare application with a page of `size` bytes."""
    port = free_port()
    return Served(["benchmarks.bare", "--port", str(port), "--data", data, "--bytes", str(size)], port, data / "bytecode-bare")


def starts(data: Path, size: int, count: int) -> dict[str, Any]:
    """Seconds from the start of a process to its first page, by turns; both find data and bytecode of an earlier start."""
    found: dict[str, list[float]] = {"desk": [], "bare": []}
    for _ in range(count):
        with start_desk(data) as desk:
            found["desk"].append(desk.seconds)
        with start_bare(data, size) as bare:
            found["bare"].append(bare.seconds)
    return compared({name: middle(seconds, 3) for name, seconds in found.items()}, "s")


def compared(found: dict[str, float], unit: str) -> dict[str, Any]:
    """The figures of both with the desk's as a multiple of the other's."""
    return {"unit": unit, **found, "ratio": round(found["desk"] / found["bare"], 2)}


def codes(desk: Served) -> Iterator[str]:
    """The codes the desk knows, over and over."""
    known = json.loads(Caller(desk.port).get("/api/problems")[1])
    return itertools.cycle([problem["code"] for problem in known if problem["code"].isdigit()])


def closing(opened: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The request that ends an incident."""
    return f"/api/incidents/{opened['id']}/close", {"how": "reported", "cause": None}


def reports(pair: Pair, count: int) -> dict[str, Any]:
    """Milliseconds from sending a report until one staff and one patient stream hold what it changed, by turns.

    Each report opens an incident of its own: the one before is closed first, and the screens have said so.
    """
    found: dict[str, list[float]] = {"desk": [], "bare": []}
    asked = codes(pair.desk)
    with ExitStack() as open_streams:
        streams = {name: [Follower(app.port, path) for path in (STAFF, PATIENT)] for name, app in pair.items()}
        for follower in itertools.chain(*streams.values()):
            open_streams.callback(follower.close)
        callers = {name: Caller(app.port) for name, app in pair.items()}
        for _ in range(count):
            code = next(asked)
            for name, caller in callers.items():
                began = time.perf_counter()
                opened = _while_heard(caller, {"code": code}, streams[name])
                found[name].append((opened.at - began) * 1000)
                if name == "desk":
                    caller.post(*closing(opened.answer))
                    for follower in streams[name]:
                        follower.until_new()
    return compared({name: middle(values) for name, values in found.items()}, "ms")


class Heard(NamedTuple):
    """What a report was answered, and when the last of the screens showed it."""

    answer: dict[str, Any]
    at: float


def _while_heard(caller: Caller, body: dict[str, Any], followers: list[Follower]) -> Heard:
    """Send a report; the moment counts at which each stream was read to its end, whether before or after the answer."""
    answers: list[dict[str, Any]] = []
    sending = threading.Thread(target=lambda: answers.append(caller.post("/api/incidents", body)))
    sending.start()
    at = max(follower.until_new() for follower in followers)
    sending.join()
    return Heard(answers[0], at)


def pages(pair: Pair, size: Size) -> dict[str, Any]:
    """Staff pages a second over connections that stay open, while one incident stands on the screen."""
    found: dict[str, list[float]] = {"desk": [], "bare": []}
    opened = Caller(pair.desk.port).post("/api/incidents", {"code": "011"})
    for _ in range(size.rounds):
        for name, app in pair.items():
            found[name].append(requests_per_second(app.port, size.seconds, size.connections))
    Caller(pair.desk.port).post(*closing(opened))
    client = "wrk" if shutil.which("wrk") else "threads"
    return {**compared({name: middle(values, 0) for name, values in found.items()}, "1/s"), "client": client}


class Told(NamedTuple):
    """What many streams got: seconds from the first change until the last message, messages missed over all streams."""

    seconds: float
    missed: int


def streams(pair: Pair, size: Size) -> dict[str, Any]:
    """Half staff, half patient screens of one desk, told of every change as fast as changes can be made."""
    asked = codes(pair.desk)
    told = {name: _told(app, _changes(name, asked), size) for name, app in pair.items()}
    found = compared({name: round(one.seconds, 2) for name, one in told.items()}, "s")
    return {**found, "streams": size.streams, "events": size.events, "missed": told["desk"].missed}


Changes = Generator[tuple[str, dict[str, Any]], Any, None]


def _changes(name: str, asked: Iterator[str]) -> Changes:
    """Requests without end, each of which changes what both screens of the desk show. Send the answer back in."""
    while True:
        opened: Any = yield "/api/incidents", {"code": next(asked)}
        if name == "desk":
            yield closing(opened)


def _told(app: Served, changes: Changes, size: Size) -> Told:
    followers = [Follower(app.port, path) for path in (STAFF, PATIENT) for _ in range(size.streams // 2)]
    counts = dict.fromkeys(followers, 0)
    with selectors.DefaultSelector() as ready:
        for follower in followers:
            ready.register(follower.socket, selectors.EVENT_READ, follower)
        changing = threading.Thread(target=_change, args=(app.port, changes, size.events))
        began = heard = time.perf_counter()
        changing.start()
        while min(counts.values()) < size.events and time.perf_counter() - heard < PATIENCE_SECONDS / 4:
            for key, _ in ready.select(1):
                counts[key.data] += len(key.data.hear())
                heard = time.perf_counter()
        changing.join()
    for follower in followers:
        follower.close()
    return Told(heard - began, sum(max(0, size.events - count) for count in counts.values()))


def _change(port: int, changes: Changes, count: int) -> None:
    caller, answer = Caller(port), None
    for _ in range(count):
        path, body = changes.send(answer)
        answer = caller.post(path, body)


def held(figures: dict[str, Any]) -> dict[str, Any]:
    """The figures, each with its goal and whether it is reached."""
    for name, (value, bound, goal) in GOALS.items():
        reached = figures[name][value] <= goal if bound == "at most" else figures[name][value] >= goal
        figures[name] |= {"goal": f"{value} {bound} {goal:g}", "reached": reached}
    return figures


def run(size: Size) -> dict[str, Any]:
    """Every figure of one run."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as processes:
        data = Path(folder)
        desk = processes.enter_context(start_desk(data))
        caller = Caller(desk.port)
        opened = caller.post("/api/incidents", {"code": "011"})
        page = len(caller.get("/")[1])
        caller.post(*closing(opened))
        with start_bare(data, page) as bare:
            first = {"desk": round(desk.seconds, 3), "bare": round(bare.seconds, 3)}
        desk.stop()
        started = starts(data, page, size.starts)
        pair = Pair(processes.enter_context(start_desk(data)), processes.enter_context(start_bare(data, page)))
        figures = {
            "report_to_both_screens": reports(pair, size.reports),
            "staff_page_requests_per_second": {**pages(pair, size), "page_bytes": page},
            "streams": streams(pair, size),
            "start_to_first_answer": {**started, "first_ever": first},
            "resident_megabytes": compared({name: round(app.megabytes(), 1) for name, app in pair.items()}, "MB"),
        }
    return held(figures)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="a tenth of the size: shows that it runs, measures little")
    parser.add_argument("--json", action="store_true", help="JSON on one line")
    given = parser.parse_args()
    figures = run(SHORT if given.short else FULL)
    report = {"python": platform.python_version(), "machine": platform.machine(), **figures}
    print(json.dumps(report, indent=None if given.json else 1))
    sys.exit(any(not figures[name]["reached"] for name in GOALS))


if __name__ == "__main__":
    main()
