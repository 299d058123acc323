"""One small chain for all tests of the terminal: real authority, line and terminal, a centre that says what it is told to."""

from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest

from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World
from tests.replica.terminal.chain import Centre, Hand, far_services, make_world


@pytest.fixture(name="world", scope="session")
def _world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("terminal") / "w")


@pytest.fixture(name="chain", scope="session")
def _chain(world: World) -> Iterator[Supervisor]:
    chain = Supervisor(world, ("line", "terminal"))
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture(name="services", scope="session")
def _services(world: World) -> Iterator[Centre]:
    with far_services(world) as centre:
        yield centre


@pytest.fixture(name="centre")
def _centre(world: World, chain: Supervisor, services: Centre) -> Iterator[Centre]:
    services.begin_again()
    yield services
    for name in chain.on():
        chain.turn(name, on=False)
    world.move_time(timedelta())


@pytest.fixture(name="reader")
def _reader(world: World, chain: Supervisor) -> Iterator[Hand]:
    assert "down" != chain.health()["terminal"].state
    with httpx.Client(trust_env=False, timeout=10) as client:
        yield Hand(client, world.url("terminal"))
