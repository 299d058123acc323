"""Whether this computer's clock is right: against a time server of the house, the terminal's files, and itself."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from statistics import median
from typing import Any, Final

import msgspec

from madoguchi.evidence.probes.glance import Glance, Newcomer, last_seen, newcomers
from madoguchi.evidence.probes.probe import Link, Reading, State, Surroundings, told, unknown
from madoguchi.evidence.probes.reach import parted
from madoguchi.evidence.probes.sntp import PORT, NoTime, offset

GOOD: Final = timedelta(minutes=1)
"""What is not worth mending (docs/protocol/probes.md#clock)."""

BAD: Final = timedelta(minutes=5)
"""From here on dates and times on screens, in the log and in comparisons mislead."""

JUMP_REMEMBERED: Final = timedelta(hours=1)
"""How long a jump is told of where nothing has shown since that the clock is right."""

LEAST_SAMPLES: Final = 2
"""Files that must agree before they say that a clock is off; one may have been moved there with an old date."""


class _Jump(msgspec.Struct, frozen=True):
    """The wall clock moved otherwise than time did: when we saw it, and by how much."""

    at: datetime
    by: timedelta


class ClockProbe:
    """This computer's clock."""

    id = "clock"
    link: Link = "desk"
    every = timedelta(minutes=1)
    limit = timedelta(seconds=15)

    def __init__(self, elapsed: Callable[[], float] | None = None) -> None:
        """`elapsed` counts seconds whatever the wall clock does, the computer's sleep included where the system can."""
        self._elapsed = elapsed or _elapsed

    def look(self, surroundings: Surroundings) -> Reading:
        """The best comparison there is: a time server, else the terminal's files, else only whether the clock jumped."""
        jump = self._jump(surroundings)
        off = _by_server(surroundings)
        if isinstance(off, timedelta):
            return _compared(off, "server", 0.95)
        by_files = _by_files(surroundings)
        if by_files is not None:
            return _compared(by_files, "files", 0.8)
        if jump is not None:
            seconds = int(jump.by.total_seconds())
            said: dict[str, str | int | float] = {"seconds": abs(seconds), "at": told(jump.at, surroundings.clock())}
            evidence = "evidence-clock-jumped-ahead" if seconds > 0 else "evidence-clock-jumped-back"
            return Reading(self.id, "doubtful", f"{seconds:+d}s", evidence, said, 0.7, jump.at)
        return unknown(self.id, WHY[off])

    def _jump(self, surroundings: Surroundings) -> _Jump | None:
        """The last jump, where it is not long ago."""
        kept: dict[str, Any] = surroundings.kept.setdefault("clock", {})
        now, elapsed = surroundings.clock(), self._elapsed()
        if "wall" in kept:
            by = (now - kept["wall"]) - timedelta(seconds=elapsed - kept["elapsed"])
            if abs(by) > GOOD:
                kept["jump"] = _Jump(now, by)
        kept |= {"wall": now, "elapsed": elapsed}
        jump: _Jump | None = kept.get("jump")
        return jump if jump is not None and abs(now - jump.at) <= JUMP_REMEMBERED else None


WHY: Final = {"silent": "server-silent", "garbage": "server-garbage", "unnamed": "nothing-to-compare"}
"""What ends the message where nothing could be compared."""


def _elapsed() -> float:
    # Linux stops its monotonic clock while the computer sleeps; its boot clock goes on.
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def _compared(off: timedelta, source: str, sure: float) -> Reading:
    """The reading for a source that is ahead of us by `off`."""
    seconds = int(off.total_seconds())
    state: State = "good" if abs(off) <= GOOD else "doubtful" if abs(off) <= BAD else "down"
    minutes = max(round(abs(seconds) / 60), 1)
    evidence = {
        ("server", True): "evidence-clock-good-server",
        ("files", True): "evidence-clock-good-files",
        ("server", False): "evidence-clock-slow-server" if seconds > 0 else "evidence-clock-fast-server",
        ("files", False): "evidence-clock-slow-files" if seconds > 0 else "evidence-clock-fast-files",
    }[source, state == "good"]
    return Reading("clock", state, f"{seconds:+d}s", evidence, {"minutes": minutes}, sure)


def _by_server(surroundings: Surroundings) -> timedelta | str:
    if not surroundings.time_source:
        return "unnamed"
    name, port = parted(surroundings.time_source, PORT)
    try:
        return offset(name, port, surroundings.clock)
    except NoTime as error:
        return error.reason


def _by_files(surroundings: Surroundings) -> timedelta | None:
    """How far the terminal is ahead of us, by what was seen of its files last; None where they say nothing."""
    now = surroundings.clock()
    seen = last_seen(surroundings.folders, surroundings.kept)
    ahead = max((by for found in seen for by in _from_the_future(found, now)), default=timedelta(0))
    if ahead > GOOD:
        return ahead
    samples = [_off(newcomer) for newcomer in newcomers(surroundings.kept)]
    if not samples:
        return None
    off = timedelta(seconds=median(sample.total_seconds() for sample in samples))
    return off if abs(off) <= GOOD or len(samples) >= LEAST_SAMPLES else None


def _from_the_future(found: Glance, now: datetime) -> Iterator[timedelta]:
    """A file that is dated later than now: nothing moves a date ahead but a clock."""
    yield from (file.changed - now for file in found.results if file.changed > now)


def _off(newcomer: Newcomer) -> timedelta:
    """The least by which the terminal can be ahead (or behind) to have made this file between our two looks."""
    made = newcomer.named or newcomer.changed
    if made > newcomer.before:
        return made - newcomer.before
    return min(made - newcomer.after, timedelta(0))
