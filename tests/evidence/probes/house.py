"""A small clinic's network, for real: a computer, a router and a host outside, as namespaces joined by veth cables.

computer lan0 10.10.11.2 ── 10.10.11.1 lan0 router wan0 10.10.12.1 ── 10.10.12.2 wan0 outside
"""

import ctypes
import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from madoguchi.base.settings import HostSetting, Settings
from tests.evidence.probes.inside import Inside, inside, needs_namespaces

ROUTER, OUTSIDE = "10.10.11.1", "10.10.12.2"
_NETWORK = 0x40000000
"""CLONE_NEWNET of setns(2)."""


GATEWAY = HostSetting(f"{ROUTER}:80", "gateway")
LINE = HostSetting(f"{OUTSIDE}:443", "line")
CENTRE = HostSetting(f"{OUTSIDE}:444", "centre")
ALL = Settings(same_lan=True, hosts=(GATEWAY, LINE, CENTRE))


def states(here: Inside, *probes: str) -> dict[str, str]:
    return {probe: reading.state for probe, reading in here.looks(*probes).items()}


class House:
    """The three places, and what can be done to them."""

    def __init__(self, name: str, stack: ExitStack) -> None:
        self._name, self._stack = name, stack

    def place(self, where: str) -> str:
        return f"{self._name}-{where}"

    def do(self, where: str, *command: str) -> None:
        """Run `ip` with these words in a place."""
        subprocess.run(["ip", "-n", self.place(where), *command], check=True, capture_output=True)

    def listen(self, where: str, port: int, *, deaf: bool = False) -> socket.socket:
        """Somebody who listens there; a deaf one answers nothing, not even that it is there."""
        with in_network(self.place(where)):
            server = self._stack.enter_context(socket.socket())
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(("", port))
            server.listen(0 if deaf else 100)
            for _ in range(2 if deaf else 0):
                filling = self._stack.enter_context(socket.socket())
                filling.setblocking(False)
                filling.connect_ex(("127.0.0.1", port))
        return server

    def datagrams(self, where: str, port: int) -> socket.socket:
        with in_network(self.place(where)):
            server = self._stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            server.bind(("", port))
        return server

    def computer(self, settings: Settings, tmp_path: Path) -> Inside:
        """Looks from the computer."""
        prefix = ("ip", "netns", "exec", self.place("computer"))
        return self._stack.enter_context(inside(settings, tmp_path, prefix))


@contextmanager
def house() -> Iterator[House]:
    needs_namespaces("ip")
    with ExitStack() as stack:
        built = House(f"mado{os.getpid()}", stack)
        for where in ("computer", "router", "outside"):
            subprocess.run(["ip", "netns", "add", built.place(where)], check=True, capture_output=True)
            stack.callback(subprocess.run, ["ip", "netns", "del", built.place(where)], check=False, capture_output=True)
            built.do(where, "link", "set", "lo", "up")
        _cable(built, "computer", "router", "lan0", "10.10.11.2/24", "10.10.11.1/24")
        _cable(built, "router", "outside", "wan0", "10.10.12.1/24", "10.10.12.2/24")
        built.do("computer", "route", "add", "default", "via", ROUTER)
        built.do("outside", "route", "add", "default", "via", "10.10.12.1")
        forward = ["ip", "netns", "exec", built.place("router"), "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"]
        subprocess.run(forward, check=True, capture_output=True)
        yield built


def _cable(built: House, one: str, other: str, name: str, address: str, other_address: str) -> None:
    built.do(one, "link", "add", name, "type", "veth", "peer", "name", name, "netns", built.place(other))
    for where, mine in ((one, address), (other, other_address)):
        built.do(where, "addr", "add", mine, "dev", name)
        built.do(where, "link", "set", name, "up")


@contextmanager
def in_network(name: str) -> Iterator[None]:
    """This thread in another network; a socket that it makes there stays there."""
    libc = ctypes.CDLL(None, use_errno=True)
    home = os.open(f"/proc/self/task/{threading.get_native_id()}/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{name}", os.O_RDONLY)
    try:
        if libc.setns(there, _NETWORK):
            raise OSError(ctypes.get_errno(), "setns")
        yield
    finally:
        libc.setns(home, _NETWORK)
        os.close(there)
        os.close(home)


def answer_names(server: socket.socket, address: str) -> None:
    """A name server, in a thread until its socket is closed: every name has this address, and no other kind of one."""

    def serve() -> None:
        while True:
            try:
                question, asker = server.recvfrom(512)
                server.sendto(_named(question, address), asker)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()


def _named(question: bytes, address: str) -> bytes:
    """The answer of RFC 1035 to a question: one record for IPv4, none for any other kind."""
    end = question.index(b"\0", 12) + 5
    for_v4 = question[end - 4 : end - 2] == b"\0\x01"
    head = question[:2] + b"\x81\x80\0\x01" + (b"\0\x01" if for_v4 else b"\0\0") + b"\0\0\0\0"
    record = b"\xc0\x0c\0\x01\0\x01\0\0\0\x01\0\x04" + socket.inet_aton(address)
    return head + question[12:end] + (record if for_v4 else b"")
