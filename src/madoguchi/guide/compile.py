"""Solves a problem exactly from a situation on: loaded only where no finished plan is at hand, for it takes NumPy along."""

import itertools
from collections.abc import Mapping

import numpy as np

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.exact import Table, solve
from madoguchi.guide.graph import graph
from madoguchi.guide.model import Floats, Numbers, numbers, probe_likelihoods
from madoguchi.guide.page_order import page_order_cost
from madoguchi.guide.plan import Node, Situation
from madoguchi.guide.policy import Policy


def compile_policy(
    problem: Problem,
    catalogue: Catalogue,
    weight: float,
    masked: frozenset[str] = frozenset(),
    probes: Mapping[str, str] | None = None,
) -> Policy:
    """Solve a problem exactly from its beginning and keep what can be reached; see `policy_from`."""
    return policy_from(problem, catalogue, weight, Situation(tuple(sorted(masked)), dict(probes or {})))


def policy_from(problem: Problem, catalogue: Catalogue, weight: float, at: Situation) -> Policy:
    """Solve a problem exactly from any situation on and keep what can be reached, with all figures.

    Raises:
        ValueError: the problem has no model or no reachable escalation.
        TooLargeError: too many states for one table.
    """
    model = problem.model
    if model is None:
        raise ValueError(f"{problem.id} has no model")
    table = solved(problem, catalogue, weight, at)
    nodes = graph(table, at)
    unread = probe_likelihoods(model, table.numbers.causes, at.probes)
    return Policy(
        problem=problem.id,
        ecr=nodes[0].best.cost,
        ecr_all_probes=_with_all_probes(table.numbers, unread, fell_back=at.fell_back) if unread else nodes[0].best.cost,
        page_order_ecr=page_order_cost(numbers(problem, catalogue, weight), model.page_order),
        referral=_refers(nodes),
        states=table.value[:, :, 0].size,
        nodes=nodes,
    )


def nodes_from(problem: Problem, catalogue: Catalogue, weight: float, at: Situation) -> tuple[Node, ...]:
    """Only the plan itself, without the figures that compare it; raises as `policy_from`."""
    return graph(solved(problem, catalogue, weight, at), at)


def solved(problem: Problem, catalogue: Catalogue, weight: float, at: Situation) -> Table:
    """All states from a situation on; raises as `policy_from`."""
    return solve(numbers(problem, catalogue, weight, masked=frozenset(at.masked), probes=at.probes, done=at.done))


def _with_all_probes(these: Numbers, unread: list[tuple[Floats, Floats]], *, fell_back: bool) -> float:
    priors = [these.prior * np.prod(rows, axis=0) for rows in itertools.product(*unread)]
    return float(solve(these, np.array(priors)).value[int(fell_back), 0].sum())


def _refers(nodes: tuple[Node, ...]) -> bool:
    first = nodes[0]
    if first.best.kind == "fallback":
        first = nodes[first.children["yes"]]
    return first.best.kind == "escalation"
