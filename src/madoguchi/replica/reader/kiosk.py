"""The nouns of a check-in at the reader: what its screen shows, what can happen, and what is to be done about it."""

from typing import Final, Literal

import msgspec

Screen = Literal[
    "place",
    "reading",
    "choose",
    "pin",
    "passcode",
    "look",
    "camera",
    "asking",
    "registration",
    "consents",
    "prescription",
    "done",
    "trouble",
    "mismatch",
    "declined",
    "late",
    "forgotten",
]
Method = Literal["face", "pin", "visual"]
Form = Literal["electronic", "paper"]
Consent = Literal["drugs", "checkups", "diagnosis", "operations"]

METHODS: Final[tuple[Method, ...]] = ("face", "pin", "visual")
FACE_TRIES: Final = 2
"""Face tries of one visit: ten misses in a row lock a card (docs/protocol/desk.md#face)."""


class Chip(msgspec.Struct, frozen=True):
    """What a card told without a secret. `certificate` is empty where it comes after the PIN only, as from a phone."""

    kind: Literal["card", "phone"]
    certificate: bytes
    tries_left: int | None


class Kiosk(msgspec.Struct, frozen=True):
    """The reader at one moment. `visit` counts the cards that were placed, so that an answer for an earlier one is known.

    `lies` is what lies on it, empty for nothing. `photo_read`: the photo came out of the chip. `misread`: digits of the card's
    face were sent and not taken, so none are sent again while this card lies there. `asked` and `wants_form` are what the
    terminal wants to be asked. `finished`: the result is in the folder, `stand_in`: a marker stood in for what only an extra
    could judge.
    """

    visit: int = 0
    screen: Screen = "place"
    lies: str = ""
    mode: Literal["automatic", "visual"] = "automatic"
    check_in: str = ""
    challenge: str = ""
    chip: Chip | None = None
    method: Method | None = None
    tries_left: int | None = None
    face_tries: int = 0
    photo_read: bool = False
    misread: bool = False
    passcode_missed: bool = False
    asked: tuple[Consent, ...] = ()
    wants_form: bool = False
    consents: tuple[Consent, ...] = ()
    notices: tuple[str, ...] = ()
    finished: bool = False
    stand_in: bool = False
    code: str = ""
    reason: str = ""


# What people do.
class Placed(msgspec.Struct, frozen=True):
    """A card, or something else, was laid on the reader."""

    lies: str


class Chosen(msgspec.Struct, frozen=True):
    """A way to show who it is was chosen; on the screen `look`, staff say that they looked."""

    method: Method


class PinTyped(msgspec.Struct, frozen=True):
    """Four digits."""

    pin: str


class PasscodeTyped(msgspec.Struct, frozen=True):
    """Staff typed the institution's passcode."""

    passcode: str


class Pictured(msgspec.Struct, frozen=True):
    """Somebody stood before the camera: the bytes of a picture."""

    picture: bytes


class Agreed(msgspec.Struct, frozen=True):
    """The card shall be registered as insurance card, or not."""

    yes: bool


class Consented(msgspec.Struct, frozen=True):
    """What the institution may see; `form` where it was chosen at once."""

    consents: tuple[Consent, ...]
    form: Form | None = None


class FormChosen(msgspec.Struct, frozen=True):
    """The form of the prescription."""

    form: Form


class Taken(msgspec.Struct, frozen=True):
    """The card was taken away."""


class TimedOut(msgspec.Struct, frozen=True):
    """Nobody did anything for as long as the screen waits."""


Deed = Placed | Chosen | PinTyped | PasscodeTyped | Pictured | Agreed | Consented | FormChosen | Taken | TimedOut


# What comes of what the reader did; `visit` says for whom.
class CardRead(msgspec.Struct, frozen=True):
    """The chip answered."""

    visit: int
    chip: Chip


class Begun(msgspec.Struct, frozen=True):
    """The terminal began a check-in."""

    visit: int
    check_in: str
    challenge: str
    mode: Literal["automatic", "visual"]


class KeypadWell(msgspec.Struct, frozen=True):
    """The keypad's heartbeat is there."""

    visit: int


class PinRight(msgspec.Struct, frozen=True):
    """The card took the PIN; what it tells after it."""

    visit: int
    chip: Chip


class PinMissed(msgspec.Struct, frozen=True):
    """The card did not take the PIN."""

    visit: int
    left: int


class PhotoRead(msgspec.Struct, frozen=True):
    """The photo came out of the chip."""

    visit: int
    stand_in: bool


class Compared(msgspec.Struct, frozen=True):
    """The face before the camera was laid beside the photo."""

    visit: int
    same: bool
    stand_in: bool


class PasscodeJudged(msgspec.Struct, frozen=True):
    """The terminal took the passcode, or not."""

    visit: int
    right: bool


class Known(msgspec.Struct, frozen=True):
    """What the terminal says of the person: never who it is."""

    visit: int
    registered: bool
    consents: tuple[Consent, ...] = ()
    prescription: bool = False
    notices: tuple[str, ...] = ()


class Finished(msgspec.Struct, frozen=True):
    """The result is in the folder."""

    visit: int
    notices: tuple[str, ...] = ()


class Troubled(msgspec.Struct, frozen=True):
    """It cannot go on: the code to show, and the reason it has. `written`: the result is in the folder all the same."""

    visit: int
    code: str
    reason: str
    written: bool = False


class LinkLost(msgspec.Struct, frozen=True):
    """The heartbeats to the terminal get no answer."""


class LinkBack(msgspec.Struct, frozen=True):
    """They get one again."""


Result = (
    CardRead | Begun | KeypadWell | PinRight | PinMissed | PhotoRead | Compared | PasscodeJudged | Known | Finished | Troubled
)
Event = Deed | Result | LinkLost | LinkBack


# What is to be done.
class ReadCard(msgspec.Struct, frozen=True):
    """Look at what lies there."""

    lies: str


class Begin(msgspec.Struct, frozen=True):
    """Begin a check-in at the terminal, or end one that the same card began before."""

    chip: Chip


class FeelKeypad(msgspec.Struct, frozen=True):
    """Ask whether the keypad lives."""


class CheckPin(msgspec.Struct, frozen=True):
    """Give the PIN to the card."""

    pin: str


class ReadPhoto(msgspec.Struct, frozen=True):
    """Read the digits of the card's face, and with them the photo."""

    lies: str


class Compare(msgspec.Struct, frozen=True):
    """Lay a picture of the camera beside the photo."""

    picture: bytes


class AskPasscode(msgspec.Struct, frozen=True):
    """Ask the terminal whether a passcode is right."""

    check_in: str
    passcode: str


class Identify(msgspec.Struct, frozen=True):
    """Let the card sign, after a permission where no PIN was given, and show that to the terminal."""

    check_in: str
    challenge: str
    chip: Chip
    method: Method


class Register(msgspec.Struct, frozen=True):
    """Register the card as insurance card."""

    check_in: str


class Finish(msgspec.Struct, frozen=True):
    """Tell the terminal of the consents."""

    check_in: str
    chip: Chip
    consents: tuple[Consent, ...]
    form: Form | None


class Leave(msgspec.Struct, frozen=True):
    """The card is gone: take its power, and withdraw a check-in that came to no end."""

    check_in: str


Effect = ReadCard | Begin | FeelKeypad | CheckPin | ReadPhoto | Compare | AskPasscode | Identify | Register | Finish | Leave


class Refused(Exception):  # noqa: N818 - an answer to somebody's hands, not a fault
    """What somebody did has no place on this screen; carries why."""

    def __init__(self, why: str) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why
