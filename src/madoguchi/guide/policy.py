"""The best plan for one problem as a graph of plain values: what the desk looks up and a person can read."""

import hashlib
import itertools
from collections.abc import Mapping
from typing import Final

import msgspec
import numpy as np

from madoguchi.catalogue.chance import WORDS
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.exact import Table, solve
from madoguchi.guide.graph import Node, Situation, graph
from madoguchi.guide.model import Floats, Numbers, numbers, probe_likelihoods
from madoguchi.guide.page_order import page_order_cost

FORMAT: Final = 1
"""Raised whenever the solver or the graph changes its meaning, so that no older file is taken for a new one."""

WEIGHTS: Final = {"light": 0.5, "normal": 2.0, "heavy": 4.0}
"""How much a minute of a waiting patient weighs, in the clinic's three words (an assumption the clinic may change)."""


class Policy(msgspec.Struct, frozen=True):
    """The plan of a problem from one situation on; node 0 is that situation. Costs in minute-equivalents.

    `ecr` knows no probe beyond those given, `ecr_all_probes` reads every probe first, `page_order_ecr` plays the public
    page's order (the same from any situation). `referral`: the best is to hand over at once, with no repair here.
    """

    problem: str
    ecr: float
    ecr_all_probes: float
    page_order_ecr: float
    referral: bool
    states: int
    nodes: tuple[Node, ...]


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
    table = _solved(problem, catalogue, weight, at)
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
    return graph(_solved(problem, catalogue, weight, at), at)


def _solved(problem: Problem, catalogue: Catalogue, weight: float, at: Situation) -> Table:
    return solve(numbers(problem, catalogue, weight, masked=frozenset(at.masked), probes=at.probes, done=at.done))


def content_key(problem: Problem, catalogue: Catalogue, weight: float, situation: Situation | None = None) -> str:
    """A SHA-256 in hexadecimal over everything a policy depends on: equal keys mean equal policies."""
    model = problem.model
    entries = () if model is None else (model.action, model.question, model.escalation)
    used = {entry.id: catalogue.steps[entry.id] for kind in entries for entry in kind}
    parts = (FORMAT, WORDS, problem.id, model, used, catalogue.clusters, weight, situation or Situation())
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def _with_all_probes(these: Numbers, unread: list[tuple[Floats, Floats]], *, fell_back: bool) -> float:
    priors = [these.prior * np.prod(rows, axis=0) for rows in itertools.product(*unread)]
    return float(solve(these, np.array(priors)).value[int(fell_back), 0].sum())


def _refers(nodes: tuple[Node, ...]) -> bool:
    first = nodes[0]
    if first.best.kind == "fallback":
        first = nodes[first.children["yes"]]
    return first.best.kind == "escalation"
