"""What is printed for an outage: the notice for the waiting room, numbered slips for patients, and the form 申立書."""

from typing import Final

import msgspec
from litestar import MediaType, get
from litestar.params import FromQuery
from markupsafe import Markup

from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.outage_view import address
from madoguchi.desk.patient_view import tag
from madoguchi.words.ruby import html
from madoguchi.words.translate import LANGUAGES

SHEETS: Final = (8, 16, 40)
"""How many slips can be printed with one press; four stand on a sheet of A4."""

LAST: Final = 9999

LINES: Final = ("why", "show", "paper", "letter", "phone", "same", "none", "help")
"""The lines of the notice below its calm line, in their order."""

SLIP: Final = ("title", "number", "lead", "name", "sex", "male", "female", "born", "address", "hand-in")


class Said(msgspec.Struct, frozen=True):
    """A text for patients in one language: its lines by name, with readings as ruby."""

    lang: str
    name: str
    calm: Markup
    lines: dict[str, Markup]


class Slips(msgspec.Struct, frozen=True):
    """The slips to print, and the links to others."""

    desk: str
    numbers: tuple[int, ...]
    more: tuple[tuple[int, str], ...]
    texts: tuple[Said, ...]


def said(context: Context, prefix: str, lines: tuple[str, ...], calm: str) -> tuple[Said, ...]:
    """A text in every language that has one."""
    words, facility = context.words, context.settings().facility_kind
    return tuple(
        Said(
            lang=tag(lang),
            name=lang,
            calm=html(words.text(f"{prefix}-{calm}", lang, facility=facility)),
            lines={line: html(words.text(f"{prefix}-{line}", lang, facility=facility)) for line in lines},
        )
        for lang in LANGUAGES
        if words.has(f"{prefix}-{calm}", lang)
    )


def slips_view(context: Context, desk: str, first: int, count: int) -> Slips:
    """Slips from a number on; without one, after the highest number that was typed in or would be printed before it."""
    first = max(1, min(first, LAST))
    count = max(1, min(count, max(SHEETS)))
    return Slips(
        desk=desk,
        numbers=tuple(range(first, first + count)),
        more=tuple((more, address("/outage/slips", desk, first=str(first + count), count=str(more))) for more in SHEETS),
        # Easy Japanese is Japanese for everybody: a small sheet needs no second one.
        texts=tuple(text for text in said(context, "slip", SLIP, "title") if text.name != "ja"),
    )


def next_slip(context: Context) -> int:
    """The number after the highest that was typed in during the outage that is open; 1 where none is."""
    outage = context.records.current_outage()
    rows = context.records.entries(outage.id) if outage else []
    return 1 + max((int(row.slip) for row in rows if row.slip and row.slip.isdecimal() and len(row.slip) <= 4), default=0)


@get("/outage/notice", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def notice_page(context: Here, desk: FromQuery[str] = "1") -> str:
    """The notice: on a screen, or on one sheet of A3."""
    texts = said(context, "waiting-notice", LINES, "calm")
    lang = context.settings().staff_language
    return context.render("outage_notice.html", lang, texts=texts, desk=name_of_place(desk))


@get("/outage/slips", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def slips_page(context: Here, desk: FromQuery[str] = "1", first: FromQuery[int] = 0, count: FromQuery[int] = SHEETS[0]) -> str:
    """Numbered slips that patients fill in themselves."""
    shown = slips_view(context, name_of_place(desk), first or next_slip(context), count)
    return context.render("outage_slips.html", context.settings().staff_language, view=shown)


@get("/outage/declaration", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def declaration_page(context: Here, desk: FromQuery[str] = "1") -> str:
    """The form 被保険者資格申立書 with every field (docs/protocol/outage.md#not-confirmed)."""
    settings = context.settings()
    return context.render(
        "outage_declaration.html", settings.staff_language, name=settings.facility_name, desk=name_of_place(desk)
    )


routes = [notice_page, slips_page, declaration_page]
