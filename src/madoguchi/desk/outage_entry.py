"""The form of the four items: typed by keyboard alone, sealed at once, and the next empty form is ready."""

import secrets
from typing import Annotated, Any, Final

import msgspec
from anyio import to_thread
from litestar import MediaType, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around
from madoguchi.desk.context import Context, Here
from madoguchi.desk.eras import era_of
from madoguchi.desk.four_items import FieldTroubles, Trouble, Typed, read, slip_number
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.looking import Asked, offered_name, staff_cookie, staff_name
from madoguchi.desk.outage import device, tell
from madoguchi.desk.outage_view import address, since
from madoguchi.desk.refusals import Refused
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.records.errors import LedgerRefused
from madoguchi.records.ledger import Added
from madoguchi.records.ledger_keys import SHORTEST
from madoguchi.records.outages import Outage

KEY_LIMIT: Final = 60


class EntryView(msgspec.Struct, frozen=True):
    """The form: what was typed where it could not be kept, and a word beside each field that needs one."""

    desk: str
    key: str
    count: int
    saved: int
    again: bool
    outage: str
    by: str
    typed: Typed
    troubles: dict[str, str]


class Form(msgspec.Struct, frozen=True):
    """The fields of the form."""

    desk: str = "1"
    key: str = ""
    name: str = ""
    sex: str = ""
    born: str = ""
    address: str = ""
    insurer: str = ""
    slip: str = ""
    unchanged: str = ""
    by: str = ""


class Making(msgspec.Struct, frozen=True):
    """The passphrase of a new ledger, twice."""

    desk: str = "1"
    passphrase: str = ""
    again: str = ""


def outage_of_entries(context: Context) -> Outage:
    """The outage that entries belong to: the open one, else the latest, for paper slips are typed in later.

    Raises:
        Refused: there was none.
    """
    current = context.records.current_outage()
    if current is not None:
        return current
    latest = context.records.outages()[:1]
    if not latest:
        raise Refused("no-outage")
    return latest[0]


def keep(context: Context, typed: Typed, by: str, desk: str, key: str | None) -> Added:
    """Seal and keep four items.

    Raises:
        FieldTroubles: something is missing or cannot be.
        LedgerRefused: there is no ledger.
        Refused: there is no outage, or the key belongs to somebody else's items.
    """
    now = context.clock()
    items = read(typed, now.astimezone(JAPAN).date())
    slip = slip_number(typed.slip) or None
    outage = outage_of_entries(context)
    added = context.records.add_entry(outage.id, items, by, now, key=key, slip=slip, device=device(desk))
    if added.how == "key-taken":
        raise Refused("idempotency-conflict")
    if added.how == "slip-taken":
        raise FieldTroubles({"slip": Trouble("four-slip-taken")}, typed)
    if added.how == "new":
        tell(context)
    return added


def trouble_text(trouble: Trouble, around: Around) -> str:
    """What is wrong with a field, in words."""
    if trouble.meant is None:
        return around.text(trouble.message)
    era, year = era_of(trouble.meant)
    day = around.text(
        "era-date", era=era.name, year="元" if year == 1 else str(year), month=trouble.meant.month, day=trouble.meant.day
    )
    return around.text(trouble.message, meant=day)


class Kept(msgspec.Struct, frozen=True):
    """What became of the form before this one: the count with it, or that it was there already."""

    count: int = 0
    again: bool = False


NOTHING: Final = Kept()


def _form(context: Context, request: Asked, form: Form, troubles: dict[str, Trouble], kept: Kept = NOTHING) -> str:
    around = context.around()
    outage = outage_of_entries(context)
    values = {field: getattr(form, field) for field in Typed.__struct_fields__ if field != "unchanged"}
    shown = EntryView(
        desk=form.desk,
        key=form.key or secrets.token_urlsafe(12),
        count=len(context.records.entries(outage.id)),
        saved=kept.count,
        again=kept.again,
        outage=around.text("entry-for", time=since(outage, around)) if outage.closed_at else "",
        by=form.by or offered_name(request),
        typed=Typed(**values, unchanged=bool(form.unchanged)),
        troubles={field: trouble_text(trouble, around) for field, trouble in troubles.items()},
    )
    return context.render("outage_entry.html", around.lang, view=shown)


@get("/outage/entry", media_type=MediaType.HTML, include_in_schema=False)
async def entry_page(
    context: Here,
    request: Asked,
    desk: FromQuery[str] = "1",
    saved: FromQuery[int] = 0,
    again: FromQuery[str] = "",
) -> Response[Any]:
    """The empty form; before the first ledger, the page that makes one."""
    # Asynchronous by hand: the framework wraps a plain function twice where its path also takes a POST.
    return await to_thread.run_sync(_entry, context, request, name_of_place(desk), Kept(saved, bool(again)))


def _entry(context: Context, request: Asked, place: str, kept: Kept) -> Response[Any]:
    if not context.records.outages():
        return Redirect(address("/outage", place), status_code=303)
    if not context.records.has_ledger():
        return _making(context, place)
    return Response(_form(context, request, Form(desk=place), {}, kept), media_type=MediaType.HTML)


@post("/outage/entry", sync_to_thread=True, include_in_schema=False)
def save_entry(
    context: Here, request: Asked, data: Annotated[Form, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Response[Any]:
    """Keep one patient's items, or show the form again with a word beside each field that needs one."""
    desk = name_of_place(data.desk)
    form = msgspec.structs.replace(data, desk=desk, key=data.key[:KEY_LIMIT])
    typed = Typed(form.name, form.sex, form.born, form.address, form.insurer, form.slip, unchanged=bool(form.unchanged))
    try:
        by = staff_name(form.by or context.around().text("place-desk", desk=desk))
    except Refused:
        return _again(context, request, msgspec.structs.replace(form, by=""), {"by": Trouble("ledger-no-who")})
    try:
        added = keep(context, typed, by, desk, form.key or None)
    except FieldTroubles as found:
        shown = {field: getattr(found.shown, field) for field in Typed.__struct_fields__ if field != "unchanged"}
        return _again(context, request, msgspec.structs.replace(form, **shown), found.troubles)
    except LedgerRefused:
        return Redirect(address("/outage/entry", desk), status_code=303)
    except Refused as refused:
        if refused.kind != "idempotency-conflict":
            raise
        # Somebody went back to a form that was sent and typed the next person over it.
        return _again(context, request, msgspec.structs.replace(form, key=""), {"name": Trouble("entry-another")})
    count = len(context.records.entries(outage_of_entries(context).id))
    more = {"again": "1"} if added.how == "again" else {"saved": str(count)}
    return Redirect(
        address("/outage/entry", desk, **more), status_code=303, cookies=[staff_cookie(request, by)] if form.by else None
    )


def _again(context: Context, request: Asked, form: Form, troubles: dict[str, Trouble]) -> Response[str]:
    return Response(_form(context, request, form, troubles), media_type=MediaType.HTML, status_code=422)


def _making(context: Context, desk: str, trouble: str = "") -> Response[str]:
    around = context.around()
    said = around.text(trouble, count=SHORTEST) if trouble else ""
    page = context.render("outage_ledger.html", around.lang, desk=desk, trouble=said, shortest=SHORTEST)
    return Response(page, media_type=MediaType.HTML, status_code=422 if trouble else 200)


def _trouble(made: Making) -> str:
    if holds_my_number(made.passphrase):
        return "ledger-number"
    if len(made.passphrase) < SHORTEST:
        return "ledger-weak"
    return "" if made.passphrase == made.again else "ledger-not-same"


@post("/outage/ledger", sync_to_thread=True, include_in_schema=False)
def make_ledger(
    context: Here, data: Annotated[Making, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Redirect | Response[str]:
    """Make the ledger's key from a passphrase; where there is one already, nothing changes."""
    desk = name_of_place(data.desk)
    trouble = _trouble(data)
    if trouble:
        return _making(context, desk, trouble)
    try:
        context.records.make_ledger(data.passphrase, "", device(desk), context.clock())
    except LedgerRefused as refused:
        if refused.reason == "weak-passphrase":
            return _making(context, desk, "ledger-weak")
    return Redirect(address("/outage/entry", desk), status_code=303)


routes = [entry_page, save_entry, make_ledger]
