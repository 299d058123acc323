import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from madoguchi.evidence.probes.sntp import NoTime, offset, read
from tests.evidence.probes.surround import MONDAY

EPOCH = datetime(1900, 1, 1, tzinfo=UTC)
COOKIE = b"\x01" * 8


def stamp(at: datetime) -> bytes:
    seconds = (at - EPOCH) / timedelta(seconds=1)
    return struct.pack("!II", int(seconds) % (1 << 32), 0)


def reply(question: bytes, at: datetime, first: int = 0x24, stratum: int = 2) -> bytes:
    """What a server that shows this time would answer."""
    return bytes([first, stratum]) + bytes(22) + question[40:48] + stamp(at) + stamp(at)


@contextmanager
def time_server(answer: Callable[[bytes], bytes]) -> Iterator[int]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))

        def serve() -> None:
            question, asker = server.recvfrom(512)
            server.sendto(answer(question), asker)

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]


@pytest.mark.parametrize("seconds", [0, 400, -7200])
def test_the_difference_to_a_server_is_told(seconds: int) -> None:
    with time_server(lambda question: reply(question, MONDAY + timedelta(seconds=seconds))) as port:
        assert timedelta(seconds=seconds) == offset("127.0.0.1", port, lambda: MONDAY)


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: b"\xff" * 48,
        lambda _: b"HTTP/1.1 400 Bad Request\r\n\r\n",
        lambda _: b"",
        lambda question: reply(question, MONDAY)[:40],
        lambda _: reply(bytes(48), MONDAY),
        lambda question: reply(question, MONDAY, first=0x23),
        lambda question: reply(question, MONDAY, first=0xE4),
        lambda question: reply(question, MONDAY, stratum=0),
        lambda question: reply(question, MONDAY, stratum=16),
        lambda question: reply(question, EPOCH),
    ],
    ids=["noise", "web", "empty", "cut", "another's", "client", "unsynchronised", "kiss-of-death", "stratum 16", "no time"],
)
def test_what_is_no_answer_of_a_time_server_is_garbage(answer: Callable[[bytes], bytes]) -> None:
    with time_server(answer) as port, pytest.raises(NoTime) as caught:
        offset("127.0.0.1", port, lambda: MONDAY)

    assert "garbage" == caught.value.reason


def test_nobody_there_is_silent() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    for name in ("127.0.0.1", "no such name"):
        with pytest.raises(NoTime) as caught:
            offset(name, port, lambda: MONDAY)
        assert "silent" == caught.value.reason


def test_seconds_that_began_anew_in_2036_are_still_told_apart() -> None:
    later = datetime(2036, 3, 1, tzinfo=UTC)

    assert (later, later) == read(reply(bytes(40) + COOKIE, later), COOKIE, later)
