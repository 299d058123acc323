"""Plays many faults: a few chains side by side, each fault at whichever chain is free, the rows in the order asked for."""

import queue
import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import httpx
import msgspec

from madoguchi.base.log import Log, logger
from madoguchi.catalogue.load import load_catalogue
from madoguchi.rehearsal.hands import hands
from madoguchi.rehearsal.play import Player, Row
from madoguchi.rehearsal.stage import chain_up, warm
from madoguchi.rehearsal.truth import check_hands
from madoguchi.replica.faults import Fault

CHAINS: Final = 2
"""Chains side by side: most of a rehearsal is waiting for links to come up again, and a desk's computer has two cores."""

LIVES: Final = 3
"""How often a chain is brought up at most."""

Heard = Callable[[Row], None]


class GriefError(RuntimeError):
    """A chain came to grief again and again; carries the fault that was being played."""

    def __init__(self, fault: str | None) -> None:
        """Keep the fault."""
        super().__init__(f"the replica's chain did not last through {fault}")
        self.fault = fault


class Rehearsed(msgspec.Struct, frozen=True):
    """What the command prints."""

    seed: int
    faults: tuple[Row, ...]


def rehearse(faults: Sequence[Fault], seed: int, heard: Heard = lambda _row: None) -> Rehearsed:
    """Play these faults and throw everything away that was made for it.

    Args:
        faults: what to switch on, one after the other.
        seed: what the replica's people and keys are drawn from.
        heard: is told each row as soon as it is known.

    Raises:
        HandsError: the table of hands does not fit the catalogue.
        Exception: whatever a chain ended with.
    """
    check_hands(hands(), load_catalogue())
    Log.quiet = True
    company = Company(faults, seed, heard)
    try:
        company.play()
    finally:
        company.leave()
    return Rehearsed(seed, tuple(company.rows[fault.id] for fault in faults))


class Company:
    """Chains that share the faults that are still to be played."""

    def __init__(self, faults: Sequence[Fault], seed: int, heard: Heard) -> None:
        """Nothing is up yet."""
        self.rows: dict[str, Row] = {}
        self._seed, self._heard = seed, heard
        self._waiting: queue.SimpleQueue[Fault] = queue.SimpleQueue()
        for fault in faults:
            self._waiting.put(fault)
        self._folder = Path(tempfile.mkdtemp(prefix="madoguchi-rehearsal-"))
        self._stopped = threading.Event()
        self._failures: list[BaseException] = []
        self._chains = [
            threading.Thread(target=self._work, args=(self._folder / str(number),), name=f"chain {number}")
            for number in range(min(CHAINS, len(faults)))
        ]

    def play(self) -> None:
        """Play everything.

        Raises:
            Exception: whatever a chain ended with.
        """
        warm(self._folder / "warm")
        for chain in self._chains:
            chain.start()
        for chain in self._chains:
            chain.join()
        if self._failures:
            raise self._failures[0]

    def leave(self) -> None:
        """Stop, which waits for the faults that are being played, so that no link is left running; throw everything away."""
        self._stopped.set()
        for chain in self._chains:
            if chain.is_alive():
                chain.join()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _work(self, place: Path) -> None:
        try:
            self._play(place)
        except BaseException as error:  # noqa: BLE001 - it is raised again where the rehearsal was asked for
            self._failures.append(error)
            self._stopped.set()

    def _play(self, place: Path) -> None:
        """Play on one chain, and on a new one after a chain came to grief: a fault is tried twice at most."""
        place.mkdir()
        tried: set[str] = set()
        for number in range(LIVES):
            with chain_up(place / f"world-{number}", self._seed) as world:
                lost = self._play_on(Player(world, place, self._folder / "warm", hands(), load_catalogue()), tried)
            if lost is None:
                return
        raise GriefError(lost)

    def _play_on(self, player: Player, tried: set[str]) -> str | None:
        """Play until nothing is left; the fault that could not be played, where the chain came to grief."""
        try:
            while (fault := self._next()) is not None:
                try:
                    row = player.play(fault)
                except (httpx.HTTPError, TimeoutError) as grief:
                    logger().error("chain_came_to_grief", kind=fault.id, error=repr(grief))
                    if fault.id in tried:
                        raise
                    tried.add(fault.id)
                    self._waiting.put(fault)
                    return fault.id
                self.rows[fault.id] = row
                self._heard(row)
        finally:
            player.stop()
        return None

    def _next(self) -> Fault | None:
        if self._stopped.is_set():
            return None
        try:
            return self._waiting.get_nowait()
        except queue.Empty:
            return None
