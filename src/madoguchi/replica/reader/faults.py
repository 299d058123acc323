"""What goes wrong at the reader: wrappers round everything it meets outside its machine, declared in `faults.toml`."""

from collections.abc import Callable, Mapping
from typing import Final, Literal

import msgspec
from PIL import Image

from madoguchi.replica.card.card import Card
from madoguchi.replica.card.contact import Lying, Spoilt
from madoguchi.replica.card.faults import chosen, on_card, on_contact
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.reader import damage
from madoguchi.replica.reader.settings import PROFILE
from madoguchi.replica.reader.trouble import Trouble
from madoguchi.wire.card.status import StatusWord

Over = Literal["", "dark", "frozen", "forgotten"]
"""What the screen shows whatever happens: nothing at all, always the same, or that somebody's card lies there."""

OTHER_PROFILE: Final = "replica-reader-2"
"""What a reader calls itself after its program was changed."""

B_TRIES: Final = 10
"""How often a reader that does not notice its misreading presents the digits (docs/protocol/card.md#counters)."""


class Effects(msgspec.Struct, frozen=True):
    """What the reader meets outside its machine.

    `card`: the card that is laid on it. `contact`: how the reader meets it. `face`: how the inner camera sees the card's face.
    `digits`: what it takes the digits for. `times`: how often it presents them. `scene`: how the camera sees who stands there.
    `typed`: what arrives of typed digits. `keypad`: whether the keypad lives. `profile`: what the reader takes itself for.
    `cable`: raises Trouble where nothing goes through. `screen`: what the screen shows whatever happens.
    """

    card: Callable[[str], CardInProcess]
    contact: Callable[[Lying], Lying] = lambda card: card
    face: Callable[[Image.Image], Image.Image] = lambda image: image
    digits: Callable[[str], str] = lambda digits: digits
    times: int = 1
    scene: Callable[[Image.Image], Image.Image] = lambda image: image
    typed: Callable[[str], str] = lambda digits: digits
    keypad: Callable[[], bool] = lambda: True
    profile: Callable[[], str] = lambda: PROFILE
    cable: Callable[[], None] = lambda: None
    screen: Callable[[], Over] = lambda: ""


Wrapper = Callable[[Effects], Effects]


class LiftedAtPhoto(Spoilt):
    """A card that answers until the photo is being read, and no more until it is laid down anew."""

    def __init__(self, card: Lying, pieces: int = 3) -> None:
        """Answer so many pieces of the card's face first."""
        super().__init__(card)
        self._face, self._left = False, pieces

    def transmit(self, command: bytes, /) -> bytes:
        """The card's answer, or none."""
        if command[:2] == b"\x00\xa4":
            self._face = command[5:] == b"\x00\x02"
        elif self._face and command[:2] == b"\x00\xb0":
            self._left -= 1
        return b"" if self._left < 0 else super().transmit(command)


class Garbling(Spoilt):
    """A reader that turns bits in everything it reads off a card."""

    def transmit(self, command: bytes, /) -> bytes:
        """The card's answer with its data turned round; the status arrives."""
        answer = super().transmit(command)
        return bytes(byte ^ 0x55 for byte in answer[:-2]) + answer[-2:] if command[:2] == b"\x00\xb0" else answer


class Weak(Spoilt):
    """A field too weak for a card to answer twice."""

    def __init__(self, card: Lying) -> None:
        """Nothing was answered yet."""
        super().__init__(card)
        self._count = 0

    def transmit(self, command: bytes, /) -> bytes:
        """The first answer; every second one is lost."""
        self._count += 1
        return super().transmit(command) if self._count % 2 else b""


class Unpermitting(Spoilt):
    """A card that refuses every permission."""

    def transmit(self, command: bytes, /) -> bytes:
        """The card's answer, or a refusal."""
        return StatusWord.CONDITIONS_NOT_MET.to_bytes(2) if command[:2] == b"\x80\xa2" else super().transmit(command)


def _change(**changes: object) -> Wrapper:
    return lambda effects: msgspec.structs.replace(effects, **changes)


def _met(meets: Callable[[Lying], Lying]) -> Wrapper:
    return lambda effects: msgspec.structs.replace(effects, contact=lambda card: meets(effects.contact(card)))


def _contact(fault: str) -> Wrapper:
    return _met(lambda card: on_contact(card, chosen((fault,))))


def _content(change: Callable[[Card], Card]) -> Wrapper:
    return lambda effects: msgspec.structs.replace(
        effects, card=lambda persona: CardInProcess(change(effects.card(persona).card))
    )


def _on_card(fault: str) -> Wrapper:
    return _content(lambda card: on_card(card, chosen((fault,))))


def _lies(persona: str) -> Wrapper:
    return lambda effects: msgspec.structs.replace(effects, card=lambda _persona: effects.card(persona))


def _face(spoils: Callable[[Image.Image], Image.Image]) -> Wrapper:
    return lambda effects: msgspec.structs.replace(effects, face=lambda image: spoils(effects.face(image)))


def _scene(spoils: Callable[[Image.Image], Image.Image]) -> Wrapper:
    return lambda effects: msgspec.structs.replace(effects, scene=lambda image: spoils(effects.scene(image)))


def _typed(typed: Callable[[str], str]) -> Wrapper:
    return _change(typed=typed)


def _screen(shown: Over) -> Wrapper:
    return _change(screen=lambda: shown)


def _fails(reason: str) -> Callable[[], str]:
    def fail() -> str:
        raise Trouble(reason)

    return fail


def _swapped(card: Card) -> Card:
    """The card of somebody in the family: as good, and with a PIN of its own."""
    at = ("jpki", 0x0018)
    return msgspec.structs.replace(card, secrets={**card.secrets, at: card.secrets.get(at, b"0000")[::-1] + b""})


def _next(digits: str) -> str:
    """Every digit taken for the next one."""
    return "".join(str((int(digit) + 1) % 10) for digit in digits)


_CUT_CABLE: Final = _change(cable=_fails("link-lost"))
_NO_KEYPAD: Final = _change(keypad=lambda: False)
_LIFTED: Final = _met(LiftedAtPhoto)
_WEAK: Final = _met(Weak)

WRAPPERS: Final[Mapping[str, Wrapper]] = {
    "reader.card_not_seated": _contact("pulled=1"),
    "reader.card_covered": _contact("mute"),
    "reader.card_other_cards_with_it": _contact("empty-answer=0"),
    "reader.card_chip_silent": _contact("pulled=0"),
    "reader.hung": _contact("pulled=0"),
    "reader.coupling_weak": _WEAK,
    "reader.patient_other_card": _lies("licence"),
    "reader.patient_several_cards": _lies("transit"),
    "reader.desk_object_on_reader": _lies("residence"),
    "reader.card_not_brought": _lies("old"),
    "reader.patient_slip": _typed(lambda digits: digits[:-1] + _next(digits[-1:])),
    "reader.patient_forgot": _typed(_next),
    "reader.patient_other_number": _typed(lambda digits: digits[::-1]),
    "reader.card_swapped_in_family": _content(_swapped),
    "reader.panel_misses_touch": _typed(lambda digits: digits[:1] + digits[:-1]),
    "reader.card_pin_locked": _on_card("pin-locked"),
    "reader.card_b_locked": _on_card("number-b-locked"),
    "reader.card_face_never_matched": _on_card("number-b-locked"),
    "reader.misreads_faces_of_cards": _change(digits=_next, times=B_TRIES),
    "reader.card_application_broken": _contact("jpki-fails"),
    "reader.answers_garbled": _met(Garbling),
    "reader.cable_loose": _CUT_CABLE,
    "reader.port_asleep": _CUT_CABLE,
    "reader.hung_link": _CUT_CABLE,
    "reader.electronics_failed": _CUT_CABLE,
    "reader.card_lifted_early": _LIFTED,
    "reader.card_covered_photo": _LIFTED,
    "reader.card_dirty_photo": _LIFTED,
    "reader.card_photo_damaged": _on_card("photo-damaged"),
    "reader.hung_photo": _LIFTED,
    "reader.coupling_weak_photo": _met(lambda card: LiftedAtPhoto(card, 1)),
    "reader.card_covered_face": _face(damage.covered),
    "reader.card_dirty": _face(damage.dirty),
    "reader.card_print_worn": _face(damage.worn),
    "reader.card_lies_askew": _face(damage.askew),
    "reader.glass_dirty": _face(damage.smeared),
    "reader.light_mirrors": _face(damage.mirrored),
    "reader.face_camera_failed": _face(damage.black),
    "reader.patient_outside_the_frame": _scene(damage.outside),
    "reader.patient_several_faces": _scene(damage.crowded),
    "reader.light_on_camera": _scene(damage.blinded),
    "reader.lens_dirty": _scene(damage.hazy),
    "reader.camera_hung": _scene(damage.stuck),
    "reader.camera_failed": _scene(damage.black),
    "reader.hung_keypad": _NO_KEYPAD,
    "reader.panel_wet": _NO_KEYPAD,
    "reader.panel_damaged": _NO_KEYPAD,
    "reader.card_permission_unanswered": _met(Unpermitting),
    "reader.program_changed": _change(profile=lambda: OTHER_PROFILE),
    "reader.settings_lost": _change(profile=_fails("profile-lost")),
    "reader.hung_settings": _change(profile=_fails("profile-lost")),
    "reader.patient_face_covered": _scene(damage.masked),
    "reader.card_photo_looks_different": _scene(damage.older),
    "reader.hung_frozen": _screen("frozen"),
    "reader.no_power": _screen("dark"),
    "reader.card_left_on_it": _screen("forgotten"),
}
