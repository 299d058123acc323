"""The replica's line: a router, a name service and relays to the far services (回線)."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar

from madoguchi.replica.control import control
from madoguchi.replica.faults import Switches
from madoguchi.replica.line.faults import REAL, WRAPPERS, Effects
from madoguchi.replica.line.relay import Doors
from madoguchi.replica.world import World


def create_app(world: World, on: tuple[str, ...] = ()) -> Litestar:
    """The line with these faults on from the start; its doors are open when the application has started."""
    switches: Switches[Effects] = Switches("line", WRAPPERS, on)
    doors = Doors(world, lambda: switches.under(REAL))

    @asynccontextmanager
    async def open_doors(_app: Litestar) -> AsyncIterator[None]:
        await doors.follow()
        yield
        await doors.shut()

    def feels() -> None:
        _following.add(asyncio.ensure_future(doors.follow()))

    _following: set[asyncio.Future[None]] = set()
    return Litestar(
        [control("line", os.getpid(), switches, feels)],
        lifespan=[open_doors],
        openapi_config=None,
        logging_config=None,
    )
