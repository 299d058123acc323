"""What hands can do at the reader, as programs and forms say it, and who may do what when."""

import base64
import binascii
from collections.abc import Callable, Mapping
from typing import Final, Literal

import msgspec

from madoguchi.replica.card.personas import personas
from madoguchi.replica.reader import kiosk as at
from madoguchi.replica.reader import optics

NOBODY: Final = "nobody"
TWO: Final = "two"
"""Markers that are nobody's: an empty frame, and two people in it."""


class Hand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that somebody does; which fields belong to which `do` stands in docs/protocol/replica-reader.md#hands."""

    do: Literal[
        "place_card",
        "choose",
        "type_pin",
        "passcode",
        "picture",
        "register",
        "consent",
        "prescription",
        "take_card",
        "renew_cards",
    ]
    persona: str = ""
    method: at.Method | None = None
    pin: str = ""
    code: str = ""
    marker: str = ""
    file: str = ""
    agree: bool = True
    consents: tuple[at.Consent, ...] | None = None
    prescription: at.Form | None = None
    form: at.Form | None = None


def deed(hand: Hand, asked: tuple[at.Consent, ...]) -> at.Deed:
    """What somebody's hand means to the machine.

    Args:
        hand: what was done.
        asked: what the screen asks consent for; whoever names nothing agrees to all of it.

    Raises:
        Refused: it is not whole.
    """
    return DEEDS[hand.do](hand, asked)


def _placed(hand: Hand, _asked: tuple[at.Consent, ...]) -> at.Deed:
    if hand.persona not in personas():
        raise at.Refused("unknown-persona")
    return at.Placed(hand.persona)


def _chosen(hand: Hand, _asked: tuple[at.Consent, ...]) -> at.Deed:
    if hand.method is None:
        raise at.Refused("no-method")
    return at.Chosen(hand.method)


def _pin(hand: Hand, _asked: tuple[at.Consent, ...]) -> at.Deed:
    if not (len(hand.pin) == 4 and hand.pin.isascii() and hand.pin.isdigit()):
        raise at.Refused("four-digits")
    return at.PinTyped(hand.pin)


def _passcode(hand: Hand, _asked: tuple[at.Consent, ...]) -> at.Deed:
    return at.PasscodeTyped(hand.code[:32])


def _picture(hand: Hand, _asked: tuple[at.Consent, ...]) -> at.Deed:
    if hand.marker:
        return at.Pictured(marked(hand.marker))
    try:
        data = base64.b64decode(hand.file, validate=True)
        optics.picture(data)
    except (binascii.Error, ValueError):
        raise at.Refused("no-picture") from None
    return at.Pictured(data)


def marked(marker: str) -> bytes:
    """The picture of a persona before the camera, of nobody, or of two.

    Raises:
        Refused: nobody has that name.
    """
    if marker in {NOBODY, TWO}:
        return optics.png(optics.standing(*((0, 1) if marker == TWO else ())))
    if marker not in personas():
        raise at.Refused("unknown-persona")
    return optics.png(optics.standing(personas()[marker].photo))


def _consent(hand: Hand, asked: tuple[at.Consent, ...]) -> at.Deed:
    return at.Consented(asked if hand.consents is None else hand.consents, hand.prescription)


def _form(hand: Hand, _asked: tuple[at.Consent, ...]) -> at.Deed:
    form = hand.form or hand.prescription
    if form is None:
        raise at.Refused("no-form")
    return at.FormChosen(form)


DEEDS: Final[Mapping[str, Callable[[Hand, tuple[at.Consent, ...]], at.Deed]]] = {
    "place_card": _placed,
    "choose": _chosen,
    "type_pin": _pin,
    "passcode": _passcode,
    "picture": _picture,
    "register": lambda hand, _asked: at.Agreed(hand.agree),
    "consent": _consent,
    "prescription": _form,
    "take_card": lambda _hand, _asked: at.Taken(),
}
"""By what is done; `renew_cards` is done to the tray and not to the machine."""
