"""Takes a photo out of a request, in memory alone: the framework would write a large upload to the disk."""

import re
from typing import Any, Final

import msgspec
from litestar import Request
from litestar.exceptions import HTTPException

from madoguchi.desk.picture_bytes import kind_of
from madoguchi.desk.refusals import Refused
from madoguchi.evidence.photo.picture import LIMIT

BODY_LIMIT: Final = LIMIT + 100_000
"""Largest request read, in bytes: the photo, its form and the wrapping."""

PARTS: Final = 20
FIELD_LIMIT: Final = 1_000
"""Parts of a form, and bytes of a field of text."""

_NAME: Final = re.compile(rb'[; ]name="?([^";\r\n]*)"?', re.IGNORECASE)
_FILE: Final = re.compile(rb"[; ]filename\*?=", re.IGNORECASE)
"""Of a part's Content-Disposition (RFC 7578 §4.2)."""


class Upload(msgspec.Struct, frozen=True):
    """What came: the photo, empty where none was chosen, and the other fields of the form."""

    photo: bytes
    fields: dict[str, str]


async def upload_in(request: Request[Any, Any, Any]) -> Upload:
    """The photo in a form, or a bare one.

    Raises:
        Refused: it is too large, or no form.
    """
    kind, options = request.content_type
    try:
        body = await request.body()
    except HTTPException as error:
        raise Refused("too-large" if error.status_code == 413 else "bad-json") from None
    if kind.startswith("image/"):
        return Upload(body, {})
    if kind != "multipart/form-data":
        raise Refused("unsupported-media")
    return parsed(body, options.get("boundary", ""))


async def photo_in(request: Request[Any, Any, Any]) -> bytes | None:
    """The photo that a program sends, in any part of a form; None where the request brings something else.

    Raises:
        Refused: it is too large, or no form.
    """
    kind = request.content_type[0]
    if not kind.startswith("image/") and kind != "multipart/form-data":
        return None
    upload = await upload_in(request)
    return upload.photo if kind.startswith("image/") or kind_of(upload.photo) is not None else None


def parsed(body: bytes, boundary: str) -> Upload:
    """The parts of a form (RFC 2046 §5.1.1): the first file that is not empty, and the fields of text.

    Raises:
        Refused: it is no form, or one without end.
    """
    _before, *parts = (b"\r\n" + body).split(b"\r\n--" + boundary.encode("latin-1", "replace"), PARTS + 1)
    if not boundary or not parts or not parts[-1].startswith(b"--"):
        raise Refused("bad-json")
    photo, fields = b"", dict[str, str]()
    for part in parts[:-1]:
        head, end, content = part.partition(b"\r\n\r\n")
        name = _NAME.search(head)
        if not end or name is None:
            raise Refused("bad-json")
        if _FILE.search(head):
            photo = photo or content
        else:
            fields[name[1].decode("utf-8", "replace")] = content[:FIELD_LIMIT].decode("utf-8", "replace")
    return Upload(photo, fields)
