"""What the guide itself expects of some causes of a problem: its own plan, followed answer by answer, with every probe read."""

import itertools
from collections.abc import Collection, Iterator

import numpy as np

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.compile import nodes_from
from madoguchi.guide.model import Floats, Numbers, numbers, probe_likelihoods
from madoguchi.guide.plan import Node, Situation
from madoguchi.guide.rules import at_opening
from madoguchi.rehearsal.minutes import WEIGHT


def expected_minutes(problem: Problem, catalogue: Catalogue, causes: Collection[str]) -> float:
    """Minutes that the guide's plan costs on average where one of these causes is true, each as often as the catalogue says.

    Raises:
        ValueError: the problem has no model.
    """
    model = problem.model
    if model is None:
        raise ValueError(f"{problem.id} has no model")
    start = numbers(problem, catalogue, WEIGHT)
    chances = start.prior * np.array([cause in causes for cause in start.causes])
    names = [probe.id for probe in model.probe]
    closed = tuple(sorted(at_opening(problem, catalogue)))
    total = 0.0
    for seen in itertools.product(("good", "down"), repeat=len(names)):
        rows = (row[("good", "down").index(state)] for row, state in zip(_rows(problem, start), seen, strict=True))
        weights = chances * np.prod([np.ones(len(chances)), *rows], axis=0)
        plan = nodes_from(problem, catalogue, WEIGHT, Situation(masked=closed, probes=dict(zip(names, seen, strict=True))))
        total += _follow(plan, plan[0], start, weights, frozenset())
    return total / float(chances.sum())


def _rows(problem: Problem, start: Numbers) -> Iterator[tuple[Floats, Floats]]:
    model = problem.model
    return iter(probe_likelihoods(model, start.causes, {}) if model is not None else ())


def _follow(plan: tuple[Node, ...], node: Node, these: Numbers, weights: Floats, walked: frozenset[str]) -> float:
    """Minutes from a node on, weighted with the chance of being there."""
    best, chance = node.best, float(weights.sum())
    if chance == 0.0:
        return 0.0
    if best.kind == "fallback":
        return these.kappa * chance + _follow(plan, plan[node.children["yes"]], these, weights, walked)
    if best.kind == "escalation":
        called = next(one for one in these.escalations if one.id == best.step)
        return (0.0 if node.fell_back else these.kappa * chance) + float(weights @ called.cost)
    move = next(one for one in these.moves if one.id == best.step)
    cost = these.cost(move, fell_back=node.fell_back, opened=move.cluster in walked) * chance
    after = walked | ({move.cluster} if move.cluster else frozenset())
    return cost + sum(
        _follow(plan, plan[node.children[outcome]], these, weights * likelihood, after)
        for outcome, likelihood in zip(move.outcomes, move.likelihood, strict=True)
        if outcome in node.children
    )
