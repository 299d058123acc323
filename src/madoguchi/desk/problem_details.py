"""Says every refusal kindly, as problem details (RFC 9457) in Japanese and English; never repeats what was sent."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec
from litestar import MediaType, Request, Response
from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    SerializationException,
    ValidationException,
)
from litestar.response.base import ASGIResponse
from litestar.status_codes import HTTP_413_REQUEST_ENTITY_TOO_LARGE, HTTP_415_UNSUPPORTED_MEDIA_TYPE
from litestar.types import Scope

from madoguchi.base.log import logger
from madoguchi.base.settings import SettingsError
from madoguchi.desk.refusals import PROBLEM_JSON, CurrentStep, Refused
from madoguchi.guide.session import NotCurrentStep
from madoguchi.records.errors import LedgerRefused, RecordsError
from madoguchi.words.translate import Words

INTERNAL: Final = 500
"""From this status on it is our fault."""

RETRY_SECONDS: Final = "5"
"""When somebody who asked too often may ask again."""

_ABOUT: Final = frozenset({"unknown-incident", "unknown-outage", "unknown-entry"})
"""Reasons of the records that are about what was asked for, not about the file."""

_log = logger()


class Sentences(msgspec.Struct, frozen=True):
    """What it is, what became of it, and what to do now."""

    title: str
    detail: str
    remedy: str


class ProblemDetails(msgspec.Struct, frozen=True, omit_defaults=True):
    """RFC 9457 in Japanese, with the remedy apart, the English sentences beside it, and the current step where there is one."""

    type: str
    title: str
    status: int
    detail: str
    remedy: str
    en: Sentences
    field: str = ""
    step: CurrentStep | None = None


def sentences(kind: str, lang: str, words: Words) -> Sentences:
    """A refusal in words."""
    return Sentences(*(words.text(f"error-{kind}.{part}", lang) for part in ("title", "detail", "remedy")))


def details(refused: Refused, words: Words) -> ProblemDetails:
    """A refusal for programs and people."""
    japanese = sentences(refused.kind, "ja", words)
    return ProblemDetails(
        type=f"urn:madoguchi:error:{refused.kind}",
        title=japanese.title,
        status=refused.status,
        detail=japanese.detail,
        remedy=japanese.remedy,
        en=sentences(refused.kind, "en", words),
        field=refused.field,
        step=refused.step,
    )


def refusal_of(error: Exception) -> Refused:
    """What an exception means to somebody outside."""
    for kind, translate in _MEANINGS:
        if isinstance(error, kind):
            return translate(error)
    return Refused("internal")


def _http(error: HTTPException) -> Refused:
    by_status = {
        HTTP_413_REQUEST_ENTITY_TOO_LARGE: "too-large",
        HTTP_415_UNSUPPORTED_MEDIA_TYPE: "unsupported-media",
    }
    fallback = "bad-json" if error.status_code < 500 else "internal"
    return Refused(by_status.get(error.status_code, fallback))


def _field(error: ValidationException) -> Refused:
    extra = error.extra if isinstance(error.extra, list) else []
    names = [str(item.get("key", "")) for item in extra if isinstance(item, Mapping)]
    return Refused("unknown-field", field=next((name for name in names if name.isidentifier()), ""))


def _not_current(error: NotCurrentStep) -> Refused:
    current = error.current
    if current is None:
        return Refused("closed-incident")
    return Refused("not-current-step", step=CurrentStep(current.step, current.kind))


_MEANINGS: tuple[tuple[type[Exception], Callable[[Any], Refused]], ...] = (
    (Refused, lambda error: error),
    (NotCurrentStep, _not_current),
    (RecordsError, lambda error: Refused(error.reason if error.reason in _ABOUT else "read-only")),
    (LedgerRefused, lambda error: Refused(error.reason)),
    (SettingsError, lambda _error: Refused("broken-settings")),
    (NotFoundException, lambda _error: Refused("not-found")),
    (MethodNotAllowedException, lambda _error: Refused("method-not-allowed")),
    (ValidationException, _field),
    (SerializationException, lambda _error: Refused("bad-json")),
    (HTTPException, _http),
)
"""The first that fits counts."""


def written(refused: Refused, words: Words) -> bytes:
    """A refusal as problem details in JSON."""
    return msgspec.json.encode(details(refused, words))


def is_for_people(scope: Scope) -> bool:
    """Whether a person sits before a page, and not a program."""
    accepted = next((value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"accept"), "")
    return "text/html" in accepted and not scope["path"].startswith(("/api/", "/live/"))


def answered(scope: Scope, refused: Refused, words: Words, page: Callable[[str], str]) -> ASGIResponse:
    """A refusal before the application was asked, in the form the asker understands."""
    headers = {"retry-after": RETRY_SECONDS} if refused.kind == "too-many" else {}
    if is_for_people(scope):
        body, media_type = page(refused.kind).encode(), "text/html"
    else:
        body, media_type = written(refused, words), PROBLEM_JSON
    return ASGIResponse(body=body, status_code=refused.status, media_type=media_type, headers=headers)


def handler(words: Words, page: Callable[[str], str]) -> Callable[[Request[Any, Any, Any], Exception], Response[Any]]:
    """The application's one exception handler.

    Args:
        words: the sentences.
        page: draws a kind of refusal for somebody who sits at a screen; programs get problem details.
    """

    def refuse(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
        refused = refusal_of(error)
        if refused.status >= INTERNAL:
            _log.error("request_failed", route=request.scope["path"].split("/")[1][:20], error=type(error).__name__)
        if is_for_people(request.scope):
            return Response(page(refused.kind), status_code=refused.status, media_type=MediaType.HTML)
        headers = error.headers if isinstance(error, MethodNotAllowedException) else None
        return Response(written(refused, words), status_code=refused.status, media_type=PROBLEM_JSON, headers=headers)

    return refuse
