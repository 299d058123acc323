"""Serves what a rehearsal needs on loopback, in threads of this process: the desk, the console, the page of a drill."""

import threading
import time
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Final

import msgspec
import uvicorn
from jinja2 import Environment, StrictUndefined
from litestar import Litestar, MediaType, get, post
from litestar.enums import RequestEncodingType
from litestar.handlers import HTTPRouteHandler
from litestar.params import Body
from litestar.response import Redirect

from madoguchi.desk.context import Context
from madoguchi.rehearsal.drill import Debrief, Steps
from madoguchi.words.translate import Words

LOOPBACK: Final = "127.0.0.1"
PATIENCE_SECONDS: Final = 180.0
"""How long an application may take to start: a console starts a whole chain."""


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
    context = getattr(app.state, "context", None)
    if not isinstance(context, Context):
        raise TypeError(context)
    return context


class Drill(msgspec.Struct):
    """A drill that is going on: where its doors are, what can be done, what was done, and what is told at the end."""

    kiosk: str
    desk: str
    choices: dict[str, tuple[str, ...]]
    act: Callable[[str], str]
    end: Callable[[Steps], Debrief]
    done: Steps = ()
    told: Debrief | None = None


class Pressed(msgspec.Struct, frozen=True):
    """A button of the page."""

    step: str = ""


@cache
def _page() -> Any:  # noqa: ANN401 - jinja's own
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.from_string(files("madoguchi.rehearsal").joinpath("drill.html").read_text("utf-8"))


def drill_app(drill: Drill, words: Words, lang: str) -> Litestar:
    """The page of a drill; it works without a script."""
    return Litestar(_doors(drill, words, lang), openapi_config=None, logging_config=None)


def _doors(drill: Drill, words: Words, lang: str) -> list[HTTPRouteHandler]:
    def text(message: str, **args: object) -> str:
        return words.text(f"rehearsal-{message}", lang, **args)

    @get("/", media_type=MediaType.HTML, sync_to_thread=True)
    def page() -> str:
        cause = drill.told.cause.replace(".", "-") if drill.told else ""
        shown: str = _page().render(
            t=text,
            lang=lang,
            kiosk=drill.kiosk,
            desk=drill.desk,
            choices=drill.choices,
            done=drill.done,
            told=drill.told,
            cause_text=words.text(f"cause-{cause}", lang) if cause else "",
            step_text=lambda step: words.text(f"step-{step}", lang),
        )
        return shown

    @post("/act", sync_to_thread=True)
    def act(data: Annotated[Pressed, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Redirect:
        known = {step for steps in drill.choices.values() for step in steps}
        if data.step in known and drill.told is None:
            drill.done = (*drill.done, (data.step, drill.act(data.step)))
        return Redirect("/", status_code=303)

    @post("/done", sync_to_thread=True)
    def done() -> Redirect:
        if drill.told is None:
            drill.told = drill.end(drill.done)
        return Redirect("/", status_code=303)

    return [page, act, done]
