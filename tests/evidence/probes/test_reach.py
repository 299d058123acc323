import socket
import threading
from typing import Any

import pytest

from madoguchi.evidence.probes.reach import Place, call, is_numeric, locate, parted


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("router:8080", ("router", 8080)),
        ("router", ("router", 80)),
        ("192.0.2.1", ("192.0.2.1", 80)),
        ("[2001:db8::1]:443", ("2001:db8::1", 443)),
        ("2001:db8::1", ("2001:db8::1", 80)),
        ("[2001:db8::1]", ("2001:db8::1", 80)),
        ("router:http", ("router:http", 80)),
    ],
)
def test_hosts_as_people_write_them(host: str, expected: tuple[str, int]) -> None:
    assert expected == parted(host, 80)


def test_an_address_is_told_from_a_name() -> None:
    assert [True, True, True, False] == [is_numeric(one) for one in ("192.0.2.1", "::1", "fe80::1%eth0", "router.local")]


def test_somebody_who_listens_is_open_and_one_who_does_not_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        host = f"127.0.0.1:{server.getsockname()[1]}"
        assert {host: "open"} == call([locate(host, {})])

    assert {host: "refused"} == call([locate(host, {})])


def test_a_host_whose_queue_is_full_is_silent() -> None:
    with socket.socket() as server, socket.socket() as first, socket.socket() as second:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        for one in (first, second):
            one.setblocking(False)
            one.connect_ex(server.getsockname())
        host = f"127.0.0.1:{server.getsockname()[1]}"

        assert {host: "silent"} == call([locate(host, {})], seconds=0.3)


def test_a_host_that_pours_out_garbage_is_only_somebody_who_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def pour() -> None:
            connection, _ = server.accept()
            with connection:
                try:
                    while True:
                        connection.sendall(b"\x00\xff<xml>" * 10_000)
                except OSError:
                    return

        pouring = threading.Thread(target=pour, daemon=True)
        pouring.start()
        host = f"127.0.0.1:{server.getsockname()[1]}"

        assert {host: "open"} == call([locate(host, {})])
        pouring.join(5)
        assert not pouring.is_alive()


def test_nothing_is_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        call([locate(f"127.0.0.1:{server.getsockname()[1]}", {})])
        connection, _ = server.accept()
        with connection:
            connection.settimeout(5)
            assert b"" == connection.recv(100)


def test_a_name_that_this_computer_knows_is_found_and_remembered() -> None:
    kept: dict[str, Any] = {}
    place = locate("localhost:9", kept)

    assert "found" == place.naming
    assert place.addresses == kept["addresses"]["localhost:9"]


@pytest.mark.parametrize("host", ["no such name", "x" * 300, "a..b:80"])
def test_what_can_be_no_name_has_no_address_and_is_not_called(host: str) -> None:
    place = locate(host, {})

    assert () == place.addresses
    assert {} == call([place])


def test_an_address_of_a_kind_this_computer_has_not_is_unreachable() -> None:
    assert {"odd": "unreachable"} == call([Place("odd", "numeric", ((12345, ("192.0.2.1", 1)),))])
