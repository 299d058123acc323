"""Practice: the staff screen with every problem to try and sample files to drop; nothing of it enters log or figures."""

from typing import Final

import msgspec
from litestar import MediaType, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from madoguchi.desk.context import Context, Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.refusals import Refused
from madoguchi.desk.staff import Choice, Screen, home, screen
from madoguchi.desk.staff_forms import Sent
from madoguchi.wire.exchange.samples import Case, build, cases

FOLDER: Final = ("practice", "face")
"""The practice folder below the data directory, watched like a terminal's."""


def practice_screen(context: Context, desk: str) -> Screen:
    """The staff screen of a practice desk, with everything there is to try."""
    problems = context.catalogue.problems.values()
    staff_language = context.settings().staff_language

    def named(problem: str) -> Choice:
        return Choice(problem, context.around().text(f"problem-{problem}.name"))

    def sample(name: str, case: Case) -> Choice:
        return Choice(name, case.en if staff_language == "en" else case.ja)

    return msgspec.structs.replace(
        screen(context, desk, practice=True),
        practice_codes=tuple(named(problem.id) for problem in problems if problem.kind == "code"),
        practice_topics=tuple(
            named(problem.id) for problem in problems if problem.kind == "topic" and problem.gives == "incident"
        ),
        practice_samples=tuple(sample(name, case) for name, case in cases().items()),
    )


def fragment(context: Context, desk: str) -> str:
    """The changing part of the practice screen as HTML."""
    return context.render("staff_region.html", context.settings().staff_language, view=practice_screen(context, desk))


@get("/practice", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def practice_page(context: Here, desk: FromQuery[str] = "1") -> str:
    """A desk to practise at."""
    place = name_of_place(desk)
    shown = practice_screen(context, place)
    stream = home(place, practice=True).replace("/practice", "/live/practice")
    return context.render("staff.html", context.settings().staff_language, view=shown, stream=stream)


@post("/practice/sample", sync_to_thread=True, include_in_schema=False)
def drop_sample(context: Here, data: Sent) -> Redirect:
    """Drop a sample file into the practice folder, as a terminal would; the desk finds it there."""
    if data.case not in cases():
        raise Refused("unknown-sample")
    sample = build(data.case, cases()[data.case].encodings[0], context.clock())
    folder = context.data.joinpath(*FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".{sample.name}.part"
    half.write_bytes(sample.data)
    half.replace(folder / sample.name)
    return Redirect(home(name_of_place(data.desk), practice=True), status_code=303)


routes = [practice_page, drop_sample]
