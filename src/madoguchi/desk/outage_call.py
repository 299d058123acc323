"""The call that opens the centre's emergency function, filled in, and the figures for the report (docs/protocol/outage.md)."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from litestar import MediaType, get
from litestar.params import FromQuery

from madoguchi.base.clock import JAPAN
from madoguchi.desk import answer
from madoguchi.desk.answer import Around
from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.outage import MANY, visits
from madoguchi.desk.outage_view import UNFINISHED, clock, reason_text, since
from madoguchi.desk.staff_view import CallView, call_view
from madoguchi.records.ledger import LedgerRow
from madoguchi.records.outages import Outage

CENTRE = "call-centre"

OUTCOMES = UNFINISHED[1:]
"""What a look-up can have given."""


class Report(msgspec.Struct, frozen=True):
    """The figures of an outage: moments as text, counts, and nothing about anybody."""

    begun: str
    ended: str
    reason: str
    written: int
    first: str
    last: str
    counts: dict[str, int]
    other: int


class CallPage(msgspec.Struct, frozen=True):
    """Everything the page shows; what nobody has told us is empty."""

    desk: str
    code: str
    name: str
    phone: str
    call: CallView
    script: str
    report: Report | None


def moment(at: Outage | LedgerRow, around: Around) -> str:
    """The day and time something began or was written."""
    when = at.opened_at if isinstance(at, Outage) else at.at
    local = when.astimezone(JAPAN)
    return around.text("outage-day-time", month=local.month, day=local.day, time=clock(local))


def outcomes(context: Context, rows: Sequence[LedgerRow]) -> Counter[str]:
    """How many entries are waiting, and what the look-up gave for the others: a finished one tells it by its history."""
    told: Counter[str] = Counter(row.state for row in rows if row.state != "done")
    finished = {row.id for row in rows if row.state == "done"}
    for looked in context.records.audit_rows(MANY) if finished else ():
        outcome = looked.what.removeprefix("reconciled-")
        if looked.record in finished and outcome in OUTCOMES:  # the latest comes first
            finished.discard(looked.record)
            told[outcome] += 1
    return told


def report(context: Context, outage: Outage) -> Report:
    """The figures of an outage from its ledger."""
    around, rows = context.around(), context.records.entries(outage.id)
    states = outcomes(context, rows)
    ended = ""
    if outage.closed_at:
        local = outage.closed_at.astimezone(JAPAN)
        ended = around.text("outage-day-time", month=local.month, day=local.day, time=clock(local))
    return Report(
        begun=moment(outage, around),
        ended=ended,
        reason=reason_text(outage, around),
        written=len(rows),
        first=moment(rows[0], around) if rows else "",
        last=moment(rows[-1], around) if rows else "",
        counts={state: states[state] for state in UNFINISHED},
        other=sum(visits(context, outage.id).values()),
    )


def call_page_view(context: Context, desk: str) -> CallPage:
    """The page for a desk: about the outage that is open, else the latest."""
    around = context.around()
    outage = context.records.current_outage() or next(iter(context.records.outages()), None)
    settings = around.settings
    return CallPage(
        desk=desk,
        code=settings.facility_code,
        name=settings.facility_name,
        phone=settings.facility_phone,
        call=call_view(answer.call(CENTRE, outage.reason if outage else "no-code", around), around),
        script=around.text(
            "call-page-script",
            facility_name=settings.facility_name,
            facility_code=settings.facility_code,
            phone=settings.facility_phone,
            since=since(outage, around) if outage else "",
            reason=around.text(f"problem-{outage.reason}.name") if outage else "",
        ),
        report=report(context, outage) if outage else None,
    )


@get("/outage/call", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def call_page(context: Here, desk: FromQuery[str] = "1") -> str:
    """Whom to call, whether they answer now, what to say and what they ask; the figures for the report."""
    shown = call_page_view(context, name_of_place(desk))
    return context.render("outage_call.html", context.settings().staff_language, view=shown)


routes = [call_page]
