"""The doors of the live streams: one for each kind of screen."""

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

from madoguchi.desk import patient
from madoguchi.desk.context import Here
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.refusals import Refused


@get("/live/{screen:str}", include_in_schema=False)
async def follow(context: Here, screen: FromPath[str], desk: FromQuery[str] = "1", lang: FromQuery[str] = "") -> Stream:
    """What a screen shows, from now on: `staff`, `patient`, `practice` or `chain`."""
    if screen not in context.live.screens:
        raise Refused("not-found")
    spoken = patient.language(context, lang) if screen == "patient" else context.settings().staff_language
    return Stream(
        context.live.follow(screen, name_of_place(desk), spoken),
        media_type="text/event-stream",
        headers={"cache-control": "no-cache", "x-accel-buffering": "no"},
    )


routes = [follow]
