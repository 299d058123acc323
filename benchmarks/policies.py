"""How long the guide takes to solve every problem, against the equations written down as a plain recursion."""

import json
import math
import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from madoguchi.catalogue.chance import chance, shares
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue, EscalationModel, Model, Problem
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.policy import WEIGHTS
from madoguchi.guide.rules import at_opening

Sigma = frozenset[tuple[str, str]]
"""Which steps gave which outcomes."""


def naive(problem: Problem, catalogue: Catalogue, weight: float, masked: frozenset[str] = frozenset()) -> float:
    """Expected cost of repair from the start, straight from the equations: dictionaries, recursion, memory of states."""
    model = problem.model
    if model is None:
        raise ValueError(problem.id)
    prior = shares(model.causes, model.other) | {"other": model.other}
    steps, kappa, likelihood = catalogue.steps, model.fallback_cost, tellings(model, list(prior))
    given = {entry.id: entry.minutes for kind in (model.question, model.action, model.escalation) for entry in kind}
    minutes = {step: own if own is not None else steps[step].minutes for step, own in given.items()}

    def price(step: str, done: set[str], *, fell_back: bool) -> float:
        cluster = steps[step].cluster
        walked = cluster is None or any(steps[other].cluster == cluster for other in done)
        own = minutes[step] + (0.0 if walked else catalogue.clusters[str(cluster)])
        return own if fell_back else own * (1 + weight) + steps[step].burden

    def stop(entry: EscalationModel, held: dict[str, float]) -> float:
        rework = steps[entry.id].rework if entry.rework is None else entry.rework
        return sum(held[c] * (minutes[entry.id] + (0.0 if c in entry.remit else rework)) for c in prior)

    def possible(step: str, *, fell_back: bool) -> bool:
        return not (steps[step].needs_patient if fell_back else "another-card" in steps[step].rules)

    @cache
    def value(sigma: Sigma, fell_back: bool) -> float:  # noqa: FBT001 - part of the key
        done = {step for step, _ in sigma}
        held = {c: prior[c] * math.prod(likelihood[step][outcome][c] for step, outcome in sigma) for c in prior}
        total = sum(held.values())
        patient = 0.0 if fell_back else kappa * total
        costs = [stop(e, held) + patient for e in model.escalation if e.id not in masked]
        if not fell_back and model.fallback not in masked:
            costs.append(patient + value(sigma, True))
        for step in likelihood.keys() - done - masked:
            if possible(step, fell_back=fell_back):
                after = sum(value(sigma | {(step, outcome)}, fell_back) for outcome in likelihood[step])
                costs.append(price(step, done, fell_back=fell_back) * total + after)
        return min(costs)

    return value(frozenset(), False)


def tellings(model: Model, causes: list[str]) -> dict[str, dict[str, dict[str, float]]]:
    """Step, outcome, cause: the chance of that outcome."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for question in model.question:
        yes = {c: chance(question.yes.get(c, question.yes.get("default", "even"))) for c in causes}
        no = {c: (1 - yes[c]) * 0.95 for c in causes}
        found[question.id] = {"yes": {c: yes[c] * 0.95 for c in causes}, "no": no, "unknown": dict.fromkeys(causes, 0.05)}
    for action in model.action:
        found[action.id] = {"failed": {c: 1 - chance(action.fixes.get(c, action.fixes.get("default", 0.0))) for c in causes}}
    return found


def timed(work: Callable[[], Any], runs: int = 3) -> tuple[Any, float]:
    """What the work gives, and the best of some runs in seconds."""
    best, found = float("inf"), None
    for _ in range(runs):
        began = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - began)
    return found, best


def measure(problem: Problem, catalogue: Catalogue, weight: float) -> dict[str, Any]:
    """Figures of one problem: minute-equivalents and seconds."""
    masked = at_opening(problem, catalogue)
    policy, seconds = timed(lambda: compile_policy(problem, catalogue, weight, masked))
    same, slow = timed(lambda: naive(problem, catalogue, weight, masked), runs=1)
    return {
        "seconds": round(seconds, 6),
        "naive_seconds": round(slow, 6),
        "naive_over_exact": round(slow / seconds, 2),
        "gap": abs(same - policy.ecr),
        "states": policy.states,
        "nodes": len(policy.nodes),
        "ecr": round(policy.ecr, 3),
        "ecr_all_probes": round(policy.ecr_all_probes, 3),
        "page_order_ecr": round(policy.page_order_ecr, 3),
        "referral": policy.referral,
        "first": policy.nodes[0].best.step,
    }


def main() -> None:
    """Print the figures of every problem that has a model, and the time for all codes together."""
    catalogue, weight = load_catalogue(), WEIGHTS["normal"]
    modelled = {name: problem for name, problem in catalogue.problems.items() if problem.model is not None}
    figures = {name: measure(problem, catalogue, weight) for name, problem in sorted(modelled.items())}
    codes = [name for name in figures if modelled[name].kind == "code"]
    _, total = timed(
        lambda: [compile_policy(modelled[c], catalogue, weight, at_opening(modelled[c], catalogue)) for c in codes]
    )
    naive_total = sum(figures[name]["naive_seconds"] for name in codes)
    report = {
        "weight": weight,
        "codes": len(codes),
        "codes_seconds": round(total, 4),
        "naive_over_exact": round(naive_total / total, 2),
        "largest_gap": max(entry["gap"] for entry in figures.values()),
        "problems": figures,
    }
    json.dump(report, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
