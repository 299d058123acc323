"""The door at which the reader hangs (USB): heartbeats, and check-ins step by step."""

import asyncio
import base64
import binascii
from collections.abc import Callable
from typing import Any, Final, TypeVar

import msgspec
from anyio import to_thread
from litestar import Request, Response, Router, delete, post
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, JSONBody

from madoguchi.replica.control import too_deep
from madoguchi.replica.proof import ProofRefusedError, certificate_of
from madoguchi.replica.terminal import checkin as ci
from madoguchi.replica.terminal.codes import Failed, code_of
from madoguchi.replica.terminal.running import LOG, RefusedError, Terminal, UnknownCheckInError

T = TypeVar("T")
Told = dict[str, Any]

WAIT_SECONDS: Final = 0.1
LONGEST_SIGNATURE: Final = 2048
HOLDING: Final = frozenset({"login", "update-running", "update-half", "frozen"})
"""Screens behind which a check-in waits until they go away."""


class Heartbeat(msgspec.Struct, frozen=True):
    """The reader lives: its profile, and whether its keypad does."""

    profile: str = ""
    keypad: bool = True


class Wish(msgspec.Struct, frozen=True):
    """A permission is asked for with the card's certificate."""

    certificate: str


class Passcode(msgspec.Struct, frozen=True):
    """The institution's passcode for 目視, as staff typed it at the reader."""

    code: str


def usb(terminal: Terminal) -> Router:
    """The doors under `/usb`."""

    def closed(_request: Request[Any, Any, Any]) -> Response[Told] | None:
        why = terminal.effects.usb()
        return Response({"refused": why}, status_code=503) if why else None

    doors = [_heartbeat(terminal), *_begin(terminal), *_go_on(terminal)]
    return Router(
        "/usb",
        route_handlers=doors,
        before_request=closed,
        exception_handlers={
            Failed: _failed,
            MemoryError: _memory,
            UnknownCheckInError: lambda _request, _error: Response({"refused": "unknown-check-in"}, status_code=404),
            RefusedError: _refused,
            HTTPException: _as_it_is,
            RecursionError: too_deep,
            Exception: _unforeseen,
        },
    )


def _heartbeat(terminal: Terminal) -> HTTPRouteHandler:
    @post("/heartbeat", status_code=200, sync_to_thread=False)
    def heartbeat(data: JSONBody[Heartbeat]) -> Told:
        effects, settings = terminal.effects, terminal.last_good()
        return {
            "mode": effects.mode().mode,
            "profile_expected": effects.profile(settings.profile),
            "keypad": data.keypad and effects.hears_keypad(),
        }

    return heartbeat


def _begin(terminal: Terminal) -> list[HTTPRouteHandler]:
    @post("/check-ins")
    async def begin() -> Told:
        begun = await _working(terminal, terminal.open)
        return {"check_in": begun.id, "challenge": begun.challenge, "mode": begun.switch.mode}

    @post("/check-ins/{name:str}/passcode", status_code=200, sync_to_thread=False)
    def passcode(name: FromPath[str], data: JSONBody[Passcode]) -> Told:
        if terminal.store.check_in(name) is None:
            raise UnknownCheckInError(name)
        return {"accepted": data.code == terminal.last_good().passcode}

    return [begin, passcode]


def _go_on(terminal: Terminal) -> list[HTTPRouteHandler]:
    async def happens(name: str, event: Callable[[int], ci.Event]) -> Told:
        return await _working(terminal, lambda: terminal.ask(name, event))

    @post("/check-ins/{name:str}/permission", status_code=200)
    async def permission(name: FromPath[str], data: JSONBody[Wish]) -> Told:
        _certificate(data.certificate)
        return await happens(name, lambda turns: ci.Permission(turns, data.certificate))

    @post("/check-ins/{name:str}/identified", status_code=200)
    async def identified(name: FromPath[str], data: JSONBody[ci.Identity]) -> Told:
        _certificate(data.certificate)
        _bytes(data.signature)
        return await happens(name, lambda turns: ci.Identified(turns, data))

    @post("/check-ins/{name:str}/registration", status_code=200)
    async def registration(name: FromPath[str]) -> Told:
        return await happens(name, ci.Registration)

    @post("/check-ins/{name:str}/consents", status_code=200)
    async def consents(name: FromPath[str], data: JSONBody[ci.Consent]) -> Told:
        return await happens(name, lambda turns: ci.Consented(turns, data))

    @delete("/check-ins/{name:str}", status_code=200)
    async def withdraw(name: FromPath[str]) -> Told:
        return await to_thread.run_sync(lambda: terminal.ask(name, lambda _turns: ci.Withdrawn()))

    return [permission, identified, registration, consents, withdraw]


async def _working(terminal: Terminal, work: Callable[[], T]) -> T:
    """Do something as soon as nothing lies over the screen."""
    while terminal.effects.screen() in HOLDING:  # noqa: ASYNC110 - a fault is switched in another thread
        await asyncio.sleep(WAIT_SECONDS)
    return await to_thread.run_sync(work)


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if len(text) <= LONGEST_SIGNATURE * 4 else b""
    except (binascii.Error, ValueError):
        raise RefusedError("malformed") from None


def _certificate(text: str) -> None:
    try:
        certificate_of(_bytes(text))
    except ProofRefusedError as refused:
        raise RefusedError(refused.reason) from None


def _failed(_request: Request[Any, Any, Any], failed: Failed) -> Response[Told]:
    told = {"code": code_of(failed.reason), "reason": failed.reason}
    LOG.warning("code %s: %s", told["code"], failed.reason)
    return Response({**told, "written": True} if failed.written else told, status_code=409)


def _memory(request: Request[Any, Any, Any], _error: MemoryError) -> Response[Told]:
    return _failed(request, Failed("memory-short"))


def _refused(_request: Request[Any, Any, Any], refused: RefusedError) -> Response[Told]:
    return Response({"refused": refused.why}, status_code=422)


def _as_it_is(_request: Request[Any, Any, Any], error: HTTPException) -> Response[Told]:
    return Response({"refused": "not-understood"}, status_code=error.status_code)


def _unforeseen(request: Request[Any, Any, Any], error: Exception) -> Response[Told]:
    LOG.error("unforeseen", exc_info=error)
    return _failed(request, Failed("worker-failed"))
