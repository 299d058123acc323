"""Whether this computer still has room for what the desk keeps."""

import shutil
from datetime import timedelta
from typing import Final

from madoguchi.evidence.probes.probe import Link, Reading, State, Surroundings, unknown

FULL: Final = 100_000_000
"""Free bytes below which writing is about to fail (docs/protocol/probes.md#this-computer)."""

TIGHT: Final = 1_000_000_000


class Disk:
    """Free room where the data directory lies."""

    id = "disk"
    link: Link = "desk"
    every = timedelta(minutes=5)
    limit = timedelta(seconds=5)

    def look(self, surroundings: Surroundings) -> Reading:
        """Down where hardly anything can be written, doubtful where it is getting tight."""
        there = next((folder for folder in (surroundings.data, *surroundings.data.parents) if folder.exists()), None)
        if there is None:
            return unknown(self.id, "untold")
        try:
            free = shutil.disk_usage(there).free
        except OSError:
            return unknown(self.id, "untold")
        state, evidence = _judged(free)
        return Reading(self.id, state, str(free // 1_000_000), evidence, args={"megabytes": free // 1_000_000})


def _judged(free: int) -> tuple[State, str]:
    if free < FULL:
        return "down", "evidence-disk-full"
    return ("doubtful", "evidence-disk-tight") if free < TIGHT else ("good", "evidence-disk-good")
