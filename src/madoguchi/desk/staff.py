"""The staff screen of a desk: what it shows now, as a page and as the fragment that open screens are sent."""

from urllib.parse import urlencode

import msgspec
from anyio import to_thread
from litestar import MediaType, get
from litestar.params import FromPath, FromQuery

from madoguchi.base.clock import JAPAN
from madoguchi.desk import staff_view as view
from madoguchi.desk.answer import Around
from madoguchi.desk.certificate import CertificateView, certificate_view
from madoguchi.desk.chain_view import Ended, LinkView, endings, strip, told, troubled
from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.moments import DONE, NOTICE
from madoguchi.desk.morning import MorningView, morning_view
from madoguchi.desk.outage_view import Banner, Offer, address, banner, offers_now
from madoguchi.desk.photos import photo_for, photos_changed
from madoguchi.desk.telephone_words import words_of
from madoguchi.guide.state import State

OTHERS = 4
"""How many incidents elsewhere a desk sees at once; the log has them all."""


class Other(msgspec.Struct, frozen=True):
    """An incident elsewhere, or one that came from a file and that nobody has taken yet."""

    text: str
    where: str
    take: bool
    url: str
    page: str


class Reminder(msgspec.Struct, frozen=True):
    """Something that was switched and must be put back."""

    id: str
    text: str
    url: str


class NoticeView(msgspec.Struct, frozen=True):
    """Something worth telling staff, with nothing to close."""

    title: str
    text: str
    count: str


class CauseChoice(msgspec.Struct, frozen=True):
    """One answer to "what was it?"."""

    id: str
    text: str


class Closed(msgspec.Struct, frozen=True):
    """The incident that has just ended at this desk."""

    url: str
    title: str
    text: str
    causes: tuple[CauseChoice, ...]


class Choice(msgspec.Struct, frozen=True):
    """A problem or a sample file to choose."""

    id: str
    name: str
    text: str = ""


class Screen(msgspec.Struct, frozen=True):
    """Everything the staff screen of one desk shows."""

    desk: str
    practice: bool
    back: str
    title: str
    place: str
    clock: str
    chain: tuple[LinkView, ...]
    over: tuple[Ended, ...]
    words: tuple[str, ...]
    words_page: str
    found_by_probe: bool
    current: view.Current | None
    others: tuple[Other, ...]
    more: int
    reminders: tuple[Reminder, ...]
    notices: tuple[NoticeView, ...]
    closed: Closed | None
    calm: str
    hello: str
    morning: MorningView | None
    certificate: CertificateView | None
    outage: Banner | None
    outage_offer: Offer | None
    outage_page: str
    practice_codes: tuple[Choice, ...] = ()
    practice_topics: tuple[Choice, ...] = ()
    practice_samples: tuple[Choice, ...] = ()


def screen(context: Context, desk: str, *, practice: bool = False, incident: str | None = None) -> Screen:
    """What the staff of a desk sees now; with `incident`, that one stands in the middle wherever it belongs."""
    with context.records.view():
        return _screen(context, desk, practice=practice, incident=incident)


def _screen(context: Context, desk: str, *, practice: bool, incident: str | None) -> Screen:
    around = context.around()
    states = context.records.open_states(practice=practice)
    middle = _middle(states, desk, incident)
    last_good = context.records.last_good()
    here = [around.catalogue.problems[state.problem] for state in states if state.desk == desk]
    elsewhere = [around.catalogue.problems[state.problem] for state in states if state.desk != desk]
    others = sorted((state for state in states if state is not middle), key=_urgency)
    closed = None if middle else _closed(context, desk, practice=practice)
    now = view.clock(around.now)
    return Screen(
        desk=desk,
        practice=practice,
        back=home(desk, practice=practice) if incident is None else f"/incidents/{incident}?{urlencode({'desk': desk})}",
        title=around.text(f"problem-{middle.problem}.name") if middle else around.text("title-idle"),
        place=view.place(around, desk),
        clock=now,
        chain=strip(told(context.chain, last_good), troubled(here, elsewhere), around),
        over=() if practice else endings(context.chain, context.records, around),
        words=words_of(middle, context.chain.rounds.readings(), around) if middle else (),
        words_page=f"/incidents/{middle.incident}/words?{urlencode({'desk': desk})}" if middle else "",
        found_by_probe=middle is not None and middle.source == "probe",
        current=view.current(middle, desk, around, context.guide(), lambda slot: photo_for(context.data, slot))
        if middle
        else None,
        others=tuple(_other(state, desk, around) for state in others[:OTHERS]),
        more=len(others),
        reminders=tuple(
            Reminder(reminder, around.text(f"reminder-{reminder}"), f"/incidents/{state.incident}/put-back")
            for state in context.records.reminding_states(practice=practice)
            for reminder in state.reminders
        ),
        notices=_notices(context, around, practice=practice),
        closed=closed,
        calm=around.text("idle-nothing-here" if states else "idle-nothing"),
        hello=around.text("idle-last-good", time=view.clock(last_good)) if last_good else around.text("idle-no-reading"),
        morning=None if middle else morning_view(context, desk),
        certificate=None if middle else certificate_view(context),
        outage=(outage := banner(context, desk)),
        outage_offer=None if practice else next((offer for offer in offers_now(context) if offer.loud), None),
        outage_page=address("/outage/entry" if outage and outage.open else "/outage", desk),
    )


def home(desk: str, *, practice: bool) -> str:
    """The page a desk's forms come back to."""
    return f"{'/practice' if practice else '/'}?{urlencode({'desk': desk})}"


def _middle(states: list[State], desk: str, incident: str | None) -> State | None:
    if incident is not None:
        return next((state for state in states if state.incident == incident), None)
    ours = [state for state in states if state.desk == desk and state.handed_to is None]
    return max(ours, key=lambda state: (state.status == "open", state.changed_at), default=None)


def _urgency(state: State) -> tuple[bool, float]:
    """What nobody has taken comes first, then what changed last."""
    return state.desk is not None, -state.changed_at.timestamp()


def _other(state: State, desk: str, around: Around) -> Other:
    code = view.code_of(state, around.catalogue.problems[state.problem])
    time = view.clock(state.opened_at)
    nobody = "others-place-probe" if state.source == "probe" else "others-place-none"
    where = around.text("others-place", desk=state.desk, time=time) if state.desk else around.text(nobody, time=time)
    if state.handed_to is not None:
        where = f"{where} {around.text('others-handed')}"
    url = f"/incidents/{state.incident}"
    name = around.text(f"problem-{state.problem}.name")
    return Other(f"{code} {name}".strip(), where, state.desk is None, url, f"{url}?{urlencode({'desk': desk})}")


def _notices(context: Context, around: Around, *, practice: bool) -> tuple[NoticeView, ...]:
    midnight = around.now.astimezone(JAPAN).replace(hour=0, minute=0, second=0, microsecond=0)
    fresh = around.now - NOTICE
    return tuple(
        NoticeView(
            around.text(f"problem-{notice.problem}.name"),
            around.text(f"notice-{notice.problem}"),
            around.text("notice-count", count=notice.count),
        )
        # What came just before midnight still stands a moment after it.
        for notice in context.records.notices_since(min(midnight, fresh), practice=practice)
        if notice.last >= fresh
    )


def _closed(context: Context, desk: str, *, practice: bool) -> Closed | None:
    around = context.around()
    last = context.records.last_closed(desk, around.now - DONE, practice=practice)
    if last is None:
        return None
    model = around.catalogue.problems[last.problem].model
    asked = last.cause is None and last.how in ("reported", "verified") and model is not None
    causes = tuple(
        CauseChoice(cause, around.text(view.cause_message(cause))) for cause in (model.causes if model and asked else ())
    )
    titles = {"verified": "closed-title-verified", "abandoned": "closed-title-abandoned"}
    thanks = around.text("closed-thanks") if last.cause else ""
    return Closed(f"/incidents/{last.incident}", around.text(titles.get(last.how or "", "closed-title")), thanks, causes)


def fragment(context: Context, desk: str, *, practice: bool = False, incident: str | None = None) -> str:
    """The changing part of the staff screen as HTML."""
    shown = screen(context, desk, practice=practice, incident=incident)
    return context.render("staff_region.html", context.settings().staff_language, view=shown)


def whole(context: Context, desk: str, *, practice: bool = False, incident: str | None = None) -> str:
    """The staff screen as a page; only a page of its own desk follows the live stream."""
    stream = "" if incident else f"/live/{'practice' if practice else 'staff'}?{urlencode({'desk': desk})}"
    shown = screen(context, desk, practice=practice, incident=incident)
    return context.render("staff.html", context.settings().staff_language, view=shown, stream=stream)


@get("/", media_type=MediaType.HTML, include_in_schema=False)
async def staff_page(context: Here, desk: FromQuery[str] = "1") -> bytes:
    """The desk. Between two changes it is drawn once a second at most: the second counts for what time alone changes."""
    place = name_of_place(desk)
    second = int(context.clock().timestamp())
    stamp = (second, context.records.writes, context.settings(), photos_changed(context.data), context.chain.revision)
    page = context.drawn.get(place, stamp)
    if page is None:
        page = (await to_thread.run_sync(whole, context, place)).encode()
        context.drawn.keep(place, stamp, page)
    return page


@get("/incidents/{incident:str}", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def incident_page(context: Here, incident: FromPath[str], desk: FromQuery[str] = "1") -> str:
    """One incident on any device: this is the page that is handed to whoever repairs."""
    state = context.reception.read(incident)
    return whole(context, name_of_place(desk), practice=state.practice, incident=incident)


@get("/paper", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def paper_page(context: Here) -> str:
    """The four items as a paper form, for when nothing else helps (docs/protocol/outage.md#four-items)."""
    return context.render("paper.html", context.settings().staff_language)


routes = [staff_page, incident_page, paper_page]
