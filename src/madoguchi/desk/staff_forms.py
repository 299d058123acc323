"""The plain forms of the staff screen. Each ends where it began, so everything works without scripts."""

import re
from typing import Annotated, Final, Literal

import msgspec
from litestar import MediaType, Response, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath
from litestar.response import Redirect

from madoguchi.catalogue.chance import OTHER
from madoguchi.desk.choosing import choose_view
from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import WORDS_LIMIT, Named, by_code, name_of_place
from madoguchi.desk.reception import Reported
from madoguchi.desk.refusals import Refused
from madoguchi.desk.staff import home
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.guide.events import How, Outcome


class Form(msgspec.Struct, frozen=True):
    """The fields any form of the staff screen may carry; a form fills those it needs."""

    desk: str = "1"
    back: str = ""
    practice: str = ""
    text: str = ""
    problem: str = ""
    outcome: Outcome | None = None
    step: str = ""
    way: str = ""
    tries: Literal["1", "2"] | None = None
    cause: str = ""
    how: How | None = None
    reminder: str = ""
    case: str = ""
    thumb: Literal["up", "down"] | None = None


Sent = Annotated[Form, Body(media_type=RequestEncodingType.URL_ENCODED)]

OWN_PAGE: Final = re.compile(r"/(?:practice|incidents/\w+)?(?:\?[\w=&%.+-]*)?")
"""The pages a form may lead back to; an address from elsewhere leads home."""


def back(form: Form) -> Redirect:
    """To the page the form stood on."""
    own = form.back if OWN_PAGE.fullmatch(form.back) else home(form.desk, practice=bool(form.practice))
    return Redirect(own, status_code=303)


@post("/report", sync_to_thread=True, include_in_schema=False)
def report(context: Here, data: Sent) -> Redirect | Response[str]:
    """A code, a topic, or words: a code opens an incident at once, words first ask which problem is meant."""
    desk = name_of_place(data.desk)
    wanted = data.problem or data.text
    try:
        named = by_code(wanted, context.catalogue)
    except Refused:
        return Response(choose(context, desk, data), media_type=MediaType.HTML, status_code=200)
    _open(context, named, desk, practice=bool(data.practice))
    return Redirect(home(desk, practice=bool(data.practice)), status_code=303)


def _open(context: Context, named: Named, desk: str, *, practice: bool) -> None:
    reader = context.settings().reader
    context.reception.report(Reported(named.problem, desk, "staff", reader, practice, named.observed))


def choose(context: Context, desk: str, data: Form) -> str:
    """The page that asks which of the problems nearest to the words is meant.

    Raises:
        Refused: the words hold somebody's number, or are far too many.
    """
    if holds_my_number(data.text):
        raise Refused("my-number")
    if len(data.text) > WORDS_LIMIT:
        raise Refused("too-large")
    view = choose_view(data.text.strip(), desk, context.around(), practice=bool(data.practice))
    return context.render("choose.html", context.settings().staff_language, view=view)


@post("/incidents/{incident:str}/answer", sync_to_thread=True, include_in_schema=False)
def answer(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """Staff's answer to the step on their screen; where the screen was behind, it simply shows the present step."""
    if data.outcome is None:
        raise Refused("missing-field", field="outcome")
    state = context.reception.read(incident)
    if state.step is not None and state.step.step == data.step:
        context.reception.answer(incident, data.step, data.outcome)
    return back(data)


@post("/incidents/{incident:str}/way", sync_to_thread=True, include_in_schema=False)
def way(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """Go on with this patient by another way, while the repair goes on or waits."""
    context.reception.fall_back(incident, data.way or None)
    return back(data)


@post("/incidents/{incident:str}/tries", sync_to_thread=True, include_in_schema=False)
def tries(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """How many PIN tries the reader says are left: 1 or 2."""
    if data.tries is None:
        raise Refused("missing-field", field="tries_left")
    context.reception.observe(incident, (("tries_left", data.tries),))
    return back(data)


@post("/incidents/{incident:str}/take", sync_to_thread=True, include_in_schema=False)
def take(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """Take an incident that came from a file to this desk."""
    context.reception.take(incident, name_of_place(data.desk))
    return back(data)


@post("/incidents/{incident:str}/hand", sync_to_thread=True, include_in_schema=False)
def hand(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """Hand the repair to a colleague; the next page is the one to show them."""
    context.reception.hand_over(incident, "colleague")
    return Redirect(f"/incidents/{incident}?desk={name_of_place(data.desk)}", status_code=303)


@post("/incidents/{incident:str}/close", sync_to_thread=True, include_in_schema=False)
def close(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """End an incident here."""
    if data.how is None:
        raise Refused("missing-field", field="how")
    context.reception.close(incident, None, data.how)
    return Redirect(home(data.desk, practice=bool(data.practice)), status_code=303)


@post("/incidents/{incident:str}/cause", sync_to_thread=True, include_in_schema=False)
def cause(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """What it had been, told after it ended."""
    model = context.catalogue.problems[context.reception.read(incident).problem].model
    if model is None or data.cause not in (*model.causes, OTHER):
        raise Refused("unknown-cause")
    context.reception.close(incident, data.cause, "reported")
    return back(data)


@post("/incidents/{incident:str}/thumb", sync_to_thread=True, include_in_schema=False)
def thumb(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """Whether the answer helped; kept on this machine alone, practice apart."""
    state = context.reception.read(incident)
    if data.thumb is None:
        raise Refused("missing-field", field="thumb")
    if not state.practice:
        context.records.add_feedback(state.problem, context.clock(), up=data.thumb == "up", incident=incident)
    return back(data)


@post("/incidents/{incident:str}/put-back", sync_to_thread=True, include_in_schema=False)
def put_back(context: Here, incident: FromPath[str], data: Sent) -> Redirect:
    """Something that was switched is as it was."""
    context.reception.put_back(incident, data.reminder)
    return back(data)


routes = [report, answer, way, tries, take, hand, close, cause, thumb, put_back]
