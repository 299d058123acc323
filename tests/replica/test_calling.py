"""Connections that are kept, against a server that counts them and closes them at will."""

import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from madoguchi.replica.calling import Address, Answer, Kept, NotAnsweredError, NotConnectedError, Question

ASK = Question("POST", "/here", b"{}", {"content-type": "application/json"})


class House:
    """What was asked, on how many connections; `closes`: hangs up after each answer; `mute`: hangs up in place of the next."""

    def __init__(self) -> None:
        self.asked = 0
        self.connections = 0
        self.closes = False
        self.mute = 0


@contextmanager
def _house() -> Iterator[tuple[House, Address]]:
    house = House()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            house.connections += 1
            super().setup()

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            if house.mute:
                house.mute -= 1
                self.close_connection = True
                return
            house.asked += 1
            self.send_response(201)
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"ok")
            self.close_connection = house.closes

        def log_message(self, *_args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield house, ("127.0.0.1", server.server_address[1])
    server.shutdown()
    server.server_close()


def test_a_second_question_goes_over_the_first_ones_connection() -> None:
    with _house() as (house, address):
        line = Kept(lambda: address)
        answers = [line.ask(ASK, 2) for _ in range(3)]
        line.close()

    assert ([Answer(201, b"ok")] * 3, 1) == (answers, house.connections)
    assert answers[0].is_success


def test_a_connection_that_the_other_side_gave_up_is_made_anew() -> None:
    with _house() as (house, address):
        line = Kept(lambda: address)
        house.closes = True
        line.ask(ASK, 2)
        line.ask(ASK, 2)
        house.closes = False
        line.ask(ASK, 2)
        house.mute = 1
        answer = line.ask(ASK, 2)

    # The first two may share one where the house closes it a moment late; giving up and staying mute each cost a new one.
    assert 4 == house.asked
    assert house.connections >= 3
    assert Answer(201, b"ok") == answer


def test_nobody_there_and_nobody_answering_are_told_apart() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refused = Kept(taken.getsockname)
        with pytest.raises(NotConnectedError):
            refused.ask(ASK, 1)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        silent = Kept(deaf.getsockname)
        with pytest.raises(NotAnsweredError):
            silent.ask(ASK, 0.2)
    with _house() as (house, address):
        house.mute = 2
        with pytest.raises(NotAnsweredError):
            Kept(lambda: address).ask(ASK, 2)
