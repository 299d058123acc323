"""The booklet: every code and topic on paper, as a page to print and as one file that opens from a disk without any desk."""

from collections.abc import Callable
from importlib.resources import files
from typing import Final

import msgspec
from jinja2 import Environment
from litestar import MediaType, Response, get
from markupsafe import Markup

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Answer, Around, Call, WayText, answer, way_text
from madoguchi.desk.booklet_decode import script
from madoguchi.desk.certificate import in_words
from madoguchi.desk.context import Here
from madoguchi.words.ruby import html
from madoguchi.words.translate import LOCALE

STYLES: Final = ("vendor/design-tokens.css", "booklet.css")
"""What the file carries in itself; the page links the same."""

Steps = Callable[[str], tuple[str, ...]]
"""Gives a problem's steps in the order in which they come when none of them helps."""


class Telephone(msgspec.Struct, frozen=True):
    """Whom to call, with the hours written out."""

    name: str
    phone: str
    hours: str
    contract: str
    say: str


class Shown(msgspec.Struct, frozen=True):
    """What staff points at for the patient, in one language: all is well, what to do, who helps otherwise."""

    lang: str
    calm: Markup
    rest: Markup


class Sheet(msgspec.Struct, frozen=True):
    """One problem on paper."""

    answer: Answer
    calls: tuple[Telephone, ...]
    patient: tuple[Shown, ...]


class Booklet(msgspec.Struct, frozen=True):
    """Everything the booklet holds: the ways to go on once in full, then codes, then topics."""

    facility: str
    made: str
    ways: tuple[WayText, ...]
    codes: tuple[Sheet, ...]
    topics: tuple[Sheet, ...]


def booklet(around: Around, steps: Steps) -> Booklet:
    """The booklet for a facility, in the language of `around`."""
    sheets = [_sheet(answer(problem, around, steps(problem)), around) for problem in sorted(around.catalogue.problems)]
    return Booklet(
        facility=around.settings.facility_name,
        made=in_words(around.now.astimezone(JAPAN).date(), around),
        ways=tuple(way_text(way, around) for way in around.catalogue.ways),
        codes=tuple(sheet for sheet in sheets if sheet.answer.kind == "code"),
        topics=tuple(sheet for sheet in sheets if sheet.answer.kind != "code"),
    )


def _sheet(told: Answer, around: Around) -> Sheet:
    shown = (Shown(LOCALE[lang], html(said.calm), html(f"{said.do} {said.else_}")) for lang, said in told.patient.items())
    return Sheet(told, tuple(_telephone(call, around) for call in told.calls), tuple(shown))


def _telephone(call: Call, around: Around) -> Telephone:
    known = [(days, spans) for days, spans in call.hours.items() if around.words.has(f"booklet-days-{days}", around.lang)]
    hours = "　".join(f"{around.text(f'booklet-days-{days}')} {spans}" for days, spans in known)
    return Telephone(call.name, call.phone, hours, call.contract, call.say)


def offline(around: Around, steps: Steps, templates: Environment) -> str:
    """The booklet as one file: its look inside it, nothing from elsewhere; its one script reads telephone words."""
    static = files("madoguchi.desk") / "static"
    style = "\n".join((static / name).read_text("utf-8") for name in STYLES)
    decode_data, decode_code = script(around)
    return templates.get_template("booklet_file.html").render(
        decode_data=decode_data,
        decode_code=decode_code,
        page_lang=around.lang,
        facility=around.settings.facility_kind,
        book=booklet(around, steps),
        style=Markup(style),  # noqa: S704 - our own style sheets
    )


@get("/booklet", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def booklet_page(context: Here) -> str:
    """The booklet to print."""
    around = context.around()
    book = booklet(around, lambda problem: context.policies.path(problem, around.settings.waiting))
    return context.render("booklet.html", around.lang, book=book)


@get("/booklet.html", sync_to_thread=True, include_in_schema=False)
def booklet_file(context: Here) -> Response[str]:
    """The booklet as a file to keep. Only to keep: its look stands inside it, which our own pages never allow."""
    around = context.around()
    text = offline(around, lambda problem: context.policies.path(problem, around.settings.waiting), context.templates)
    return Response(
        text, media_type=MediaType.HTML, headers={"content-disposition": 'attachment; filename="madoguchi-booklet.html"'}
    )


routes = [booklet_page, booklet_file]
