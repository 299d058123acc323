"""T2: invented problems of many sizes, and the 27 codes: every way to choose against the optimum."""

from typing import Any

import msgspec
import numpy as np

from benchmarks.guide.page import page
from benchmarks.guide.peers import all_peers
from benchmarks.guide.plain import plain
from benchmarks.guide.recursion import optimum
from benchmarks.guide.spread import Spread, spread
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import (
    ActionModel,
    Catalogue,
    Chance,
    EscalationModel,
    Model,
    Problem,
    QuestionModel,
    Readiness,
    Step,
)
from madoguchi.guide.model import numbers
from madoguchi.guide.rules import at_opening

MODELS = 60
WEIGHT = 2.0
CHECKED = 1_500
"""States up to which the plain recursion checks the solver."""


class Report(msgspec.Struct, frozen=True):
    """Ratios to the optimum by way of choosing; `checked` of the models were solved by the plain recursion as well.

    `codes_ratio_to_optimum`: the same of the shipped codes before any probe is read, which no lot decides.
    """

    seed: int
    models: int
    checked: int
    exact_over_recursion: Spread
    ratio_to_optimum: dict[str, Spread]
    codes_ratio_to_optimum: dict[str, Spread]


def invent(dice: np.random.Generator) -> tuple[Problem, Catalogue]:
    """A problem of 3 to 12 causes, 2 to 9 actions, 0 to 4 questions, 2 to 4 to call; half of its steps near the machine."""
    causes = [f"link.cause_{n}" for n in range(dice.integers(3, 13))]
    weights = dice.dirichlet(np.ones(len(causes)))
    actions = tuple(ActionModel(f"act-{n}", _fixes(dice, causes)) for n in range(dice.integers(2, 10)))
    questions = tuple(QuestionModel(f"ask-{n}", _tells(dice, causes)) for n in range(dice.integers(0, 5)))
    calls = int(dice.integers(2, 5))
    whose = dice.integers(0, calls, len(causes) + 1)
    remits = [[cause for cause, call in zip([*causes, "other"], whose, strict=True) if call == n] for n in range(calls)]
    escalations = tuple(EscalationModel(f"call-{n}", tuple(remit)) for n, remit in enumerate(remits))
    steps = {name: _step(dice, name) for name in (*(each.id for each in actions), *(each.id for each in questions))}
    steps |= {call.id: Step("escalation", float(dice.choice([5, 10, 15])), "wait", rework=30.0) for call in escalations}
    steps["go-on"] = Step("fallback", 2.0, "wait")
    model = Model(
        fallback="go-on",
        fallback_cost=float(dice.uniform(1.5, 5.0)),
        causes={cause: float(weight / weights.max()) for cause, weight in zip(causes, weights, strict=True)},
        escalation=escalations,
        page_order=(*(action.id for action in actions), "call-0"),
        assumptions=("invented",),
        question=questions,
        action=actions,
    )
    problem = Problem(
        id="invented",
        kind="topic",
        stage="desk",
        part=("desk",),
        speaks_to="staff",
        breaks="nothing",
        payment="none",
        contacts=(),
        sources=(),
        readiness=Readiness("open", "open", "open"),
        tier="none",
        model=model,
    )
    return problem, Catalogue({"invented": problem}, steps, {"rack": float(dice.choice([0.5, 1.0, 2.0]))}, {}, {}, {}, {})


def _fixes(dice: np.random.Generator, causes: list[str]) -> dict[str, Chance]:
    mended = dice.choice(causes, size=min(len(causes), int(dice.integers(1, 4))), replace=False)
    return {str(cause): float(dice.uniform(0.3, 0.97)) for cause in mended}


def _tells(dice: np.random.Generator, causes: list[str]) -> dict[str, Chance]:
    return {cause: float(dice.choice([0.03, 0.15, 0.5, 0.85, 0.97])) for cause in causes}


def _step(dice: np.random.Generator, name: str) -> Step:
    asks = name.startswith("ask")
    return Step(
        kind="question" if asks else "action",
        minutes=float(dice.choice([0.5, 1.0] if asks else [0.5, 1.0, 2.0, 5.0, 10.0])),
        patient="wait",
        needs_patient=bool(dice.random() < 0.3),
        burden=float(dice.choice([0.0, 0.5])),
        cluster="rack" if dice.random() < 0.3 else None,
    )


def run(seed: int, size: int | None = None) -> Report:
    """Invent the problems and play every way."""
    dice, count = np.random.default_rng([seed, 2]), size or MODELS
    ratios: dict[str, list[float]] = {}
    shipped: dict[str, list[float]] = {}
    checked = []
    for _ in range(count):
        problem, catalogue = invent(dice)
        model = plain(problem, catalogue, WEIGHT)
        costs = _costs(problem, catalogue, frozenset())
        states = 2 ** len(model.tells) * 2 ** len(problem.model.question if problem.model else ())
        if states <= CHECKED:
            checked.append(costs["exact"] / optimum(model))
        _add(ratios, costs)
    catalogue = load_catalogue()
    for problem in catalogue.problems.values():
        if problem.kind == "code" and problem.model is not None:
            _add(shipped, _costs(problem, catalogue, at_opening(problem, catalogue)))
    return Report(seed, count, len(checked), spread(checked), _spreads(ratios), _spreads(shipped))


def _costs(problem: Problem, catalogue: Catalogue, masked: frozenset[str]) -> dict[str, float]:
    model = plain(problem, catalogue, WEIGHT)
    costs = {"page order": page(model), "page, best fallback": page(model, free=True)}
    return costs | all_peers(numbers(problem, catalogue, WEIGHT, masked=masked))


def _add(ratios: dict[str, list[float]], costs: dict[str, float]) -> None:
    for way, cost in costs.items():
        ratios.setdefault(way, []).append(cost / costs["exact"])


def _spreads(ratios: dict[str, list[float]]) -> dict[str, Spread]:
    return {way: spread(found) for way, found in ratios.items()}


def goals(report: Report) -> dict[str, tuple[float, str, bool]]:
    """Figure, goal and whether it is reached, by name."""
    exact, two = report.exact_over_recursion, report.ratio_to_optimum["two-step"].mean
    return {
        f"exact over the plain recursion, worst of {report.checked}": (exact.worst, "1.000", exact.worst == 1.0),
        "two-step over the optimum, mean": (two, "<= 1.01", two <= 1.01),
    }


def table(report: Report) -> list[dict[str, Any]]:
    """The rows of the Markdown table."""
    return [
        {
            "way to choose": way,
            "mean ratio to the optimum": f"{found.mean:.4f}",
            "5 % to 95 %": f"{found.p05:.3f} to {found.p95:.3f}",
            "worst": f"{found.worst:.3f}",
            "27 codes: mean": f"{report.codes_ratio_to_optimum[way].mean:.4f}",
            "worst code": f"{report.codes_ratio_to_optimum[way].worst:.3f}",
        }
        for way, found in report.ratio_to_optimum.items()
    ]
