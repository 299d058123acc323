import socket
import threading
from collections.abc import Iterator

import httpx
import pytest

from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World, create


@pytest.fixture(name="world", scope="module")
def _world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return create(tmp_path_factory.mktemp("line") / "w", 7)


@pytest.fixture(name="chain", scope="module")
def _chain(world: World) -> Iterator[Supervisor]:
    chain = Supervisor(world, ("prescription", "line"))
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture(autouse=True)
def _whole_again(chain: Supervisor) -> Iterator[None]:
    yield
    for name in chain.on():
        chain.turn(name, on=False)


def tell(world: World, name: str) -> str:
    with socket.create_connection(("127.0.0.1", world.port("line-names")), timeout=2) as line:
        line.sendall(f"{name}\n".encode())
        return line.makefile().readline().strip()


def far(world: World, timeout: float = 2) -> str:
    """What somebody sees who calls the prescription service over the line: `open`, or the kind of failure."""
    try:
        address, port = tell(world, "prescription.chain.invalid").split()
    except ValueError:
        return "no such name"
    except OSError as error:
        return f"names: {type(error).__name__}"
    try:
        answer = httpx.get(f"http://{address}:{port}/status", timeout=timeout, trust_env=False)
    except httpx.HTTPError as error:
        return type(error).__name__
    return str(answer.json()["result"])


def answers(world: World, door: str) -> bool:
    try:
        socket.create_connection(("127.0.0.1", world.port(door)), timeout=1).close()
    except OSError:
        return False
    return True


def test_a_far_service_is_found_by_name_and_reached_through_the_line(chain: Supervisor, world: World) -> None:
    assert "good" == chain.health()["line"].state
    assert "open" == far(world)


@pytest.mark.parametrize(
    ("fault", "seen", "gateway", "distant"),
    [
        ("line.plug_loose", "ConnectTimeout", True, False),
        ("line.router_stuck", "names: TimeoutError", False, False),
        ("line.carrier", "ConnectTimeout", True, False),
        ("line.isp", "names: TimeoutError", True, True),
        ("line.names_lost", "no such name", True, True),
        ("line.authentication_lost", "ReadError", True, True),
        ("line.swallowing", "ReadTimeout", True, True),
        ("line.slow", "ReadTimeout", True, True),
    ],
)
def test_each_fault_is_felt_as_it_would_be_and_goes_away(
    chain: Supervisor, world: World, fault: str, seen: str, *, gateway: bool, distant: bool
) -> None:
    chain.turn(fault, on=True)
    felt = (far(world, timeout=0.5), answers(world, "line-gateway"), answers(world, "line-far"))
    chain.turn(fault, on=False)

    assert (seen, gateway, distant) == felt
    assert "open" == far(world)


def test_a_cut_line_ends_what_was_going_on(chain: Supervisor, world: World) -> None:
    with socket.create_connection(("127.0.0.1", world.port("line-prescription")), timeout=5) as held:
        chain.turn("line.carrier", on=True)

        assert b"" == held.recv(1)


def test_garbage_at_any_door_harms_nobody(chain: Supervisor, world: World) -> None:
    def throw(door: str) -> None:
        with socket.create_connection(("127.0.0.1", world.port(door)), timeout=5) as line:
            line.sendall(bytes(range(256)) * 400)

    throwers = [threading.Thread(target=throw, args=(door,)) for door in ("line-names", "line-far", "line-prescription")]
    for one in throwers:
        one.start()
    for one in throwers:
        one.join(5)

    assert "good" == chain.health()["line"].state
    assert "open" == far(world)
