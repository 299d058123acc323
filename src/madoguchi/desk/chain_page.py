"""The page of the chain: what every probe says, how sure it is, and a press to have them all look now."""

import anyio
import msgspec
from litestar import MediaType, get, post
from litestar.response import Redirect

from madoguchi.desk.chain_view import Ended, Part, endings, parts, told, troubled
from madoguchi.desk.context import Context, Here

WAIT = 2.0
"""Seconds for which a press waits for the readings; what takes longer comes by itself when it is there."""


class ChainPage(msgspec.Struct, frozen=True):
    """Everything the page shows."""

    parts: tuple[Part, ...]
    looking: bool
    asks_lan: bool
    over: tuple[Ended, ...]


def view(context: Context) -> ChainPage:
    """The page now."""
    with context.records.view():
        around = context.around()
        open_now = [around.catalogue.problems[state.problem] for state in context.records.open_states()]
        known = told(context.chain, context.records.last_good())
        return ChainPage(
            parts=parts(known, troubled(open_now, ()), around),
            looking=context.chain.looking,
            asks_lan=around.settings.same_lan is None,
            over=endings(context.chain, context.records, around),
        )


def fragment(context: Context) -> str:
    """The changing part of the page."""
    return context.render("chain_region.html", context.settings().staff_language, view=view(context))


@get("/chain", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def chain_page(context: Here) -> str:
    """The chain, link by link."""
    return context.render("chain.html", context.settings().staff_language, view=view(context))


@post("/chain/look", include_in_schema=False)
async def look(context: Here) -> Redirect:
    """Have everything looked at now. Quick answers stand on the page that follows; slow ones arrive there."""
    context.chain.look_soon()
    with anyio.move_on_after(WAIT):
        await context.chain.looked()
    return Redirect("/chain", status_code=303)


routes = [chain_page, look]
"""The page and its press."""
