"""The replica's reader (顔認証付きカードリーダー) over HTTP: hands, the kiosk as data, and its screen in a browser."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromQuery, JSONBody

from madoguchi.replica.control import control
from madoguchi.replica.reader.drive import act
from madoguchi.replica.reader.hands import Hand
from madoguchi.replica.reader.kiosk import Refused
from madoguchi.replica.reader.page import page
from madoguchi.replica.reader.running import Reader
from madoguchi.replica.reader.view import Lang, View, view
from madoguchi.replica.world import World
from madoguchi.words.translate import Words, load_words


def create_app(world: World, on: tuple[str, ...] = ()) -> Litestar:
    """The reader with these faults on from the start."""
    reader, words = Reader(world, on), load_words()

    @asynccontextmanager
    async def at_work(_app: Litestar) -> AsyncIterator[None]:
        reader.start()
        yield
        await reader.stop()

    return Litestar(
        [*_for_machines(reader, words), *page(reader, words), control("reader", os.getpid(), reader.switches, reader.follow)],
        lifespan=[at_work],
        openapi_config=None,
        logging_config=None,
    )


def _for_machines(reader: Reader, words: Words) -> list[HTTPRouteHandler]:
    """The doors for programs: everything a person can do here, and everything they can see."""

    @get("/kiosk")
    async def kiosk(lang: FromQuery[Lang] = "ja") -> View:
        return view(reader, words, lang)

    @post("/hands", status_code=200)
    async def hands(data: JSONBody[Hand], lang: FromQuery[Lang] = "ja") -> Response[Any]:
        try:
            await act(reader, data)
        except Refused as refused:
            return Response({"refused": refused.why, "screen": reader.kiosk.screen}, status_code=409)
        return Response(view(reader, words, lang))

    return [kiosk, hands]
