"""The terminal's own screen for staff: mode, certificate, what lies over the screen, and how to restart."""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
from jinja2 import Environment
from litestar import MediaType, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.handlers import HTTPRouteHandler
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from madoguchi.base.clock import JAPAN
from madoguchi.replica.terminal.certificate import Mpki
from madoguchi.replica.terminal.checkin import Mode
from madoguchi.replica.terminal.codes import Failed
from madoguchi.replica.terminal.faults import Screen
from madoguchi.replica.terminal.running import Terminal
from madoguchi.words.translate import Words

Lang = Literal["ja", "en"]


class Wanted(msgspec.Struct, frozen=True):
    """The mode staff chose."""

    mode: Mode
    lang: Lang = "ja"


class Status(msgspec.Struct, frozen=True):
    """How the terminal is, as its screen shows it; `settings` is empty or why they cannot be used."""

    mode: Mode
    screen: Screen
    settings: str
    mpki: Mpki


@cache
def _template() -> Any:  # noqa: ANN401 - jinja's own
    return Environment(autoescape=True).from_string(
        files("madoguchi.replica.terminal").joinpath("page.html").read_text("utf-8")
    )


def page(terminal: Terminal, words: Words) -> list[HTTPRouteHandler]:
    """The doors for staff."""

    def now() -> Status:
        effects = terminal.effects
        try:
            terminal.settings(effects)
        except Failed as failed:
            return Status(effects.mode().mode, effects.screen(), failed.reason, terminal.mpki())
        return Status(effects.mode().mode, effects.screen(), "", terminal.mpki())

    @get("/", media_type=MediaType.HTML, sync_to_thread=True)
    def screen(lang: FromQuery[Lang] = "ja") -> str:
        status = now()
        ends = status.mpki.ends

        def say(message: str, **args: object) -> str:
            return words.text(f"replica-terminal-{message}", lang, **args)

        shown: str = _template().render(
            t=say,
            lang=lang,
            status=status,
            end=f"{ends.astimezone(JAPAN):%Y-%m-%d}" if ends else "",
            days=status.mpki.days_left,
            passcode=terminal.last_good().passcode,
        )
        return shown

    @get("/status", sync_to_thread=True)
    def status() -> Status:
        return now()

    @get("/mpki", sync_to_thread=True)
    def mpki() -> Mpki:
        return terminal.mpki()

    @post("/mode", sync_to_thread=True)
    def switch(data: Wanted = Body(media_type=RequestEncodingType.URL_ENCODED)) -> Redirect:  # noqa: B008 - litestar's way
        terminal.effects.switch(data.mode)
        return Redirect(f"/?lang={data.lang}")

    @post("/mode.json", status_code=200, sync_to_thread=True)
    def switch_by_machine(data: Wanted) -> Response[Status]:
        terminal.effects.switch(data.mode)
        return Response(now())

    return [screen, status, mpki, switch, switch_by_machine]
