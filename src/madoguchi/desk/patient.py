"""The patient screen: one page per desk, following the step; nothing on it says who the patient is or why."""

from litestar import MediaType, get
from litestar.params import FromQuery

from madoguchi.desk import patient_view
from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.moments import DONE
from madoguchi.words.translate import LANGUAGES

EASY = "ja-easy"
"""The language a patient screen begins with, where the facility offers it."""


def language(context: Context, lang: str) -> str:
    """The language to show: the wanted one where we have it, else the house's own."""
    offered = context.settings().patient_languages
    if lang in LANGUAGES:
        return lang
    return EASY if EASY in offered or not offered else offered[0]


def fragment(context: Context, desk: str, lang: str) -> str:
    """The changing part of a patient screen as HTML."""
    return context.render("patient_region.html", lang, view=_region(context, desk, lang))


def _region(context: Context, desk: str, lang: str) -> patient_view.Region:
    around = context.around(lang)
    with context.records.view():
        states, closed = context.records.open_states(), context.records.last_closed(desk, around.now - DONE)
    return patient_view.region(patient_view.shown([*states, *([closed] if closed else [])], desk, around), lang, around)


@get("/patient", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def patient_page(
    context: Here, desk: FromQuery[str] = "1", lang: FromQuery[str] = "", size: FromQuery[str] = "", back: FromQuery[str] = ""
) -> str:
    """The patient screen of a desk; `back` adds the way back to staff on a device that both share."""
    desk, chosen = name_of_place(desk), language(context, lang)
    page = patient_view.page(desk, chosen, large=size == "large", back=bool(back), around=context.around(chosen))
    stream = f"/live/patient?{patient_view.query(desk=desk, lang=chosen)}"
    return context.render("patient.html", chosen, view=_region(context, desk, chosen), page=page, stream=stream)


routes = [patient_page]
