"""`madoguchi guide 003`: the next step with its minutes and its reason, after answers already given."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Final

import msgspec
import typer

from madoguchi.base.clock import now
from madoguchi.catalogue.chance import OTHER
from madoguchi.cli.reading import Reading, asked_for, reading
from madoguchi.cli.say import language, show, show_json
from madoguchi.desk.refusals import Refused
from madoguchi.guide import events as ev
from madoguchi.guide.explain import reason_text
from madoguchi.guide.guide import Guide, Proposal
from madoguchi.guide.policy import WEIGHTS
from madoguchi.guide.rules import steps_of
from madoguchi.guide.session import fold, step
from madoguchi.guide.state import State

OUTCOMES: Final[dict[str, ev.Outcome]] = {
    "fail": "failed",
    "failed": "failed",
    "yes": "yes",
    "no": "no",
    "unknown": "unknown",
    "skip": "skipped",
    "skipped": "skipped",
}
"""Answers as they may be written in a trace. `fixed` has no next step."""

READINGS: Final = ("good", "down")
"""What a probe may have said, written in a trace like an answer."""

Trace = list[tuple[str, str]]
"""Steps with their outcome and probes with their reading, in the order in which they came."""


class First(msgspec.Struct, frozen=True):
    """The step to do now; `cost` is what is still to come, in minute-equivalents."""

    kind: str
    step: str
    minutes: float
    p_fix: float
    cost: float
    reason: str


class Other(msgspec.Struct, frozen=True):
    """A step that comes later: `cost` if it came first, `delta_minutes` more than the best, and why.

    `almost_equal`: the difference is below 0.2 minutes, so the choice is with staff.
    """

    kind: str
    step: str
    minutes: float
    p_fix: float
    cost: float
    delta_minutes: float
    almost_equal: bool
    why: str


class Cause(msgspec.Struct, frozen=True):
    """One of the two most probable causes, its chance, and its name in words (empty where nobody listed it)."""

    cause: str
    p: float
    text: str


class Guided(msgspec.Struct, frozen=True):
    """The plan of a problem in figures (expected minutes; `nodes` situations) and the best step after the trace."""

    code: str
    ecr: float
    ecr_all_probes: float
    page_order_ecr: float
    referral: bool
    nodes: int
    first: First | None
    alternatives: tuple[Other, ...]
    causes: tuple[Cause, ...]
    telling: str | None


class Asked(msgspec.Struct, frozen=True):
    """The problem that is asked about, the guide that knows it, and how its messages become words."""

    problem: str
    guide: Guide
    text: Callable[..., str]


def command(
    problem: Annotated[str, typer.Argument(metavar="CODE", help="a code or a topic; none with --model")] = "",
    trace: Annotated[str, typer.Option(help="answers already given, probes already read: a=fail,b=no,line=down")] = "",
    model: Annotated[Path | None, typer.Option(help="a model of your own instead (docs/guide/model.md)")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="print the arithmetic, every number of it")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    lang: Annotated[str | None, typer.Option(help="ja or en")] = None,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """Tell the next step of a problem."""
    at = reading(data)
    asked = _own(model, at, language(lang)) if model is not None else _known(problem, at, language(lang))
    answers = read_trace(trace)
    if explain and asked.guide.catalogue.problems[asked.problem].model is not None:
        _explain(asked, answers, as_json=as_json)
        return
    found = guided(asked, answers)
    if as_json:
        show_json(found)
    elif found.first is None:
        show(asked.text(f"problem-{asked.problem}.summary"))
    else:
        show(asked.text(f"step-{found.first.step}"))
        show(found.first.reason)
        for other in found.alternatives:
            show(f"- {asked.text(f'step-{other.step}')}: {other.why}")


def _known(problem: str, at: Reading, lang: str) -> Asked:
    return Asked(asked_for(problem, at).problem, at.policies.guide(at.settings.waiting), at.around(lang).text)


def _own(file: Path, at: Reading, lang: str) -> Asked:
    """A model of somebody's own: its steps are called by their titles, its causes by their ids."""
    from madoguchi.catalogue.own import load_own  # noqa: PLC0415 - few ask for it
    from madoguchi.guide.exact import LIMIT  # noqa: PLC0415 - as above

    own = load_own(file, file.as_posix(), WEIGHTS[at.settings.waiting], LIMIT)
    spoken = at.around(lang).text
    titles = {f"step-{step}": title for step, title in own.titles.items()}
    titles |= {_cause_message(cause): cause for cause in (own.problem.model.causes if own.problem.model else ())}

    def text(message: str, **args: object) -> str:
        return titles[message] if message in titles else spoken(message, **args)

    return Asked(own.problem.id, Guide(own.catalogue, own.weight), text)


def _explain(asked: Asked, trace: Trace, *, as_json: bool) -> None:
    from madoguchi.cli.guide_explain import explained, told  # noqa: PLC0415 - takes the solver along, which a kept plan needs not

    worked = explained(asked.problem, after(asked, trace), asked.guide.catalogue, asked.guide.weight)
    if as_json:
        show_json(worked)
        return
    for line in told(worked, asked.text):
        show(line)


def read_trace(text: str) -> Trace:
    """Answers written `step=outcome` and readings written `probe=good` or `probe=down`, separated by commas.

    Raises:
        Refused: an answer that cannot be read.
    """
    answers = []
    for piece in filter(None, (piece.strip() for piece in text.split(","))):
        name, equals, outcome = piece.partition("=")
        word = outcome.strip()
        if not equals or word not in (*OUTCOMES, *READINGS):
            raise Refused("bad-outcome", field="--trace")
        answers.append((name.strip(), str(OUTCOMES.get(word, word))))
    return answers


def guided(asked: Asked, trace: Trace) -> Guided:
    """The plan of a problem, and its best step after a trace.

    Raises:
        Refused: the trace answers a step that the problem does not have.
    """
    plan = asked.guide.policy(asked.problem)
    proposal = asked.guide.propose(after(asked, trace))
    return Guided(
        code=asked.problem,
        ecr=plan.ecr if plan else 0.0,
        ecr_all_probes=plan.ecr_all_probes if plan else 0.0,
        page_order_ecr=plan.page_order_ecr if plan else 0.0,
        referral=plan.referral if plan else False,
        nodes=len(plan.nodes) if plan else 0,
        first=_first(proposal, asked.text) if proposal else None,
        alternatives=_others(proposal, asked.text) if proposal else (),
        causes=_causes(proposal, asked.text) if proposal else (),
        telling=reason_text(proposal.telling, asked.text) if proposal and proposal.telling else None,
    )


def after(asked: Asked, trace: Trace) -> State:
    """The state after a trace, whose answers need not be those to the steps that were proposed."""
    moment, catalogue = now(), asked.guide.catalogue
    facts = catalogue.problems[asked.problem]
    known, probes = steps_of(facts), {probe.id for probe in (facts.model.probe if facts.model else ())}
    state = step(None, ev.IncidentOpened(moment, "trace", asked.problem), asked.guide)[0]
    for number, (name, outcome) in enumerate(trace, 1):
        when = moment + timedelta(seconds=number)
        if name in probes and outcome in READINGS:
            state = fold(state, ev.Observed(when, f"probe:{name}", outcome))
            continue
        if name not in known or outcome in READINGS:
            raise Refused("unknown-step", field="--trace")
        state = fold(state, ev.StepAnswered(when, name, OUTCOMES[outcome]))
        if catalogue.steps[name].kind == "fallback" and outcome == "yes":
            state = fold(state, ev.FallbackTaken(when))
    return state


def _first(proposal: Proposal, text: Callable[..., str]) -> First:
    reason = reason_text(proposal.reason, text, lead=True)
    return First(proposal.kind, proposal.step, proposal.minutes, proposal.p_fix, proposal.cost, reason)


def _others(proposal: Proposal, text: Callable[..., str]) -> tuple[Other, ...]:
    return tuple(
        Other(
            kind=each.kind,
            step=each.step,
            minutes=each.minutes,
            p_fix=each.p_fix,
            cost=each.cost,
            delta_minutes=each.delta_minutes,
            almost_equal=each.same,
            why=reason_text(each.why, text),
        )
        for each in proposal.alternatives
    )


def _causes(proposal: Proposal, text: Callable[..., str]) -> tuple[Cause, ...]:
    return tuple(
        Cause(cause, chance, "" if cause == OTHER else text(_cause_message(cause))) for cause, chance in proposal.causes[:2]
    )


def _cause_message(cause: str) -> str:
    return f"cause-{cause.replace('.', '-')}"
