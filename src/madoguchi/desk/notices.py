"""Notices of the portal: staff paste one, see what was understood of it, and one tap makes it what the desk goes by.

The text itself is read once and not kept; only what was understood is (docs/protocol/probes.md).
"""

from datetime import datetime
from typing import Annotated, Final

import msgspec
from anyio import to_thread
from litestar import MediaType, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from madoguchi.desk.chain_view import at_time
from madoguchi.desk.context import Context, Here
from madoguchi.desk.refusals import Refused
from madoguchi.desk.surroundings import standing
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.evidence.probes.notice_text import LONGEST, read_notice
from madoguchi.evidence.probes.probe import Notice
from madoguchi.records.area_notices import AreaNotice

SERVICES: Final = ("centre", "portal", "prescription", "line")
PROBE: Final = "area-notice"
SAID: Final = {"": None, "yes": True, "no": False}


class Understood(msgspec.Struct, frozen=True):
    """A notice as the page shows it, and the fields that a tap sends back."""

    lines: tuple[str, ...]
    useful: bool
    fields: dict[str, str]


class Pasted(msgspec.Struct, frozen=True):
    """What staff pasted."""

    text: str = ""


class Confirmed(msgspec.Struct, frozen=True):
    """What was understood, as the tap sends it back."""

    services: str = ""
    over: str = ""
    planned: str = ""
    since: str = ""
    until: str = ""
    sure: str = "0"


def _understood(notice: Notice, context: Context) -> Understood:
    around = context.around()
    what = "over" if notice.over else "planned" if notice.planned else "down" if notice.over is False else "untold"
    lines = [around.text(f"notices-is-{what}")]
    named = [around.text(f"notices-service-{service}") for service in notice.services]
    lines += named or [around.text("notices-no-service")]
    lines += [around.text("notices-since", time=at_time(notice.since, around))] if notice.since else []
    lines += [around.text("notices-until", time=at_time(notice.until, around))] if notice.until else []
    over = next(word for word, value in SAID.items() if value is notice.over)
    fields = {
        "services": ",".join(notice.services),
        "over": over,
        "planned": "1" if notice.planned else "",
        "since": notice.since.isoformat() if notice.since else "",
        "until": notice.until.isoformat() if notice.until else "",
        "sure": f"{notice.sure:.2f}",
    }
    return Understood(tuple(lines), notice.over is not None and bool(notice.services), fields)


def _page(context: Context, found: Understood | None = None, trouble: str = "", *, kept: bool = False) -> str:
    around = context.around()
    now = [_understood(one, context) for one in standing(context.records, around.now)]
    return context.render("notices.html", around.lang, found=found, trouble=trouble, kept=kept, now=now)


@get("/notices", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def notices_page(context: Here, kept: FromQuery[str] = "") -> str:
    """What is in force, and where to paste the next one."""
    return _page(context, kept=kept == "1")


@post("/notices", media_type=MediaType.HTML, status_code=200, sync_to_thread=True, include_in_schema=False)
def read(context: Here, data: Annotated[Pasted, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> str:
    """What was understood of a pasted text; nothing is kept yet."""
    around = context.around()
    if not data.text.strip():
        return _page(context, trouble=around.text("notices-empty"))
    if holds_my_number(data.text):
        return _page(context, trouble=around.text("field-my-number"))
    if len(data.text) > LONGEST:
        return _page(context, trouble=around.text("notices-long"))
    return _page(context, _understood(read_notice(data.text, around.now), context))


@post("/notices/keep", include_in_schema=False)
async def keep(context: Here, data: Annotated[Confirmed, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Redirect:
    """Go by a notice from now on; the guide and the strip learn it at once."""
    await to_thread.run_sync(context.records.add_area_notice, _confirmed(data, context.clock()))
    context.chain.look_soon((PROBE,))
    await context.chain.looked()
    return Redirect("/notices?kept=1", status_code=303)


def _confirmed(data: Confirmed, now: datetime) -> AreaNotice:
    services = tuple(filter(None, data.services.split(",")))
    if not services or not set(services) <= set(SERVICES):
        raise Refused("unknown-field", field="services")
    if data.over not in SAID or SAID[data.over] is None:
        raise Refused("unknown-field", field="over")
    try:
        sure = min(max(float(data.sure), 0.0), 1.0)
    except ValueError:
        raise Refused("unknown-field", field="sure") from None
    since, until = _moment(data.since, "since"), _moment(data.until, "until")
    return AreaNotice(services, SAID[data.over], bool(data.planned), since, until, sure, now)


def _moment(text: str, field: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        raise Refused("unknown-field", field=field) from None
    if moment is not None and moment.tzinfo is None:
        raise Refused("unknown-field", field=field)
    return moment


routes = [notices_page, read, keep]
