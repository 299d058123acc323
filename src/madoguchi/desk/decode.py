"""The pages of the telephone words: an incident's own, large enough to read out, and one that tells what heard words say."""

from typing import Annotated

import msgspec
from litestar import MediaType, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery

from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.refusals import Refused
from madoguchi.desk.staff import home
from madoguchi.desk.telephone_words import Decoded, decoded, not_heard, words_of
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.wire.telephone.six_words import NotHeard

LIMIT = 200
"""Longest text read, in signs."""


class Heard(msgspec.Struct, frozen=True):
    """Words as they were typed."""

    words: str = ""


def _page(context: Context, typed: str = "", found: Decoded | None = None, trouble: str = "") -> str:
    return context.render("decode.html", context.settings().staff_language, typed=typed, found=found, trouble=trouble)


@get("/decode", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def decode_page(context: Here) -> str:
    """The empty form."""
    return _page(context)


@post("/decode", media_type=MediaType.HTML, status_code=200, sync_to_thread=True, include_in_schema=False)
def decode(context: Here, data: Annotated[Heard, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> str:
    """What the words say, or which of them to ask for again."""
    around, typed = context.around(), data.words.strip()
    if len(typed) > LIMIT:
        raise Refused("too-large", field="words")
    if holds_my_number(typed):
        return _page(context, trouble=around.text("field-my-number"))
    try:
        return _page(context, typed, decoded(typed, around))
    except NotHeard as refusal:
        return _page(context, typed, trouble=not_heard(refusal, around))


@get("/incidents/{incident:str}/words", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def words_page(context: Here, incident: FromPath[str], desk: FromQuery[str] = "1") -> str:
    """An incident's words, one by one and large."""
    state, around = context.reception.read(incident), context.around()
    words = words_of(state, context.chain.rounds.readings(), around)
    place = home(name_of_place(desk), practice=state.practice)
    name = around.text(f"problem-{state.problem}.name")
    return context.render("telephone.html", around.lang, words=words, back=place, name=name, practice=state.practice)


routes = [decode_page, decode, words_page]
