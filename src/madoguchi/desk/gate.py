"""Stands before every page: finds out who asks, and lets in, asks for a login, or sends to be paired.

What comes from this machine is let in without a look at the records, save the few places that are the administrator's.
"""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from anyio import to_thread
from litestar import Request
from litestar.datastructures import Cookie
from litestar.enums import ScopeType
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from madoguchi.base.clock import Clock
from madoguchi.desk.administrator import Gatekeeper
from madoguchi.desk.codes import hashed
from madoguchi.desk.guardrails import is_house
from madoguchi.desk.problem_details import is_for_people
from madoguchi.desk.rates import Rates
from madoguchi.desk.refusals import Refused
from madoguchi.desk.rights import HOMES, READING, Visitor, right_for, verdict
from madoguchi.records.devices import UNUSED, Devices
from madoguchi.records.errors import RecordsError

DEVICE: Final = "__Host-madoguchi-device"
LOGIN: Final = {False: "madoguchi-login", True: "__Host-madoguchi-login"}
"""Names of the cookies. The prefix makes browsers take them only from TLS and from this very host; without TLS, on this
machine, it cannot be had."""

VISITOR: Final = "visitor"
"""Where handlers find who asks, in the request's state."""

Refuse = Callable[[HTTPScope, Refused], ASGIResponse]


def visitor_of(request: Request[Any, Any, Any]) -> Visitor:
    """Who asks, as the gate found out."""
    found = request.scope["state"].get(VISITOR)
    return found if isinstance(found, Visitor) else Visitor()


def kept(scope: Scope, name: str) -> str:
    """The value of a cookie, or nothing."""
    for header, value in scope["headers"]:
        if header.lower() == b"cookie":
            for part in value.decode("latin-1").split(";"):
                key, _, found = part.strip().partition("=")
                if key == name:
                    return found
    return ""


def login_cookie(token: str, *, lan: bool) -> Cookie:
    """What opens a login again; without a token, what forgets it. It ends with the browser."""
    age = None if token else 0
    return Cookie(key=LOGIN[lan], value=token, max_age=age, httponly=True, samesite="strict", secure=lan)


def device_cookie(token: str) -> Cookie:
    """What a paired device keeps."""
    age = int(UNUSED.total_seconds())
    return Cookie(key=DEVICE, value=token, max_age=age, httponly=True, samesite="strict", secure=True)


class Gate:
    """Judges every request by the table of rights."""

    def __init__(self, keeper: Gatekeeper, devices: Devices, clock: Clock, refuse: Refuse) -> None:
        """Know the administrator and the devices; `refuse` says no in the form the asker understands."""
        self._keeper = keeper
        self._devices = devices
        self._clock = clock
        self._refuse = refuse
        self._rates = Rates()
        self._round = 0

    def look_again(self) -> None:
        """End the live streams of all devices: each comes back by itself and is judged anew. After a device was let go."""
        self._round += 1

    def before(self, app: ASGIApp) -> ASGIApp:
        """The application behind the gate."""

        async def gated(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != ScopeType.HTTP:
                await app(scope, receive, send)
                return
            visitor, stopped = await self._judge(scope)
            if stopped is not None:
                await stopped(scope, receive, send)
                return
            scope.setdefault("state", {})[VISITOR] = visitor
            await app(scope, receive, self._cut(send) if visitor.lan and scope["path"].startswith("/live/") else send)

        return gated

    async def _judge(self, scope: HTTPScope) -> tuple[Visitor, ASGIResponse | None]:
        lan, path, method = is_house(scope), scope["path"], scope["method"]
        if not lan and not right_for(path, method).administrator:
            return Visitor(), None
        client = scope.get("client")
        if lan and not self._rates.take(client[0] if client else "", self._clock()):
            return Visitor(lan=True), self._refuse(scope, Refused("too-many"))
        try:
            visitor, chosen = await to_thread.run_sync(self._look, scope, lan)
        except RecordsError:
            return Visitor(lan=lan), self._refuse(scope, Refused("read-only"))
        found = verdict(path, method, visitor, chosen=chosen)
        return visitor, None if found == "open" else self._answer(scope, found, visitor)

    def _look(self, scope: HTTPScope, lan: bool) -> tuple[Visitor, bool]:  # noqa: FBT001 - handed through to a thread
        visitor = Visitor(lan=lan)
        token = kept(scope, DEVICE) if lan else ""
        device = self._devices.known(hashed(token), self._clock()) if token else None
        if device is not None:
            visitor = Visitor(lan=True, device=device.id, name=device.name, role=device.role, desk=device.desk)
        login = kept(scope, LOGIN[lan])
        # A login is looked at only where one is needed: a staff screen that is merely open keeps none alive.
        if login and right_for(scope["path"], scope["method"]).administrator and (device is not None or not lan):
            is_in = self._keeper.recognises(login, visitor.device)
            visitor = Visitor(lan, visitor.device, visitor.name, visitor.role, visitor.desk, administrator=is_in)
        return visitor, self._keeper.exists()

    def _answer(self, scope: HTTPScope, found: str, visitor: Visitor) -> ASGIResponse:
        path = scope["path"]
        for_people = scope["method"] in READING and is_for_people(scope)
        if found == "pair":
            return _go("/pair") if for_people else self._refuse(scope, Refused("not-paired"))
        if found == "login":
            return _go(f"/login?{urlencode({'to': path})}") if for_people else self._refuse(scope, Refused("login-required"))
        if for_people and path == "/" and visitor.role is not None:
            return _go(home(visitor))
        return self._refuse(scope, Refused("not-for-this-device"))

    def _cut(self, send: Send) -> Send:
        begun, over = self._round, False

        async def checked(message: Message) -> None:
            nonlocal over
            if over:
                return
            if self._round != begun and message["type"] == "http.response.body":
                over = True
                message = {"type": "http.response.body", "body": b"", "more_body": False}
            await send(message)

        return checked


def home(visitor: Visitor) -> str:
    """The page a paired device begins with."""
    place = HOMES[visitor.role or "desk"]
    return f"{place}?{urlencode({'desk': visitor.desk})}" if visitor.desk and visitor.role != "photo" else place


def _go(where: str) -> ASGIResponse:
    return ASGIResponse(status_code=303, headers={"location": where, "cache-control": "no-store"})
