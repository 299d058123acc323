"""The replica's portal over HTTP: registers a card as insurance card, once its insurer is known."""

import base64
import binascii
import os
from typing import Final

import httpx
import msgspec
from cryptography.x509 import Certificate
from litestar import Litestar, Response, get, post
from litestar.params import JSONBody

from madoguchi.replica.control import control, too_deep, unavailable
from madoguchi.replica.faults import Switches
from madoguchi.replica.portal.faults import WRAPPERS, Effects, Unavailable
from madoguchi.replica.portal.machine import Ask, Confirm, Refuse, Told, Wanted, told, wanted
from madoguchi.replica.portal.settings import PATIENCE_SECONDS
from madoguchi.replica.portal.store import NotKeptError, Store
from madoguchi.replica.proof import Holder, ProofRefusedError, Reason, authorities, holder
from madoguchi.replica.world import World

UNKNOWN_INSURER: Final = 409


class Registration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A card's certificate (DER), the challenge, and the card's signature over it, each base64."""

    certificate: str
    challenge: str
    signature: str


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Either that the card is registered, or why not."""

    registered: bool = False
    refused: str = ""


def create_app(world: World, on: tuple[str, ...] = ()) -> Litestar:
    """The portal with these faults on from the start."""
    store = Store(world.folder("portal"))
    known = authorities(world.folder("portal") / "certificate" / "card-ca.pem")
    switches: Switches[Effects] = Switches("portal", WRAPPERS, on)
    client = httpx.Client(timeout=PATIENCE_SECONDS, trust_env=False)
    real = Effects(store.knows, lambda certificate: _ask(client, world, certificate), store.keep)

    @post("/registrations", sync_to_thread=True)
    def register(data: JSONBody[Registration]) -> Response[Answer]:
        try:
            effect = _decide(switches.under(real), _proven(data, known), data)
        except Unavailable as unavailable:
            return Response(Answer(refused="unavailable"), status_code=unavailable.status)
        if isinstance(effect, Refuse):
            return Response(Answer(refused=effect.why), status_code=409 if effect.why == "insurer-unknown" else 422)
        return Response(Answer(registered=True), status_code=201)

    @get("/status", sync_to_thread=True)
    def status() -> Response[Answer]:
        try:
            switches.under(real).knows(0)
        except Unavailable as unavailable:
            return Response(Answer(refused="unavailable"), status_code=unavailable.status)
        return Response(Answer())

    return Litestar(
        [register, status, control("portal", os.getpid(), switches)],
        on_shutdown=[store.close, client.close],
        exception_handlers={NotKeptError: unavailable, RecursionError: too_deep},
        openapi_config=None,
        logging_config=None,
    )


def _proven(data: Registration, known: tuple[Certificate, ...]) -> Holder | Reason:
    """Who the card is, or why the proof is none."""
    try:
        certificate, signature, challenge = (
            base64.b64decode(part, validate=True) for part in (data.certificate, data.signature, data.challenge)
        )
        return holder(certificate, signature, challenge, known)
    except binascii.Error:
        return "malformed"
    except ProofRefusedError as refused:
        return refused.reason


def _decide(effects: Effects, proof: Holder | Reason, data: Registration) -> Confirm | Refuse:
    """Carry a wish through to its end.

    Raises:
        Unavailable: the portal or the centre behind it does not answer.
    """
    effect = wanted(Wanted(proof), known=isinstance(proof, Holder) and effects.knows(proof.serial))
    if isinstance(effect, Ask):
        effect = told(effect, effects.ask(base64.b64decode(data.certificate)))
    if isinstance(effect, Confirm) and effect.keep:
        effects.keep(effect.serial)
    return effect


def _ask(client: httpx.Client, world: World, certificate: bytes) -> Told:
    """What the centre says about the holder of a certificate.

    Raises:
        Unavailable: the centre gave no answer.
    """
    body = {"certificate": base64.b64encode(certificate).decode()}
    try:
        answer = client.post(f"{world.url('centre')}/inside/first-registration", json=body)
    except httpx.HTTPError:
        raise Unavailable(503) from None
    if answer.status_code == UNKNOWN_INSURER:
        return "insurer-unknown"
    if not answer.is_success:
        raise Unavailable(503)
    return "registered"
