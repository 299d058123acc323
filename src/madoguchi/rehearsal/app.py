"""Serves what a rehearsal needs on loopback, in a thread of this process."""

import threading
import time
from typing import Any, Final

import uvicorn
from litestar import Litestar

from madoguchi.desk.context import Context

LOOPBACK: Final = "127.0.0.1"
PATIENCE_SECONDS: Final = 60.0


class Served:
    """An application that answers on loopback, in a thread of this process."""

    def __init__(self, app: Any, port: int = 0) -> None:  # noqa: ANN401 - any ASGI application
        """Serve until `stop`.

        Raises:
            TimeoutError: it did not begin to answer.
        """
        config = uvicorn.Config(
            app,
            host=LOOPBACK,
            port=port,
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True, name="served")
        self._thread.start()
        until = time.monotonic() + PATIENCE_SECONDS
        while not self._server.started:
            if time.monotonic() > until or not self._thread.is_alive():
                raise TimeoutError("an application of the rehearsal did not start")
            time.sleep(0.01)
        self.address = f"http://{LOOPBACK}:{self._server.servers[0].sockets[0].getsockname()[1]}"

    def stop(self) -> None:
        """End it, and wait until it has ended."""
        self._server.should_exit = True
        self._thread.join(PATIENCE_SECONDS)


def context_of(app: Litestar) -> Context:
    """A desk's own context."""
    context = app.state.context
    if not isinstance(context, Context):
        raise TypeError(context)
    return context
