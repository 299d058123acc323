"""`madoguchi desk`: the desk on this machine, until it is stopped."""

import gc
import os
import socket
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

import typer
import uvicorn

from madoguchi.base.settings import data_directory
from madoguchi.cli.say import complain, whisper
from madoguchi.desk.app import create_app
from madoguchi.desk.guardrails import LOOPBACK
from madoguchi.desk.live import Live
from madoguchi.desk.no_dumps import forbid_dumps

PORT: Final = 8765
"""Where the desk is found if nobody says otherwise."""

PATIENCE_SECONDS: Final = 3
"""How long a request that is still running may take when the desk stops; live streams end at once."""


def command(
    host: Annotated[str, typer.Option(help="127.0.0.1, ::1 or localhost: only this machine")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port; 0 takes a free one", min=0, max=65535)] = PORT,
    data: Annotated[Path | None, typer.Option(help="data directory; else $MADOGUCHI_DATA, else the user's")] = None,
) -> None:
    """Start the desk."""
    forbid_dumps()
    if host not in LOOPBACK:
        complain("not-loopback", "--host")
    door = _door(host, port)
    folder = data_directory(data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        complain("no-data-directory", "--data")
    # Facts and words live as long as the desk: looked through for garbage neither while they are read nor ever after.
    gc.disable()
    app = create_app(folder)
    gc.freeze()
    gc.enable()
    config = uvicorn.Config(
        app, log_config=None, log_level="warning", access_log=False, timeout_graceful_shutdown=PATIENCE_SECONDS
    )
    Server(config, app.state.context.live, _address(door)).run([door])


def _door(host: str, port: int) -> socket.socket:
    """A listening socket, taken before anything else so that a desk that runs already is noticed at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sends small answers at once only on sockets that say they are TCP.
    door = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # On Windows this option would let two desks share a port; elsewhere it lets a restart take it back at once.
    if sys.platform != "win32":
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(("127.0.0.1" if host == "localhost" else host, port))
        door.listen(uvicorn.Config("").backlog)
    except OSError:
        door.close()
        complain("port-busy", f"--port {port}")
    os.set_inheritable(door.fileno(), False)
    return door


def _address(door: socket.socket) -> str:
    host, port = door.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


class Server(uvicorn.Server):
    """The web server of the desk: says where it is, and ends the live streams when it is told to stop."""

    def __init__(self, config: uvicorn.Config, live: Live, address: str) -> None:
        """Serve `config`; `live` holds the streams, `address` is said when the desk is open."""
        super().__init__(config)
        self._live = live
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, then say where."""
        await super().startup(sockets)
        if self.started:
            whisper(self._address)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams first: the server waits for open connections before the application hears of the end."""
        self._live.close()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take TERM and INT as a wish to stop, which is then done: the process ends well and not by the signal."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()
