"""The page that looks at a photo of the reader's screen: what it may show, confirmed by one tap, or what was wrong."""

from typing import TYPE_CHECKING, Annotated, Any, Final
from urllib.parse import urlencode

import msgspec
from anyio import to_thread
from litestar import MediaType, Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from madoguchi.desk.answer import Around
from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import by_code, name_of_place
from madoguchi.desk.photo_upload import BODY_LIMIT, upload_in
from madoguchi.desk.reception import Reported
from madoguchi.desk.refusals import Refused
from madoguchi.desk.rights import Visitor
from madoguchi.desk.staff import home

if TYPE_CHECKING:
    from madoguchi.evidence.photo.reading import PhotoReading

CHOICES: Final = 3
"""Problems shown to choose from."""

Asked = Request[Any, Any, Any]
"""The photo itself: it is read from the request in memory."""


class Choice(msgspec.Struct, frozen=True):
    """A problem the photo may show; one tap opens it."""

    value: str
    code: str
    name: str
    why: str
    first: bool


class PhotoView(msgspec.Struct, frozen=True):
    """The page: a heading, what was wrong with the photo if anything, and what may be meant."""

    desk: str
    practice: bool
    device: bool
    available: bool
    title: str
    lines: tuple[str, ...]
    trouble: bool = False
    choices: tuple[Choice, ...] = ()
    opened: bool = False
    back: str = "/"


class Confirmed(msgspec.Struct):
    """One tap: the problem, or a code nobody knows."""

    problem: str
    desk: str = "1"
    practice: str = ""


def asking(context: Context, visitor: Visitor, desk: str, *, practice: bool, opened: bool = False) -> PhotoView:
    """The page before a photo."""
    around, available = context.around(), context.photo.available()
    title = "photo-search-opened" if opened else "photo-search-title" if available else "photo-search-without"
    lines = ("photo-search-lead", "photo-search-private") if available else ("photo-search-without-text",)
    return PhotoView(
        desk=desk,
        practice=practice,
        device=visitor.role == "photo",
        available=available,
        title=around.text(title),
        lines=tuple(around.text(line) for line in lines),
        opened=opened,
        back=home(desk, practice=practice),
    )


def result(page: PhotoView, reading: "PhotoReading", around: Around) -> PhotoView:
    """The page after a photo: at most three large choices, or kind words on what was wrong."""
    if reading.refused:
        reasons = (reading.refused, *reading.also)
        unknown = reading.refused == "unknown-code"
        told = tuple(around.text(f"photo-refused-{reason}", code=reading.code) for reason in reasons)
        # A code that nobody knows can be opened too: the desk keeps it and shows whom to ask.
        choice = Choice(reading.code, reading.code, around.text("problem-unknown-code.name"), "", first=True)
        return msgspec.structs.replace(
            page,
            title=around.text("photo-refused-title"),
            lines=told,
            trouble=True,
            choices=(choice,) if unknown else (),
        )
    choices = tuple(
        Choice(
            seen.code,
            seen.code,
            around.text(f"problem-{seen.code}.name"),
            around.text(f"photo-why-{seen.why}"),
            first=not reading.ask and place == 0,
        )
        for place, seen in enumerate(reading.problems[:CHOICES])
    )
    title = around.text("photo-search-which" if reading.ask else "photo-search-found")
    return msgspec.structs.replace(page, title=title, lines=(around.text("photo-search-confirm"),), choices=choices)


def drawn(context: Context, view: PhotoView) -> str:
    """The page as text."""
    return context.render("photo_search.html", context.settings().staff_language, view=view)


def _place(visitor: Visitor, desk: str) -> str:
    """A device for photos belongs to the desk it was paired for."""
    return name_of_place(visitor.desk if visitor.role == "photo" and visitor.desk else desk)


@get("/photo", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def photo_page(
    context: Here,
    visitor: Visitor,
    desk: FromQuery[str] = "1",
    practice: FromQuery[str] = "",
    opened: FromQuery[str] = "",
) -> str:
    """Take or choose a picture."""
    page = asking(context, visitor, _place(visitor, desk), practice=bool(practice), opened=bool(opened))
    return drawn(context, page)


@post("/photo", include_in_schema=False, request_max_body_size=BODY_LIMIT)
async def look_at_photo(request: Asked, context: Here, visitor: Visitor) -> Response[str]:
    """Read the picture and ask which is meant; nothing is opened and nothing is kept."""
    upload = await upload_in(request)
    desk = _place(visitor, upload.fields.get("desk") or "1")
    practice = bool(upload.fields.get("practice"))
    reading = await context.photo.read(upload.photo)

    def page() -> str:
        return drawn(context, result(asking(context, visitor, desk, practice=practice), reading, context.around()))

    return Response(await to_thread.run_sync(page), media_type=MediaType.HTML, status_code=200)


@post("/photo/open", sync_to_thread=True, include_in_schema=False)
def open_from_photo(
    context: Here,
    visitor: Visitor,
    data: Annotated[Confirmed, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Redirect:
    """The one tap: open what the person saw to be right."""
    if data.problem not in context.catalogue.problems and not data.problem.isdigit():
        raise Refused("unknown-problem")
    named, desk, practice = by_code(data.problem, context.catalogue), _place(visitor, data.desk), bool(data.practice)
    reader = context.settings().reader
    context.reception.report(Reported(named.problem, desk, "photo", reader, practice, named.observed))
    if visitor.role == "photo":
        return Redirect(f"/photo?{urlencode({'opened': 1})}", status_code=303)
    return Redirect(home(desk, practice=practice), status_code=303)


routes = [photo_page, look_at_photo, open_from_photo]
