"""The outage page: begins with one press, shows what to do for everybody and for each patient, and ends by hand."""

from typing import Annotated, Final, Literal

import msgspec
from litestar import MediaType, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from madoguchi.desk import outage_view as view
from madoguchi.desk.answer import makes_outage
from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.outage_ending import end_outage, not_over, refuse_over
from madoguchi.desk.refusals import Refused
from madoguchi.records.outages import Outage

UNCHANGED: Final = "known-data"
"""A returning patient for whom nothing changed: it counts as the form (docs/protocol/outage.md#not-confirmed)."""

SHOWN: Final = "shown"
"""Some proof was shown."""

VISITS: Final = (SHOWN, UNCHANGED)
"""What is counted with one press, without anything about the person."""


MANY: Final = 100_000
"""More rows of the log of looks than any outage has."""


class Reason(msgspec.Struct, frozen=True):
    """Something to begin an outage with by hand."""

    problem: str
    text: str


class Running(msgspec.Struct, frozen=True):
    """The outage that is open."""

    id: str
    reason: str
    problem: str
    incident: str
    since: str
    sure: str
    written: int
    counts: dict[str, int]


class OutageView(msgspec.Struct, frozen=True):
    """Everything the page shows."""

    desk: str
    running: Running | None
    offers: tuple[view.Offer, ...]
    reasons: tuple[Reason, ...]
    left: int
    counted: str
    ledger: bool
    proposed: str
    evidence: str


def outage_view(context: Context, desk: str, counted: str = "") -> OutageView:
    """The page for a desk; `counted` is the visit that was just counted."""
    with context.records.view():
        around, records = context.around(), context.records
        outage = records.current_outage()
        states, above = records.open_states(), view.banner(context, desk)
        return OutageView(
            desk=desk,
            running=_running(context, outage, [state.incident for state in states]) if outage else None,
            offers=view.offers_now(context),
            reasons=tuple(Reason(one, around.text(f"outage-by-hand-{one}")) for one in view.BY_HAND),
            left=view.unfinished(context),
            counted=counted if counted in VISITS else "",
            ledger=records.has_ledger(),
            proposed=above.proposed if above else "",
            evidence=above.evidence if above else "",
        )


def _running(context: Context, outage: Outage, open_incidents: list[str]) -> Running:
    around = context.around()
    return Running(
        id=outage.id,
        reason=view.reason_text(outage, around),
        problem=outage.reason,
        incident=outage.incident if outage.incident in open_incidents and outage.incident else "",
        since=view.since(outage, around),
        sure=around.text(f"outage-sure-{outage.how_sure}"),
        written=len(context.records.entries(outage.id)),
        counts=visits(context, outage.id),
    )


def visits(context: Context, outage: str) -> dict[str, int]:
    """How many patients went on by each way of VISITS."""
    told = [row.what for row in context.records.audit_rows(MANY, outage)]
    return {way: told.count(f"visit-{way}") for way in VISITS}


def open_outage(context: Context, desk: str, reason: str, incident: str | None) -> Outage:
    """Begin an outage, or join the one that is open; how sure it was is kept with it.

    Raises:
        Refused: the reason is nothing that stops everybody, or the incident is unknown.
    """
    around, records = context.around(), context.records
    if reason not in around.catalogue.problems or not makes_outage(reason, around):
        raise Refused("unknown-problem", field="reason")
    sure = view.TOLD
    if incident is not None:
        state = context.reception.read(incident)
        found = view.offers([state], around, context.guide(), records.last_good())
        sure = found[0].sure if found else view.TOLD
    outage = records.open_outage(device(desk), reason, around.now, incident, sure)
    tell(context)
    return outage


def device(desk: str) -> str:
    """How a desk is named where it is written down who did what."""
    return f"desk-{desk}"


def tell(context: Context) -> None:
    """Have every staff screen drawn anew."""
    for screen in ("staff", "practice"):
        context.live.publish(None, screen)


class Form(msgspec.Struct, frozen=True):
    """The fields any form of this page may carry."""

    desk: str = "1"
    reason: str = ""
    incident: str = ""
    visit: str = ""
    how: Literal["hand", "probe"] = "hand"


Sent = Annotated[Form, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/outage", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def outage_page(context: Here, desk: FromQuery[str] = "1", counted: FromQuery[str] = "") -> str:
    """Before: what could be the matter. While it lasts: for everybody, and for this patient."""
    shown = outage_view(context, name_of_place(desk), counted)
    return context.render("outage.html", context.settings().staff_language, view=shown)


@post("/outage/open", sync_to_thread=True, include_in_schema=False)
def begin(context: Here, data: Sent) -> Redirect:
    """Begin with one press."""
    desk = name_of_place(data.desk)
    open_outage(context, desk, data.reason, data.incident or None)
    return Redirect(view.address("/outage", desk), status_code=303)


@post("/outage/close", sync_to_thread=True, include_in_schema=False)
def close(context: Here, data: Sent) -> Redirect:
    """It is over, somebody says, or agrees with a probe; next is the list of those to be looked up, where there are any."""
    desk = name_of_place(data.desk)
    end_outage(context.records, context.clock(), data.how, device(desk))
    not_over(context)
    tell(context)
    page = "/outage/list" if view.unfinished(context) else "/outage"
    return Redirect(view.address(page, desk), status_code=303)


@post("/outage/visit", sync_to_thread=True, include_in_schema=False)
def count_visit(context: Here, data: Sent) -> Redirect:
    """One patient went on by a way that needs no ledger: counted, and nothing about the person is written."""
    desk = name_of_place(data.desk)
    outage = context.records.current_outage()
    if outage is None:
        raise Refused("no-outage")
    if data.visit not in VISITS:
        raise Refused("unknown-way", field="visit")
    context.records.audit(context.clock(), "", device(desk), f"visit-{data.visit}", outage.id)
    return Redirect(view.address("/outage", desk, counted=data.visit), status_code=303)


@post("/outage/not-over", sync_to_thread=True, include_in_schema=False)
def refuse_end(context: Here, data: Sent) -> Redirect:
    """It is not over yet, whatever a probe says."""
    refuse_over(context)
    return Redirect(view.address("/outage", name_of_place(data.desk)), status_code=303)


routes = [outage_page, begin, close, refuse_end, count_visit]
