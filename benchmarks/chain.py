"""How many people a second check in through all links, against the least that their check-ins need (benchmarks/bare_chain.py).

`python -m benchmarks.chain [--short] [--json]` prints JSON; exit 1 where a goal is missed. The benchmark plays the reader at
the terminal's USB door, with the practice card in its own process; authority, centre, portal, prescription service, line and
terminal are processes. Connections are made once and kept, so no TLS handshake falls into a measurement.
"""

import argparse
import base64
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

from benchmarks.bare_chain import BareChain
from benchmarks.measure import Caller, middle
from madoguchi.replica.authority.office import keys_of
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.issue import issue
from madoguchi.replica.card.permitting import permitting
from madoguchi.replica.card.personas import personas
from madoguchi.replica.card.signing import SHA256_PREFIX
from madoguchi.replica.centre.people import crowd
from madoguchi.replica.centre.settings import PERMISSION_KEY
from madoguchi.replica.centre.store import Store
from madoguchi.replica.link import prepare
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World, create

LINKS: Final = ("authority", "centre", "portal", "prescription", "line", "terminal")
PERSONA: Final = "adult"
FEW, MANY = 10_000, 100_000
"""People at the centre."""

CORES: Final = 2
"""Processes of the bare one beside several readers: as many as the machine has cores."""


class Size(NamedTuple):
    """How much is measured: rounds by turns, check-ins in each, readers that hang at one terminal at once."""

    rounds: int
    check_ins: int
    readers: int


FULL, SHORT = Size(7, 60, 4), Size(1, 4, 2)

GOALS: Final = {"pin": ("ratio", "at least", 0.4), "face": ("ratio", "at least", 0.4), "growth": ("ratio", "at most", 1.3)}
"""Which value of a figure is held against what."""

SELECT_JPKI, SELECT_PIN, SELECT_KEY, SELECT_TERMINAL = (
    bytes.fromhex(one) for one in ("00A4040C0AD392F000260100000001", "00A4020C020018", "00A4020C020017", "00A4020C020016")
)
PRESENT_PIN, PRESENT_PERMISSION, SIGN = (bytes.fromhex(one) for one in ("0020008004", "80A20000000100", "802A008033"))


class Reader:
    """A reader at the terminal's USB door, with a card on it that signs by its own commands."""

    def __init__(self, world: World, terminal: int) -> None:
        """Lay a card down. `terminal` is the terminal's port."""
        persona, keys = personas()[PERSONA], keys_of(world)
        authority = Authority(personas().values(), keys, world.began.date())
        modulus = keys.get(PERMISSION_KEY).public_key().public_numbers().n.to_bytes(256)
        self._card = CardInProcess(permitting(issue(persona, authority, keys, world.began.date()), modulus))
        self._pin = persona.secrets["user-pin"].encode()
        self._certificate = base64.b64encode(authority.certificate(PERSONA, "user")).decode()
        self._line = Caller(terminal)

    def check_in(self, method: str) -> float:
        """From the card laid down to the card taken; the seconds it took."""
        began = time.perf_counter()
        self._card.power(True)
        begun = self._line.post("/usb/check-ins", {})
        here = f"/usb/check-ins/{begun['check_in']}"
        self._say(SELECT_JPKI)
        if method == "face":
            given = self._line.post(f"{here}/permission", {"certificate": self._certificate})["permission"]
            self._say(SELECT_TERMINAL, PRESENT_PERMISSION + base64.b64decode(given))
        else:
            self._say(SELECT_PIN, PRESENT_PIN + self._pin)
        digest = hashlib.sha256(base64.b64decode(begun["challenge"])).digest()
        signed = self._say(SELECT_KEY, SIGN + SHA256_PREFIX + digest + b"\0")
        shown = {"certificate": self._certificate, "signature": base64.b64encode(signed).decode()}
        self._line.post(f"{here}/identified", {**shown, "method": method, "kind": "card"})
        self._line.post(f"{here}/consents", {"consents": ["drugs"], "prescription": None})
        self._card.power(False)
        return time.perf_counter() - began

    def _say(self, *commands: bytes) -> bytes:
        answer = b""
        for command in commands:
            answer = self._card.transmit(command)
            if answer[-2:] != b"\x90\x00":
                raise RuntimeError(answer.hex())
        return answer[:-2]


class Chain:
    """A chain that is up, with readers."""

    def __init__(self, folder: Path, people: int) -> None:
        """Make a world with so many people."""

        def made(world: World) -> None:
            prepare(world)
            store = Store(world.folder("centre"))
            store.fill(crowd(world.seed, people, world.began.date()))
            store.close()

        self.world = create(folder, 7, made)
        self._links = Supervisor(self.world, LINKS)

    def start(self) -> None:
        """Start every link."""
        self._links.start()

    def reader(self) -> Reader:
        """One more reader, which has checked somebody in by each method before: connections are made, keys are there."""
        reader = Reader(self.world, self.world.port("terminal"))
        for method in ("pin", "face"):
            reader.check_in(method)
        return reader

    def results(self) -> int:
        """Results that lie in the folder of the receipt computer."""
        return sum(path.suffix == ".xml" for path in (self.world.folder("terminal") / "face").iterdir())

    def close(self) -> None:
        """Stop every link."""
        self._links.stop()


@contextmanager
def chain(folder: Path, people: int) -> Iterator[Chain]:
    """A chain for a while."""
    up = Chain(folder, people)
    try:
        up.start()
        yield up
    finally:
        up.close()


def _each(check_in: Callable[[], object], many: int) -> list[float]:
    """Seconds of each of so many check-ins, one after the other."""
    taken = []
    for _ in range(many):
        began = time.perf_counter()
        check_in()
        taken.append(time.perf_counter() - began)
    return taken


def _bare(folder: str, method: str, many: int) -> float:
    """Seconds that a process of its own takes for so many bare check-ins."""
    with tempfile.TemporaryDirectory(dir=folder) as own:
        bare = BareChain(Path(own))
        taken = sum(_each(partial(bare.check_in, method), many))
        bare.close()
    return taken


def one_reader(up: Chain, folder: Path, method: str, size: Size) -> dict[str, Any]:
    """Check-ins a second of one reader, and bare ones of one process, by turns."""
    reader, bare = up.reader(), BareChain(folder)
    ours: list[list[float]] = []
    least: list[list[float]] = []
    for _ in range(size.rounds):
        ours.append(_each(partial(reader.check_in, method), size.check_ins))
        least.append(_each(partial(bare.check_in, method), size.check_ins))
    bare.close()
    every = sorted(seconds for one in ours for seconds in one)
    ratios = [sum(bare) / sum(chain) for chain, bare in zip(ours, least, strict=True)]
    return {
        "chain": middle([size.check_ins / sum(one) for one in ours], 1),
        "bare": middle([size.check_ins / sum(one) for one in least], 1),
        "ratio": middle(ratios),
        "ratios": [round(one, 2) for one in ratios],
        "median_ms": round(1000 * median(every), 1),
        "p99_ms": round(1000 * every[min(len(every) - 1, int(len(every) * 0.99))], 1),
    }


def several_readers(up: Chain, folder: Path, size: Size) -> dict[str, Any]:
    """Check-ins a second of several readers at one terminal, against as many bare processes as there are cores, by turns."""
    readers = [up.reader() for _ in range(size.readers)]
    ours, least = [], []
    with ThreadPoolExecutor(size.readers) as hands, ProcessPoolExecutor(CORES, get_context("spawn")) as cores:
        list(cores.map(_bare, [str(folder)] * CORES, ["pin"] * CORES, [1] * CORES))
        for _ in range(size.rounds):
            began = time.perf_counter()
            list(hands.map(lambda reader: _each(partial(reader.check_in, "pin"), size.check_ins), readers))
            ours.append(size.readers * size.check_ins / (time.perf_counter() - began))
            taken = cores.map(_bare, [str(folder)] * CORES, ["pin"] * CORES, [size.check_ins] * CORES)
            least.append(sum(size.check_ins / seconds for seconds in taken))
    ratios = [one / other for one, other in zip(ours, least, strict=True)]
    return {
        "readers": size.readers,
        "chain": middle(ours, 1),
        "bare": middle(least, 1),
        "ratio": middle(ratios),
        "ratios": [round(one, 2) for one in ratios],
    }


def growth(few: Chain, many: Chain, size: Size) -> dict[str, Any]:
    """How much longer a check-in takes where the centre knows more people, by turns."""
    readers = {FEW: few.reader(), MANY: many.reader()}
    taken: dict[int, list[float]] = {FEW: [], MANY: []}
    for _ in range(size.rounds):
        for people, reader in readers.items():
            taken[people].append(median(_each(partial(reader.check_in, "pin"), size.check_ins)))
    ratios = [slow / quick for quick, slow in zip(taken[FEW], taken[MANY], strict=True)]
    return {
        "median_ms": {str(people): middle([1000 * one for one in found], 1) for people, found in taken.items()},
        "ratio": middle(ratios),
        "ratios": [round(one, 2) for one in ratios],
    }


def measured(size: Size) -> dict[str, Any]:
    """Every figure."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as open_chains:
        folder = Path(place)
        bare = folder / "bare"
        bare.mkdir()
        few = open_chains.enter_context(chain(folder / "few", FEW))
        found: dict[str, Any] = {}
        for method in ("pin", "face"):
            (bare / method).mkdir()
            found[method] = one_reader(few, bare / method, method, size)
        found["several"] = several_readers(few, bare, size)
        many = open_chains.enter_context(chain(folder / "many", MANY))
        found["growth"] = growth(few, many, size)
        found["results"] = few.results()
    return found


def missed(figures: dict[str, Any]) -> list[str]:
    """Goals that were not reached."""
    return [
        name
        for name, (value, way, goal) in GOALS.items()
        if (figures[name][value] < goal if way == "at least" else figures[name][value] > goal)
    ]


def main(given: Sequence[str] | None = None) -> int:
    """Print the figures; 1 where a goal is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true", help="only show that it runs")
    parser.add_argument("--json", action="store_true", help="one line")
    asked = parser.parse_args(given)
    before = os.getloadavg()[0]
    figures = measured(SHORT if asked.short else FULL)
    report = {"load_before": round(before, 1), "goals": GOALS, "missed": missed(figures), **figures}
    print(json.dumps(report, indent=None if asked.json else 1))
    return 1 if report["missed"] and not asked.short else 0


if __name__ == "__main__":
    raise SystemExit(main())
