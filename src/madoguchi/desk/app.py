"""Puts the desk together: facts, words, memory, screens and doors as one application."""

import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import anyio
from anyio import to_thread
from jinja2 import Environment
from litestar import Litestar
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.static_files import create_static_files_router

from madoguchi import __version__
from madoguchi.base.clock import Clock, now
from madoguchi.base.log import logger
from madoguchi.base.settings import Settings, SettingsError
from madoguchi.catalogue.load import load_catalogue
from madoguchi.desk import (
    audit,
    booklet,
    card_check,
    chain_page,
    decode,
    lan,
    log,
    login,
    morning,
    notices,
    outage,
    outage_api,
    outage_call,
    outage_entry,
    outage_papers,
    pairing,
    patient,
    photo_search,
    photos,
    practice,
    reconcile,
    settings,
    staff,
    staff_forms,
    streams,
)
from madoguchi.desk.administrator import Gatekeeper
from madoguchi.desk.api import ROUTER
from madoguchi.desk.chain import Chain
from madoguchi.desk.chain_table import facts
from madoguchi.desk.clockwork import Clockwork, abandon
from madoguchi.desk.context import Context, SettingsFile
from madoguchi.desk.gate import Gate, visitor_of
from madoguchi.desk.guardrails import BODY_LIMIT, guarded
from madoguchi.desk.house import House
from madoguchi.desk.live import Live, Render
from madoguchi.desk.other_desk import OtherDesk
from madoguchi.desk.outage_probe import heard
from madoguchi.desk.outage_view import banner_anywhere
from madoguchi.desk.policies import CACHE, Policies
from madoguchi.desk.problem_details import answered, handler, sentences, written
from madoguchi.desk.reception import Reception
from madoguchi.desk.surroundings import surroundings
from madoguchi.desk.templating import environment
from madoguchi.desk.watch import PRACTICE, Watch
from madoguchi.evidence.probes.card_reader.press import CardReader
from madoguchi.evidence.probes.probe import Probe
from madoguchi.evidence.probes.registry import PROBES
from madoguchi.evidence.probes.rounds import Rounds
from madoguchi.records.errors import RecordsError
from madoguchi.records.records import Records
from madoguchi.words.translate import Words, load_words

PAGES: Final = (
    *(staff, staff_forms, patient, practice, log, settings, morning, photos, photo_search, booklet, streams),
    *(login, lan, pairing, audit),
    *(outage, outage_entry, outage_papers, outage_call, reconcile),
    *(card_check, chain_page, notices, decode),
)
"""Every module with pages; each has its handlers in `routes`."""

STATIC: Final = Path(__file__).with_name("static")

NOT_HERE: Final = frozenset({"not-paired", "not-for-this-device"})
"""Refusals to devices that have no staff screen to go back to."""

THREADS: Final = 4
"""Requests worked on at a time: the records take one change after another anyway, and each thread costs memory."""

TICK_SECONDS: Final = 1.0
SWEEP: Final = timedelta(minutes=1)
"""How often forgotten incidents are looked for."""

_log = logger()


def open_context(data: Path, clock: Clock = now, probes: Sequence[Probe] = PROBES) -> Context:
    """A desk on a data directory, which is created where there is none.

    Args:
        data: the data directory.
        clock: tells the time.
        probes: what looks for itself, besides the records.

    Raises:
        RecordsError: the records cannot be opened.
        CatalogueError: the catalogue cannot be used.
    """
    catalogue, words, records = load_catalogue(), load_words(), Records.open(data)
    (data / PRACTICE).mkdir(parents=True, exist_ok=True)
    policies, facility = Policies(catalogue, data / CACHE), SettingsFile(data)
    renders: dict[str, Render] = {}
    live = Live(renders)
    clockwork = Clockwork(live)
    kept: dict[str, Any] = {}
    rounds = Rounds(
        (*probes, OtherDesk(records, catalogue)), lambda: surroundings(facility(), data, clock, kept, records), clock
    )
    reception = Reception(
        records,
        catalogue,
        lambda: policies.guide(facility().waiting),
        clock,
        clockwork,
        lambda problem: facts(rounds.readings(), problem),
    )
    chain = Chain(rounds, reception, live, catalogue, records.open_states, lambda: facility().reader, clock)
    keeper, templates = Gatekeeper(records.administration, clock), environment(words)
    refused_page = _refusal_page(facility, templates, words)
    context = Context(
        data=data,
        clock=clock,
        catalogue=catalogue,
        words=words,
        records=records,
        settings=facility,
        policies=policies,
        live=live,
        clockwork=clockwork,
        reception=reception,
        templates=templates,
        keeper=keeper,
        gate=Gate(keeper, records.devices, clock, lambda scope, refused: answered(scope, refused, words, refused_page)),
        house=House(data, facility, keeper.exists, clock),
        chain=chain,
        started_at=clock(),
        card=CardReader(clock),
    )
    # A screen is drawn from the context, which holds the screens: the knot is tied here, before anything is open.
    renders.update(_screens(context))
    chain.tell(lambda reading: heard(context, reading))
    context.templates.globals["outage_banner"] = lambda: banner_anywhere(context)
    return context


def _screens(context: Context) -> dict[str, Render]:
    return {
        "staff": lambda desk, _lang: staff.fragment(context, desk),
        "practice": lambda desk, _lang: practice.fragment(context, desk),
        "patient": lambda desk, lang: patient.fragment(context, desk, lang),
        "chain": lambda _desk, _lang: chain_page.fragment(context),
    }


def create_app(data: Path, clock: Clock = now, *, watch: bool = True, probes: Sequence[Probe] = PROBES) -> Litestar:
    """The desk as an application; `app.state.context` is its context.

    Args:
        data: the data directory.
        clock: tells the time.
        watch: whether folders are watched, probes look by themselves, and time itself does its work.
        probes: what looks for itself, besides the records.
    """
    context = open_context(data, clock, probes)
    refuse = handler(context.words, _refusal_page(context.settings, context.templates, context.words))
    app = Litestar(
        route_handlers=[
            ROUTER,
            outage_api.ROUTER,
            *(route for page in PAGES for route in page.routes),
            create_static_files_router(
                "/static", [STATIC], cache_control=CacheControlHeader(max_age=300), include_in_schema=False
            ),
        ],
        dependencies={
            "context": Provide(lambda: context, sync_to_thread=False, use_cache=True),
            "visitor": Provide(visitor_of, sync_to_thread=False),
        },
        exception_handlers={Exception: refuse, HTTPException: refuse},
        lifespan=[lambda _app: _open(context, watch=watch)],
        request_max_body_size=BODY_LIMIT,
        openapi_config=OpenAPIConfig(
            title="Madoguchi", version=__version__, path="/schema", render_plugins=[JsonRenderPlugin(path="/")]
        ),
        # Errors are logged by the one exception handler, by their kind alone.
        logging_config=None,
    )
    app.state.context = context
    inside = context.gate.before(app.asgi_handler)
    app.asgi_handler = guarded(inside, lambda refused: written(refused, context.words), context.house.names)
    return app


def _refusal_page(settings: Callable[[], Settings], templates: Environment, words: Words) -> Callable[[str], str]:
    def page(kind: str) -> str:
        try:
            lang = settings().staff_language
        except SettingsError:
            lang = "ja"
        # Drawn without the settings, which may be the very thing that is refused.
        template = templates.get_template("refused.html")
        said, elsewhere = sentences(kind, lang, words), kind in NOT_HERE
        return template.render(page_lang=lang, facility="medical", said=said, elsewhere=elsewhere)

    return page


@asynccontextmanager
async def _open(context: Context, *, watch: bool) -> AsyncIterator[None]:
    """The desk's own work while it is open: delivering to screens, watching folders, minding the time."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    watching = Watch(context)
    context.clockwork.resume(await to_thread.run_sync(context.records.open_states))
    async with anyio.create_task_group() as work:
        work.start_soon(context.live.run)
        work.start_soon(partial(context.chain.run, by_timetable=watch))
        if watch:
            work.start_soon(_mind_the_time, context, watching)
            threading.Thread(target=_solve_ahead, args=(context,), daemon=True, name="plans").start()
        try:
            yield
        finally:
            context.live.close()
            watching.stop()
            work.cancel_scope.cancel()
    await to_thread.run_sync(context.photo.close)
    context.records.close()


def _solve_ahead(context: Context) -> None:
    """Plans are solved beside the first requests, not before them; what is asked for in between is solved at once."""
    try:
        context.policies.warm(context.settings().waiting)
    except SettingsError as error:
        _log.error("not_solved_ahead", error=type(error).__name__)


async def _mind_the_time(context: Context, watching: Watch) -> None:
    swept = context.clock() - SWEEP
    while True:
        at = context.clock()
        watching.look()
        context.clockwork.tick(at)
        if at - swept >= SWEEP:
            swept = at
            await to_thread.run_sync(sweep, context)
            await context.house.keep()
        await anyio.sleep(TICK_SECONDS)


def sweep(context: Context) -> int:
    """Close what nobody touched for half a day, and let go of ledger entries whose day has come; the number closed."""
    at = context.clock()
    try:
        context.records.sweep_ledger(at)
        states = [*context.records.open_states(), *context.records.open_states(practice=True)]
        return abandon(states, lambda incident: context.reception.close(incident, None, "abandoned"), at)
    except RecordsError as error:
        _log.error("not_swept", reason=error.reason)
        return 0
