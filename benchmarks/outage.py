"""An outage at three desks while the desk's process is killed again and again: is anything lost, doubled, or left over?

`python -m benchmarks.outage [--seed S] [--patients N] [--kills N] [--json]` prints what it found; exit 1 unless nothing was
lost or doubled, everybody was reconciled and the audit log is whole. Patients, instants and outcomes follow from the seed.
"""

import argparse
import http.client
import json
import os
import queue
import secrets
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, Self

from benchmarks.measure import HOST, PATIENCE_SECONDS, free_port
from benchmarks.people import Person, people

DESKS = ("1", "2", "3")
CLIENTS = 6
"""Two people write at each desk."""

PASSPHRASE = "架空の 合言葉 見本です"  # noqa: S105 - invented
OUTCOMES = ("found", "former", "not-found")
REASON = "011"

AGAIN_SECONDS = 0.02
"""How soon a client asks again that got no answer."""

JITTER_SECONDS = 0.02
STARTING_SECONDS = 1.0


class Instant(NamedTuple):
    """When the process is killed: `delay` seconds after that many requests were acknowledged."""

    after: int
    delay: float


def instants(requests: int, kills: int, chance: Random) -> list[Instant]:
    """Random moments over the whole outage; where two fall together, the second finds the desk still starting."""
    afters = sorted(chance.choices(range(requests), k=kills))
    jitters = [chance.uniform(0, JITTER_SECONDS) for _ in afters]
    for number, (one, following) in enumerate(pairwise(afters), 1):
        if one == following:
            jitters[number] = chance.uniform(0, STARTING_SECONDS)
    return list(map(Instant, afters, jitters))


class Killed:
    """A desk on a data directory that comes back whenever it was killed."""

    def __init__(self, data: Path) -> None:
        """Choose a port; `with` starts it."""
        self.data, self.port, self.kills = data, free_port(), 0
        self._log = (data.parent / "log").open("ab")
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        around["PYTHONPYCACHEPREFIX"] = str(self.data.parent / "bytecode")
        command = [sys.executable, "-m", "madoguchi", "desk", "--port", str(self.port), "--data", str(self.data)]
        return subprocess.Popen(command, env=around, stdout=self._log, stderr=self._log)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.kill()
        self.process.wait()
        self._log.close()

    def kill(self) -> None:
        """End it without a word (SIGKILL), and start the next."""
        self.process.kill()
        self.process.wait()
        self.kills += 1
        self.process = self._start()


class Client:
    """Somebody who asks until there is an answer; the same request carries the same key."""

    def __init__(self, port: int) -> None:
        """Know where."""
        self._port = port
        self.tries = 0

    def ask(self, method: str, path: str, body: dict[str, Any] | str | None = None, key: str | None = None) -> Any:
        """What the desk acknowledged; a body of text is a form.

        Raises:
            RuntimeError: it refused, or nobody answered for long.
        """
        kind = "application/x-www-form-urlencoded" if isinstance(body, str) else "application/json"
        headers = {"content-type": kind} | ({"idempotency-key": key} if key else {})
        sent = body if body is None or isinstance(body, str) else json.dumps(body)
        ends, last = time.monotonic() + PATIENCE_SECONDS, ""
        while time.monotonic() < ends:
            self.tries += 1
            line = http.client.HTTPConnection(HOST, self._port, timeout=PATIENCE_SECONDS / 4)
            try:
                line.request(method, path, sent, headers)
                answer = line.getresponse()
                given = answer.read()
            except (OSError, http.client.HTTPException) as error:
                last = repr(error)
                time.sleep(AGAIN_SECONDS)
                continue
            finally:
                line.close()
            if answer.status < http.client.BAD_REQUEST:
                return json.loads(given or b"null")
            if answer.status < http.client.INTERNAL_SERVER_ERROR:
                raise RuntimeError(f"{path}: {answer.status} {given.decode()}")
            last = f"{answer.status} {given.decode()}"
            time.sleep(AGAIN_SECONDS)
        raise RuntimeError(f"no answer: {path}: {last}")


class Storm:
    """One outage, from its first patient to the last that was looked up."""

    def __init__(self, desk: Killed, seed: int, patients: int, kills: int) -> None:
        """Lay down from the seed who comes, what becomes of them, and when the process is killed."""
        chance = Random(seed)  # noqa: S311 - the same again for the same seed is the point
        self.desk = desk
        self.people = people(patients, seed)
        self.keys = [f"{chance.getrandbits(128):032x}" for _ in self.people]
        self.outcomes = [chance.choice(OUTCOMES) for _ in self.people]
        self.twice = [chance.random() < 0.2 for _ in self.people]
        self.instants = instants(2 * patients, kills, chance)
        self.entries: dict[int, str] = {}
        self.reconciled: set[int] = set()
        self.tries = 0
        self._acknowledged = 0
        self._told = threading.Condition()
        self._troubles: list[BaseException] = []

    def run(self) -> None:
        """Play it.

        Raises:
            RuntimeError: a request was refused.
        """
        client = Client(self.desk.port)
        make_ledger(client)
        outage = client.ask("POST", "/api/outages", {"reason": REASON, "desk": DESKS[0]}, "open")["id"]
        killer = threading.Thread(target=self._guarded, args=(self._kill,))
        killer.start()
        self._everybody(self._write)
        client.ask("POST", f"/api/outages/{outage}/close", {"how": "hand", "desk": DESKS[0]}, "close")
        self._everybody(self._reconcile)
        killer.join()
        if self._troubles:
            raise RuntimeError("the storm was broken off") from self._troubles[0]
        told = client.ask("GET", "/api/ledger")
        if {row["id"] for row in told} != set(self.entries.values()):
            raise RuntimeError(f"{len(told)} entries are listed, {len(self.entries)} were acknowledged")

    def _everybody(self, work: Any) -> None:
        waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in range(len(self.people)):
            waiting.put(number)
        clients = [threading.Thread(target=self._guarded, args=(self._serve, waiting, work, place)) for place in range(CLIENTS)]
        for one in clients:
            one.start()
        for one in clients:
            one.join()

    def _guarded(self, work: Any, *given: Any) -> None:
        try:
            work(*given)
        except BaseException as error:  # noqa: BLE001 - told by the thread that waits for this one
            self._troubles.append(error)
            with self._told:
                self._told.notify_all()

    def _serve(self, waiting: "queue.SimpleQueue[int]", work: Any, place: int) -> None:
        client = Client(self.desk.port)
        with suppress(queue.Empty):
            while not self._troubles:
                number = waiting.get_nowait()
                work(client, number, DESKS[place % len(DESKS)])
                with self._told:
                    self._acknowledged += 1
                    self._told.notify_all()
        self.tries += client.tries

    def _write(self, client: Client, number: int, desk: str) -> None:
        body = self.people[number].items() | {"desk": desk, "by": f"見本{desk}"}
        entry = client.ask("POST", "/api/ledger", body, self.keys[number])["id"]
        if self.twice[number]:
            # The answer was lost on its way, so the client asks again.
            again = client.ask("POST", "/api/ledger", body, self.keys[number])["id"]
            if again != entry:
                raise RuntimeError(f"{entry} became {again}")
        self.entries[number] = entry

    def _reconcile(self, client: Client, number: int, desk: str) -> None:
        body = {"outcome": self.outcomes[number], "by": f"見本{desk}", "desk": desk}
        client.ask("POST", f"/api/ledger/{self.entries[number]}/reconcile", body, f"r{self.keys[number]}")
        self.reconciled.add(number)

    def _kill(self) -> None:
        for instant in self.instants:
            with self._told:
                while not self._troubles and self._acknowledged < instant.after:
                    self._told.wait()
            if self._troubles:
                return
            time.sleep(instant.delay)
            self.desk.kill()


def make_ledger(client: Client) -> None:
    """Choose the ledger's passphrase on the page that asks for it."""
    fields = urllib.parse.urlencode({"desk": DESKS[0], "passphrase": PASSPHRASE, "again": PASSPHRASE})
    client.ask("POST", "/outage/ledger", fields)


def found(storm: Storm) -> dict[str, Any]:
    """What the desk holds in the end, against what it acknowledged."""
    opened = madoguchi(storm.desk.data, "ledger", "list", "--open", "--json", given=PASSPHRASE)
    lines = json.loads(opened.stdout)["entries"]
    states = {line["entry"]["id"]: line["entry"]["state"] for line in lines}
    items = {line["entry"]["id"]: line["items"] for line in lines}
    verdict = madoguchi(storm.desk.data, "audit", "verify", "--json")
    names = Counter(one["name"] for one in items.values() if one is not None)
    right = {number: same(items.get(entry), storm.people[number]) for number, entry in storm.entries.items()}
    return {
        "patients": len(storm.entries),
        "kills": storm.desk.kills,
        "lost": sum(not there for there in right.values()),
        "doubled": sum(count - 1 for count in names.values()),
        "reconciled": sum(states.get(storm.entries[one]) == storm.outcomes[one] for one in storm.reconciled),
        "audit_ok": verdict.returncode == 0 and bool(json.loads(verdict.stdout)["ok"]),
    }


def same(items: dict[str, Any] | None, person: Person) -> bool:
    """Whether an opened entry says what was typed, sign by sign."""
    return items is not None and {
        "name": person.name,
        "sex": person.sex,
        "born": person.born_on.isoformat(),
        "address": person.address,
        "insurer": person.insurer,
    } == {name: items[name] for name in ("name", "sex", "born", "address", "insurer")}


def madoguchi(data: Path, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """A command of the product."""
    command = [sys.executable, "-m", "madoguchi", *words, "--data", str(data)]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False)


def play(folder: Path, seed: int, patients: int, kills: int) -> Storm:
    """One whole outage in a folder; the process is gone when it is over."""
    with Killed(folder / "data") as desk:
        storm = Storm(desk, seed, patients, kills)
        storm.run()
    return storm


def good(report: dict[str, Any], patients: int) -> bool:
    """Whether nothing was lost, doubled or left over."""
    whole = report["patients"] == report["reconciled"] == patients
    return whole and report["lost"] == report["doubled"] == 0 and bool(report["audit_ok"])


def main() -> None:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=None, help="any number; without one, a fresh one that is printed")
    parser.add_argument("--patients", type=int, default=200)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--json", action="store_true", help="JSON on one line")
    given = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if given.seed is None else given.seed
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        began = time.monotonic()
        storm = play(Path(folder), seed, given.patients, given.kills)
        seconds = round(time.monotonic() - began, 1)
        report = {"seed": seed, **found(storm), "requests": storm.tries, "seconds": seconds}
    print(json.dumps(report, indent=None if given.json else 1))
    sys.exit(not good(report, given.patients))


if __name__ == "__main__":
    main()
