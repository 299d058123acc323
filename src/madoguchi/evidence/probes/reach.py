"""Whether hosts can be reached: names looked up, TCP connections opened, all at once and within a time; nothing is sent."""

import errno
import ipaddress
import selectors
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any, Final, Literal

import msgspec

Answer = Literal["open", "refused", "unreachable", "silent"]
"""What a connection met: somebody listens; somebody is there and does not; a router or the system says no; nothing came."""

ALIVE: Final[frozenset[Answer]] = frozenset({"open", "refused"})
"""Answers that only a living host (or something that stands before it) gives."""

Naming = Literal["numeric", "found", "remembered", "no-such-name", "no-answer"]
"""How a name became an address: it was one; asked now; from before, since asking gave nothing; denied; nobody answered."""

CONNECT_SECONDS: Final = 2.0
RESOLVE_SECONDS: Final = 4.0

_UNDER_WAY: Final = {errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN, getattr(errno, "WSAEWOULDBLOCK", errno.EAGAIN)}
_REFUSED: Final = {errno.ECONNREFUSED, errno.ECONNRESET}
_SILENT: Final = {errno.ETIMEDOUT}


class Place(msgspec.Struct, frozen=True):
    """Where a host was looked for: `addresses` are (family, address) for a socket, none where its name gave none."""

    host: str
    naming: Naming
    addresses: tuple[tuple[int, tuple[Any, ...]], ...]


def parted(host: str, port: int) -> tuple[str, int]:
    """Name and port of `name`, `name:port`, `[v6]:port` or a bare IPv6 address; `port` where none is given."""
    name, colon, digits = host.rpartition(":")
    if host.endswith("]") or not colon or (":" in name and not name.endswith("]")):
        return host.strip("[]"), port
    return (name.strip("[]"), int(digits)) if digits.isdecimal() else (host, port)


def is_numeric(name: str) -> bool:
    """Whether a name is an address already."""
    try:
        ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True


def locate(host: str, kept: dict[str, Any]) -> Place:
    """The addresses of a host; those of an earlier time where its name cannot be asked for now.

    Args:
        host: `name:port`.
        kept: remembers addresses, under a key of this module's own.
    """
    name, port = parted(host, 80)
    known: dict[str, Any] = kept.setdefault("addresses", {})
    if not is_numeric(name):
        naming, addresses = _ask(name, port)
        if addresses:
            known[host] = addresses
            return Place(host, "found", addresses)
        if naming == "no-answer" and host in known:
            return Place(host, "remembered", known[host])
        return Place(host, naming, ())
    return Place(host, "numeric", _ask(name, port)[1])


def _ask(name: str, port: int) -> tuple[Naming, tuple[tuple[int, tuple[Any, ...]], ...]]:
    """The system's answer for a name. Its patience is longer than ours, so it is asked from a thread that may stay behind."""
    found: list[tuple[Naming, tuple[tuple[int, tuple[Any, ...]], ...]]] = []

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            found.append(("no-such-name" if error.errno in _NO_SUCH_NAME else "no-answer", ()))
        except (OSError, UnicodeError, OverflowError):
            found.append(("no-such-name", ()))
        else:
            found.append(("found", tuple((int(family), address) for family, _, _, _, address in answers)))

    asking = threading.Thread(target=ask, daemon=True, name="name resolution")
    asking.start()
    asking.join(RESOLVE_SECONDS)
    return found[0] if found else ("no-answer", ())


_NO_SUCH_NAME: Final = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}


def call(places: Sequence[Place], seconds: float = CONNECT_SECONDS) -> dict[str, Answer]:
    """What each host answers to a TCP connection, by host; those without an address are left out.

    Every address is called at once; a host answers as its best address does. Connections are closed as soon as they stand:
    nothing is sent, and what the other side sends is not read.
    """
    answers: dict[str, list[Answer]] = {place.host: [] for place in places if place.addresses}
    with ExitStack() as stack, selectors.DefaultSelector() as waiting:
        for place in places:
            for family, address in place.addresses:
                answer = _begin(stack, waiting, place.host, family, address)
                if answer is not None:
                    answers[place.host].append(answer)
        end = time.monotonic() + seconds
        while waiting.get_map() and (left := end - time.monotonic()) > 0:
            for key, _ in waiting.select(left):
                waiting.unregister(key.fileobj)
                connection: Any = key.fileobj
                answers[key.data].append(_answer(connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)))
        for key in list(waiting.get_map().values()):
            answers[key.data].append("silent")
    return {host: min(all_of, key=_BEST.index) for host, all_of in answers.items()}


_BEST: Final[tuple[Answer, ...]] = ("open", "refused", "silent", "unreachable")


def _begin(
    stack: ExitStack, waiting: selectors.BaseSelector, host: str, family: int, address: tuple[Any, ...]
) -> Answer | None:
    """Start one connection; its answer where it is known at once."""
    try:
        connection = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
        connection.setblocking(False)
        code = connection.connect_ex(address)
    except OSError as error:
        return _answer(error.errno or errno.EHOSTUNREACH)
    if code in _UNDER_WAY:
        waiting.register(connection, selectors.EVENT_WRITE, host)
        return None
    return _answer(code)


def _answer(code: int) -> Answer:
    if code == 0:
        return "open"
    if code in _REFUSED:
        return "refused"
    return "silent" if code in _SILENT else "unreachable"
