"""What a rehearsal cost, in the guide's own units and from the catalogue's own table: the run, the page's order, the best.

Nothing here has figures of its own: steps, rework and the cost of going on are those that the guide plans with.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from madoguchi.catalogue.chance import OTHER, shares
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.model import Escalation, Floats, Move, Numbers, numbers
from madoguchi.guide.page_order import page_order_cost
from madoguchi.guide.policy import WEIGHTS

WEIGHT: Final = WEIGHTS["normal"]

Probes = Mapping[str, str]
Outcome = Callable[[str], str]
"""What a step gives in this rehearsal: `fixed` or `failed` for an action, `yes`, `no` or `unknown` for a question."""


class Sum:
    """Minutes that add up while steps are done: walking to the rack once, the patient waiting until looked after."""

    def __init__(self, these: Numbers, cause: str) -> None:
        """Begin with nothing done."""
        self.minutes = 0.0
        self.fell_back = False
        self._these, self._walked = these, set[str]()
        self._cause = these.causes.index(cause)

    def move(self, move: Move) -> None:
        """A question or an action."""
        opened = move.cluster in self._walked
        self.minutes += self._these.cost(move, fell_back=self.fell_back, opened=opened)
        if move.cluster:
            self._walked.add(move.cluster)

    def go_on(self) -> None:
        """The patient is looked after by another way."""
        if not self.fell_back:
            self.minutes += self._these.kappa
        self.fell_back = True

    def call(self, escalation: Escalation) -> None:
        """The repair is handed over, to the right address or not; the patient is looked after in any case."""
        self.go_on()
        self.minutes += float(escalation.cost[self._cause])


def run_minutes(problem: Problem, catalogue: Catalogue, cause: str, steps: Sequence[tuple[str, str]]) -> float:
    """Minutes of a run, given its steps and how each went.

    The first call ends the count: what follows a wrong address is what its rework stands for.
    """
    these = numbers(problem, catalogue, WEIGHT)
    total, moves = Sum(these, cause), {move.id: move for move in these.moves}
    calls = {one.id: one for one in these.escalations}
    for step, outcome in steps:
        if step in moves:
            total.move(moves[step])
        elif step in calls:
            total.call(calls[step])
            break
        elif outcome == "yes":
            total.go_on()
    return total.minutes


def page_minutes(problem: Problem, catalogue: Catalogue, cause: str, probes: Probes, outcome: Outcome) -> float:
    """Minutes of the page's order with the same probes, falling back where that is best for this order on average."""
    model = problem.model
    if model is None:
        return 0.0
    start = numbers(problem, catalogue, WEIGHT, probes=probes)
    orders = _with_fallback(tuple(dict.fromkeys(model.page_order)), model.fallback)
    best = min(orders, key=lambda order: page_order_cost(start, order))
    return _played(start, best, cause, outcome)


def clairvoyant_minutes(problem: Problem, catalogue: Catalogue, cause: str, outcome: Outcome) -> float:
    """Minutes of somebody who knows the cause and what will help: the one step that takes it away, or the right address."""
    these = numbers(problem, catalogue, WEIGHT)
    costs: list[float] = []
    for move in these.moves:
        if move.kind == "action" and outcome(move.id) == "fixed":
            if move.available(fell_back=False):
                costs.append(these.cost(move, fell_back=False, opened=False))
            if move.available(fell_back=True):
                costs.append(these.kappa + these.cost(move, fell_back=True, opened=False))
    place = these.causes.index(cause)
    costs += [these.kappa + float(one.cost[place]) for one in these.escalations]
    return min(costs)


def share_of(problem: Problem, cause: str) -> float:
    """How often this problem has this cause."""
    model = problem.model
    if model is None:
        return 0.0
    return (shares(model.causes, model.other) | {OTHER: model.other}).get(cause, 0.0)


def _with_fallback(order: tuple[str, ...], fallback: str) -> list[tuple[str, ...]]:
    """The order, and the order with the patient looked after at every earlier moment."""
    named = order.index(fallback) if fallback in order else len(order)
    rest = tuple(step for step in order if step != fallback)
    return [order, *((*rest[:place], fallback, *rest[place:]) for place in range(named + 1))]


def _played(start: Numbers, order: tuple[str, ...], cause: str, outcome: Outcome) -> float:
    moves, calls = {move.id: move for move in start.moves}, {one.id: one for one in start.escalations}
    total, weights = Sum(start, cause), start.prior
    for step in order:
        if step in calls:
            total.call(calls[step])
            return total.minutes
        if step == start.fallback:
            total.go_on()
            continue
        move = moves[step]
        if total.fell_back and move.needs_patient:
            continue
        total.move(move)
        told = outcome(step)
        if told == "fixed":
            return total.minutes
        weights = weights * move.likelihood[move.outcomes.index(told)]
    total.call(_best_address(start, weights))
    return total.minutes


def _best_address(start: Numbers, weights: Floats) -> Escalation:
    """Where the page names nobody, whoever is best for what is believed by then."""
    return min(start.escalations, key=lambda one: float(np.dot(weights, one.cost)))
