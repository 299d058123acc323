"""Listens to the probes: tells open incidents what changed, opens one for a link that dies, and remembers what came back.

A reading alone opens nothing: a link is dead when two looks in a row say so. What staff restarts because the guide asked for it
is left in peace meanwhile, and a link that staff already know of is not told to them twice.
"""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Final, Protocol

import anyio
import msgspec
from anyio import to_thread

from madoguchi.base.clock import Clock
from madoguchi.base.log import logger
from madoguchi.catalogue.model import Catalogue
from madoguchi.desk.chain_table import chain_table, learned, opens
from madoguchi.desk.clockwork import Publisher
from madoguchi.evidence.probes.probe import Link, Reading
from madoguchi.evidence.probes.rounds import Rounds
from madoguchi.guide.state import State
from madoguchi.records.errors import RecordsError

SECOND_LOOK: Final = timedelta(seconds=10)
"""Between the first look that finds a link down and the one that decides."""

RESTARTING: Final = timedelta(minutes=5)
"""How long a restart takes that the guide asked for; what is down meanwhile is down on purpose."""

OVER: Final = timedelta(minutes=30)
"""How long it is said that a link came back."""

BEAT: Final = 1.0

_log = logger()


class Desk(Protocol):
    """Where incidents are opened and told of what machines know."""

    def found(self, problem: str, reader: str) -> State | None:
        """Open an incident that a probe found, unless that problem is open anywhere."""

    def learned(self, probes: set[str]) -> None:
        """Tell every open incident what machines know now by these probes."""


class Recovery(msgspec.Struct, frozen=True):
    """A problem whose probes are all well again: since when, and since when they had not been."""

    problem: str
    since: datetime
    down_at: datetime


class Chain:
    """The probes of a desk and what follows from what they say."""

    def __init__(  # noqa: PLR0913, PLR0917 - all it leans on
        self,
        rounds: Rounds,
        desk: Desk,
        screens: Publisher,
        catalogue: Catalogue,
        open_states: Callable[[], list[State]],
        reader: Callable[[], str],
        clock: Clock,
    ) -> None:
        """Listen to `rounds`; `reader` gives the reader model of the settings."""
        self.rounds = rounds
        self.revision = 0
        """Grows with every change that a screen may show."""
        self._desk, self._screens, self._catalogue = desk, screens, catalogue
        self._open_states, self._reader, self._clock = open_states, reader, clock
        self._suspected: dict[str, datetime] = {}
        self._down: dict[str, tuple[str, datetime]] = {}
        self._over: dict[str, Recovery] = {}
        self._listeners: list[Callable[[Reading], None]] = []
        self._asked, self._done = anyio.Event(), anyio.Event()
        self._done.set()
        self._wanted: Collection[str] | None = None
        self.looking = False
        rounds.observe(self._heard)

    def tell(self, listener: Callable[[Reading], None]) -> None:
        """Tell `listener` of every changed reading too, in a worker thread."""
        self._listeners.append(listener)

    def look_soon(self, probes: Collection[str] | None = None) -> None:
        """Have all probes, or some, look now; whoever asks waits for nobody. While a look is under way it is that one."""
        if not self.looking:
            self._done = anyio.Event()
            self.looking, self._wanted = True, probes
            self._asked.set()

    async def looked(self) -> None:
        """Wait for the look that is under way, if there is one."""
        await self._done.wait()

    def last_good(self, link: Link) -> datetime | None:
        """When a probe that speaks for the whole link last said that all is well."""
        times = (self.rounds.good_at(probe) for probe in chain_table().proves.get(link, ()))
        return max((at for at in times if at is not None), default=None)

    def recoveries(self) -> tuple[Recovery, ...]:
        """What came back within the last half hour and did not go again, the latest first."""
        fresh = [one for one in self._over.values() if self._clock() - one.since <= OVER]
        return tuple(sorted(fresh, key=lambda one: one.since, reverse=True))

    async def run(self, *, by_timetable: bool = True) -> None:
        """Ask, listen and decide until cancelled."""
        async with anyio.create_task_group() as group:
            if by_timetable:
                group.start_soon(self.rounds.run)
            group.start_soon(self._look_when_asked)
            while True:
                await self.decide()
                await anyio.sleep(BEAT)

    async def _look_when_asked(self) -> None:
        while True:
            await self._asked.wait()
            self._asked = anyio.Event()
            self._show()
            try:
                await self.rounds.look(self._wanted)
            finally:
                self.looking = False
                self._done.set()
                self._show()

    async def _heard(self, reading: Reading, before: Reading | None) -> None:
        changed = learned(before, reading)
        if reading.state == "down":
            # A link that staff know of already is watched on; one that is new has to be seen twice.
            if opens(reading) is not None and reading.probe not in self._down:
                self._suspected.setdefault(reading.probe, self._clock())
        else:
            self._suspected.pop(reading.probe, None)
            if reading.state == "good":
                self._came_back(reading)
        try:
            await to_thread.run_sync(self._pass_on, changed, reading)
        except RecordsError as error:
            _log.error("reading_not_recorded", kind=reading.probe, reason=error.reason)
        self._show()

    def _pass_on(self, changed: set[str], reading: Reading) -> None:
        if changed:
            self._desk.learned(changed)
        for listener in self._listeners:
            listener(reading)

    def _came_back(self, reading: Reading) -> None:
        problem, down_at = self._down.pop(reading.probe, ("", self._clock()))
        if not problem or any(other == problem for other, _at in self._down.values()):
            return
        self._over[problem] = Recovery(problem, reading.since or self._clock(), down_at)

    async def decide(self) -> None:
        """Look a second time at what was found down a moment ago, and open an incident for what still is."""
        now = self._clock()
        due = [probe for probe, since in self._suspected.items() if now - since >= SECOND_LOOK]
        if not due or await to_thread.run_sync(self._restarting, now):
            return
        readings = await self.rounds.look(due)
        for probe, reading in readings.items():
            self._suspected.pop(probe, None)
            problem = opens(reading)
            if problem is not None:
                self._down[probe] = (problem, now)
                self._over.pop(problem, None)
                await to_thread.run_sync(self._open, problem)
        self._show()

    def _open(self, problem: str) -> None:
        try:
            self._desk.found(problem, self._reader())
        except RecordsError as error:
            _log.error("link_not_recorded", problem=problem, reason=error.reason)

    def _restarting(self, now: datetime) -> bool:
        """Whether staff restarts something now, because the guide asked for it."""
        return any(self._restarts(state, now) for state in self._open_states())

    def _restarts(self, state: State, now: datetime) -> bool:
        current = state.step.step if state.step else ""
        last = state.trace[-1][0] if state.trace and now - state.changed_at < RESTARTING else ""
        return any("restarts" in self._catalogue.steps[one].rules for one in (current, last) if one in self._catalogue.steps)

    def _show(self) -> None:
        self.revision += 1
        for screen in ("staff", "chain"):
            self._screens.publish(None, screen)
