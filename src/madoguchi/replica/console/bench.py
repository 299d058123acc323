"""The bench a person sits at: the chain that is up, its faults, deeds and time, and the hands on the reader."""

import threading
from datetime import timedelta
from typing import Any, Final

import httpx
import msgspec

from madoguchi.replica.control import Health
from madoguchi.replica.supervisor import Supervisor, all_faults
from madoguchi.replica.world import World

READER_SECONDS: Final = 10.0


class Link(msgspec.Struct, frozen=True):
    """A link, its address, how it says it is, and the faults that are on."""

    link: str
    address: str
    state: str
    faults: tuple[str, ...]


class Done(msgspec.Struct, frozen=True):
    """What a deed came to: the faults that it cured."""

    deed: str
    cured: tuple[str, ...]


class Bench:
    """A chain that is up, and everything that can be done to it, one thing at a time."""

    def __init__(self, world: World, supervisor: Supervisor) -> None:
        """The chain is started by whoever has the supervisor."""
        self.world = world
        self._supervisor = supervisor
        self._hands = httpx.Client(base_url=world.url("reader"), timeout=READER_SECONDS, trust_env=False)
        self._one = threading.Lock()
        self.faults = all_faults()

    def links(self) -> tuple[Link, ...]:
        """Every link as it is now."""
        return tuple(self._link(name, health) for name, health in self._supervisor.health().items())

    def turn(self, name: str, *, on: bool) -> tuple[Link, ...]:
        """Switch a fault; the links afterwards.

        Raises:
            UnknownFaultError: nobody declares it.
        """
        with self._one:
            self._supervisor.turn(name, on=on)
        return self.links()

    def do(self, deed: str) -> Done:
        """Carry out a deed.

        Raises:
            UnknownDeedError: there is none of that name.
            NotStartedError: a link did not come back.
        """
        with self._one:
            return Done(deed, self._supervisor.do(deed))

    def kill(self, link: str) -> None:
        """End a link as a power cut would, and start it again."""
        with self._one:
            self._supervisor.kill(link)
            self._supervisor.restart(link)

    def move_time(self, days: float) -> timedelta:
        """Set the replica's time so many days ahead of real time."""
        self.world.move_time(timedelta(days=days))
        return self.world.offset()

    def hands(self, told: dict[str, Any]) -> tuple[int, Any]:
        """Do something at the reader, as a person's hands would; its answer as status and JSON."""
        try:
            answer = self._hands.post("/hands", json=told)
        except httpx.HTTPError:
            return 503, {"refused": "reader-away"}
        return answer.status_code, answer.json()

    def close(self) -> None:
        """Let go of the reader."""
        self._hands.close()

    def _link(self, name: str, health: Health) -> Link:
        return Link(name, self.world.url(name), health.state, health.faults)
