"""The doors for programs: incidents and problems as JSON."""

from collections.abc import Callable
from typing import Any, Final, Literal

import msgspec
from anyio import to_thread
from litestar import Request, Response, Router, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody

from madoguchi.desk.bodies import ReportOperation, idempotency_key, read_report
from madoguchi.desk.context import Context, Here
from madoguchi.desk.explanation import Explanation, explanation
from madoguchi.desk.incident_view import FileTaken, IncidentView, incident_view, problem_name
from madoguchi.desk.intake import Answered, Closing, Observation, by_code, observed
from madoguchi.desk.photo_door import told
from madoguchi.desk.photo_upload import BODY_LIMIT, photo_in
from madoguchi.desk.problem_details import ProblemDetails
from madoguchi.desk.reception import Once, Taken, digest
from madoguchi.desk.recognition import Recognition, by_photo, recognition
from madoguchi.desk.refusals import PROBLEM_JSON, STATUS, Refused
from madoguchi.desk.repeats import once
from madoguchi.desk.reporting import take
from madoguchi.desk.status import Status, status
from madoguchi.guide.state import State

REFUSALS: Final = {
    code: ResponseSpec(ProblemDetails, media_type=PROBLEM_JSON, generate_examples=False, description="said kindly")
    for code in sorted(set(STATUS.values()))
}

Lang = FromQuery[Literal["ja", "en"] | None]
"""The language of the staff's words; without it, the one of the settings."""

Asked = Request[Any, Any, Any]
Act = Callable[[Once | None], State | Taken]


def _written(context: Context, outcome: State | Taken, status_code: int) -> bytes:
    """An answer as it is kept and sent: its status on the first line, then its JSON."""
    around = context.around()
    if isinstance(outcome, Taken) and not outcome.incidents:
        notices = tuple(problem_name(problem, around) for problem in outcome.notices)
        return b"200\n" + msgspec.json.encode(FileTaken(notices, outcome.good))
    state = outcome.incidents[0] if isinstance(outcome, Taken) else outcome
    return str(status_code).encode() + b"\n" + msgspec.json.encode(incident_view(state, around))


async def _done(context: Context, request: Asked, asked: bytes, act: Act, status_code: int = 200) -> Response[Any]:
    """Carry out what a request asks, once for each idempotency key, in a worker thread."""
    key = idempotency_key(request)

    def run() -> bytes:
        if key is None:
            return _written(context, act(None), status_code)
        what = digest(key.encode(), request.url.path.encode(), asked)
        once = Once(key, what, lambda outcome: _written(context, outcome, status_code))
        return context.reception.once(once, act)

    code, _, body = (await to_thread.run_sync(run)).partition(b"\n")
    return Response(body, status_code=int(code), media_type="application/json")


@post(
    "/incidents",
    status_code=201,
    operation_class=ReportOperation,
    responses=REFUSALS | {200: ResponseSpec(FileTaken, generate_examples=False, description="a file without an incident")},
)
async def open_incident(request: Asked, context: Here) -> Response[IncidentView]:
    """Report a code, words or a result file; the same problem at the same desk within ten minutes joins its incident."""
    report, content = await read_report(request)
    asked = msgspec.json.encode(report) + (content or b"")
    return await _done(context, request, asked, lambda once: take(context, report, content, once), 201)


@get("/incidents/{incident:str}", sync_to_thread=True, responses=REFUSALS)
def read_incident(context: Here, incident: FromPath[str], lang: Lang = None) -> IncidentView:
    """Where an incident stands."""
    return incident_view(context.reception.read(incident), context.around(lang))


@post("/incidents/{incident:str}/observations", status_code=200, responses=REFUSALS)
async def add_observation(
    request: Asked, context: Here, incident: FromPath[str], data: JSONBody[Observation]
) -> Response[IncidentView]:
    """Add what else became known."""
    return await _done(
        context,
        request,
        msgspec.json.encode(data),
        lambda once: context.reception.observe(incident, observed(data, context.words, context.catalogue), once),
    )


@post("/incidents/{incident:str}/answers", status_code=200, responses=REFUSALS)
async def answer_step(
    request: Asked, context: Here, incident: FromPath[str], data: JSONBody[Answered]
) -> Response[IncidentView]:
    """Say how the current step went."""
    return await _done(
        context,
        request,
        msgspec.json.encode(data),
        lambda once: context.reception.answer(incident, data.step, data.outcome, once),
    )


@post("/incidents/{incident:str}/close", status_code=200, responses=REFUSALS)
async def close_incident(
    request: Asked, context: Here, incident: FromPath[str], data: JSONBody[Closing]
) -> Response[IncidentView]:
    """End an incident, or name the cause of one that has ended."""
    return await _done(
        context,
        request,
        msgspec.json.encode(data),
        lambda once: context.reception.close(incident, data.cause, data.how, once),
    )


@get("/problems", sync_to_thread=True, responses=REFUSALS)
def list_problems(context: Here, lang: Lang = None) -> list[Explanation]:
    """Everything that can go wrong, with what it means and what to do."""
    return [explanation(context.answer(problem, lang)) for problem in context.catalogue.problems]


@get("/problems/{code:str}", sync_to_thread=True, responses=REFUSALS)
def read_problem(context: Here, code: FromPath[str], lang: Lang = None) -> Explanation:
    """What one problem means and what to do. Codes may be written as people write them."""
    try:
        named = by_code(code, context.catalogue)
    except Refused:
        raise Refused("unknown-problem") from None
    return explanation(context.answer(named.problem, lang))


@get("/status", sync_to_thread=True, responses=REFUSALS)
def read_status(context: Here) -> Status:
    """How the desk itself is."""
    return status(context)


@post(
    "/recognise",
    status_code=200,
    operation_class=ReportOperation,
    responses=REFUSALS,
    request_max_body_size=BODY_LIMIT,
)
async def recognise(request: Asked, context: Here) -> Response[Recognition]:
    """Rank the problems that a code, words, a result file or a photo of the reader's screen may mean. Opens nothing."""
    photo = await photo_in(request)
    if photo is not None:
        reading = told(await context.photo.read(photo))
        return await once(context, request, photo, lambda: msgspec.json.encode(by_photo(reading, context.around())))
    report, content = await read_report(request)

    def act() -> bytes:
        return msgspec.json.encode(
            recognition(report, content, context.words, context.catalogue, context.settings().staff_language)
        )

    return await once(context, request, msgspec.json.encode(report) + (content or b""), act)


ROUTER: Final = Router(
    path="/api",
    route_handlers=[
        open_incident,
        read_incident,
        add_observation,
        answer_step,
        close_incident,
        list_problems,
        read_problem,
        read_status,
        recognise,
    ],
    tags=["desk"],
)
