"""「カードをしらべる」: a press looks at the card on this computer's reader; what was found is said kindly, and not kept."""

from typing import Annotated, Final, Literal
from urllib.parse import urlencode

import msgspec
from litestar import MediaType, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from madoguchi.base.settings import save_settings
from madoguchi.desk.answer import Around
from madoguchi.desk.audit import note
from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.reception import Reported
from madoguchi.desk.refusals import Refused
from madoguchi.desk.rights import Visitor
from madoguchi.evidence.probes.card_reader.findings import FINDINGS
from madoguchi.evidence.probes.card_reader.press import Pressed, Why
from madoguchi.guide.state import State

CODES: Final = frozenset(finding.code for finding in FINDINGS.values() if finding.code)
"""What a look at a card can open."""

PROBE: Final = "probe:pcsc-reader"
"""What the guide learns from a look: whether the reader answers."""

NAME_LIMIT: Final = 200
"""Longest name of a reader, in characters."""

SURE: Final = ((0.85, "high"), (0.55, "middle"), (0.0, "low"))
"""At least so sure: the words for it."""


class Count(msgspec.Struct, frozen=True):
    """A secret and how many tries it has left, in words; `last` where nobody should be asked for it."""

    name: str
    left: str
    last: bool


class Opening(msgspec.Struct, frozen=True):
    """What one tap opens: a code, with what the look found out for the guide."""

    code: str
    label: str
    reader: str
    tries: str


class FoundView(msgspec.Struct, frozen=True):
    """A look in words."""

    headline: str
    sure: str
    icon: str
    why: tuple[str, ...]
    counts: tuple[Count, ...]
    opening: Opening | None
    undecided: bool
    choices: tuple[str, ...]


class CardView(msgspec.Struct, frozen=True):
    """The page: before a look without `found`. `incident` is the one the desk is at, to add to."""

    desk: str
    reader: str
    found: FoundView | None
    incident: str
    incident_name: str
    good: str
    noted: bool


def found_view(pressed: Pressed, around: Around) -> FoundView:
    """What staff read about a look."""
    return FoundView(
        headline=around.text(f"card-says-{_says(pressed)}"),
        sure=around.text(f"card-sure-{next(word for least, word in SURE if pressed.sure >= least)}") if pressed.sure else "",
        icon=_icon(pressed),
        why=tuple(around.text(f"card-found-{line.name}", **line.args) for line in pressed.why if not _counted(line)),
        counts=tuple(_count(name, left, around) for name, left in pressed.tries.items()),
        opening=_opening(pressed, around),
        undecided=pressed.part == "undecided",
        choices=() if pressed.reader else pressed.readers,
    )


def _counted(line: Why) -> bool:
    """Whether a line says only what stands beside it as a count; at one try left it says more."""
    return line.name == "number-b-left" or (line.name == "pin-left" and line.args["tries"] != 1)


def _says(pressed: Pressed) -> str:
    if pressed.card == "absent":
        return "absent"
    if pressed.part == "none":
        return "good" if pressed.card else "nothing"
    return pressed.part


def _icon(pressed: Pressed) -> Literal["ok", "doubt", "down", "unknown"]:
    if pressed.code is None:
        return "ok" if _says(pressed) == "good" else "unknown"
    return "down" if pressed.part in ("reader", "service") else "doubt"


def _count(name: str, left: int | None, around: Around) -> Count:
    words = "unread" if left is None else "none" if left == 0 else "left"
    return Count(around.text(f"card-tries-{name}"), around.text(f"card-tries-{words}", tries=left or 0), left in (None, 0, 1))


def _opening(pressed: Pressed, around: Around) -> Opening | None:
    if pressed.code is None:
        return None
    name = f"{pressed.code} {around.text(f'problem-{pressed.code}.name')}"
    tries = pressed.tries.get("pin")
    return Opening(pressed.code, around.text("card-open", code=name), _reader(pressed), "" if tries is None else str(tries))


def _reader(pressed: Pressed) -> str:
    """How the reader is, as far as the guide may learn it: a card that answered proves it good."""
    if pressed.part in ("reader", "service"):
        return "down"
    return "good" if pressed.tries else ""


def card_view(context: Context, desk: str, pressed: Pressed | None = None, *, noted: bool = False) -> CardView:
    """The page of a desk, before a look or after it."""
    around = context.around()
    current = _current(context, desk)
    return CardView(
        desk=desk,
        reader=around.settings.card_reader,
        found=found_view(pressed, around) if pressed else None,
        incident=current.incident if current else "",
        incident_name=around.text(f"problem-{current.problem}.name") if current else "",
        good=_reader(pressed) if pressed else "",
        noted=noted,
    )


def _current(context: Context, desk: str) -> State | None:
    ours = [state for state in context.records.open_states() if state.desk == desk and state.handed_to is None]
    return max(ours, key=lambda state: (state.status == "open", state.changed_at), default=None)


def _page(context: Context, view: CardView) -> str:
    return context.render("card_check.html", context.settings().staff_language, view=view)


class Press(msgspec.Struct, frozen=True):
    """A press: at which desk, and whether another card lies there than at the last look that failed."""

    desk: str = "1"
    another: str = ""


class Tap(msgspec.Struct, frozen=True):
    """What a look gave, to open an incident with or to add to one: no more than the guide needs."""

    desk: str = "1"
    code: str = ""
    incident: str = ""
    reader: Literal["", "good", "down"] = ""
    tries: Literal["", "0", "1", "2", "3"] = ""


class Chosen(msgspec.Struct, frozen=True):
    """The reader to use from now on; empty for none."""

    desk: str = "1"
    reader: str = ""


@get("/card", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def card_page(context: Here, desk: FromQuery[str] = "1", noted: FromQuery[str] = "") -> str:
    """The page before a press. Opening it touches no reader."""
    return _page(context, card_view(context, name_of_place(desk), noted=noted == "1"))


@post("/card", media_type=MediaType.HTML, status_code=200, sync_to_thread=True, include_in_schema=False)
def press(context: Here, data: Annotated[Press, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> str:
    """Look at the card now. The answer is the page itself: what was found lives in it and nowhere else."""
    desk = name_of_place(data.desk)
    pressed = context.card.press(context.settings().card_reader, another=bool(data.another))
    return _page(context, card_view(context, desk, pressed))


@post("/card/open", sync_to_thread=True, include_in_schema=False)
def open_incident(context: Here, data: Annotated[Tap, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Redirect:
    """Open what was found, with what the guide may know of it."""
    desk = name_of_place(data.desk)
    if data.code not in CODES:
        raise Refused("bad-code", field="code")
    observed = tuple(pair for pair in ((PROBE, data.reader), ("tries_left", data.tries)) if pair[1])
    context.reception.report(Reported(data.code, desk, "card", context.settings().reader, observed=observed))
    return Redirect(f"/?{urlencode({'desk': desk})}", status_code=303)


@post("/card/note", sync_to_thread=True, include_in_schema=False)
def add_to_incident(context: Here, data: Annotated[Tap, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Redirect:
    """Add to an incident that is open how the reader is."""
    desk = name_of_place(data.desk)
    if not data.reader:
        raise Refused("missing-field", field="reader")
    context.reception.observe(data.incident, [(PROBE, data.reader)])
    return Redirect(f"/card?{urlencode({'desk': desk, 'noted': '1'})}", status_code=303)


@post("/settings/card-reader", sync_to_thread=True, include_in_schema=False)
def choose_reader(
    context: Here, visitor: Visitor, data: Annotated[Chosen, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Redirect:
    """Keep which reader may be touched; it lies below the settings, whose login it shares."""
    desk = name_of_place(data.desk)
    if len(data.reader) > NAME_LIMIT or not data.reader.isprintable():
        raise Refused("unknown-field", field="reader")
    save_settings(context.data, msgspec.structs.replace(context.settings(), card_reader=data.reader))
    note(context, visitor, "settings-changed")
    return Redirect(f"/card?{urlencode({'desk': desk})}", status_code=303)


routes = [card_page, press, open_incident, add_to_incident, choose_reader]
