from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from madoguchi.replica.supervisor import NotStartedError, Supervisor, UnknownDeedError
from madoguchi.replica.world import World, create

LINK = "prescription"


@pytest.fixture(name="world")
def _world(tmp_path: Path) -> World:
    return create(tmp_path / "w", 7)


@pytest.fixture(name="chain")
def _chain(world: World) -> Iterator[Supervisor]:
    chain = Supervisor(world, (LINK,))
    chain.start()
    yield chain
    chain.stop()


def test_a_restart_is_a_new_process_that_remembers_what_it_wrote_and_what_ails_it(chain: Supervisor, world: World) -> None:
    httpx.put(f"{world.url(LINK)}/forms/t1", json={"form": "paper"}).raise_for_status()
    chain.turn("prescription.jammed", on=True)
    before = chain.health()[LINK]

    chain.restart(LINK)

    after = chain.health()[LINK]
    assert before.process != after.process
    assert ("prescription.jammed",) == after.faults
    assert 200 == httpx.put(f"{world.url(LINK)}/forms/t1", json={"form": "paper"}).status_code


def test_a_deed_takes_away_the_causes_it_cures_and_no_other(chain: Supervisor) -> None:
    chain.turn("prescription.jammed", on=True)
    chain.turn("prescription.service_down", on=True)

    assert ("prescription.jammed",) == chain.do("wait")
    assert ("prescription.service_down",) == chain.on()


def test_what_nobody_can_do_is_refused(chain: Supervisor) -> None:
    with pytest.raises(UnknownDeedError):
        chain.do("pray")


def test_a_killed_link_is_down_and_keeps_what_it_had_taken(chain: Supervisor, world: World) -> None:
    httpx.put(f"{world.url(LINK)}/forms/t2", json={"form": "electronic"}).raise_for_status()
    chain.kill(LINK)
    down = chain.health()[LINK].state
    chain.restart(LINK)

    assert "down" == down
    assert 422 == httpx.put(f"{world.url(LINK)}/forms/t2", json={"form": "paper"}).status_code


def test_a_link_that_cannot_start_is_named(world: World) -> None:
    (world.folder(LINK) / "prescription.db").mkdir()
    chain = Supervisor(world, (LINK,))

    with pytest.raises(NotStartedError) as error:
        chain.start()
    chain.stop()

    assert LINK == error.value.link
