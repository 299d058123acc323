"""The lookup by four items in an emergency, as a page and a door for machines; closed until the call centre opened it."""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
from jinja2 import Environment, StrictUndefined
from litestar import MediaType, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.handlers import HTTPRouteHandler
from litestar.params import Body, FromQuery, JSONBody

from madoguchi.replica.terminal.checkin import Eligibility
from madoguchi.replica.terminal.codes import Failed, code_of
from madoguchi.replica.terminal.page import Lang
from madoguchi.replica.terminal.running import Terminal
from madoguchi.words.translate import Words

CLOSED = "emergency-not-open"


class Items(msgspec.Struct, frozen=True):
    """What a person wrote down: kana or name, birth date as eight digits, sex as in table OQSCD, and address or insurer."""

    name: str
    born: str
    sex: Literal["1", "2", "3"]
    address: str = ""
    insurer: str = ""
    lang: Lang = "ja"


def look_up(terminal: Terminal, asked: Items) -> Eligibility:
    """What the centre says of this person.

    Raises:
        Failed: it is closed, or the terminal or the chain cannot work now.
    """
    _, services = terminal.ready(terminal.effects)
    return services.by_items({name: value for name, value in msgspec.to_builtins(asked).items() if name != "lang" and value})


@cache
def _template() -> Any:  # noqa: ANN401 - jinja's own
    made = Environment(autoescape=True, undefined=StrictUndefined)
    return made.from_string(files("madoguchi.replica.terminal").joinpath("items.html").read_text("utf-8"))


def items(terminal: Terminal, words: Words) -> list[HTTPRouteHandler]:
    """The page and the door."""

    def drawn(lang: Lang, found: Eligibility | None = None, refused: str = "") -> str:
        def say(message: str, **args: object) -> str:
            return words.text(f"replica-terminal-{message}", lang, **args)

        row = found.results[0] if found is not None and found.results else {}
        shown: str = _template().render(
            t=say,
            lang=lang,
            asked=found is not None,
            row=row,
            validity=found.validity if found is not None else "",
            refused=refused,
            closed=refused == CLOSED,
            code=code_of(refused) if refused else "",
        )
        return shown

    @get("/four-items", media_type=MediaType.HTML, sync_to_thread=True)
    def form(lang: FromQuery[Lang] = "ja") -> str:
        return drawn(lang)

    @post("/four-items", media_type=MediaType.HTML, status_code=200, sync_to_thread=True)
    def ask(data: Items = Body(media_type=RequestEncodingType.URL_ENCODED)) -> str:  # noqa: B008 - litestar's way
        try:
            return drawn(data.lang, look_up(terminal, data))
        except Failed as failed:
            return drawn(data.lang, refused=failed.reason)

    @post("/four-items.json", status_code=200, sync_to_thread=True)
    def ask_by_machine(data: JSONBody[Items]) -> Response[Any]:
        try:
            found = look_up(terminal, data)
        except Failed as failed:
            if failed.reason == CLOSED:
                return Response({"refused": "not-open"}, status_code=403)
            return Response({"code": code_of(failed.reason), "reason": failed.reason}, status_code=409)
        return Response({"validity": found.validity, "results": found.results})

    return [form, ask, ask_by_machine]
