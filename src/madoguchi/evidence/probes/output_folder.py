"""Whether results still come: the watched folders are there, readable, with room, and as busy as usual."""

import errno
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from madoguchi.evidence.probes.glance import Glance, each, glance
from madoguchi.evidence.probes.probe import Link, Reading, State, Surroundings, told, unknown
from madoguchi.evidence.probes.rhythm import LEAST_SILENCE, Silence, silence

FULL: Final = 10_000_000
"""Free bytes below which no result can be counted on to be written."""

REFUSED: Final = timedelta(hours=1)
"""How long a refusal of the terminal (`.err`) is news."""

RHYTHM: Final = timedelta(minutes=5)
"""How often the silence is compared with other days."""

BARRED: Final = {errno.EACCES, errno.EPERM}

AWAY: Final = {
    getattr(errno, name)
    for name in (
        *("EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN", "ENOTCONN", "ESTALE", "ETIMEDOUT", "EIO", "ENODEV", "ENXIO"),
        *("ECONNREFUSED", "ECONNABORTED", "ECONNRESET", "EREMOTEIO", "ESHUTDOWN"),
    )
    if hasattr(errno, name)
}
"""What a share says whose host is off or whose way is cut."""

AWAY_ON_WINDOWS: Final = {51, 53, 55, 59, 64, 67, 121, 1203, 1222, 1231, 1232, 1236, 1240}
"""The same as Windows numbers it: bad network path or name, name deleted, timed out, unreachable."""

_WORSE: Final[tuple[State, ...]] = ("good", "unknown", "doubtful", "down")


class OutputFolder:
    """The folders into which the terminal puts its results."""

    id = "output-folder"
    link: Link = "folder"
    every = timedelta(seconds=30)
    limit = timedelta(seconds=10)

    def look(self, surroundings: Surroundings) -> Reading:
        """The worst of the folders: one that is out of reach is down, one that is unusually quiet is doubtful."""
        if not surroundings.folders:
            return unknown(self.id, "unnamed")
        clock, kept = surroundings.clock, surroundings.kept
        looked = each(surroundings.folders, lambda folder: glance(folder, clock, kept))
        readings = [_of(folder, found, surroundings) for folder, found in looked]
        worst = max(readings, key=lambda reading: _WORSE.index(reading.state))
        return worst if worst.state == "down" else _with_rhythm(worst, looked, surroundings)


def failure(folder: Path, error: OSError | ValueError) -> str:
    """What the failure to look into a folder means: `missing`, `unreadable`, `away` or `place`."""
    if getattr(error, "winerror", None) in AWAY_ON_WINDOWS or (isinstance(error, OSError) and error.errno in AWAY):
        return "away"
    if isinstance(error, OSError) and error.errno in BARRED:
        return "unreadable"
    try:
        return "missing" if folder.parent.exists() else "place"
    except (OSError, ValueError):
        return "place"


EVIDENCE: Final = {
    "missing": "evidence-output-folder-missing",
    "unreadable": "evidence-output-folder-unreadable",
    "away": "evidence-output-folder-away",
    "place": "evidence-output-folder-place",
}


def _down(evidence: str, folder: Path, sure: float) -> Reading:
    return Reading("output-folder", "down", "", evidence, {"folder": folder.name}, sure, observes={"output-folder": "down"})


def _of(folder: Path, found: Glance | OSError | ValueError, surroundings: Surroundings) -> Reading:
    if not isinstance(found, Glance):
        return _down(EVIDENCE[failure(folder, found)], folder, 0.95)
    if found.share_lost:
        return _down("evidence-output-folder-share-lost", folder, 0.9)
    try:
        if shutil.disk_usage(folder).free < FULL:
            return _down("evidence-output-folder-full", folder, 0.9)
    except OSError:
        return _down("evidence-output-folder-away", folder, 0.9)
    now = surroundings.clock()
    refused = [file for file in found.refused if file.changed > now - REFUSED]
    if refused:
        said: dict[str, str | int | float] = {"count": len(refused), "at": told(max(file.changed for file in refused), now)}
        return Reading("output-folder", "doubtful", str(len(refused)), "evidence-output-folder-refused", said, 0.9)
    return _readable(folder, found, surroundings)


def _readable(folder: Path, found: Glance, surroundings: Surroundings) -> Reading:
    now = surroundings.clock()
    # A receipt computer may have taken the newest away; of an emptied folder the records alone can tell.
    known = (found.newest, _last_arrival(surroundings, fresh=found.newest is None))
    newest = max((one for one in known if one is not None), default=None)
    if newest is None:
        # A bare mount point looks just so: nothing has shown yet that this is the right place.
        return unknown("output-folder", "empty", folder=folder.name)
    minutes = max(int((now - newest).total_seconds()) // 60, 0)
    said: dict[str, str | int | float] = {"folder": folder.name, "at": told(newest, now), "count": found.names}
    evidence = "evidence-output-folder-good" if found.whole else "evidence-output-folder-crowded"
    return Reading("output-folder", "good", str(minutes), evidence, said, 0.95, observes={"output-folder": "good"})


def _last_arrival(surroundings: Surroundings, *, fresh: bool) -> datetime | None:
    """The last result that the records know of, asked for again after RHYTHM, or at once where it matters."""
    now = surroundings.clock()
    kept: tuple[datetime, datetime | None] | None = surroundings.kept.get("last-arrival")
    if kept is not None and not fresh and timedelta(0) <= now - kept[0] < RHYTHM:
        return kept[1]
    last = max(surroundings.arrivals(), default=None)
    surroundings.kept["last-arrival"] = now, last
    return last


def _with_rhythm(reading: Reading, looked: list[tuple[Path, Any]], surroundings: Surroundings) -> Reading:
    """A folder that is well may still be too quiet; one that is not has said what matters."""
    if reading.state != "good":
        return reading
    quiet = _silence(looked, surroundings)
    if quiet is None or not quiet.unusual:
        return reading
    said: dict[str, str | int | float] = {
        "since": told(quiet.since, surroundings.clock()),
        "busy": quiet.busy,
        "days": quiet.days,
    }
    sure = round(quiet.sure, 2)
    return Reading("output-folder", "doubtful", reading.value, "evidence-output-folder-quiet", said, sure, quiet.since)


def _silence(looked: list[tuple[Path, Any]], surroundings: Surroundings) -> Silence | None:
    now = surroundings.clock()
    kept: tuple[datetime, datetime | None, Silence | None] | None = surroundings.kept.get("output-folder")
    glances = [found for _folder, found in looked if isinstance(found, Glance)]
    newest = max((one.newest for one in glances if one.newest is not None), default=None)
    if newest is not None and timedelta(0) <= now - newest < LEAST_SILENCE:
        return None
    if kept is not None and timedelta(0) <= now - kept[0] < RHYTHM and kept[1] == newest:
        return kept[2]
    crowded = [one.newest for one in glances if not one.whole and one.newest is not None]
    files = [file.changed for one in glances for file in one.results]
    quiet = silence((*surroundings.arrivals(), *files, *crowded), now)
    surroundings.kept["output-folder"] = now, newest, quiet
    return quiet
