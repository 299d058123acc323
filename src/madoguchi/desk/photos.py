"""Our photos: pictures the clinic took of its own hub, plug and rack once, shown by the step that speaks of them."""

import os
import tempfile
from pathlib import Path
from typing import Annotated, Final

import msgspec
from litestar import MediaType, Response, get, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath
from litestar.response import Redirect

from madoguchi.desk.context import Context, Here
from madoguchi.desk.picture_bytes import MEDIA_TYPES, Kind, PictureRefused, cleaned
from madoguchi.desk.refusals import Refused
from madoguchi.desk.staff_view import Photo
from madoguchi.evidence.private_numbers import holds_my_number

SLOTS: Final = ("hub", "router", "plug", "rack", "reader-back", "terminal-power", "other-pc")
"""What can be photographed: the values of `Step.photo`."""

LIMIT: Final = 5_000_000
"""Largest picture kept, in bytes."""

NOTE_LIMIT: Final = 200
"""Longest note, in characters."""

_FORM_LIMIT: Final = LIMIT + 100_000
"""Largest form read: the picture, its note and the wrapping."""


def photo_for(data: Path, slot: str) -> Photo | None:
    """The clinic's picture for a slot with its note, or None where none was taken."""
    found = _picture(data, slot)
    if found is None:
        return None
    path, _kind = found
    try:
        changed = path.stat().st_mtime_ns
        note = _note(data, slot).read_text("utf-8")
    except FileNotFoundError:
        note, changed = "", 0
    return Photo(url=f"/photos/{slot}?v={changed}", note=note)


def photos_changed(data: Path) -> int:
    """A number that changes with every picture and note that is kept or forgotten."""
    try:
        return (data / "photos").stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def save_photo(data: Path, slot: str, content: bytes | None, note: str) -> None:
    """Keep a picture, without what says where and when it was taken, and its note.

    Args:
        data: the data directory.
        slot: one of SLOTS.
        content: the file as it came; None keeps the present picture and changes only the note.
        note: what staff should know about it.

    Raises:
        PictureRefused: the file is no JPEG, PNG or WebP, or is not whole.
    """
    folder = data / "photos"
    if content is not None:
        kind, picture = cleaned(content)
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{slot}.{kind}", picture)
        for other in MEDIA_TYPES:
            if other != kind:
                (folder / f"{slot}.{other}").unlink(missing_ok=True)
    if _picture(data, slot) is not None:
        _write(_note(data, slot), note.encode())


def remove_photo(data: Path, slot: str) -> None:
    """Forget a picture and its note."""
    for path in (*((data / "photos" / f"{slot}.{kind}") for kind in MEDIA_TYPES), _note(data, slot)):
        path.unlink(missing_ok=True)


def _picture(data: Path, slot: str) -> tuple[Path, Kind] | None:
    if slot not in SLOTS:
        return None
    paths = ((data / "photos" / f"{slot}.{kind}", kind) for kind in MEDIA_TYPES)
    return next(((path, kind) for path, kind in paths if path.is_file()), None)


def _note(data: Path, slot: str) -> Path:
    return data / "photos" / f"{slot}.txt"


def _write(path: Path, content: bytes) -> None:
    """Either the old file or the new one stands there, whatever happens meanwhile."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="new-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)


class Slot(msgspec.Struct, frozen=True):
    """One thing to photograph, as the page shows it; `trouble` is what was wrong with the last try."""

    id: str
    name: str
    how: str
    photo: Photo | None
    trouble: str = ""


class PhotoForm(msgspec.Struct):
    """What is sent: a picture, a note, or the wish to forget both."""

    slot: str
    note: str = ""
    remove: str = ""
    picture: UploadFile | None = None


def _page(context: Context, slot: str = "", trouble: str = "") -> str:
    around = context.around()
    slots = [
        Slot(
            one,
            around.text(f"photo-{one}"),
            around.text(f"photo-{one}.how"),
            photo_for(context.data, one),
            around.text(trouble) if trouble and one == slot else "",
        )
        for one in SLOTS
    ]
    return context.render("photos.html", around.settings.staff_language, slots=slots, limit=NOTE_LIMIT)


@get("/photos", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def photos_page(context: Here) -> str:
    """Every slot with its picture, its note and a form."""
    return _page(context)


@get("/photos/{slot:str}", sync_to_thread=True, include_in_schema=False)
def photo_file(context: Here, slot: FromPath[str]) -> Response[bytes]:
    """The picture itself."""
    found = _picture(context.data, slot)
    if found is None:
        raise Refused("not-found")
    path, kind = found
    return Response(path.read_bytes(), media_type=MEDIA_TYPES[kind])


@post("/photos", sync_to_thread=True, include_in_schema=False, request_max_body_size=_FORM_LIMIT)
def save(
    context: Here, data: Annotated[PhotoForm, Body(media_type=RequestEncodingType.MULTI_PART)]
) -> Redirect | Response[str]:
    """Keep or forget a picture; what cannot be kept is said beside its slot, and nothing changes."""
    if data.slot not in SLOTS:
        raise Refused("unknown-field", field="slot")
    if data.remove:
        remove_photo(context.data, data.slot)
        return Redirect("/photos", status_code=303)
    content = data.picture.file.read(LIMIT + 1) if data.picture is not None else b""
    trouble = _trouble(content, data.note)
    if not trouble:
        try:
            save_photo(context.data, data.slot, content or None, data.note.strip())
        except PictureRefused:
            trouble = "photo-not-a-picture"
        except OSError:
            trouble = "photo-not-kept"
    if trouble:
        return Response(_page(context, data.slot, trouble), media_type=MediaType.HTML, status_code=422)
    return Redirect(f"/photos#{data.slot}", status_code=303)


def _trouble(content: bytes, note: str) -> str:
    if len(content) > LIMIT:
        return "photo-too-large"
    if holds_my_number(note):
        return "field-my-number"
    return "photo-long-note" if len(note) > NOTE_LIMIT else ""


routes = [photos_page, photo_file, save]
