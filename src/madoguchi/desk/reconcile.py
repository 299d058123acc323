"""After an outage: each person is looked up, the outcome is pressed, and the claim's rule stands there to be copied.

Names are read with an open ledger only, by somebody whose name is chosen; every look is written down before it is shown.
"""

from typing import Annotated, Any, Final, Literal

import msgspec
from litestar import MediaType, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around
from madoguchi.desk.billing import Claim, claim
from madoguchi.desk.context import Context, Here
from madoguchi.desk.gate import visitor_of
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.looking import COOKIE, Asked, Looker, ledger_cookie, looker, offered_name, staff_cookie, staff_name
from madoguchi.desk.outage import device, tell
from madoguchi.desk.outage_view import UNFINISHED, address, clock
from madoguchi.desk.person import PersonView, kept_until, person_view
from madoguchi.desk.refusals import Refused
from madoguchi.records.errors import LedgerRefused
from madoguchi.records.ledger import LedgerRow, State

SHUT: Final = frozenset({"ledger-locked", "ledger-changed", "no-ledger"})
"""Refusals after which the ledger has to be opened again."""

TROUBLES: Final = {"wrong-passphrase": "ledger-wrong", "wait": "ledger-wait", "no-ledger": "ledger-make-title"}


class Line(msgspec.Struct, frozen=True):
    """One entry of the list, without anything about the person."""

    id: str
    number: int
    time: str
    slip: str
    by: str
    state: State
    state_text: str
    until: str
    hold: bool = False


class ListView(msgspec.Struct, frozen=True):
    """The work list; `finished` are those with nothing left to do, who stay until their day has come.

    `notes` are in words: who may be one person, what cannot be read.
    """

    desk: str
    lines: tuple[Line, ...]
    finished: tuple[Line, ...]
    days: int
    left: int
    done: int
    next: str
    who: str
    name: str
    trouble: str
    ledger: bool
    notes: tuple[str, ...]


class Opening(msgspec.Struct, frozen=True):
    """Who opens the ledger, and with what."""

    desk: str = "1"
    who: str = ""
    passphrase: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """What became of one person."""

    desk: str = "1"
    outcome: Literal["found", "former", "not-found", "done", "waiting", ""] = ""


class Holding(msgspec.Struct, frozen=True):
    """Whether one person's entry is to be kept (`1`)."""

    desk: str = "1"
    on: str = ""


def numbered(context: Context) -> dict[str, tuple[int, LedgerRow]]:
    """Every entry with the number it has on the list, by id."""
    return {row.id: (number, row) for number, row in enumerate(context.records.entries(), 1)}


def list_view(context: Context, desk: str, looks: Looker | None, name: str, trouble: str = "") -> ListView:
    """The list for a desk."""
    around, rows = context.around(), numbered(context)
    lines = tuple(_line(number, row, around) for number, row in rows.values() if row.state in UNFINISHED)
    return ListView(
        desk=desk,
        lines=lines,
        finished=tuple(_finished(number, row, around) for number, row in rows.values() if row.state not in UNFINISHED),
        days=around.settings.ledger_keep_days,
        left=len(lines),
        done=len(rows) - len(lines),
        next=lines[0].id if lines else "",
        who=looks.who if looks else "",
        name=name,
        trouble=trouble,
        ledger=context.records.has_ledger(),
        notes=_notes(looks, rows, around) if looks else (),
    )


def _line(number: int, row: LedgerRow, around: Around) -> Line:
    local = row.at.astimezone(JAPAN)
    time = around.text("outage-day-time", month=local.month, day=local.day, time=clock(local))
    until = around.text("place-date", month=row.reconcile_by.month, day=row.reconcile_by.day, weekday=_weekday(row, around))
    return Line(row.id, number, time, row.slip or "", row.by, row.state, around.text(f"list-state-{row.state}"), until)


def _finished(number: int, row: LedgerRow, around: Around) -> Line:
    line = _line(number, row, around)
    return msgspec.structs.replace(line, until=kept_until(row, around), hold=row.hold)


def _weekday(row: LedgerRow, around: Around) -> str:
    return around.text(f"weekday-{row.reconcile_by.weekday()}")


def _notes(looks: Looker, rows: dict[str, tuple[int, LedgerRow]], around: Around) -> tuple[str, ...]:
    def numbers(entries: tuple[str, ...]) -> str:
        return "・".join(str(rows[entry][0]) for entry in entries if entry in rows)

    same = [around.text("list-same", numbers=numbers(found.entries)) for found in looks.ledger.duplicates()]
    broken = looks.ledger.unreadable()
    return (*same, *((around.text("list-unreadable", numbers=numbers(broken)),) if broken else ()))


def next_after(context: Context, entry: str) -> str:
    """The entry to look at after one: the next that is not finished, from the beginning again at the end."""
    rows = context.records.entries()
    here = next((place for place, row in enumerate(rows) if row.id == entry), 0)
    around_again = (*rows[here + 1 :], *rows[:here])
    return next((row.id for row in around_again if row.state in UNFINISHED), "")


@get("/outage/list", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def list_page(context: Here, request: Asked, desk: FromQuery[str] = "1") -> str:
    """Who is still to be looked up."""
    place = name_of_place(desk)
    shown = _list(context, place, request)
    return context.render("outage_list.html", context.settings().staff_language, view=shown)


def _list(context: Context, desk: str, request: Asked, trouble: str = "") -> ListView:
    name = offered_name(request)
    try:
        return list_view(context, desk, looker(context.looking, request), name, trouble)
    except LedgerRefused:  # it shut itself in between
        return list_view(context, desk, None, name, trouble)


@post("/outage/unlock", sync_to_thread=True, include_in_schema=False)
def unlock(
    context: Here, request: Asked, data: Annotated[Opening, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Response[Any]:
    """Open the ledger for this browser; a wrong passphrase is slow, counted, and said."""
    desk, around = name_of_place(data.desk), context.around()
    try:
        who = staff_name(data.who)
    except Refused:
        return _refused(context, desk, request, around.text("ledger-no-who"))
    try:
        whose = visitor_of(request).device
        opened = context.records.unlock(data.passphrase, who, whose or device(desk), context.clock())
    except LedgerRefused as refused:
        message = TROUBLES.get(refused.reason, "ledger-wrong")
        return _refused(context, desk, request, around.text(message, seconds=refused.seconds))
    cookies = [ledger_cookie(request, context.looking.open(Looker(who, opened, whose))), staff_cookie(request, who)]
    return Redirect(address("/outage/list", desk), status_code=303, cookies=cookies)


def _refused(context: Context, desk: str, request: Asked, trouble: str) -> Response[str]:
    shown = _list(context, desk, request, trouble)
    page = context.render("outage_list.html", context.settings().staff_language, view=shown)
    return Response(page, media_type=MediaType.HTML, status_code=403)


@post("/outage/lock", sync_to_thread=True, include_in_schema=False)
def lock(context: Here, request: Asked, data: Annotated[Opening, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Redirect:
    """Shut the ledger for this browser."""
    desk = name_of_place(data.desk)
    context.looking.shut(request.cookies.get(COOKIE, ""))
    return Redirect(address("/outage/list", desk), status_code=303, cookies=[ledger_cookie(request, "")])


@get("/outage/list/{entry:str}", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def person_page(context: Here, request: Asked, entry: FromPath[str], desk: FromQuery[str] = "1") -> Response[Any]:
    """One person: what to look up, the outcomes, then the claim. The look is written down first."""
    place = name_of_place(desk)
    looks = looker(context.looking, request)
    if looks is None:
        return Redirect(address("/outage/list", place), status_code=303)
    rows = numbered(context)
    if entry not in rows:
        raise Refused("unknown-entry")
    number, row = rows[entry]
    try:
        shown = _person(context, looks, place, number, row)
    except LedgerRefused as refused:
        if refused.reason not in SHUT and refused.reason != "unreadable-entry":
            raise
        return Redirect(address("/outage/list", place), status_code=303)
    page = context.render("outage_person.html", context.settings().staff_language, view=shown)
    return Response(page, media_type=MediaType.HTML)


def _person(context: Context, looks: Looker, desk: str, number: int, row: LedgerRow) -> PersonView:
    now = context.clock()
    items = looks.ledger.read(row.id, looks.who, looks.at(desk), now)
    ruled: Claim | None = None
    if row.state in ("found", "former", "not-found"):
        ruled = claim(row.state, items.born, row.at.astimezone(JAPAN).date(), items.address)
    return person_view(items, row, number, ruled, desk, next_after(context, row.id), context.around())


@post("/outage/list/{entry:str}/outcome", sync_to_thread=True, include_in_schema=False)
def settle(
    context: Here,
    request: Asked,
    entry: FromPath[str],
    data: Annotated[Outcome, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Redirect:
    """What became of one person. After the claim is ready the next one comes."""
    desk = name_of_place(data.desk)
    looks = looker(context.looking, request)
    if looks is None:
        return Redirect(address("/outage/list", desk), status_code=303)
    if not data.outcome:
        raise Refused("bad-outcome", field="outcome")
    days = context.settings().ledger_keep_days
    context.records.reconcile(entry, data.outcome, context.clock(), looks.who, keep_days=days, device=looks.at(desk))
    following = next_after(context, entry) if data.outcome == "done" else entry
    page = f"/outage/list/{following}" if following else "/outage/list"
    tell(context)
    return Redirect(address(page, desk), status_code=303)


@post("/outage/list/{entry:str}/hold", sync_to_thread=True, include_in_schema=False)
def hold(
    context: Here,
    request: Asked,
    entry: FromPath[str],
    data: Annotated[Holding, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Redirect:
    """Keep what was written down of one person whatever its day, or let its day count again; the ledger is open for it."""
    desk = name_of_place(data.desk)
    looks = looker(context.looking, request)
    if looks is None:
        return Redirect(address("/outage/list", desk), status_code=303)
    context.records.hold(entry, context.clock(), looks.who, on=data.on == "1", device=looks.at(desk))
    return Redirect(address(f"/outage/list/{entry}", desk), status_code=303)


@get("/outage/day", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def day_page(context: Here, request: Asked, desk: FromQuery[str] = "1") -> Response[Any]:
    """Today's entries on paper for the locked drawer; each of them is a look of its own."""
    place = name_of_place(desk)
    looks = looker(context.looking, request)
    if looks is None:
        return Redirect(address("/outage/list", place), status_code=303)
    around = context.around()
    today = around.now.astimezone(JAPAN).date()
    rows = {entry: found for entry, found in numbered(context).items() if found[1].at.astimezone(JAPAN).date() == today}
    try:
        opened = looks.ledger.read_many(list(rows), looks.who, looks.at(place), around.now)
    except LedgerRefused:
        return Redirect(address("/outage/list", place), status_code=303)
    people = [
        person_view(opened.items[one], row, number, None, place, "", around)
        for one, (number, row) in rows.items()
        if one in opened.items
    ]
    page = context.render(
        "outage_day.html",
        around.lang,
        people=people,
        desk=place,
        day=around.text("place-date", month=today.month, day=today.day, weekday=around.text(f"weekday-{today.weekday()}")),
        head=context.records.audit_head().short,
    )
    return Response(page, media_type=MediaType.HTML)


routes = [list_page, unlock, lock, person_page, settle, hold, day_page]
