"""Whether this computer still has memory to work with."""

from datetime import timedelta
from typing import Final

from madoguchi.evidence.probes.machine import memory
from madoguchi.evidence.probes.probe import Link, Reading, State, Surroundings

DOWN: Final = 3
"""Percent of the memory that is free to be given; below it a computer stands more than it works."""

DOUBTFUL: Final = 10


class Memory:
    """How much memory programs can still be given without swapping."""

    id = "memory"
    link: Link = "desk"
    every = timedelta(minutes=5)
    limit = timedelta(seconds=5)

    def look(self, _surroundings: Surroundings) -> Reading:
        """Down and doubtful by the percentage that is left; of the terminal's own memory it says nothing."""
        return judged(*memory())


def judged(available: int, total: int) -> Reading:
    """The reading for so many bytes that can be given, out of so many."""
    percent = available * 100 // max(total, 1)
    state: State = "good"
    if percent < DOUBTFUL:
        state = "down" if percent < DOWN else "doubtful"
    evidence = {"good": "evidence-memory-good", "doubtful": "evidence-memory-tight", "down": "evidence-memory-out"}[state]
    return Reading("memory", state, f"{percent}%", evidence, args={"percent": percent})
