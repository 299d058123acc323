"""The one-minute morning check: four looks at the reader before the first patient, and what to open where one is not good."""

from typing import Annotated, Final, Literal
from urllib.parse import urlencode

import msgspec
from litestar import MediaType, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from madoguchi.base.clock import JAPAN
from madoguchi.desk.backup_reminder import BackupView, backup_view
from madoguchi.desk.chain_table import chain_table
from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.morning_signs import known
from madoguchi.desk.refusals import Refused

ITEMS: Final[dict[str, str]] = {"screen": "no-code", "automatic": "009", "card": "001", "lens": "102"}
"""What is looked at, in this order, and the problem to open where it is not good: nothing on the screen, the mode is not
automatic (docs/protocol/codes.md#modes), one's own card is not taken, the camera does not see."""

ICONS: Final = {"good": "ok", "bad": "doubt", "open": "todo"}


class MorningCheck(msgspec.Struct, frozen=True):
    """One look: what, how it was found (`good`, `bad`, or `open` while nobody looked), and what the buttons say.

    `known` says by what a machine knew it; staff can say otherwise, and then their word counts.
    """

    id: str
    text: str
    how: str
    state: Literal["good", "bad", "open"]
    icon: str
    button: str
    bad: str
    mend: str
    problem: str
    known: str = ""


class MorningView(msgspec.Struct, frozen=True):
    """The morning check of one desk today."""

    title: str
    left: str
    done: bool
    checks: tuple[MorningCheck, ...]
    more: str
    backup: BackupView


def morning_view(context: Context, desk: str) -> MorningView:
    """The check as it stands today at a desk."""
    around = context.around()
    answers = context.records.checks(around.now.astimezone(JAPAN).date(), desk)
    checks = []
    machine = known(context, around)
    seen = {look.item: look.problem for look in chain_table().morning if look.item in machine or look.item in answers}
    for item, problem in (ITEMS | seen).items():
        found, sign = answers.get(item), machine.get(item)
        told = found.state if found is not None else sign.state if sign is not None else None
        state: Literal["good", "bad", "open"] = "open" if told is None else "good" if told == "good" else "bad"
        text = around.text(f"morning-{item}")
        how, button, bad, mend = (
            "" if state == "good" else around.text(f"morning-{item}.{part}") for part in ("how", "good", "bad", "mend")
        )
        said = sign.text if sign is not None and found is None else ""
        mended = mend if state == "bad" else ""
        if said and state == "good":
            bad = around.text("morning-overrule")
        checks.append(MorningCheck(item, text, how, state, ICONS[state], button, bad, mended, problem, said))
    left = sum(check.state != "good" for check in checks)
    return MorningView(
        title=around.text("morning-title"),
        left=around.text("morning-left", count=left) if left else around.text("morning-done"),
        done=left == 0,
        checks=tuple(checks),
        more=around.text("morning-more"),
        backup=backup_view(context),
    )


class Looked(msgspec.Struct, frozen=True):
    """One answer: which item, and how it was found."""

    item: str
    state: str = "good"
    desk: str = "1"
    back: str = ""


@post("/morning", sync_to_thread=True, include_in_schema=False)
def save_morning(context: Here, data: Annotated[Looked, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Redirect:
    """Keep one answer, and go back to where it was given."""
    desk = name_of_place(data.desk)
    if data.item not in ITEMS | {look.item: look.problem for look in chain_table().morning}:
        raise Refused("unknown-field", field="item")
    if data.state not in ("good", "bad"):
        raise Refused("unknown-field", field="state")
    now = context.clock()
    context.records.save_check(now.astimezone(JAPAN).date(), data.item, data.state, now, desk)
    page = "/morning" if data.back == "/morning" else "/"
    return Redirect(f"{page}?{urlencode({'desk': desk})}", status_code=303)


@get("/morning", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def morning_page(context: Here, desk: FromQuery[str] = "1") -> str:
    """The morning check with the way to do each look."""
    place = name_of_place(desk)
    return context.render("morning.html", context.settings().staff_language, view=morning_view(context, place), desk=place)


routes = [morning_page, save_morning]
