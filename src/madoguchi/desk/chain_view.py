"""The chain from reader to centre as staff see it: each link, its last good sign, and what the probes say of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.catalogue.model import Problem
from madoguchi.desk.answer import Around
from madoguchi.desk.chain import Chain
from madoguchi.desk.chain_table import chain_table
from madoguchi.evidence.probes.probe import LINKS, Link, Reading, State
from madoguchi.records.records import Records

STRIP: Final[tuple[Link, ...]] = ("reader", "terminal", "folder", "lan", "line", "centre")
"""The six links that stand on every staff screen; the others join them only when something is amiss there."""

STAGES: Final[dict[str, Link]] = {
    "reader": "reader",
    "terminal": "terminal",
    "line": "line",
    "centre": "centre",
    "portal": "centre",
    "prescription": "prescription",
}
"""The link in which a problem of a stage lives. A card is no link, and data are nobody's."""

OWN: Final[frozenset[Link]] = frozenset({"reader"})
"""Links that every desk has for itself."""

THROUGH: Final[frozenset[Link]] = frozenset(STRIP)
"""Links that a result goes through on its way."""

FRESH: Final = timedelta(minutes=15)
"""How long a good result speaks for the whole way."""

ICONS: Final[dict[State, str]] = {"good": "ok", "doubtful": "doubt", "down": "down", "unknown": "unknown"}

SURE: Final = ((0.85, "firm"), (0.6, "likely"), (0.01, "weak"), (0.0, "none"))
"""From this figure on: the word for how sure a reading is."""


class LinkView(msgspec.Struct, frozen=True):
    """One link: shape, word and colour say the same; `good_at` is the time of the last good sign, or empty."""

    id: str
    name: str
    state: State
    word: str
    icon: str
    good_at: str


class ProbeView(msgspec.Struct, frozen=True):
    """What one probe says, how sure that is, and since when."""

    id: str
    name: str
    state: State
    word: str
    icon: str
    text: str
    sure: str
    percent: int
    since: str


class Part(msgspec.Struct, frozen=True):
    """A link with its probes."""

    link: LinkView
    probes: tuple[ProbeView, ...]


class Ended(msgspec.Struct, frozen=True):
    """Something that is over: what, since when, and the incidents that can be closed."""

    text: str
    incidents: tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """What is known of the chain at one moment: readings by probe, the probes of each link, and when each last was good."""

    readings: dict[str, Reading]
    links: dict[Link, tuple[str, ...]]
    good: dict[Link, datetime | None]
    last_result: datetime | None


def told(chain: Chain, last_result: datetime | None) -> Told:
    """What is known now."""
    rounds = chain.rounds
    links: dict[Link, tuple[str, ...]] = {
        link: tuple(probe.id for probe in rounds.probes if probe.link == link) for link in LINKS
    }
    return Told(rounds.readings(), links, {link: chain.last_good(link) for link in LINKS}, last_result)


def state_of(link: Link, known: Told, troubled: set[Link], now: datetime) -> State:
    """How a link is. Bad news counts before good, and what nobody knows is not good."""
    states = {known.readings[probe].state for probe in known.links[link] if probe in known.readings}
    if "down" in states:
        return "down"
    if "doubtful" in states or link in troubled:
        return "doubtful"
    proofs = [known.readings[probe] for probe in chain_table().proves.get(link, ()) if probe in known.readings]
    fresh = link in THROUGH and known.last_result is not None and now - known.last_result < FRESH
    return "good" if fresh or any(proof.state == "good" for proof in proofs) else "unknown"


def troubled(here: Sequence[Problem], elsewhere: Sequence[Problem]) -> set[Link]:
    """The links in which an open incident lives: of other desks only those that all desks share."""
    own = {STAGES[problem.stage] for problem in here if problem.stage in STAGES}
    return own | ({STAGES[problem.stage] for problem in elsewhere if problem.stage in STAGES} - OWN)


def strip(known: Told, amiss: set[Link], around: Around) -> tuple[LinkView, ...]:
    """The row of links on a staff screen."""
    views = [_link(link, known, amiss, around) for link in LINKS]
    return tuple(view for view in views if view.id in STRIP or view.state in ("doubtful", "down"))


def parts(known: Told, amiss: set[Link], around: Around) -> tuple[Part, ...]:
    """Every link that has a probe, with what each probe says."""
    return tuple(
        Part(
            _link(link, known, amiss, around),
            tuple(probe_view(probe, known.readings.get(probe), around) for probe in known.links[link]),
        )
        for link in LINKS
        if known.links[link]
    )


def _link(link: Link, known: Told, amiss: set[Link], around: Around) -> LinkView:
    state = state_of(link, known, amiss, around.now)
    times = [known.good[link], known.last_result if link in THROUGH else None]
    good = max((at for at in times if at is not None), default=None)
    name = around.text(f"chain-{link}")
    word = around.text(f"chain-{state}", link=link)
    return LinkView(link, name, state, word, ICONS[state], at_time(good, around) if good else "")


def probe_view(probe: str, reading: Reading | None, around: Around) -> ProbeView:
    """A probe on the page of the chain; one that has not looked yet says so."""
    name = around.text(f"probe-{probe}")
    if reading is None:
        word = around.text("chain-unknown", link="")
        return ProbeView(probe, name, "unknown", word, "unknown", around.text("chain-not-yet"), "", 0, "")
    return ProbeView(
        id=probe,
        name=name,
        state=reading.state,
        word=around.text(f"chain-{reading.state}", link=probe),
        icon=ICONS[reading.state],
        text=around.text(reading.evidence, **reading.args),
        sure=around.text(f"chain-sure-{sure_word(reading.sure)}"),
        percent=round(100 * reading.sure),
        since=around.text("chain-since", time=at_time(reading.since, around)) if reading.since else "",
    )


def sure_word(sure: float) -> str:
    """How sure, as the end of a message's name."""
    return next(word for least, word in SURE if sure >= least)


def endings(chain: Chain, records: Records, around: Around) -> tuple[Ended, ...]:
    """What is over since a short while, with the incidents of it that are still open."""
    states = records.open_states()
    return tuple(
        Ended(
            around.text(
                "chain-over",
                problem=around.text(f"problem-{over.problem}.name"),
                time=at_time(over.since, around),
            ),
            tuple(state.incident for state in states if state.problem == over.problem and state.opened_at <= over.since),
        )
        for over in chain.recoveries()
    )


def at_time(at: datetime, around: Around) -> str:
    """The time of day, with the day before it where that is not today."""
    local, today = at.astimezone(JAPAN), around.now.astimezone(JAPAN).date()
    clock = f"{local.hour}:{local.minute:02d}"
    return clock if local.date() == today else around.text("chain-day-time", month=local.month, day=local.day, time=clock)


class ProbeStatus(msgspec.Struct, frozen=True):
    """A reading for programs; `evidence` is the sentence in the staff's language."""

    probe: str
    state: State
    value: str
    evidence: str
    sure: float
    since: datetime | None


class LinkStatus(msgspec.Struct, frozen=True):
    """A link for programs."""

    link: str
    state: State
    last_good: datetime | None
    probes: tuple[ProbeStatus, ...]


def chain_status(known: Told, amiss: set[Link], around: Around) -> tuple[LinkStatus, ...]:
    """The whole chain for `GET /api/status`."""
    return tuple(
        LinkStatus(link, state_of(link, known, amiss, around.now), known.good[link], _said(link, known, around))
        for link in LINKS
    )


def _said(link: Link, known: Told, around: Around) -> tuple[ProbeStatus, ...]:
    found = [known.readings[probe] for probe in known.links[link] if probe in known.readings]
    return tuple(
        ProbeStatus(one.probe, one.state, one.value, around.text(one.evidence, **one.args), one.sure, one.since)
        for one in found
    )
