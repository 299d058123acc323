"""What the reader decides: a table from its screen and what happens to the next screen and what is to be done."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from madoguchi.replica.reader.kiosk import (
    FACE_TRIES,
    METHODS,
    Agreed,
    AskPasscode,
    Begin,
    Begun,
    CardRead,
    CheckPin,
    Chosen,
    Compare,
    Compared,
    Consented,
    Effect,
    Event,
    FeelKeypad,
    Finish,
    Finished,
    FormChosen,
    Identify,
    KeypadWell,
    Kiosk,
    Known,
    Leave,
    LinkBack,
    LinkLost,
    Method,
    PasscodeJudged,
    PasscodeTyped,
    PhotoRead,
    Pictured,
    PinMissed,
    PinRight,
    PinTyped,
    Placed,
    ReadCard,
    ReadPhoto,
    Refused,
    Register,
    Result,
    Screen,
    Taken,
    TimedOut,
    Troubled,
)

Step = tuple[Kiosk, Effect | None]

LEAVES: Final[Mapping[str, tuple[Method, ...]]] = {
    "003": ("pin", "face", "visual"),
    "004": ("face", "visual"),
    "005": ("pin", "visual"),
    "015": ("pin", "visual"),
    "101": ("face", "pin", "visual"),
    "102": ("face", "pin", "visual"),
    "103": ("face", "visual"),
    "902": ("pin",),
}
"""Ways that a code leaves to the same card; where it does not stand here, the card is taken (docs/protocol/codes.md)."""


def ways(kiosk: Kiosk) -> tuple[Method, ...]:
    """The ways to show who it is that are open on this screen."""
    match kiosk.screen:
        case "choose" | "mismatch":
            left: tuple[Method, ...] = METHODS
        case "look":
            left = ("visual",)
        case "trouble":
            left = LEAVES.get(kiosk.code, ()) if kiosk.check_in else ()
        case _:
            return ()
    return tuple(way for way in left if _open(kiosk, way))


def _open(kiosk: Kiosk, way: Method) -> bool:
    if kiosk.chip is not None and kiosk.chip.kind == "phone":
        return way == "pin"
    return way != "face" or (kiosk.face_tries < FACE_TRIES and not kiosk.misread)


def step(kiosk: Kiosk, event: Event) -> Step:
    """The reader after something happened, and what is to be done about it.

    Raises:
        Refused: somebody did what has no place on this screen.
    """
    if isinstance(event, Result) and (event.visit != kiosk.visit or kiosk.screen not in {"reading", "asking"}):
        return kiosk, None
    handler = TABLE.get((kiosk.screen, type(event))) or ANYWHERE.get(type(event))
    if handler is None:
        raise Refused("not-now")
    return handler(kiosk, event)


# Hands.


def _placed(kiosk: Kiosk, event: Placed) -> Step:
    if kiosk.lies:
        raise Refused("card-there")
    return Kiosk(visit=kiosk.visit + 1, screen="reading", lies=event.lies), ReadCard(event.lies)


def _taken(kiosk: Kiosk, _event: Taken) -> Step:
    if not kiosk.lies:
        raise Refused("no-card")
    return Kiosk(visit=kiosk.visit), Leave("" if kiosk.finished else kiosk.check_in)


def _chosen(kiosk: Kiosk, event: Chosen) -> Step:
    if event.method not in ways(kiosk):
        raise Refused("not-open")
    now = replace(kiosk, method=event.method, code="", reason="", passcode_missed=False)
    return CHOICES[event.method](now)


def _pin_chosen(kiosk: Kiosk) -> Step:
    if kiosk.tries_left == 0:
        return replace(kiosk, screen="trouble", code="004", reason="pin-locked"), None
    return replace(kiosk, screen="asking"), FeelKeypad()


def _face_chosen(kiosk: Kiosk) -> Step:
    if kiosk.photo_read:
        return replace(kiosk, screen="camera"), None
    return replace(kiosk, screen="asking"), ReadPhoto(kiosk.lies)


def _visual_chosen(kiosk: Kiosk) -> Step:
    if kiosk.mode == "visual":
        return _identify(kiosk)
    return replace(kiosk, screen="passcode"), None


CHOICES: Final[Mapping[Method, Callable[[Kiosk], Step]]] = {
    "face": _face_chosen,
    "pin": _pin_chosen,
    "visual": _visual_chosen,
}


def _pin_typed(kiosk: Kiosk, event: PinTyped) -> Step:
    return replace(kiosk, screen="asking"), CheckPin(event.pin)


def _passcode_typed(kiosk: Kiosk, event: PasscodeTyped) -> Step:
    return replace(kiosk, screen="asking"), AskPasscode(kiosk.check_in, event.passcode)


def _pictured(kiosk: Kiosk, event: Pictured) -> Step:
    return replace(kiosk, screen="asking"), Compare(event.picture)


def _agreed(kiosk: Kiosk, event: Agreed) -> Step:
    if event.yes:
        return replace(kiosk, screen="asking"), Register(kiosk.check_in)
    return replace(kiosk, screen="declined"), None


def _consented(kiosk: Kiosk, event: Consented) -> Step:
    if set(event.consents) - set(kiosk.asked):
        raise Refused("unknown-consent")
    now = replace(kiosk, consents=event.consents)
    if kiosk.wants_form and event.form is None:
        return replace(now, screen="prescription"), None
    return _finish(now, FormChosen(event.form) if event.form and kiosk.wants_form else None)


def _finish(kiosk: Kiosk, event: FormChosen | None) -> Step:
    chip = _chip(kiosk)
    finish = Finish(kiosk.check_in, chip, kiosk.consents, event.form if event else None)
    return replace(kiosk, screen="asking"), finish


def _late(kiosk: Kiosk, _event: TimedOut) -> Step:
    return replace(kiosk, screen="late", check_in=""), Leave(kiosk.check_in)


def _forgotten(kiosk: Kiosk, _event: TimedOut) -> Step:
    return replace(kiosk, screen="forgotten"), None


def _stays(kiosk: Kiosk, _event: Event) -> Step:
    return kiosk, None


# What comes of it.


def _card_read(kiosk: Kiosk, event: CardRead) -> Step:
    return replace(kiosk, chip=event.chip, tries_left=event.chip.tries_left), Begin(event.chip)


def _begun(kiosk: Kiosk, event: Begun) -> Step:
    screen: Screen = "look" if event.mode == "visual" else "choose"
    return replace(kiosk, screen=screen, check_in=event.check_in, challenge=event.challenge, mode=event.mode), None


def _keypad_well(kiosk: Kiosk, _event: KeypadWell) -> Step:
    return replace(kiosk, screen="pin"), None


def _pin_right(kiosk: Kiosk, event: PinRight) -> Step:
    return _identify(replace(kiosk, chip=event.chip, tries_left=event.chip.tries_left))


def _pin_missed(kiosk: Kiosk, event: PinMissed) -> Step:
    code, reason = ("003", "pin-missed") if event.left else ("004", "pin-locked")
    return replace(kiosk, screen="trouble", code=code, reason=reason, tries_left=event.left), None


def _photo_read(kiosk: Kiosk, event: PhotoRead) -> Step:
    return replace(kiosk, screen="camera", photo_read=True, stand_in=kiosk.stand_in or event.stand_in), None


def _compared(kiosk: Kiosk, event: Compared) -> Step:
    now = replace(kiosk, stand_in=kiosk.stand_in or event.stand_in)
    if event.same:
        return _identify(now)
    return replace(now, screen="mismatch", face_tries=kiosk.face_tries + 1), None


def _passcode_judged(kiosk: Kiosk, event: PasscodeJudged) -> Step:
    if event.right:
        return _identify(kiosk)
    return replace(kiosk, screen="passcode", passcode_missed=True), None


def _known(kiosk: Kiosk, event: Known) -> Step:
    screen: Screen = "consents" if event.registered else "registration"
    now = replace(kiosk, screen=screen, asked=event.consents, wants_form=event.prescription, notices=event.notices)
    return now, None


def _finished(kiosk: Kiosk, event: Finished) -> Step:
    return replace(kiosk, screen="done", finished=True, notices=event.notices or kiosk.notices), None


def _troubled(kiosk: Kiosk, event: Troubled) -> Step:
    misread = kiosk.misread or event.reason == "face-misread"
    now = replace(kiosk, screen="trouble", code=event.code, reason=event.reason, misread=misread)
    return replace(now, finished=kiosk.finished or event.written), None


def _lost(kiosk: Kiosk, _event: LinkLost) -> Step:
    return replace(kiosk, screen="trouble", code="008", reason="link-lost"), None


def _back(kiosk: Kiosk, _event: LinkBack) -> Step:
    return (Kiosk(visit=kiosk.visit) if kiosk.code == "008" and not kiosk.lies else kiosk), None


def _identify(kiosk: Kiosk) -> Step:
    if kiosk.method is None:
        raise Refused("not-now")
    return replace(kiosk, screen="asking"), Identify(kiosk.check_in, kiosk.challenge, _chip(kiosk), kiosk.method)


def _chip(kiosk: Kiosk) -> Any:  # noqa: ANN401 - a Chip: no screen after the first is reached without one
    if kiosk.chip is None:
        raise Refused("not-now")
    return kiosk.chip


TABLE: Final[Mapping[tuple[Screen, type], Callable[..., Step]]] = {
    ("place", LinkLost): _lost,
    ("reading", CardRead): _card_read,
    ("reading", Begun): _begun,
    ("reading", Finished): _finished,
    ("choose", Chosen): _chosen,
    ("choose", TimedOut): _late,
    ("look", Chosen): _chosen,
    ("pin", PinTyped): _pin_typed,
    ("pin", TimedOut): _late,
    ("passcode", PasscodeTyped): _passcode_typed,
    ("passcode", TimedOut): _late,
    ("camera", Pictured): _pictured,
    ("camera", TimedOut): _late,
    ("asking", KeypadWell): _keypad_well,
    ("asking", PinRight): _pin_right,
    ("asking", PinMissed): _pin_missed,
    ("asking", PhotoRead): _photo_read,
    ("asking", Compared): _compared,
    ("asking", PasscodeJudged): _passcode_judged,
    ("asking", Known): _known,
    ("asking", Finished): _finished,
    ("registration", Agreed): _agreed,
    ("registration", TimedOut): _late,
    ("consents", Consented): _consented,
    ("consents", TimedOut): _late,
    ("prescription", FormChosen): _finish,
    ("prescription", TimedOut): _late,
    ("mismatch", Chosen): _chosen,
    ("mismatch", TimedOut): _late,
    ("trouble", Chosen): _chosen,
    ("done", TimedOut): _forgotten,
}
"""What is done on each screen."""

ANYWHERE: Final[Mapping[type, Callable[..., Step]]] = {
    Placed: _placed,
    Taken: _taken,
    TimedOut: _stays,
    Troubled: _troubled,
    LinkLost: _stays,
    LinkBack: _back,
}
"""What is done on every screen that says nothing else."""
