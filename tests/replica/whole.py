"""The whole chain behind the reader for tests: every link a process, and a hand that lays a persona's card down."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from madoguchi.replica.authority.office import keys_of
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.personas import personas
from madoguchi.replica.link import module_of
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.terminal.settings import Settings, as_text
from madoguchi.replica.world import World, create
from tests.replica.terminal.chain import Hand

LINKS = ("authority", "centre", "portal", "prescription", "line", "terminal")


def prepare(world: World) -> None:
    for link in LINKS:
        made = getattr(module_of(link), "prepare", None)
        if made is not None:
            made(world)
    patient = Settings(institution=world.institution, far_seconds=20, poll_seconds=0.05)
    (world.folder("terminal") / "settings.toml").write_text(as_text(patient), "utf-8")


class Whole:
    """A chain that is up."""

    def __init__(self, world: World, links: Supervisor, client: httpx.Client) -> None:
        self.world = world
        self.links = links
        self.client = client
        self._cards = Authority(personas().values(), keys_of(world), world.began.date())

    def hand(self, persona: str = "adult") -> Hand:
        """A reader on which this persona's card lies."""
        held = base64.b64encode(self._cards.certificate(persona, "user")).decode()
        return Hand(self.client, self.world.url("terminal"), held, keys_of(self.world).get(f"{persona}-user"))

    def results(self) -> list[Path]:
        """What lies in `face`, oldest name first."""
        return sorted((self.world.folder("terminal") / "face").glob("*.xml"))


@contextmanager
def whole(folder: Path) -> Iterator[Whole]:
    """The chain while it is up."""
    world = create(folder, 7, prepare)
    links = Supervisor(world, LINKS)
    links.start()
    try:
        with httpx.Client(trust_env=False, timeout=20) as client:
            yield Whole(world, links, client)
    finally:
        links.stop()
