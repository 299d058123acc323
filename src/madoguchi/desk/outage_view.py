"""What every staff screen says of an outage: that one is probable, that one is open, or that people are to be looked up."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.base.settings import SettingsError
from madoguchi.desk.answer import Around, makes_outage
from madoguchi.desk.context import Context
from madoguchi.desk.outage_ending import reported_since, said_over
from madoguchi.guide.guide import Guide
from madoguchi.guide.state import State as Incident
from madoguchi.records.errors import RecordsError
from madoguchi.records.ledger import State
from madoguchi.records.outages import Outage

SHARED: Final = frozenset({"terminal", "line", "centre", "portal"})
"""Links that no patient has for himself: where the cause is one of these, everybody waits."""

OUTSIDE: Final = frozenset({"line", "centre", "portal"})
"""Links outside the house."""

SURE: Final = ("possible", "probable", "nearly-sure")
"""How sure it is, from the least: the words are `outage-sure-<one>`. `told` is an outage that staff opened by hand."""

TOLD: Final = "told"

PROBABLE: Final = 0.5
"""With this chance that the cause is shared, an outage is probable."""

NEARLY_SURE: Final = 0.85
"""With this chance that it lies outside the house it is nearly sure; so it is when two desks stopped."""

BY_HAND: Final = ("011", "901", "no-code")
"""What can be said without a code: the line, the centre, or nothing works here."""


UNFINISHED: Final[tuple[State, ...]] = ("waiting", "found", "former", "not-found")
"""States of an entry about which something is still to be done."""


class Offer(msgspec.Struct, frozen=True):
    """An outage that an incident makes likely. `why` are the reasons in words; `loud` where the staff screen should ask."""

    incident: str
    problem: str
    name: str
    sure: str
    sure_text: str
    why: tuple[str, ...]
    loud: bool


class Banner(msgspec.Struct, frozen=True):
    """One line above a staff screen; `open` while the outage lasts, afterwards until the last entry is done.

    `proposed` and `evidence`: what a probe says about its end, in words.
    """

    open: bool
    text: str
    sub: str
    url: str
    button: str
    proposed: str = ""
    evidence: str = ""


def offers(states: Iterable[Incident], around: Around, guide: Guide, last_good: datetime | None) -> tuple[Offer, ...]:
    """The outages that the open incidents make likely, the surest first."""
    likely = [state for state in states if not state.practice and makes_outage(state.problem, around)]
    desks = {state.desk for state in likely}
    found = [_offer(state, around, guide, several=len(desks) > 1, last_good=last_good) for state in likely]
    unique = {offer.problem: offer for offer in found}
    return tuple(sorted(unique.values(), key=lambda offer: SURE.index(offer.sure), reverse=True))


def offers_now(context: Context) -> tuple[Offer, ...]:
    """The outages to offer: none while one is open, and none again for what was reported before the last one was over."""
    records = context.records
    latest = next(iter(records.outages()), None)
    if latest is not None and latest.closed_at is None:
        return ()
    states = records.open_states()
    if latest is not None and latest.closed_at is not None:
        states = reported_since(context, states, latest.closed_at)
    return offers(states, context.around(), context.guide(), records.last_good())


def _offer(state: Incident, around: Around, guide: Guide, *, several: bool, last_good: datetime | None) -> Offer:
    proposal = guide.propose(state)
    causes: Sequence[tuple[str, float]] = proposal.causes if proposal else ()
    shared, outside = (sum(chance for cause, chance in causes if cause.split(".")[0] in links) for links in (SHARED, OUTSIDE))
    level = (shared >= PROBABLE) + (outside >= NEARLY_SURE or several)
    read_since = last_good is not None and last_good > state.opened_at
    level = max(0, min(len(SURE) - 1, level - 2 * read_since))
    why = [around.text("outage-why-cause", name=around.text(f"problem-{state.problem}.name"))]
    why += [around.text("outage-why-desks")] if several else []
    why += [around.text("outage-why-read", time=clock(last_good))] if last_good and read_since else []
    sure = SURE[level]
    return Offer(
        incident=state.incident,
        problem=state.problem,
        name=around.text(f"problem-{state.problem}.name"),
        sure=sure,
        sure_text=around.text(f"outage-sure-{sure}"),
        why=tuple(why),
        loud=level > 0,
    )


def banner(context: Context, desk: str) -> Banner | None:
    """The line above the staff screens of a desk, or None while nothing is to be said."""
    around = context.around()
    outage, left = context.records.current_outage(), unfinished(context)
    if outage is not None:
        over = said_over(context, context.records.open_states()) if context.over else None
        return Banner(
            open=True,
            text=around.text("outage-banner", time=since(outage, around)),
            sub=around.text("outage-banner-count", count=left) if left else reason_text(outage, around),
            url=address("/outage", desk),
            button=around.text("outage-banner-go"),
            proposed=around.text("outage-proposed", time=clock(over.since)) if over else "",
            evidence=around.text(over.evidence, **over.args) if over else "",
        )
    if not left:
        return None
    return Banner(
        open=False,
        text=around.text("outage-over"),
        sub=around.text("outage-over-left", count=left),
        url=address("/outage/list", desk),
        button=around.text("outage-over-go"),
    )


def unfinished(context: Context) -> int:
    """How many people of the ledger are still to be looked up or claimed."""
    return sum(len(context.records.entries(state=state)) for state in UNFINISHED)


def reason_text(outage: Outage, around: Around) -> str:
    """Why an outage was opened: the number, where it has one, and the name."""
    facts = around.catalogue.problems.get(outage.reason)
    name = around.text(f"problem-{outage.reason}.name") if facts else outage.reason
    return f"{outage.reason} {name}" if facts and facts.kind == "code" else name


def since(outage: Outage, around: Around) -> str:
    """When it began: the time, with the day before it where that was not today."""
    local = outage.opened_at.astimezone(JAPAN)
    if local.date() == around.now.astimezone(JAPAN).date():
        return clock(local)
    return around.text("outage-day-time", month=local.month, day=local.day, time=clock(local))


def clock(at: datetime) -> str:
    """The time of day in Japan, `9:05`."""
    local = at.astimezone(JAPAN)
    return f"{local.hour}:{local.minute:02d}"


def address(path: str, desk: str, **more: str) -> str:
    """A page of the outage for a desk."""
    return f"{path}?{urlencode({'desk': desk, **more})}"


def banner_anywhere(context: Context) -> Banner | None:
    """The line above a page that belongs to no desk; a page that tells of a trouble is shown without it."""
    try:
        return banner(context, "1")
    except (SettingsError, RecordsError):
        return None
