"""Issues a persona's card: keys, certificates, records and secrets put where the layout wants them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

import msgspec
from msgspec.structs import replace

from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.card import (
    Application,
    Card,
    Elementary,
    File,
    Issued,
    Key,
    Other,
    Records,
    Secret,
    Signer,
    fresh,
)
from madoguchi.replica.card.dates import dates_of, number_b, printed
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.layout import ApplicationPlace, Kind, kinds, places
from madoguchi.replica.card.personas import Persona
from madoguchi.replica.card.records import HOLDS, Sources

RECORD_SIGNER: Final = "record-signer"
RECORD_ROOT: Final = "record-root"
"""Names of the keys that sign every card's records, and vouch for that key."""

NO_SIGNATURE: Final = {"jpki": frozenset({0x0001, 0x001A, 0x001B})}
"""What a card without a signature certificate does not have."""


def issue(persona: Persona, authority: Authority, keys: Keys, today: date) -> Card:
    """The persona's card, without power.

    Args:
        persona: whose card.
        authority: issues its certificates.
        keys: where its private keys come from; those that are missing are made (60 to 90 ms each).
        today: the day from which the persona's days are counted.
    """
    kind = kinds()[persona.kind]
    wanted = [places()[name] for name in kind.applications]
    atr = bytes.fromhex(kind.contactless_atr if persona.contactless and kind.contactless_atr else kind.atr)
    sources = _sources(persona, kind, authority, keys, today) if kind.token else None

    def content(name: str) -> bytes:
        # GET DATA gives the answer to a reset without its first byte (docs/protocol/card.md#reading).
        return atr[1:] if name == "atr" else HOLDS[name](sources) if sources else b""

    def signer(name: str) -> Signer:
        return keys.signer(f"{persona.id}-{name}")

    made = tuple(_application(place, _changes(place, kind, persona), content, signer) for place in wanted)
    issued = Issued(atr, made, kind.refusal, f"{persona.id} {today}".encode())
    named = {(place.id, secret.id): secret.name for place in wanted for secret in place.secret}
    known = _secrets(persona, today) if sources else {}
    card = fresh(issued, {at: known[name].encode() for at, name in named.items() if name in known})
    return replace(card, tries={at: min(persona.tries.get(named[at], left), left) for at, left in card.tries.items()})


class _Changes(msgspec.Struct, frozen=True):
    """How an application differs from its place in the layout: files that are not there, and files behind another guard."""

    gone: frozenset[int]
    guards: Mapping[int, tuple[int, ...]]


def _changes(place: ApplicationPlace, kind: Kind, persona: Persona) -> _Changes:
    gone = frozenset(kind.without.get(place.id, ()))
    if not persona.signature:
        gone |= NO_SIGNATURE.get(place.id, frozenset())
    return _Changes(gone, kind.guards.get(place.id, {}))


def _secrets(persona: Persona, today: date) -> dict[str, str]:
    """Every secret by its name: what the persona chose, and the numbers that follow from the card."""
    dates = dates_of(persona, today)
    follow = {
        "number-a": persona.number,
        "number-b": number_b(persona, dates),
        "birth-key": printed(dates.born, gregorian=persona.prints_gregorian),
    }
    return {**persona.secrets, **follow}


def _sources(persona: Persona, kind: Kind, authority: Authority, keys: Keys, today: date) -> Sources:
    return Sources(
        persona=persona,
        dates=dates_of(persona, today),
        token=kind.token,
        user=authority.certificate(persona.id, "user"),
        user_ca=authority.own("user"),
        sign=authority.certificate(persona.id, "sign") if persona.signature else None,
        sign_ca=authority.own("sign"),
        card_modulus=keys.modulus(f"{persona.id}-card"),
        record_modulus=keys.modulus(RECORD_SIGNER),
        signer=keys.signer(RECORD_SIGNER),
        verifier=keys.signer(RECORD_ROOT),
    )


def _opens(secrets: Sequence[int] | None) -> frozenset[int] | None:
    return None if secrets is None else frozenset(secrets)


def _application(
    place: ApplicationPlace, changes: _Changes, content: Callable[[str], bytes], signer: Callable[[str], Signer]
) -> Application:
    guards = {**{one.id: one.opens for one in place.file}, **changes.guards}
    files: list[File] = [
        *(Elementary(one.id, content(one.holds), _opens(guards[one.id])) for one in place.file if one.id not in changes.gone),
        *(Records(one.id, tuple(map(content, one.holds)), _opens(one.opens)) for one in place.record),
        *(Secret(one.id, one.tries, one.form, one.length) for one in place.secret),
        *(Key(one.id, signer(one.signs), _opens(one.opens), one.answers) for one in place.key if one.id not in changes.gone),
        *map(Other, place.other),
    ]
    return Application(
        id=place.id,
        aid=bytes.fromhex(place.aid),
        files={one.id: one for one in files if one.id not in changes.gone},
        objects={tag: content(name) for tag, name in place.objects.items()},
        change=bytes.fromhex(place.change),
        own=signer(place.own) if place.own else None,
    )
