"""What it costs to have every probe on its rounds while nothing happens, as a share of one core.

`python -m benchmarks.probes [--short] [--json]` lets two processes live side by side, one with the probes and one with
nothing but the same beat, and prints JSON: the share of a core that each takes, and the goal. Two folders are tried: a usual
one, and one of 100,000 files; into both a result comes every twenty seconds. `scaled` is each probe's look at what has not
changed, measured alone, times how often it looks; `--short` lasts fifteen seconds, in which few probes come round, so there
only `scaled` says much. Exit 1 where the goal is missed.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import anyio
import msgspec

from benchmarks.measure import free_port
from madoguchi.base.clock import now
from madoguchi.base.settings import HostSetting, Settings
from madoguchi.evidence.probes.probe import surroundings_of
from madoguchi.evidence.probes.registry import PROBES
from madoguchi.evidence.probes.rounds import BEAT, Rounds

GOAL = 0.01
FILES = {"usual": 300, "crowded": 100_000}
EVERY_SECONDS = 20
LOOKS = 5


def fill(folder: Path, count: int) -> None:
    """Results of invented patients, empty: a probe opens none."""
    folder.mkdir()
    for number in range(count):
        os.close(os.open(folder / name(number), os.O_CREAT | os.O_WRONLY))


def name(number: int) -> str:
    """The name of the reader's result of this moment."""
    return f"OQSsiquc01res_face_{number:06}_{now():%Y%m%d%H%M%S}.xml"


@contextmanager
def hosts() -> Iterator[Settings]:
    """Somebody at every configured door, on loopback."""
    with ExitStack() as stack:
        places = []
        for proves in ("gateway", "line", "centre"):
            server = stack.enter_context(socket.create_server(("127.0.0.1", free_port())))
            places.append({"address": f"localhost:{server.getsockname()[1]}", "proves": proves})
            threading.Thread(target=accept, args=(server,), daemon=True).start()
        yield Settings(same_lan=True, hosts=msgspec.convert(places, tuple[HostSetting, ...]))


def accept(server: socket.socket) -> None:
    """Take every caller and let it go."""
    while True:
        try:
            server.accept()[0].close()
        except OSError:
            return


async def beat() -> None:
    """Do nothing, as often as the rounds look at their timetable."""
    while True:  # noqa: ASYNC110 - waiting for nothing is what is measured
        await anyio.sleep(BEAT)


async def live(rounds: Rounds | None, seconds: float) -> float:
    """Processor seconds of a while with these rounds, or with nothing but their beat; the first round is not counted."""
    if rounds is not None:
        await rounds.look()
    before = time.process_time()
    with anyio.move_on_after(seconds):
        await (rounds.run() if rounds is not None else beat())
    return time.process_time() - before


def child(kind: str, settings: Settings, data: Path, seconds: float) -> dict[str, Any]:
    """One of the two processes."""
    around = surroundings_of(settings, data, now, {})
    rounds = Rounds(PROBES, lambda: around, now) if kind == "probes" else None
    cpu = anyio.run(live, rounds, seconds)
    found: dict[str, Any] = {"cpu": cpu}
    if rounds is not None:
        found["states"] = {probe: reading.state for probe, reading in rounds.readings().items()}
        found["looks"] = {probe.id: look_alone(probe, around) for probe in PROBES}
    return found


def look_alone(probe: Any, around: Any) -> float:
    """Processor seconds of a look, where nothing changed since the one before."""
    before = time.process_time()
    for _ in range(LOOKS):
        probe.look(around)
    return (time.process_time() - before) / LOOKS


def start(kind: str, settings: Settings, data: Path, seconds: float) -> "subprocess.Popen[bytes]":
    """One of the two processes, begun."""
    given = msgspec.json.encode(settings).decode()
    command = [sys.executable, "-m", "benchmarks.probes", "--child", kind, given, str(data), str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def case(folder: Path, settings: Settings, seconds: float) -> dict[str, Any]:
    """Both processes side by side, while results come."""
    own = msgspec.structs.replace(settings, folders=(str(folder),), request_folder=str(folder.parent))
    both = {kind: start(kind, own, folder.parent, seconds) for kind in ("probes", "bare")}
    number, begin = 900_000, time.monotonic()
    while any(one.poll() is None for one in both.values()):
        time.sleep(0.5)
        if time.monotonic() - begin > (number - 899_999) * EVERY_SECONDS:
            number += 1
            (folder / name(number)).touch()
    found = {kind: json.loads(one.communicate()[0]) for kind, one in both.items()}
    looks = found["probes"]["looks"]
    return {
        "share": round(found["probes"]["cpu"] / seconds, 5),
        "bare": round(found["bare"]["cpu"] / seconds, 5),
        "ratio": round(found["probes"]["cpu"] / max(found["bare"]["cpu"], 1e-6), 1),
        "scaled": round(sum(looks[probe.id] / probe.every.total_seconds() for probe in PROBES), 5),
        "milliseconds_a_look": {probe: round(cost * 1000, 3) for probe, cost in looks.items()},
        "states": found["probes"]["states"],
        "goal": f"at most {GOAL}",
        "met": found["probes"]["cpu"] / seconds <= GOAL,
    }


def main() -> int:
    """Measure, print, and say by the exit whether the goal is met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--json", action="store_true")
    seconds = 15 if parser.parse_args().short else 60
    with tempfile.TemporaryDirectory() as place, hosts() as settings:
        found: dict[str, Any] = {"seconds": seconds}
        for kind, count in FILES.items():
            (Path(place) / kind).mkdir()
            fill(Path(place) / kind / "face", count)
            found[kind] = case(Path(place) / kind / "face", settings, seconds)
    print(json.dumps(found, indent=2))
    return 0 if all(found[kind]["met"] for kind in FILES) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _, _, kind, given, data, seconds = sys.argv
        print(json.dumps(child(kind, msgspec.json.decode(given, type=Settings), Path(data), float(seconds))))
    else:
        sys.exit(main())
