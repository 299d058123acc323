"""Calls the far services: asks the line for a name, calls the relay that it tells, and waits for an answer, not for long."""

import socket
import ssl
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, Final

import msgspec

from madoguchi.replica.calling import Address, Answer, Kept, NotAnsweredError, NotConnectedError, Question
from madoguchi.replica.terminal.codes import Failed
from madoguchi.replica.world import LOOPBACK, World

Route = Callable[[Address], Address]

DOMAIN: Final = "chain.invalid"
ENOUGH: Final = 300
"""Characters of a name service's answer that are read."""

ANYWHERE: Final = (LOOPBACK, 0)
"""Stands for any address where only the way there is asked for."""


class Call(msgspec.Struct, frozen=True):
    """How to call: through which network card, as whom, how long to wait."""

    route: Route
    seconds: float
    certificate: Path | None = None


class Asked(msgspec.Struct, frozen=True):
    """What is asked of which service. The same `key` does a thing only once."""

    service: str
    method: str
    path: str
    body: Any = None
    key: str = ""
    scheme: str = "https"


class Far:
    """Keeps connections to the far services open between calls; another certificate or another way there gets new ones.

    A name is looked up when a connection is made, as everywhere: who is still connected needs no name service.
    """

    def __init__(self, world: World) -> None:
        """Nothing is called yet."""
        self._world = world
        self._lines: dict[tuple[str, Address, str, int], Kept] = {}
        self._lock = Lock()

    def ask(self, asked: Asked, call: Call) -> Answer:
        """Call a service of the chain by its name.

        Raises:
            Failed: `line-no-name` or `line-unreached`: nothing was answered.
        """
        headers = {"content-type": "application/json"} | ({"idempotency-key": asked.key} if asked.key else {})
        content = None if asked.body is None else msgspec.json.encode(asked.body)
        try:
            return self._line(asked, call).ask(Question(asked.method, asked.path, content, headers), call.seconds)
        except NotConnectedError as error:
            raise Failed("line-unreached") from error
        except NotAnsweredError as error:
            raise Unanswered from error

    def address(self, name: str, call: Call) -> Address:
        """Where the line's name service says that a name is.

        Raises:
            Failed: `line-no-name` where it knows none, `line-unreached` where it does not answer.
        """
        try:
            asking = socket.create_connection(call.route((LOOPBACK, self._world.port("line-names"))), timeout=call.seconds)
            with asking, asking.makefile("rb") as answer:
                asking.sendall(f"{name}\n".encode())
                told = answer.readline(ENOUGH).decode("ascii", "replace").split()
        except OSError as error:
            raise Failed("line-unreached") from error
        if len(told) != 2 or told[0] != LOOPBACK or not told[1].isdigit():
            raise Failed("line-no-name" if told else "line-unreached")
        return told[0], int(told[1])

    def _line(self, asked: Asked, call: Call) -> Kept:
        shown = ("", 0) if call.certificate is None else (str(call.certificate), call.certificate.stat().st_mtime_ns)
        key = (asked.service, call.route(ANYWHERE), *shown)
        with self._lock:
            if key not in self._lines:
                name = f"{asked.service}.{DOMAIN}"
                tls = (self._context(call.certificate), name) if asked.scheme == "https" else None
                self._lines[key] = Kept(partial(self._found, name, call), tls)
            return self._lines[key]

    def _found(self, name: str, call: Call) -> Address:
        return call.route(self.address(name, call))

    def _context(self, certificate: Path | None) -> ssl.SSLContext:
        trusted = self._world.folder("terminal") / "certificate" / "institution-ca.pem"
        context = ssl.create_default_context(cafile=str(trusted)) if trusted.exists() else ssl.create_default_context()
        if certificate is not None:
            context.load_cert_chain(certificate, certificate.with_suffix(".key"))
        return context

    def close(self) -> None:
        """Hang up."""
        with self._lock:
            for line in self._lines.values():
                line.close()


class Unanswered(Failed):
    """A connection was made and no answer came."""

    def __init__(self) -> None:
        """As for every call: the line."""
        super().__init__("line-unreached")
