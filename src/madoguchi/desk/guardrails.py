"""Keeps strangers out: the desk is asked by its own names, its own pages alone may send, and every answer carries safe headers.

A web page from elsewhere can make a browser send requests to this machine. Two things give it away: the name it used to
reach us (`Host`, which also stops name rebinding) and the page it came from (`Origin`). Programs on this machine send no
`Origin`; that is accepted. The door to the house has names of its own, and TLS: what comes by one door never fits the other.
"""

from collections.abc import Callable
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from madoguchi.desk.refusals import PROBLEM_JSON, Refused

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names under which a machine knows itself."""

DEFAULT_PORTS: Final = {"http": 80, "https": 443}

BODY_LIMIT: Final = 2_500_000
"""Largest request body in bytes: the largest XML accepted, with room for its wrapping. Photo pages set their own."""

POLICY: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
"""Content security policy: no script stands in a page, and nothing comes from, or goes to, another machine."""

HEADERS: Final[dict[str, str]] = {
    "content-security-policy": "; ".join(POLICY),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""Set on every answer that does not say otherwise itself."""


def is_loopback(host: str) -> bool:
    """Whether a host given to `--host` stays on this machine."""
    return host in LOOPBACK


def _split(netloc: str, default_port: int) -> tuple[str, int] | None:
    try:
        parts = urlsplit(f"//{netloc}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if host is None or parts.username is not None or parts.path or parts.query or parts.fragment:
        return None
    return host, default_port if port is None else port


class Door(NamedTuple):
    """What a request came in by: its port, the names by which the desk is known there, and the scheme spoken there."""

    port: int
    names: frozenset[str] = LOOPBACK
    scheme: str = "http"


def host_matches(host: str, door: Door) -> bool:
    """Whether a `Host` header names the desk at the door it came in by."""
    found = _split(host, DEFAULT_PORTS[door.scheme])
    return found is not None and found[0] in door.names and found[1] == door.port


def origin_matches(origin: str, door: Door) -> bool:
    """Whether an `Origin` header is one of our own pages; `null` is not."""
    scheme, separator, rest = origin.partition("://")
    return bool(separator) and scheme == door.scheme and host_matches(rest, door)


def refusal(headers: dict[str, str], method: str, door: Door) -> Refused | None:
    """Why a request is refused, or None.

    Args:
        headers: header values by lower-case name.
        method: the HTTP method.
        door: what the request came in by.
    """
    if not host_matches(headers.get("host", ""), door):
        return Refused("forged-host")
    origin = headers.get("origin")
    if origin is not None and not origin_matches(origin, door):
        return Refused("foreign-origin")
    # A form sent without Origin by an older browser still says that it comes from another site.
    if method not in {"GET", "HEAD"} and headers.get("sec-fetch-site") in {"cross-site", "same-site"}:
        return Refused("foreign-origin")
    return None


def guarded(app: ASGIApp, say: Callable[[Refused], bytes], house: Callable[[], frozenset[str]] = frozenset[str]) -> ASGIApp:
    """The application behind the guard, every answer with HEADERS, refusals included.

    Args:
        app: the application.
        say: writes a refusal as problem details.
        house: the names by which devices of the house know the desk; none while its door is shut.
    """

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        async def safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = _look(scope, house)
        if refused is None:
            await app(scope, receive, safe)
        else:
            await ASGIResponse(body=say(refused), status_code=refused.status, media_type=PROBLEM_JSON)(scope, receive, safe)

    return answered


def is_house(scope: Scope) -> bool:
    """Whether a request came by the door to the house: that one alone speaks TLS."""
    return scope.get("scheme") == "https"


def _look(scope: Scope, house: Callable[[], frozenset[str]]) -> Refused | None:
    if scope["type"] != ScopeType.HTTP:
        return None
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    server = scope.get("server")
    names, scheme = (house(), "https") if is_house(scope) else (LOOPBACK, "http")
    door = Door((server[1] if server else None) or DEFAULT_PORTS[scheme], names, scheme)
    return refusal(headers, scope["method"], door)
