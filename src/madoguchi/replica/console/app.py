"""The replica's console: the chain as a picture with each link's health, switches for faults, deeds, and time."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

import msgspec
from anyio import to_thread
from jinja2 import Environment, StrictUndefined
from litestar import Litestar, MediaType, Response, get, post, put
from litestar.enums import RequestEncodingType
from litestar.handlers import HTTPRouteHandler
from litestar.params import Body, FromPath, FromQuery, JSONBody
from litestar.response import Redirect

from madoguchi.replica.console.bench import Bench, Done, Link
from madoguchi.replica.control import Turn
from madoguchi.replica.faults import Fault, UnknownFaultError
from madoguchi.replica.supervisor import Supervisor, UnknownDeedError, deeds
from madoguchi.words.translate import Words, load_words

Lang = Literal["ja", "en"]

FARTHEST_DAYS: Final = 4000.0
"""How far the replica's time may be moved: past the end of every certificate."""


class Time(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many days the replica's time is ahead of real time."""

    days: float


class Refused(msgspec.Struct, frozen=True):
    """Why nothing was done, and what is known instead."""

    refused: str
    known: tuple[str, ...] = ()


class Press(msgspec.Struct, frozen=True):
    """A button of the page: `what` is fault, deed or time, `name` which, `on` as a word."""

    what: Literal["fault", "deed", "time"]
    name: str
    on: str = ""
    lang: Lang = "ja"


def create_app(bench: Bench, supervisor: Supervisor) -> Litestar:
    """The console of a chain; the chain is up while the application is."""

    @asynccontextmanager
    async def up(_app: Litestar) -> AsyncIterator[None]:
        try:
            await to_thread.run_sync(supervisor.start)
            yield
        finally:
            bench.close()
            await to_thread.run_sync(supervisor.stop)

    return Litestar(
        [*_for_machines(bench), *_for_people(bench, load_words())], lifespan=[up], openapi_config=None, logging_config=None
    )


def _tried(do: Callable[[], Any], known: Callable[[], tuple[str, ...]]) -> Response[Any]:
    try:
        return Response(do())
    except (UnknownFaultError, UnknownDeedError) as error:
        return Response(Refused(str(error.args[0]), known()), status_code=404)


def _for_machines(bench: Bench) -> list[HTTPRouteHandler]:
    """The doors for programs: everything a person can do here."""

    @get("/status", sync_to_thread=True)
    def status() -> tuple[Link, ...]:
        return bench.links()

    @get("/faults", sync_to_thread=False)
    def faults() -> list[Fault]:
        return list(bench.faults.values())

    @put("/faults/{name:str}", sync_to_thread=True)
    def turn(name: FromPath[str], data: JSONBody[Turn]) -> Response[Any]:
        return _tried(lambda: bench.turn(name, on=data.on), lambda: tuple(bench.faults))

    @post("/deeds/{deed:str}", sync_to_thread=True, status_code=200)
    def do(deed: FromPath[str]) -> Response[Any]:
        def done() -> Done:
            return bench.do(deed)

        return _tried(done, lambda: tuple(deeds()))

    @put("/time", sync_to_thread=True)
    def time(data: JSONBody[Time]) -> Response[Any]:
        if not -FARTHEST_DAYS <= data.days <= FARTHEST_DAYS:
            return Response(Refused("time"), status_code=422)
        bench.move_time(data.days)
        return Response(data)

    @post("/hands", sync_to_thread=True, status_code=200)
    def hands(data: JSONBody[dict[str, Any]]) -> Response[Any]:
        code, told = bench.hands(data)
        return Response(told, status_code=code)

    return [status, faults, turn, do, time, hands]


@cache
def _page() -> Any:  # noqa: ANN401 - jinja's own
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.from_string(files("madoguchi.replica.console").joinpath("page.html").read_text("utf-8"))


def _for_people(bench: Bench, words: Words) -> list[HTTPRouteHandler]:
    """The page, which works without a script."""

    @get("/", media_type=MediaType.HTML, sync_to_thread=True)
    def page(lang: FromQuery[Lang] = "ja") -> str:
        def say(message: str, **args: object) -> str:
            return words.text(f"replica-console-{message}", lang, **args)

        links = bench.links()
        shown: str = _page().render(
            t=say,
            lang=lang,
            links=links,
            on={name for link in links for name in link.faults},
            faults=sorted(bench.faults.values(), key=lambda fault: (fault.shows or "~", fault.id)),
            deeds=list(deeds()),
            reader=bench.world.url("reader"),
            days=bench.world.offset().days,
        )
        return shown

    @post("/press", sync_to_thread=True)
    def press(data: Press = Body(media_type=RequestEncodingType.URL_ENCODED)) -> Redirect:  # noqa: B008 - litestar's way
        if data.what == "fault" and data.name in bench.faults:
            bench.turn(data.name, on=data.on == "true")
        elif data.what == "deed" and data.name in deeds():
            bench.do(data.name)
        elif data.what == "time" and data.name.lstrip("-").isdigit() and abs(int(data.name)) <= FARTHEST_DAYS:
            bench.move_time(int(data.name))
        return Redirect(f"/?lang={data.lang}")

    return [page, press]
