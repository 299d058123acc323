"""Asks every probe in its own rhythm and on demand, never waits beyond a probe's limit, never asks one twice at once."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import Final

import anyio
import msgspec

from madoguchi.base.clock import Clock
from madoguchi.base.log import logger
from madoguchi.evidence.probes.probe import Link, Probe, Reading, Surroundings

AT_ONCE: Final = 4
"""Most probes that look at the same time; one that hangs gives its place back at its limit."""

BEAT: Final = 1.0
"""Seconds between two looks at the timetable."""

Observer = Callable[[Reading, Reading | None], Awaitable[None]]
"""Is told a reading that differs from the one before, and that one."""

_log = logger()


class _Asking:
    """One look that is under way: its reading, when it comes."""

    def __init__(self) -> None:
        self.ended = asyncio.Event()
        self.reading: Reading | None = None


class Rounds:
    """The probes of a desk and what they last said."""

    def __init__(
        self,
        probes: Sequence[Probe],
        surroundings: Callable[[], Surroundings],
        clock: Clock,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with no reading.

        Args:
            probes: whom to ask.
            surroundings: what they may look at now; asked anew for each look, since settings change.
            clock: dates the readings.
            elapsed: counts seconds for the timetable, which a wall clock that jumps must not disturb.
        """
        self.probes = tuple(probes)
        self._surroundings, self._clock, self._elapsed = surroundings, clock, elapsed
        self._readings: dict[str, Reading] = {}
        self._good: dict[str, datetime] = {}
        self._next: dict[str, float] = {}
        self._asking: dict[str, _Asking] = {}
        self._looking: set[str] = set()
        self._places: anyio.CapacityLimiter | None = None
        self._observers: list[Observer] = []

    def readings(self) -> dict[str, Reading]:
        """The latest readings, by probe; a probe that has not looked yet is absent."""
        return dict(self._readings)

    def last_good(self, link: Link) -> datetime | None:
        """When a probe of this link last said that all is well."""
        return max(
            (self._good[probe.id] for probe in self.probes if probe.link == link and probe.id in self._good), default=None
        )

    def good_at(self, probe: str) -> datetime | None:
        """When this probe last said that all is well."""
        return self._good.get(probe)

    def observe(self, observer: Observer) -> None:
        """Tell `observer` of every changed reading, one after the other. What it raises is logged and harms nobody."""
        self._observers.append(observer)

    def due(self) -> tuple[Probe, ...]:
        """The probes whose time has come; each is due again after its own interval."""
        now = self._elapsed()
        ready = tuple(probe for probe in self.probes if self._next.get(probe.id, now) <= now)
        self._next |= {probe.id: now + probe.every.total_seconds() for probe in ready}
        return ready

    async def run(self) -> None:
        """Ask by the timetable until cancelled. A look in a thread that hangs is left behind and keeps nobody from stopping."""
        async with anyio.create_task_group() as group:
            while True:
                for probe in self.due():
                    group.start_soon(self._ask, probe)
                await anyio.sleep(BEAT)

    async def look(self, ids: Iterable[str] | None = None) -> dict[str, Reading]:
        """Ask now: all probes or those named; their readings, in at most the longest limit. A look under way is waited for."""
        wanted = None if ids is None else set(ids)
        asked = [probe for probe in self.probes if wanted is None or probe.id in wanted]
        async with anyio.create_task_group() as group:
            for probe in asked:
                self._next[probe.id] = self._elapsed() + probe.every.total_seconds()
                group.start_soon(self._ask, probe)
        return {probe.id: self._readings[probe.id] for probe in asked if probe.id in self._readings}

    async def _ask(self, probe: Probe) -> None:
        under_way = self._asking.get(probe.id)
        if under_way is not None:
            await under_way.ended.wait()
            return
        self._asking[probe.id] = asking = _Asking()
        try:
            await self._take(probe, await self._within_limit(probe))
        finally:
            del self._asking[probe.id]
            asking.ended.set()

    async def _within_limit(self, probe: Probe) -> Reading:
        if self._places is None:
            self._places = anyio.CapacityLimiter(AT_ONCE)
        async with self._places:
            if probe.id in self._looking:
                return _slow(probe)  # the look before still hangs: a second one would only hang beside it
            answer, ended = list[Reading](), asyncio.Event()
            loop = asyncio.get_running_loop()
            self._looking.add(probe.id)

            def look() -> None:
                try:
                    answer.append(self._looked(probe))
                finally:
                    self._looking.discard(probe.id)
                    _unless_closed(loop, ended.set)

            # A daemon of its own: threads of a pool would keep the desk from stopping while one of them hangs.
            threading.Thread(target=look, daemon=True, name=f"probe {probe.id}").start()
            with anyio.move_on_after(probe.limit.total_seconds()):
                await ended.wait()
                return answer[0]
        _log.error("probe_slow", kind=probe.id, seconds=probe.limit.total_seconds())
        return _slow(probe)

    def _looked(self, probe: Probe) -> Reading:
        try:
            return probe.look(self._surroundings())
        except Exception as error:  # noqa: BLE001 - whatever a probe did not foresee is no reason for the others to stop
            _log.error("probe_failed", kind=probe.id, error=type(error).__name__)
            return Reading(probe.id, "unknown", "", "evidence-any-failed", sure=0.0)

    async def _take(self, probe: Probe, reading: Reading) -> None:
        before, now = self._readings.get(probe.id), self._clock()
        if reading.since is None:
            same = before is not None and before.state == reading.state
            reading = msgspec.structs.replace(reading, since=before.since if before is not None and same else now)
        self._readings[probe.id] = reading
        if reading.state == "good":
            self._good[probe.id] = now
        if before is not None and _said(before) == _said(reading):
            return
        for observer in self._observers:
            try:
                await observer(reading, before)
            except Exception as error:  # noqa: BLE001 - one who listens badly must not stop the rounds
                _log.error("probe_observer_failed", kind=probe.id, error=type(error).__name__)


def _said(reading: Reading) -> tuple[object, ...]:
    """What makes a reading another one: a few bytes less on the disk do not."""
    return reading.state, reading.evidence, reading.observes


def _slow(probe: Probe) -> Reading:
    seconds = probe.limit.total_seconds()
    return Reading(probe.id, "unknown", "", "evidence-any-slow", {"seconds": round(seconds)}, sure=0.0)


def _unless_closed(loop: asyncio.AbstractEventLoop, do: Callable[[], None]) -> None:
    try:
        loop.call_soon_threadsafe(do)
    except RuntimeError:
        return  # nobody waits any more
