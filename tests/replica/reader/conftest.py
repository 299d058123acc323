"""One whole chain for all tests of the reader that need one."""

from collections.abc import Iterator

import httpx
import pytest

from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World
from tests.replica.reader.chain import Hands, make_world, up


@pytest.fixture(name="world", scope="package")
def _world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("reader") / "w")


@pytest.fixture(name="whole", scope="package")
def _whole(world: World) -> Iterator[Supervisor]:
    chain = up(world)
    yield chain
    chain.stop()


@pytest.fixture(name="chain")
def _chain(whole: Supervisor) -> Iterator[Supervisor]:
    yield whole
    for name in whole.on():
        whole.turn(name, on=False)


@pytest.fixture(name="hands")
def _hands(world: World, chain: Supervisor) -> Iterator[Hands]:
    assert "down" != chain.health()["reader"].state
    with httpx.Client(base_url=world.url("reader"), trust_env=False, timeout=30) as client:
        hands = Hands(client)
        hands.take()
        hands.do("renew_cards")
        yield hands
        hands.take()
