import socket
import threading
from collections.abc import Iterator

import pytest

from madoguchi.replica.card.vpcd import Vpcd

GONE = b"\x00\xff\x00\x00"


class Echo:
    """A card that says everything back, and remembers when it had power."""

    atr = bytes.fromhex("3B888001000005E0B381A1007F")

    def __init__(self) -> None:
        self.powered: list[bool] = []
        self.resets = 0

    def power(self, on: bool) -> None:  # noqa: FBT001 - as the reader switches it
        self.powered.append(on)

    def reset(self) -> None:
        self.resets += 1

    def transmit(self, command: bytes) -> bytes:
        if command == GONE:
            return b""
        return command + b"\x90\x00"


class Driver:
    """The reader's side of the socket."""

    def __init__(self, end: socket.socket, serving: threading.Thread) -> None:
        self.end = end
        self.serving = serving

    def say(self, body: bytes) -> None:
        # In two writes, as the driver does it.
        self.end.sendall(len(body).to_bytes(2, "big"))
        self.end.sendall(body)

    def ask(self, body: bytes) -> bytes:
        self.say(body)
        size = int.from_bytes(self.end.recv(2, socket.MSG_WAITALL), "big")
        return self.end.recv(size, socket.MSG_WAITALL)


@pytest.fixture
def card() -> Echo:
    return Echo()


@pytest.fixture
def driver(card: Echo) -> Iterator[Driver]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        lying = Vpcd(card, "127.0.0.1", door.getsockname()[1])
        serving = threading.Thread(target=lying.serve)
        serving.start()
        end, _ = door.accept()
        with end:
            yield Driver(end, serving)
            lying.leave()
            serving.join(5)
            assert not serving.is_alive()


def test_the_reader_asks_for_the_atr_and_gets_it(card: Echo, driver: Driver) -> None:
    assert card.atr == driver.ask(b"\x04")


def test_a_command_is_answered_by_the_card(driver: Driver) -> None:
    assert bytes.fromhex("00A4040C9000") == driver.ask(bytes.fromhex("00A4040C"))


def test_a_long_command_comes_through_whole(driver: Driver) -> None:
    command = bytes(range(256)) * 100

    assert command + b"\x90\x00" == driver.ask(command)


def test_power_is_given_and_taken_and_a_reset_is_neither(card: Echo, driver: Driver) -> None:
    driver.say(b"\x01")
    driver.say(b"\x02")
    driver.say(b"\x00")
    driver.ask(b"\x04")

    assert ([True, False], 1) == (card.powered, card.resets)


def test_a_card_that_is_taken_out_loses_its_power(card: Echo, driver: Driver) -> None:
    driver.say(b"\x01")
    driver.ask(b"\x04")
    driver.end.shutdown(socket.SHUT_RDWR)

    driver.serving.join(5)
    assert b"" == driver.end.recv(1)
    assert [True, False] == card.powered


def test_a_card_with_nothing_to_say_has_left(card: Echo, driver: Driver) -> None:
    driver.say(b"\x01")
    driver.say(GONE)

    assert b"" == driver.end.recv(1)
    driver.serving.join(5)
    assert [True, False] == card.powered


@pytest.mark.parametrize("host", ["192.0.2.1", "0.0.0.0", "example.test", ""])  # noqa: S104 - it is refused
def test_no_other_machine_gets_a_virtual_card(card: Echo, host: str) -> None:
    with pytest.raises(ValueError, match=host or "^$"):
        Vpcd(card, host, 35963)
