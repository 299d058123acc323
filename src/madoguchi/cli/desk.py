"""`madoguchi desk`: the desk on this machine, and for the house where the administrator wants that, until it is stopped."""

import asyncio
import gc
import os
import socket
import ssl
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

import typer
import uvicorn

from madoguchi.base.settings import data_directory, load_settings
from madoguchi.cli.say import complain, whisper
from madoguchi.desk.app import create_app
from madoguchi.desk.context import Context
from madoguchi.desk.guardrails import LOOPBACK
from madoguchi.desk.house import hosts
from madoguchi.desk.lan import url_of
from madoguchi.desk.no_dumps import forbid_dumps

PORT: Final = 8765
"""Where the desk is found if nobody says otherwise."""

PATIENCE_SECONDS: Final = 3
"""How long a request that is still running may take when the desk stops; live streams end at once."""


BACKLOG: Final = 2048
"""Connections that may wait to be taken, as the web server has it by default."""

HANDSHAKE_SECONDS: Final = 10
"""How long a device may take to agree on TLS; who only connects holds nothing for long."""

GOODBYE_SECONDS: Final = 1


def command(
    host: Annotated[
        str, typer.Option(help="127.0.0.1, ::1 or localhost; another only after the administrator opened it to the house")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port; 0 takes a free one", min=0, max=65535)] = PORT,
    data: Annotated[Path | None, typer.Option(help="data directory; else $MADOGUCHI_DATA, else the user's")] = None,
    forget_administrator: Annotated[
        bool,
        typer.Option("--forget-administrator", help="forget the administrator's passphrase first; the ledger stays sealed"),
    ] = False,
) -> None:
    """Start the desk."""
    forbid_dumps()
    folder = data_directory(data)
    door = _door(_here(host, folder), port)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        complain("no-data-directory", "--data")
    # Facts and words live as long as the desk: looked through for garbage neither while they are read nor ever after.
    gc.disable()
    app = create_app(folder)
    if forget_administrator:
        _forget(app.state.context)
    gc.freeze()
    gc.enable()
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=PATIENCE_SECONDS,
        # Nothing stands before the desk: who writes of somebody else in a header is believed nowhere.
        proxy_headers=False,
    )
    Server(config, app.state.context, _address(door)).run([door])


def _forget(context: Context) -> None:
    """Nobody is administrator any more; the log tells. Whoever may write the data directory can always do this."""
    if context.records.administration.forget():
        context.records.audit(context.clock(), "", "command-line", "passphrase-forgotten")


def _here(host: str, folder: Path) -> str:
    """The host of this machine's own door. Another is taken only where it is the one the administrator opened."""
    if host in LOOPBACK:
        return host
    lan = load_settings(folder).lan
    if not lan.on or host not in hosts(lan):
        complain("not-loopback", "--host")
    return "127.0.0.1"


def _door(host: str, port: int) -> socket.socket:
    """A listening socket, taken before anything else so that a desk that runs already is noticed at once."""
    try:
        return _listening("127.0.0.1" if host == "localhost" else host, port)
    except OSError:
        complain("port-busy", f"--port {port}")


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sends small answers at once only on sockets that say they are TCP.
    door = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # On Windows this option would let two desks share a port; elsewhere it lets a restart take it back at once.
    if sys.platform != "win32":
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(BACKLOG)
    except OSError:
        door.close()
        raise
    os.set_inheritable(door.fileno(), False)
    return door


def _address(door: socket.socket) -> str:
    host, port = door.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


class Server(uvicorn.Server):
    """The web server of the desk: says where it is, has a second door for the house, and ends live streams when it stops."""

    def __init__(self, config: uvicorn.Config, context: Context, address: str) -> None:
        """Serve `config`; `context` is the desk's, `address` is said when the desk is open."""
        super().__init__(config)
        self._context = context
        self._address = address
        self._house: asyncio.Server | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, open the door to the house if that is wanted, then say where."""
        await super().startup(sockets)
        if self.started:
            self._context.house.listener = self
            opened = await self._context.house.follow()
            whisper(self._address)
            if opened == "open":
                whisper(url_of(self._context.house.setting()))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams first: the server waits for open connections before the application hears of the end."""
        self._context.live.close()
        await super().shutdown(sockets)

    async def listen(self, address: str, port: int, tls: ssl.SSLContext) -> None:
        """Open the door to the house; raises OSError where that is not possible."""
        door = _listening(address, port)
        self._house = await asyncio.get_running_loop().create_server(
            self._receive,
            sock=door,
            ssl=tls,
            ssl_handshake_timeout=HANDSHAKE_SECONDS,
            # A device that does not say goodbye must not keep the desk from stopping.
            ssl_shutdown_timeout=GOODBYE_SECONDS,
            backlog=BACKLOG,
        )
        self.servers.append(self._house)

    def _receive(self) -> asyncio.Protocol:
        return self.config.http_protocol_class(  # type: ignore[call-arg]
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )

    async def stop_listening(self) -> None:
        """Shut the door to the house. What came in by it is refused from now on: the desk has no name there any more."""
        if self._house is not None:
            self._house.close()
            self.servers.remove(self._house)
            self._house = None

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take TERM and INT as a wish to stop, which is then done: the process ends well and not by the signal."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()
