"""Plays many faults: a few chains side by side, each fault at whichever chain is free, the rows in the order asked for."""

import contextlib
import queue
import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from madoguchi.base.log import Log
from madoguchi.catalogue.load import load_catalogue
from madoguchi.rehearsal.hands import hands
from madoguchi.rehearsal.play import Player, Row
from madoguchi.rehearsal.stage import chain_up, warm
from madoguchi.rehearsal.truth import check_hands
from madoguchi.replica.faults import Fault

CHAINS: Final = 2
"""Chains side by side: most of a rehearsal is waiting for links to come up again, and a desk's computer has two cores."""

Heard = Callable[[Row], None]


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
    waiting: queue.SimpleQueue[Fault] = queue.SimpleQueue()
    for fault in faults:
        waiting.put(fault)
    rows: dict[str, Row] = {}
    failures: list[BaseException] = []
    folder = Path(tempfile.mkdtemp(prefix="madoguchi-rehearsal-"))

    def at_work(place: Path) -> None:
        try:
            _play(place, folder / "warm", seed, waiting, lambda row: (rows.update({row.fault: row}), heard(row)))
        except BaseException as error:  # noqa: BLE001 - it is raised again where the rehearsal was asked for
            failures.append(error)

    chains = [
        threading.Thread(target=at_work, args=(folder / str(number),), name=f"chain {number}")
        for number in range(min(CHAINS, len(faults)))
    ]
    Log.quiet = True
    try:
        warm(folder / "warm")
        for chain in chains:
            chain.start()
        for chain in chains:
            chain.join()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if failures:
        raise failures[0]
    return Rehearsed(seed, tuple(rows[fault.id] for fault in faults))


def _play(place: Path, warmed: Path, seed: int, waiting: "queue.SimpleQueue[Fault]", heard: Callable[[Row], object]) -> None:
    place.mkdir()
    with chain_up(place / "world", seed) as world:
        player = Player(world, place, warmed, hands(), load_catalogue())
        try:
            with contextlib.suppress(queue.Empty):
                while True:
                    heard(player.play(waiting.get_nowait()))
        finally:
            player.stop()
