"""A short look into a folder that may hold anything: bounded in names, dates and time, remembered until it changes."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec

from madoguchi.base.clock import JAPAN, Clock
from madoguchi.wire.exchange.names import desk_reads, parse_name

NAMES: Final = 200_000
"""Most names taken from a folder in one look."""

DATED: Final = 2_000
"""Most files asked for their date in one look; asking is what costs."""

SECONDS: Final = 2.0
"""Longest that a look goes through names."""

AGAIN: Final = timedelta(minutes=10)
"""A folder is gone through again after so long, even where its own date says that nothing changed (FAT keeps none)."""

NEIGHBOUR: Final = timedelta(minutes=5)
"""Two looks further apart than this say nothing of when a file came."""

NEWCOMERS: Final = 5
"""How many of the newest newcomers are remembered."""


class File(msgspec.Struct, frozen=True):
    """A file of a folder: what it is called and when it was last changed, by the clock of its own host."""

    name: str
    changed: datetime


class Newcomer(msgspec.Struct, frozen=True):
    """A result that came between two looks: bounds by our clock, date by its host's, the time in its name by the terminal's."""

    after: datetime
    before: datetime
    changed: datetime
    named: datetime | None


class Glance(msgspec.Struct, frozen=True):
    """What a look gave.

    Attributes:
        names: how many names there are, as far as was looked.
        whole: whether every name was seen and every wanted file has its date.
        results: result files, with their dates.
        refused: refusals of the terminal (`.err`).
        requests: questions to the terminal that nobody has fetched.
        newest: when the youngest result came, or the folder's own date where there are too many to ask.
        share_lost: whether another disk lies there now than did before.
    """

    names: int
    whole: bool
    results: tuple[File, ...]
    refused: tuple[File, ...]
    requests: tuple[File, ...]
    newest: datetime | None
    share_lost: bool = False


class _Known(msgspec.Struct):
    """What is remembered of a folder between two looks."""

    stamp: tuple[int, int, int]
    own_disk: bool
    at: datetime
    glance: Glance
    looked: datetime


_KINDS: Final = ("results", "refused", "requests")


def glance(folder: Path, clock: Clock, kept: dict[str, Any]) -> Glance:
    """What lies in a folder now.

    Args:
        folder: the folder, which is neither changed nor locked.
        clock: tells the time.
        kept: remembers folders between looks, under a key of this module's own.

    Raises:
        OSError: it is not there, or cannot be listed.
        ValueError: the path can be none at all.
    """
    shelf: dict[Path, _Known] = kept.setdefault("glance", {})
    known, now = shelf.get(folder), clock()
    facts = folder.stat()
    stamp = facts.st_dev, facts.st_ino, facts.st_mtime_ns
    own_disk = facts.st_dev != _disk_of(folder.parent)
    if known is not None and known.own_disk and not own_disk:
        # Where a share was, its bare mount point lies now: readable, empty, and somewhere else.
        return msgspec.structs.replace(known.glance, share_lost=True)
    if known is not None and known.stamp == stamp and timedelta(0) <= now - known.at < AGAIN:
        with os.scandir(folder) as found:
            next(found, None)  # a host that went away says so here, however well its answers are remembered
        known.looked = now
        return known.glance
    fresh = _through(folder, facts.st_mtime)
    if known is not None:
        newcomers(kept).extend(_came(known, fresh, now))
    shelf[folder] = _Known(stamp, own_disk, now, fresh, now)
    return fresh


def newcomers(kept: dict[str, Any]) -> deque[Newcomer]:
    """The last results that came between two looks, whoever looked."""
    remembered: deque[Newcomer] = kept.setdefault("newcomers", deque(maxlen=NEWCOMERS))
    return remembered


def last_seen(folders: Iterable[Path], kept: dict[str, Any]) -> list[Glance]:
    """What the last looks into these folders gave, without looking again."""
    shelf: dict[Path, _Known] = kept.get("glance", {})
    return [shelf[folder].glance for folder in folders if folder in shelf]


def _disk_of(folder: Path) -> int:
    try:
        return folder.stat().st_dev
    except OSError:
        return -1


def _kind(name: str) -> str | None:
    if desk_reads(name):
        return "results"
    low = name.lower()
    if not low.startswith("oqs"):
        return None
    if low.endswith(".err"):
        return "refused"
    parts = parse_name(name)
    return "requests" if parts is not None and parts.prefix.endswith("req") else None


def _through(folder: Path, changed: float) -> Glance:
    found: dict[str, list[File]] = {kind: [] for kind in _KINDS}
    names, whole, end = 0, True, time.monotonic() + SECONDS
    with os.scandir(folder) as entries:
        for one in entries:
            names += 1
            if names >= NAMES or (names % 256 == 0 and time.monotonic() > end):
                whole = False
                break
            kind = _kind(one.name)
            if kind is None:
                continue
            if len(found[kind]) >= DATED:
                whole = False
            elif (file := _dated(one)) is not None:
                found[kind].append(file)
    newest = max((file.changed for file in found["results"]), default=None)
    return Glance(
        names=names,
        whole=whole,
        results=tuple(found["results"]),
        refused=tuple(found["refused"]),
        requests=tuple(found["requests"]),
        newest=newest if whole else datetime.fromtimestamp(changed, JAPAN),
    )


def _dated(one: "os.DirEntry[str]") -> File | None:
    try:
        # A link is never followed: it could lead anywhere.
        if not one.is_file(follow_symlinks=False):
            return None
        return File(one.name, datetime.fromtimestamp(one.stat(follow_symlinks=False).st_mtime, JAPAN))
    except (OSError, ValueError, OverflowError):
        return None  # moved between the listing and the look, or dated beyond all calendars


def _came(known: _Known, fresh: Glance, now: datetime) -> tuple[Newcomer, ...]:
    if not (known.glance.whole and fresh.whole) or not timedelta(0) <= now - known.looked <= NEIGHBOUR:
        return ()
    before = {file.name for file in known.glance.results}
    came = [file for file in fresh.results if file.name not in before]
    return tuple(Newcomer(known.looked, now, file.changed, _named(file.name)) for file in came)


def _named(name: str) -> datetime | None:
    parts = parse_name(name)
    return parts.time if parts is not None else None


def each(folders: tuple[Path, ...], look: Callable[[Path], Glance]) -> list[tuple[Path, Glance | OSError | ValueError]]:
    """Every folder with what a look gave, or with what kept it from being looked at."""
    looked: list[tuple[Path, Glance | OSError | ValueError]] = []
    for folder in folders:
        try:
            looked.append((folder, look(folder)))
        except (OSError, ValueError) as error:
            looked.append((folder, error))
    return looked
