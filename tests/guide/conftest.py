"""Invented problems, small enough to be solved by hand or by a plain recursion, and the catalogue as it is shipped."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import strategies as st

from benchmarks.guide.plain import plain
from benchmarks.guide.recursion import optimum
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import (
    ActionModel,
    Catalogue,
    Chance,
    EscalationModel,
    Model,
    ProbeModel,
    Problem,
    QuestionModel,
    Readiness,
    Rule,
    Step,
)
from madoguchi.guide import events as ev

Invented = tuple[Problem, Catalogue]
Naive = Callable[..., float]
MINUTES = (0.5, 1.0, 2.0, 5.0, 10.0)


def problem_with(model: Model | None, problem_id: str = "invented") -> Problem:
    return Problem(
        id=problem_id,
        kind="topic",
        stage="desk",
        part=("desk",),
        speaks_to="staff",
        breaks="nothing",
        payment="none",
        contacts=(),
        sources=(),
        readiness=Readiness("done", "done", "done"),
        tier="none",
        model=model,
    )


def catalogue_with(problem: Problem, steps: dict[str, Step], clusters: dict[str, float]) -> Catalogue:
    return Catalogue({problem.id: problem}, steps, clusters, {}, {}, {}, {})


@st.composite
def inventions(draw: st.DrawFn) -> Invented:
    """A random problem: up to four causes, three actions, two questions, two probes, three escalations, one cluster."""
    causes = [f"link.cause_{n}" for n in range(draw(st.integers(1, 4)))]
    chances: st.SearchStrategy[Chance] = st.sampled_from([0.0, 0.03, 0.15, 0.5, 0.85, 0.97, 1.0])
    rows = st.fixed_dictionaries(dict.fromkeys(causes, chances))
    words: st.SearchStrategy[Chance] = st.sampled_from(["rare", "sometimes", "even", "usually", "nearly-always"])
    asked = st.fixed_dictionaries(dict.fromkeys([*causes, "default"], words))
    actions = tuple(ActionModel(f"act-{n}", draw(rows)) for n in range(draw(st.integers(0, 3))))
    questions = tuple(QuestionModel(f"ask-{n}", draw(asked)) for n in range(draw(st.integers(0, 2))))
    probes = tuple(ProbeModel(f"probe-{n}", draw(asked)) for n in range(draw(st.integers(0, 2))))
    remits = st.sets(st.sampled_from([*causes, "other"])).map(lambda found: tuple(sorted(found)))
    escalations = tuple(EscalationModel(f"call-{n}", draw(remits)) for n in range(draw(st.integers(1, 3))))
    steps = {entry.id: draw(_steps("action")) for entry in actions} | {
        entry.id: draw(_steps("question")) for entry in questions
    }
    steps |= {entry.id: Step("escalation", draw(st.sampled_from(MINUTES)), "wait", rework=25.0) for entry in escalations}
    steps["go-on"] = Step("fallback", 2.0, "wait")
    order = draw(st.permutations([*(entry.id for entry in actions), *(entry.id for entry in questions)]))
    model = Model(
        fallback="go-on",
        fallback_cost=draw(st.sampled_from([1.5, 3.0, 5.0])),
        causes={cause: draw(st.sampled_from([0.03, 0.15, 0.5, 0.85])) for cause in causes},
        escalation=escalations,
        page_order=(*order, escalations[0].id),
        assumptions=("invented",),
        probe=probes,
        question=questions,
        action=actions,
    )
    problem = problem_with(model)
    return problem, catalogue_with(problem, steps, {"rack": draw(st.sampled_from([0.5, 2.0]))})


@st.composite
def _steps(draw: st.DrawFn, kind: str) -> Step:
    rules: tuple[Rule, ...] = ("another-card",) if draw(st.integers(0, 5)) == 0 else ()
    return Step(
        kind="action" if kind == "action" else "question",
        minutes=draw(st.sampled_from(MINUTES)),
        patient="wait",
        needs_patient=not rules and draw(st.booleans()),
        burden=draw(st.sampled_from([0.0, 0.5])),
        cluster=draw(st.sampled_from([None, "rack"])),
        rules=rules,
    )


@pytest.fixture(scope="session")
def invent() -> st.SearchStrategy[Invented]:
    return inventions()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def naive() -> Naive:
    """The equations as a plain recursion, which the benchmark holds the solver against."""

    def recursion(problem: Problem, catalogue: Catalogue, weight: float, masked: frozenset[str] = frozenset()) -> float:
        return optimum(plain(problem, catalogue, weight), masked)

    return recursion


@pytest.fixture
def lamp() -> Invented:
    """A reader that does not light up: a loose plug (mended by pushing it in) or a dead reader (the maker's)."""
    model = Model(
        fallback="go-on",
        fallback_cost=2.0,
        causes={"reader.plug_loose": 0.8, "reader.dead": 0.2},
        escalation=(EscalationModel("call-maker", ("reader.dead", "other")),),
        page_order=("push-plug", "call-maker"),
        assumptions=("invented",),
        question=(QuestionModel("lamp-on", {"default": 0.05, "reader.dead": 0.6}),),
        action=(ActionModel("push-plug", {"reader.plug_loose": 0.9}),),
        other=0.0,
    )
    problem = problem_with(model)
    steps = {
        "push-plug": Step("action", 1.0, "wait"),
        "lamp-on": Step("question", 5.0, "wait"),
        "go-on": Step("fallback", 2.0, "wait"),
        "call-maker": Step("escalation", 10.0, "wait", rework=30.0),
    }
    return problem, catalogue_with(problem, steps, {})


@pytest.fixture
def nine() -> datetime:
    """Nine o'clock on a Monday morning in Japan."""
    return datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


@pytest.fixture
def opened(nine: datetime) -> Callable[[str], ev.IncidentOpened]:
    """Opens an incident of a problem at desk 1."""
    return lambda problem: ev.IncidentOpened(nine, "an-incident", problem, desk="1")
