"""The replica's centre over HTTP: a door for institutions with certificates, and one from inside the replica."""

import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import msgspec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from litestar import Litestar, Request, Response, get, post, put
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, JSONBody

from madoguchi.replica.authority.office import hand_out, keys_of
from madoguchi.replica.centre import machine
from madoguchi.replica.centre.desk import Ask, Desk
from madoguchi.replica.centre.door import PEER, opened
from madoguchi.replica.centre.faults import WRAPPERS, Effects, Unavailable
from madoguchi.replica.centre.machine import Refuse, Tell
from madoguchi.replica.centre.people import crowd, holders
from madoguchi.replica.centre.settings import BULK_SECONDS, LARGEST_BODY, LARGEST_BULK, PEOPLE, PERMISSION_KEY
from madoguchi.replica.centre.store import NotKeptError, Store
from madoguchi.replica.control import Turn, control, too_deep, unavailable
from madoguchi.replica.faults import Switches
from madoguchi.replica.world import World

STATUS = {"malformed": 422, "nobody": 404, "card-certificate": 422, "replayed": 409, "insurer-unknown": 409, "not-signed": 422}
"""The HTTP status of a refusal; every other is 403."""

Asked = Request[Any, Any, Any]


class Refused(msgspec.Struct, frozen=True):
    """Why nothing is told."""

    refused: str


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What shall be so of a person from now on."""

    registered: bool | None = None
    told: bool | None = None
    validity: str | None = None


class Permission(msgspec.Struct, frozen=True):
    """A question for the use of a card without its PIN, and the certificate it is for (base64)."""

    certificate: str
    institution: str = ""


class Certificate(msgspec.Struct, frozen=True):
    """A card's certificate, base64."""

    certificate: str


def prepare(world: World) -> None:
    """Write the people down, and hand the key for permissions over."""
    key = keys_of(world).get(PERMISSION_KEY).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    hand_out(world.folder("centre") / "certificate", {f"{PERMISSION_KEY}.key": key})
    store, today = Store(world.folder("centre")), world.began.date()
    store.fill([*holders(today), *crowd(world.seed, PEOPLE, today)])
    store.close()


def create_app(world: World, on: tuple[str, ...] = ()) -> Litestar:
    """The centre with these faults on from the start; the door for institutions opens with it."""
    switches: Switches[Effects] = Switches("centre", WRAPPERS, on)
    centre = Desk(world, Store(world.folder("centre")), switches)
    outside = Litestar(
        _institution_doors(centre),
        exception_handlers={NotKeptError: unavailable, RecursionError: too_deep},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=LARGEST_BODY,
    )

    @asynccontextmanager
    async def door(_app: Litestar) -> AsyncIterator[None]:
        async with opened(outside, world.port("centre-tls"), world.folder("centre") / "certificate"):
            yield

    return Litestar(
        [*_inside_doors(centre), control("centre", os.getpid(), switches)],
        lifespan=[door],
        on_shutdown=[centre.close],
        exception_handlers={NotKeptError: unavailable, RecursionError: too_deep},
        openapi_config=None,
        logging_config=None,
    )


def _said(answer: Tell | Refuse | None, good: int = 200) -> Response[Any]:
    if isinstance(answer, Refuse):
        return Response(Refused(answer.why), status_code=STATUS.get(answer.why, 403))
    return Response(answer, status_code=good)


def _let_in(centre: Desk, request: Asked, named: str) -> Response[Any] | None:
    """The refusal of a caller, or None where the caller may ask."""
    try:
        effects = centre.effects()
    except Unavailable:
        return Response(Refused("unavailable"), status_code=503)
    refused = machine.admit(centre.caller(request.scope["state"].get(PEER), effects), named)
    return None if refused is None else _said(refused)


def _institution_doors(centre: Desk) -> list[HTTPRouteHandler]:
    """What an institution may ask."""

    @post("/v1/permission", sync_to_thread=True, status_code=200)
    def permission(request: Asked, data: JSONBody[Permission]) -> Response[Any]:
        refused = _let_in(centre, request, data.institution)
        if refused is not None:
            return refused
        told = centre.permit(None, data.certificate)
        return _said(told) if isinstance(told, Refuse) else Response({"permission": told})

    @post("/v1/eligibility/card", sync_to_thread=True, status_code=200)
    def by_card(request: Asked, data: JSONBody[Ask]) -> Response[Any]:
        return _let_in(centre, request, data.institution) or _said(centre.by_card(data))

    @post("/v1/eligibility/number", sync_to_thread=True, status_code=200)
    def by_number(request: Asked, data: JSONBody[dict[str, str]]) -> Response[Any]:
        return _let_in(centre, request, data.get("institution", "")) or _said(centre.by_number(data))

    @post("/v1/eligibility/four-items", sync_to_thread=True, status_code=200)
    def by_items(request: Asked, data: JSONBody[dict[str, str]]) -> Response[Any]:
        named = data.get("institution", "")
        return _let_in(centre, request, named) or _said(centre.by_items(data, named))

    @put("/v1/consents/{check_in:str}", sync_to_thread=True)
    def consent(request: Asked, check_in: FromPath[str], data: JSONBody[dict[str, Any]]) -> Response[Any]:
        refused = _let_in(centre, request, str(data.get("institution", "")))
        if refused is None and centre.store.answered(check_in) is None:
            refused = _said(Refuse("nobody"))
        if refused is None:
            centre.store.consent(check_in, data)
        return refused or Response({"taken": True})

    @put("/v1/reference-numbers", sync_to_thread=True)
    def refer(request: Asked, data: JSONBody[dict[str, str]]) -> Response[Any]:
        return _let_in(centre, request, data.get("institution", "")) or _said(centre.refer(data))

    return [permission, by_card, by_number, by_items, consent, refer, *_bulk_doors(centre)]


class Bulk(msgspec.Struct, frozen=True):
    """A bulk question: people by the exchange's element names."""

    institution: str
    kind: str
    items: tuple[dict[str, str], ...]
    date: str = ""


def _bulk_doors(centre: Desk) -> list[HTTPRouteHandler]:
    """The doors for many people at once: hand in, and fetch."""

    @post("/v1/bulk", sync_to_thread=True, status_code=201)
    def hand_in(request: Asked, data: JSONBody[Bulk]) -> Response[Any]:
        refused = _let_in(centre, request, data.institution)
        if refused is None and (data.kind not in {"eligibility", "registration"} or len(data.items) > LARGEST_BULK):
            refused = _said(Refuse("malformed"))
        if refused is not None:
            return refused
        reception, key = secrets.token_hex(8), request.headers.get("idempotency-key", "")
        told = centre.store.take_bulk(key or reception, reception, msgspec.to_builtins(data), centre.now())
        return Response({"reception": told}, status_code=201)

    @get("/v1/bulk/{reception:str}", sync_to_thread=True)
    def fetch(request: Asked, reception: FromPath[str]) -> Response[Any]:
        kept = centre.store.bulk(reception)
        if kept is None:
            return _said(Refuse("nobody"))
        refused = _let_in(centre, request, kept[0]["institution"])
        if refused is not None:
            return refused
        if centre.now() - kept[1] < BULK_SECONDS:
            return Response({"working": True}, status_code=202)
        answer = centre.refer if kept[0]["kind"] == "registration" else centre.by_number
        return Response({"items": [{"search": one, **msgspec.to_builtins(answer(one))} for one in kept[0]["items"]]})

    return [hand_in, fetch]


def _inside_doors(centre: Desk) -> list[HTTPRouteHandler]:
    """What only the replica itself asks: the portal, the call centre, whoever prepares a rehearsal."""

    @post("/inside/first-registration", sync_to_thread=True, status_code=201)
    def register(data: JSONBody[Certificate]) -> Response[Any]:
        try:
            centre.effects()
        except Unavailable:
            return Response(Refused("unavailable"), status_code=503)
        refused = centre.register(data.certificate)
        return _said(refused) if refused else Response({"registered": True}, status_code=201)

    @put("/inside/people/{person:str}", sync_to_thread=True)
    def change(person: FromPath[str], data: JSONBody[Change]) -> Response[Any]:
        changed = centre.store.change(person, **msgspec.to_builtins(data))
        return Response(data) if changed else _said(Refuse("nobody"))

    @put("/inside/emergency/{institution:str}", sync_to_thread=True)
    def emergency(institution: FromPath[str], data: JSONBody[Turn]) -> Response[Any]:
        centre.store.open_emergency(institution, on=data.on)
        return Response(data)

    return [register, change, emergency]
