"""Reads the report in a request: JSON, a form, an upload, or a bare XML body."""

from dataclasses import dataclass
from typing import Any, Final

import msgspec
from litestar import Request
from litestar.datastructures import UploadFile
from litestar.exceptions import HTTPException
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema

from madoguchi.desk.intake import Report
from madoguchi.desk.refusals import Refused

KEY_LIMIT: Final = 200
"""Longest idempotency key, in characters."""

FORMS: Final = ("multipart/form-data", "application/x-www-form-urlencoded")
XML: Final = ("application/xml", "text/xml")

_TEXT: Final = Schema(type=[OpenAPIType.STRING, OpenAPIType.NULL])
_FIELDS: Final[dict[str, Schema]] = {
    "code": Schema(
        one_of=[
            Schema(type=OpenAPIType.STRING),
            Schema(type=OpenAPIType.INTEGER, minimum=0, maximum=999),
            Schema(type=OpenAPIType.NULL),
        ]
    ),
    "words": _TEXT,
    "file": _TEXT,
    "desk": _TEXT,
    "reader": _TEXT,
    "source": _TEXT,
    "practice": Schema(type=OpenAPIType.BOOLEAN),
}


def _body(fields: dict[str, Schema]) -> OpenAPIMediaType:
    return OpenAPIMediaType(schema=Schema(type=OpenAPIType.OBJECT, properties={**fields}, additional_properties=False))


@dataclass
class ReportOperation(Operation):
    """Tells the schema what `read_report` reads: the framework sees only the request."""

    def __post_init__(self) -> None:
        """Set the body by hand."""
        upload = _FIELDS | {"file": Schema(type=OpenAPIType.STRING, content_media_type="application/xml")}
        self.request_body = RequestBody(
            required=True, content={"application/json": _body(_FIELDS), "multipart/form-data": _body(upload)}
        )


async def read_report(request: Request[Any, Any, Any]) -> tuple[Report, bytes | None]:
    """The report in a request, and the bytes of its file where it has one.

    Raises:
        Refused: it cannot be read.
    """
    kind = request.content_type[0]
    if kind in XML:
        return Report(), await request.body()
    if kind in FORMS:
        return await _form(request)
    if kind not in ("", "application/json"):
        raise Refused("unsupported-media")
    return _with_file(_json(await request.body()))


def _json(body: bytes) -> Report:
    try:
        return msgspec.json.decode(body, type=Report)
    except msgspec.ValidationError as error:
        raise Refused("unknown-field", field=_field(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refused("bad-json") from None


async def _form(request: Request[Any, Any, Any]) -> tuple[Report, bytes | None]:
    try:
        form = await request.form()
    except (HTTPException, ValueError) as error:
        raise Refused("too-large" if getattr(error, "status_code", 400) == 413 else "bad-json") from None
    fields, content = dict(form), None
    uploaded = fields.get("file")
    if isinstance(uploaded, UploadFile):
        content = await uploaded.read()
        del fields["file"]
    try:
        report, text = _with_file(msgspec.convert(fields, Report, strict=False))
    except msgspec.ValidationError as error:
        raise Refused("unknown-field", field=_field(str(error))) from None
    return report, text if content is None else content


def _with_file(report: Report) -> tuple[Report, bytes | None]:
    # Text is decoded already: a byte order mark tells the reader so, whatever encoding the XML declares.
    return report, None if report.file is None else report.file.encode("utf-8-sig", "replace")


def _field(message: str) -> str:
    """The field a validation error is about, if it is one of ours: whatever else was sent is not repeated."""
    return next((name for name in Report.__struct_fields__ if message.endswith(f"$.{name}`")), "")


def idempotency_key(request: Request[Any, Any, Any]) -> str | None:
    """The request's `Idempotency-Key`, or None.

    Raises:
        Refused: it is empty or too long.
    """
    key = request.headers.get("idempotency-key")
    if key is not None and not 0 < len(key) <= KEY_LIMIT:
        raise Refused("unknown-field", field="Idempotency-Key")
    return key
