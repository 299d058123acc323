"""Every fault of a card and of its contact by name, as `name` or `name=number` (docs/protocol/card.md#faults)."""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import msgspec
from msgspec.structs import replace

from madoguchi.replica.card import contact, spoiling
from madoguchi.replica.card.card import Card
from madoguchi.replica.card.contact import Lying
from madoguchi.replica.card.personas import Persona
from madoguchi.wire.card.applications import Application

MUTE: Final = bytes(40)
"""Longer than an answer to a reset may be (33 bytes): readers take the card for a mute one."""


class Fault(msgspec.Struct, frozen=True):
    """What a fault changes: the persona before the card is issued, the card, or its contact to the reader.

    `number`: how much, how many or how long, where nobody says so; its meaning stands beside the fault in FAULTS.
    """

    number: int = 0
    persona: Callable[[Persona, int], Persona] | None = None
    card: Callable[[Card, int], Card] | None = None
    contact: Callable[[Lying, int], Lying] | None = None


class UnknownCardFaultError(KeyError):
    """There is no fault of this name, or its number is none."""

    def __init__(self, written: str) -> None:
        """Keep what was written."""
        super().__init__(written)
        self.written = written


def _kind(kind: str) -> Fault:
    return Fault(persona=lambda one, _: replace(one, kind=kind))


def _tries(application: str, secret: int, left: int) -> Fault:
    return Fault(left, card=lambda card, number: spoiling.with_tries(card, application, secret, number))


def _content(application: str, file: int, change: Callable[[bytes], bytes]) -> Fault:
    return Fault(card=lambda card, _: spoiling.with_content(card, application, file, change))


def _without(application: str) -> Fault:
    return Fault(card=lambda card, _: spoiling.without(card, application))


def _failing(application: Application) -> Fault:
    return Fault(contact=lambda card, _: contact.Failing(card, application.aid))


def _without_user_certificate(card: Card, _: int) -> Card:
    card = spoiling.without_file(card, "jpki", 0x000A)
    return spoiling.with_content(card, "jpki", 0x0008, lambda content: content[:1] + b"\0" + content[2:])


FAULTS: Final[Mapping[str, Fault]] = {
    # The persona: days since the end, days since the revocation.
    "expired": Fault(200, persona=lambda one, number: replace(one, certificate_ends_in=-number)),
    "revoked": Fault(30, persona=lambda one, number: replace(one, revoked_ago=number)),
    "no-signature": Fault(persona=lambda one, _: replace(one, signature=False)),
    "phone": _kind("phone"),
    "old-card": _kind("old"),
    "licence": _kind("licence"),
    "residence": _kind("residence"),
    "transit": _kind("transit"),
    # Counters: tries left.
    "pin-tries": _tries("jpki", 0x0018, 1),
    "pin-locked": _tries("jpki", 0x0018, 0),
    "sign-tries": _tries("jpki", 0x001B, 1),
    "sign-locked": _tries("jpki", 0x001B, 0),
    "number-b-tries": _tries("face", 0x0012, 1),
    "number-b-locked": _tries("face", 0x0012, 0),
    "text-pin-tries": _tries("text", 0x0011, 1),
    "text-pin-locked": _tries("text", 0x0011, 0),
    # What is on the card.
    "jpki-missing": _without("jpki"),
    "face-missing": _without("face"),
    "text-missing": _without("text"),
    "certificate-missing": Fault(card=_without_user_certificate),
    "certificate-broken": _content("jpki", 0x000A, spoiling.broken),
    "certificate-padded": _content("jpki", 0x000A, spoiling.padded),
    "face-broken": _content("face", 0x0002, spoiling.broken),
    "photo-cut": _content("face", 0x0002, spoiling.photo_cut),
    "photo-damaged": _content("face", 0x0002, spoiling.photo_damaged),
    "photo-gone": _content("face", 0x0002, spoiling.photo_gone),
    "items-shifted": _content("text", 0x0002, spoiling.shifted),
    # The contact: commands before it happens, milliseconds.
    "jpki-fails": _failing(Application.JPKI),
    "face-fails": _failing(Application.FACE),
    "text-fails": _failing(Application.TEXT),
    "first-fails": Fault(contact=lambda card, _: contact.FirstFails(card)),
    "mute": Fault(contact=lambda card, _: contact.Spoken(card, lambda _: MUTE)),
    "broken-atr": Fault(contact=lambda card, _: contact.Spoken(card, lambda atr: b"\x00" + atr[1:])),
    "pulled": Fault(5, contact=contact.Pulled),
    "empty-answer": Fault(5, contact=contact.Stuttering),
    "slow": Fault(300, contact=lambda card, number: contact.Delayed(card, number / 1000, time.sleep)),
}
"""By name. One line is one cause; several can be on at once and are applied in the order in which they are named."""


def chosen(written: Iterable[str]) -> tuple[tuple[Fault, int], ...]:
    """Faults as somebody wrote them, each with its number.

    Raises:
        UnknownCardFaultError: one of them is none.
    """
    found = []
    for one in written:
        name, equals, number = one.partition("=")
        if name not in FAULTS or (equals and not (number.isascii() and number.isdigit())):
            raise UnknownCardFaultError(one)
        found.append((FAULTS[name], int(number) if equals else FAULTS[name].number))
    return tuple(found)


def on_persona(persona: Persona, faults: Iterable[tuple[Fault, int]]) -> Persona:
    """A persona as the faults leave it."""
    for fault, number in faults:
        persona = fault.persona(persona, number) if fault.persona else persona
    return persona


def on_card(card: Card, faults: Iterable[tuple[Fault, int]]) -> Card:
    """A card as the faults leave it."""
    for fault, number in faults:
        card = fault.card(card, number) if fault.card else card
    return card


def on_contact(card: Lying, faults: Iterable[tuple[Fault, int]]) -> Lying:
    """A card on a reader as the faults let the reader meet it."""
    for fault, number in faults:
        card = fault.contact(card, number) if fault.contact else card
    return card
