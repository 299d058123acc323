"""Starts the links, stops them, starts them again, and carries out what people do to the chain."""

import subprocess
import sys
import time
import tomllib
from contextlib import suppress
from importlib.resources import files
from typing import Final

import httpx
import msgspec

from madoguchi.replica.control import Health
from madoguchi.replica.faults import Fault, UnknownFaultError, declared
from madoguchi.replica.link import remember
from madoguchi.replica.world import CHAIN, World

PATIENCE_SECONDS: Final = 30.0
"""How long a link may take until it answers for the first time."""

GOODBYE_SECONDS: Final = 5.0


class Asks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a link is asked for a deed, besides taking causes away; `{institution}` in the path is the world's."""

    method: str
    path: str
    body: dict[str, bool] = {}


class Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person can do to the chain; `restart` names the links that are restarted for it, in order."""

    link: str
    restart: tuple[str, ...] = ()
    asks: Asks | None = None


class UnknownDeedError(KeyError):
    """Nobody can do a thing of this name."""


class NotStartedError(RuntimeError):
    """A link did not answer in time, or ended at once; carries its name."""

    def __init__(self, link: str) -> None:
        """Keep the link's name, which is also the name of its log."""
        super().__init__(f"the link {link} did not start; see its log in the replica's folder")
        self.link = link


def deeds() -> dict[str, Deed]:
    """Everything that can be done, by name."""
    return msgspec.convert(tomllib.loads(files("madoguchi.replica").joinpath("deeds.toml").read_text("utf-8")), dict[str, Deed])


def all_faults() -> dict[str, Fault]:
    """Every fault of every link, in the order of the chain."""
    return {name: fault for link in CHAIN for name, fault in declared(link).items()}


class Supervisor:
    """The links of one world as processes."""

    def __init__(self, world: World, links: tuple[str, ...] = CHAIN) -> None:
        """Nothing is started yet."""
        self._world = world
        self._links = links
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._faults = all_faults()
        self._deeds = deeds()
        self._client = httpx.Client(timeout=5, trust_env=False)

    def start(self) -> None:
        """Start every link and wait until each answers.

        Raises:
            NotStartedError: one of them did not.
        """
        for link in self._links:
            self._launch(link)
        for link in self._links:
            self._await(link)

    def stop(self) -> None:
        """Stop every link, the last started first."""
        for link in reversed(self._links):
            self._end(link)
        self._client.close()

    def restart(self, *links: str) -> None:
        """Stop these links and start them again, as a person does with a switch: all off in order, then all on in order.

        Raises:
            NotStartedError: one of them did not come back.
        """
        for link in links:
            self._end(link)
        for link in links:
            self._launch(link)
        for link in links:
            self._await(link)

    def kill(self, link: str) -> None:
        """End a link as a power cut would."""
        process = self._processes.pop(link, None)
        if process is not None:
            process.kill()
            process.wait()

    def turn(self, name: str, *, on: bool) -> None:
        """Switch a fault, now and for restarts to come.

        Raises:
            UnknownFaultError: nobody declares it.
        """
        if name not in self._faults:
            raise UnknownFaultError(name)
        fault = self._faults[name]
        self._client.put(f"{self._world.url(fault.link)}/control/faults/{name}", json={"on": on}).raise_for_status()
        self._keep()

    def do(self, deed: str) -> tuple[str, ...]:
        """Carry out a deed; the faults that it cured.

        Raises:
            UnknownDeedError: there is none of that name.
            NotStartedError: a link that was restarted did not come back.
        """
        if deed not in self._deeds:
            raise UnknownDeedError(deed)
        before = self.on()
        cured = tuple(name for name in before if deed in self._faults[name].cured_by)
        for name in cured:
            self.turn(name, on=False)
        self._ask_for(self._deeds[deed])
        restart = self._deeds[deed].restart
        if restart:
            self.restart(*restart)
        return tuple(name for name in before if name not in self.on())

    def _ask_for(self, deed: Deed) -> None:
        """Ask a link for what a deed needs of it; whether there was anything to do is the link's to say."""
        if deed.asks is not None:
            path = deed.asks.path.format(institution=self._world.institution)
            with suppress(httpx.HTTPError):
                self._client.request(deed.asks.method, f"{self._world.url(deed.link)}{path}", json=deed.asks.body)

    def on(self) -> tuple[str, ...]:
        """The faults that are on in links that answer."""
        return tuple(name for health in self.health().values() for name in health.faults)

    def health(self) -> dict[str, Health]:
        """What each link says of itself; `state` is `down` for one that does not answer."""
        return {link: self._ask(link) for link in self._links}

    def _ask(self, link: str) -> Health:
        try:
            answer = self._client.get(f"{self._world.url(link)}/control/health").raise_for_status()
            return msgspec.json.decode(answer.content, type=Health)
        except (httpx.HTTPError, msgspec.DecodeError):
            return Health(link, "down", (), 0)

    def _keep(self) -> None:
        lasting = {
            link: tuple(name for name in health.faults if not self._faults[name].ends_with_process)
            for link, health in self.health().items()
        }
        remember(self._world, lasting)

    def _launch(self, link: str) -> None:
        log = self._world.directory / f"{link}.log"
        with log.open("ab") as out:
            self._processes[link] = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-m", "madoguchi.replica.main", link, str(self._world.directory)],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )

    def _await(self, link: str) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            if self._processes[link].poll() is not None:
                break
            if self._ask(link).state != "down":
                return
            time.sleep(0.02)
        raise NotStartedError(link)

    def _end(self, link: str) -> None:
        process = self._processes.pop(link, None)
        if process is None:
            return
        process.terminate()
        try:
            process.wait(GOODBYE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
