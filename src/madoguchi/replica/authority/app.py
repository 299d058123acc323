"""The replica's authorities over HTTP: answers for the status of certificates, lists, and an institution's next certificate."""

import os
from datetime import timedelta
from typing import Any, Final

import msgspec
from litestar import Litestar, Request, Response, get, post, put
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, JSONBody

from madoguchi.replica.authority.faults import REAL, WRAPPERS, Effects, Silent
from madoguchi.replica.authority.institutions import Issued
from madoguchi.replica.authority.machine import Keep, Refuse, Renew, Revoke, lasts_until, step
from madoguchi.replica.authority.office import Office, card_authorities, hand_out, pem
from madoguchi.replica.authority.settings import (
    FIRST,
    FIRST_AGO,
    FORMER,
    FORMER_AGO,
    REVOKED,
    REVOKED_AGO,
    SUPERSEDED,
    SUPERSEDED_AGO,
    TOLD_AGO,
)
from madoguchi.replica.authority.store import NotKeptError, Store
from madoguchi.replica.card.personas import personas
from madoguchi.replica.card.profile import USAGES, Usage
from madoguchi.replica.control import Turn, control, too_deep, unavailable
from madoguchi.replica.faults import Switches
from madoguchi.replica.world import World

LONGEST_QUESTION: Final = 4096
"""Bytes of the longest question for a status; a real one has about a hundred."""


class Pair(msgspec.Struct, frozen=True):
    """A certificate and its private key, PEM. All of it is the replica's own."""

    label: str
    certificate: str
    key: str


class Refused(msgspec.Struct, frozen=True):
    """Why nothing was done."""

    refused: str


def prepare(world: World) -> None:
    """Issue what every link needs before its first start.

    `terminal/certificate/`: institution, institution-former (ended), -revoked and -superseded, each .pem and .key;
    institution-ca.pem; institution.crl, which knows the revoked one and not yet the superseded one.
    `centre/certificate/`: centre.pem and .key, institution-ca.pem, card-ca.pem. `portal/certificate/`: card-ca.pem.
    """
    store = Store(world.folder("authority"))
    office = Office(world, store)
    began = world.began
    former_ends = began - timedelta(days=FORMER_AGO)
    store.keep(Issued(FORMER, former_ends - (lasts_until(former_ends) - former_ends), former_ends))
    begins = began - timedelta(days=FIRST_AGO)
    for label, ago in ((REVOKED, REVOKED_AGO), (SUPERSEDED, SUPERSEDED_AGO)):
        store.keep(Issued(label, begins, lasts_until(begins), began - timedelta(days=ago)))
    store.keep(Issued(FIRST, begins, lasts_until(begins)))
    institutions = office.institutions(REAL)
    office.make_ready(REAL)
    root, cards = pem(institutions.certificate("authority")), card_authorities(office.cards(REAL))
    own = {
        f"{name}.{kind}": data
        for name in (FIRST, FORMER, REVOKED, SUPERSEDED)
        for kind, data in (("pem", pem(institutions.certificate(name))), ("key", office.private(name)))
    }
    told = institutions.revoked((began - timedelta(days=TOLD_AGO)).replace(microsecond=0))
    hand_out(world.folder("terminal") / "certificate", {**own, "institution-ca.pem": root, "institution.crl": told})
    centre = {"centre.pem": pem(institutions.certificate("centre")), "centre.key": office.private("centre")}
    hand_out(world.folder("centre") / "certificate", {**centre, "institution-ca.pem": root, "card-ca.pem": cards})
    hand_out(world.folder("portal") / "certificate", {"card-ca.pem": cards})
    store.close()


def create_app(world: World, on: tuple[str, ...] = ()) -> Litestar:
    """The authorities with these faults on from the start."""
    store = Store(world.folder("authority"))
    office = Office(world, store)
    switches: Switches[Effects] = Switches("authority", WRAPPERS, on)
    office.make_ready(switches.under(REAL))
    doors = [*_answering(office, switches), *_issuing(office, store, switches)]
    return Litestar(
        [*doors, control("authority", os.getpid(), switches)],
        on_shutdown=[store.close],
        exception_handlers={NotKeptError: unavailable, RecursionError: too_deep},
        openapi_config=None,
        logging_config=None,
    )


def _answering(office: Office, switches: Switches[Effects]) -> list[HTTPRouteHandler]:
    """The doors that tell how certificates stand."""

    @post("/ocsp/{who:str}", status_code=200)
    async def status(who: FromPath[str], request: Request[Any, Any, Any]) -> Response[bytes]:
        effects = switches.under(REAL)
        question = await request.body()
        if len(question) > LONGEST_QUESTION:
            return Response(b"", status_code=413)
        try:
            effects.answers()
            answer = _answer(office, effects, who, question)
        except Silent:
            return Response(b"", status_code=503)
        except (ValueError, TypeError, KeyError):
            return Response(b"", status_code=400)
        return Response(answer or b"", status_code=200 if answer else 404, media_type="application/ocsp-response")

    @get("/crl/{who:str}", sync_to_thread=False)
    def revoked(who: FromPath[str]) -> Response[bytes]:
        effects, usage = switches.under(REAL), _usage(who)
        if usage is not None:
            return Response(office.cards(effects).revoked(usage, office.now()), media_type="application/pkix-crl")
        if who != "institution":
            return Response(b"", status_code=404)
        return Response(office.institutions(effects).revoked(office.now()), media_type="application/pkix-crl")

    return [status, revoked]


def _issuing(office: Office, store: Store, switches: Switches[Effects]) -> list[HTTPRouteHandler]:
    """The doors by which certificates are issued and revoked."""

    @post("/institution/renewal", sync_to_thread=False)
    def renew() -> Response[Pair | Refused]:
        effect = step(store.issued(), Renew(office.now()))
        if isinstance(effect, Refuse):
            return Response(Refused(effect.why), status_code=409)
        store.keep(effect.issued)
        label = effect.issued.label
        made = pem(office.institutions(switches.under(REAL)).certificate(label)).decode()
        return Response(Pair(label, made, office.private(label).decode()), status_code=201)

    @put("/institution/{label:str}/revocation", sync_to_thread=False)
    def revoke(label: FromPath[str]) -> Response[Issued | Refused]:
        effect = step(store.issued(), Revoke(label, office.now()))
        if isinstance(effect, Keep):
            store.keep(effect.issued)
            return Response(effect.issued)
        return Response(Refused(effect.why), status_code=404)

    @put("/cards/{persona:str}/revocation", sync_to_thread=False)
    def revoke_card(persona: FromPath[str], data: JSONBody[Turn]) -> Response[Turn | Refused]:
        if persona not in personas():
            return Response(Refused("unknown"), status_code=404)
        store.revoke_card(persona, revoked=data.on)
        return Response(data)

    return [renew, revoke, revoke_card]


def _usage(who: str) -> Usage | None:
    return next((usage for usage in USAGES if usage == who), None)


def _answer(office: Office, effects: Effects, who: str, question: bytes) -> bytes | None:
    """The answer of who is asked, or None where nobody has that name."""
    usage = _usage(who)
    if usage is not None:
        return office.cards(effects).status(usage, question, office.now)
    return office.institutions(effects).status(question, office.now()) if who == "institution" else None
