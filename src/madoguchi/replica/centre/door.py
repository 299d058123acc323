"""The centre's second door: mutual TLS on loopback, with the caller's certificate handed to the application."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Final

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from madoguchi.replica.centre.settings import KEPT_SECONDS
from madoguchi.replica.world import LOOPBACK

PEER: Final = "peer"
"""Where a request's state has the caller's certificate, DER."""

NO_CHECK_TIME: Final = ssl.VerifyFlags(0x200000)
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME: dates are looked at in the application, by the replica's time, not by the machine's."""


class _Showing(H11Protocol):
    """Tells the application whose certificate it was: uvicorn checks it and keeps it to itself."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Note the certificate that the handshake has verified."""
        super().connection_made(transport)
        shown = transport.get_extra_info("ssl_object")
        self.app_state = {**self.app_state, PEER: shown.getpeercert(binary_form=True) if shown else None}


class _Inner(uvicorn.Server):
    """A server beside another one in the same process, which already listens for signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them to the other one."""
        yield


@asynccontextmanager
async def opened(app: Any, port: int, folder: Path) -> AsyncIterator[None]:  # noqa: ANN401 - any ASGI application
    """The door with an application behind it, while it is open.

    Args:
        app: the application.
        port: where it listens, on loopback.
        folder: holds centre.pem, centre.key and institution-ca.pem.
    """
    config = uvicorn.Config(
        app,
        host=LOOPBACK,
        port=port,
        http=_Showing,
        log_level="error",
        access_log=False,
        lifespan="off",
        proxy_headers=False,
        timeout_keep_alive=KEPT_SECONDS,
        timeout_graceful_shutdown=1,
        ssl_certfile=str(folder / "centre.pem"),
        ssl_keyfile=str(folder / "centre.key"),
        ssl_ca_certs=str(folder / "institution-ca.pem"),
        ssl_cert_reqs=ssl.CERT_REQUIRED,
    )
    config.load()
    if config.ssl is not None:
        config.ssl.verify_flags |= NO_CHECK_TIME
    server = _Inner(config)
    serving = asyncio.create_task(server.serve())
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn tells by a flag alone
        await asyncio.sleep(0.005)
    try:
        yield
    finally:
        server.should_exit = True
        await serving
