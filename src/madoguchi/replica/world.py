"""One replica: where it lives, which links it has and where each listens; written once, read by every link."""

import os
import random
import socket
import tomllib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from errno import EADDRINUSE
from pathlib import Path
from typing import Final

import msgspec
import tomli_w

from madoguchi.base.clock import now
from madoguchi.replica.directory import claim

LINKS: Final = ("authority", "centre", "portal", "prescription", "line", "terminal", "reader", "console")
"""Every link of the chain, in the order in which they are started. Each is `madoguchi.replica.<name>.app`."""

CHAIN: Final = tuple(link for link in LINKS if link != "console")
"""The links that are processes of their own; the console is where they are started from."""

DOORS: Final = {
    **{name: (name,) for name in LINKS},
    "centre": ("centre", "centre-tls"),
    "line": ("line", "line-gateway", "line-names", "line-far", "line-centre", "line-portal", "line-prescription"),
}
"""The addresses each link listens at.

The centre has one for institutions (TLS, both sides show a certificate) beside the one from inside. The line has one for people
(回線認証), the router's own page, a name service, a far host that anybody may call, and one in front of each far service.
"""

LOOPBACK: Final = "127.0.0.1"

PORTS: Final = range(20_000, 32_000)
"""Where doors are: below what systems give to outgoing connections, one of which might take a door before its link starts."""

INSTITUTION: Final = "9910000001"
"""The invented institution: prefecture 99 does not exist (医療機関コード, 10 digits; docs/protocol/exchange.md)."""


class World(msgspec.Struct, frozen=True):
    """One replica on this machine; every address is on loopback."""

    directory: Path
    seed: int
    began: datetime
    """When it was made: the day from which people's dates are counted."""
    institution: str
    ports: dict[str, int]

    def folder(self, link: str) -> Path:
        """The folder a link keeps its files in; it exists."""
        return self.directory / link

    def port(self, door: str) -> int:
        """Where a door listens."""
        return self.ports[door]

    def url(self, door: str, scheme: str = "http") -> str:
        """The address of a door without a path."""
        return f"{scheme}://{LOOPBACK}:{self.ports[door]}"

    def clock(self) -> datetime:
        """The replica's time: real time, moved by what the console says."""
        return now() + self.offset()

    def offset(self) -> timedelta:
        """How far the replica's time is ahead of real time."""
        try:
            return timedelta(seconds=float((self.directory / "clock").read_text("ascii")))
        except (FileNotFoundError, ValueError):
            return timedelta()

    def move_time(self, by: timedelta) -> None:
        """Set how far the replica's time is ahead of real time, for all links at once."""
        (self.directory / "clock").write_text(str(by.total_seconds()), "ascii")


def create(directory: Path, seed: int, prepare: Callable[[World], None] = lambda _world: None) -> World:
    """A replica in a folder: the one that is there, or a new one whose links have been prepared.

    Args:
        directory: empty, not there yet, or a replica's.
        seed: everything that is drawn in a new replica is drawn from it.
        prepare: makes what the links need before their first start: certificates, people, settings.

    Raises:
        NotOurs: the folder holds something else.
    """
    directory = claim(directory)
    if (directory / "world.toml").exists():
        return read(directory)
    for link in LINKS:
        (directory / link).mkdir(exist_ok=True)
    doors = [door for link in LINKS for door in DOORS[link]]
    world = World(directory, seed, now().replace(microsecond=0), INSTITUTION, dict(zip(doors, _free(len(doors)), strict=True)))
    prepare(world)
    told = {"seed": seed, "began": world.began, "institution": world.institution, "ports": world.ports}
    (directory / "world.toml").write_text(tomli_w.dumps(told), "utf-8")
    return world


def read(directory: Path) -> World:
    """The replica in a folder.

    Raises:
        FileNotFoundError: no replica was ever made there.
    """
    told = tomllib.loads((directory / "world.toml").read_text("utf-8"))
    return msgspec.convert({**told, "directory": directory.absolute()}, World, dec_hook=lambda _kind, value: value)


def _free(count: int) -> list[int]:
    """Ports nobody listens at now; held together for a moment, so that no two are the same.

    Raises:
        OSError: there are not so many.
    """
    held: list[socket.socket] = []
    for port in random.SystemRandom().sample(PORTS, len(PORTS)):
        if len(held) == count:
            break
        with suppress(OSError):
            held.append(socket.create_server((LOOPBACK, port)))
    ports: list[int] = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    if len(ports) < count:
        raise OSError(EADDRINUSE, os.strerror(EADDRINUSE))
    return ports
