"""The terminal's process ends at random instants, and no check-in and no question is lost or doubled."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World
from tests.replica.terminal.chain import CARD, Centre, Hand
from tests.replica.terminal.test_exchange import good, put

KILLS = 6


class Trash:
    """A receipt computer that takes every result away as soon as it is there."""

    def __init__(self, folder: Path) -> None:
        self.taken: list[str] = []
        self._folder = folder
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run)

    @contextmanager
    def running(self) -> Iterator[None]:
        self._thread.start()
        yield
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._end.wait(0.005):
            self.look()

    def look(self) -> None:
        for share in ("face", "res"):
            for path in (self._folder / share).glob("*.xml"):
                self.taken.append(path.name)
                path.unlink()


def stubborn(ask: Callable[[], httpx.Response], until: float) -> dict[str, Any]:
    """Ask until there is an answer, as a reader does whose terminal is being restarted."""
    while time.monotonic() < until:
        try:
            answer = ask()
        except httpx.TransportError:
            time.sleep(0.02)
            continue
        told: dict[str, Any] = answer.json()
        return told
    raise TimeoutError


def check_in(hand: Hand, until: float) -> str:
    begun = stubborn(lambda: hand.post("/check-ins"), until)
    name = begun["check_in"]
    stubborn(lambda: hand.post(f"/check-ins/{name}/permission", {"certificate": CARD}), until)
    assert stubborn(lambda: hand.identify(begun), until)["registered"] is True
    assert stubborn(lambda: hand.consent(begun, "drugs", prescription="paper"), until) == {"notices": []}
    return str(name)


@pytest.mark.parametrize("seed", [7])
def test_results_and_answers_come_exactly_once(chain: Supervisor, world: World, centre: Centre, seed: int) -> None:
    chance, trash, ended = random.Random(seed), Trash(world.folder("terminal")), threading.Event()
    trash.look()
    trash.taken.clear()
    served: list[str] = []
    until = time.monotonic() + 60

    def patients() -> None:
        with httpx.Client(trust_env=False, timeout=5) as client:
            hand = Hand(client, world.url("terminal"))
            while not ended.is_set():
                put(world, f"OQSsiquc01req_kill{len(served)}.xml", good(f"kill{len(served)}"))
                served.append(check_in(hand, until))

    thread = threading.Thread(target=patients)
    with trash.running():
        thread.start()
        for number in range(KILLS):
            while len(served) < number and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.25))
            chain.kill("terminal")
            chain.restart("terminal")
        ended.set()
        thread.join()
        asked = len(served)
        while sum(name.startswith("OQSsiquc01res_kill") for name in trash.taken) < asked and time.monotonic() < until:
            time.sleep(0.02)

    trash.look()
    signs = Counter(name.split("_")[2].removeprefix(world.institution) for name in trash.taken if "_face_" in name)
    answers = Counter(name for name in trash.taken if "_face_" not in name)
    assert Counter(sha256(name.encode()).hexdigest()[:8].upper() for name in served) == signs
    assert Counter(f"OQSsiquc01res_kill{number}.xml" for number in range(asked)) == answers
    assert asked >= KILLS
    assert centre.asked
