"""Calls the far services: asks the line for a name, calls the relay that it tells, and waits for an answer, not for long."""

import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import httpx
import msgspec

from madoguchi.replica.terminal.codes import Failed
from madoguchi.replica.world import LOOPBACK, World

Address = tuple[str, int]
Route = Callable[[Address], Address]

DOMAIN: Final = "chain.invalid"
ENOUGH: Final = 300
"""Characters of a name service's answer that are read."""


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
    """Keeps connections to the far services open between calls; a new certificate gets new ones."""

    def __init__(self, world: World) -> None:
        """Nothing is called yet."""
        self._world = world
        self._clients: dict[tuple[str, int], httpx.Client] = {}

    def ask(self, asked: Asked, call: Call) -> httpx.Response:
        """Call a service of the chain by its name.

        Raises:
            Failed: `line-no-name` or `line-unreached`: nothing was answered.
        """
        name = f"{asked.service}.{DOMAIN}"
        host, port = call.route(self.address(name, call))
        try:
            return self._client(call).request(
                asked.method,
                f"{asked.scheme}://{host}:{port}{asked.path}",
                json=asked.body,
                headers={"idempotency-key": asked.key} if asked.key else None,
                timeout=call.seconds,
                extensions={"sni_hostname": name},
            )
        except httpx.ConnectError as error:
            raise Failed("line-unreached") from error
        except httpx.HTTPError as error:
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

    def _client(self, call: Call) -> httpx.Client:
        key = ("", 0) if call.certificate is None else (str(call.certificate), call.certificate.stat().st_mtime_ns)
        if key not in self._clients:
            trusted = self._world.folder("terminal") / "certificate" / "institution-ca.pem"
            context = ssl.create_default_context(cafile=str(trusted)) if trusted.exists() else ssl.create_default_context()
            if call.certificate is not None:
                context.load_cert_chain(call.certificate, call.certificate.with_suffix(".key"))
            self._clients[key] = httpx.Client(verify=context, trust_env=False)
        return self._clients[key]

    def close(self) -> None:
        """Hang up."""
        for client in self._clients.values():
            client.close()


class Unanswered(Failed):
    """A connection was made and no answer came."""

    def __init__(self) -> None:
        """As for every call: the line."""
        super().__init__("line-unreached")
