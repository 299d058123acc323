"""The doors for programs during an outage: begin and end it, write the four items down, and lists without anybody's data."""

from datetime import date, datetime
from typing import Final, Literal

import msgspec
from litestar import Response, Router, get, post
from litestar.params import FromPath, FromQuery

from madoguchi.base.clock import JAPAN
from madoguchi.desk.api import REFUSALS
from madoguchi.desk.bodies import idempotency_key
from madoguchi.desk.context import Context, Here
from madoguchi.desk.four_items import FieldTroubles, Typed
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.looking import Asked, staff_name
from madoguchi.desk.outage import device, open_outage, tell
from madoguchi.desk.outage_entry import keep
from madoguchi.desk.outage_view import UNFINISHED
from madoguchi.desk.refusals import Refused
from madoguchi.desk.repeats import once
from madoguchi.records.ledger import LedgerRow, Sex, State
from madoguchi.records.outages import Outage


class Begin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outage to begin: why (a code or a topic), where, and from which incident, if from one."""

    reason: str
    desk: str = "1"
    incident: str | None = None


class End(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How it was seen to be over: by hand, or by a probe."""

    how: Literal["hand", "probe"] = "hand"
    desk: str = "1"


class Items(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The four items of one patient; the birth date in either calendar as people write it."""

    name: str
    sex: Sex
    born: str
    address: str = ""
    insurer: str = ""
    slip: str = ""
    unchanged: bool = False
    by: str = ""
    desk: str = "1"


class Became(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the look-up after the outage gave; `waiting` takes a mistake back."""

    outcome: State
    by: str = ""
    desk: str = "1"


class OutageAnswer(msgspec.Struct, frozen=True):
    """One outage, and how many people of it are written down and not finished yet."""

    id: str
    reason: str
    how_sure: str
    opened_at: datetime
    closed_at: datetime | None
    how: str | None
    entries: int
    unfinished: int


class EntryAnswer(msgspec.Struct, frozen=True):
    """One entry of the ledger, without anything about the person."""

    id: str
    outage: str
    at: datetime
    by: str
    slip: str | None
    state: State
    reconcile_by: date


def outage_answer(context: Context, outage: Outage) -> OutageAnswer:
    """An outage as programs get it."""
    states = [row.state for row in context.records.entries(outage.id)]
    return OutageAnswer(
        id=outage.id,
        reason=outage.reason,
        how_sure=outage.how_sure,
        opened_at=outage.opened_at.astimezone(JAPAN),
        closed_at=outage.closed_at.astimezone(JAPAN) if outage.closed_at else None,
        how=outage.how,
        entries=len(states),
        unfinished=sum(state in UNFINISHED for state in states),
    )


def entry_answer(row: LedgerRow) -> EntryAnswer:
    """An entry as programs get it."""
    return EntryAnswer(row.id, row.outage, row.at.astimezone(JAPAN), row.by, row.slip, row.state, row.reconcile_by)


@post("/outages", status_code=201, responses=REFUSALS)
async def begin_outage(request: Asked, context: Here, data: Begin) -> Response[OutageAnswer]:
    """Begin an outage for every desk, or join the one that is open."""

    def act() -> bytes:
        outage = open_outage(context, name_of_place(data.desk), data.reason, data.incident)
        return msgspec.json.encode(outage_answer(context, outage))

    return await once(context, request, msgspec.json.encode(data), act, 201)


@get("/outages", sync_to_thread=True, responses=REFUSALS)
def list_outages(context: Here) -> list[OutageAnswer]:
    """Every outage, the latest first."""
    return [outage_answer(context, outage) for outage in context.records.outages()]


@get("/outages/{outage:str}", sync_to_thread=True, responses=REFUSALS)
def read_outage(context: Here, outage: FromPath[str]) -> OutageAnswer:
    """One outage."""
    return outage_answer(context, context.records.outage(outage))


@post("/outages/{outage:str}/close", status_code=200, responses=REFUSALS)
async def close_outage(request: Asked, context: Here, outage: FromPath[str], data: End) -> Response[OutageAnswer]:
    """Say that it is over; said twice it changes nothing."""

    def act() -> bytes:
        there = context.records.outage(outage)
        if there.closed_at is None:
            where = device(name_of_place(data.desk))
            there = context.records.close_outage(outage, context.clock(), data.how, device=where)
            tell(context)
        return msgspec.json.encode(outage_answer(context, there))

    return await once(context, request, msgspec.json.encode(data), act)


@get("/ledger", sync_to_thread=True, responses=REFUSALS)
def list_entries(context: Here, outage: FromQuery[str | None] = None) -> list[EntryAnswer]:
    """The entries of an outage, or all, in the order they were written; nothing about anybody."""
    return [entry_answer(row) for row in context.records.entries(outage)]


@post("/ledger", status_code=201, sync_to_thread=True, responses=REFUSALS)
def add_entry(request: Asked, context: Here, data: Items) -> EntryAnswer:
    """Write four items down: sealed at once, and once for each idempotency key. Works while the ledger is shut.

    What is kept cannot be read here: whether a key comes with the same items again is told by a mark (records/requests.py).
    """
    desk = name_of_place(data.desk)
    typed = Typed(data.name, data.sex, data.born, data.address, data.insurer, data.slip, unchanged=data.unchanged)
    by = staff_name(data.by) if data.by else device(desk)
    try:
        added = keep(context, typed, by, desk, idempotency_key(request))
    except FieldTroubles as found:
        raise _refusal(found) from None
    return entry_answer(context.records.entry(added.id))


KINDS: Final = {"four-my-number": "my-number", "four-slip-taken": "slip-taken"}
"""Troubles that have a refusal of their own."""


def _refusal(found: FieldTroubles) -> Refused:
    named = [(KINDS[trouble.message], field) for field, trouble in found.troubles.items() if trouble.message in KINDS]
    kind, field = named[0] if named else ("four-items", next(iter(found.troubles)))
    return Refused(kind, field=field)


@post("/ledger/{entry:str}/reconcile", status_code=200, responses=REFUSALS)
async def settle_entry(request: Asked, context: Here, entry: FromPath[str], data: Became) -> Response[EntryAnswer]:
    """Say what became of an entry; said twice it is the same."""
    desk = name_of_place(data.desk)
    by = staff_name(data.by) if data.by else device(desk)

    def act() -> bytes:
        days = context.settings().ledger_keep_days
        row = context.records.reconcile(entry, data.outcome, context.clock(), by, keep_days=days, device=device(desk))
        tell(context)
        return msgspec.json.encode(entry_answer(row))

    return await once(context, request, msgspec.json.encode(data), act)


ROUTER: Final = Router(
    path="/api",
    route_handlers=[
        *(begin_outage, list_outages, read_outage, close_outage),
        *(list_entries, add_entry, settle_entry),
    ],
    tags=["outage"],
)
