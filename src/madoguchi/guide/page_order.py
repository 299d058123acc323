"""What the order of steps of the public page costs when it is played literally: the control every policy is compared with.

The patient waits until the page itself names a fallback or an escalation. The page knows no hard rules, so none binds it;
only what cannot be done (a step that needs the patient after they were looked after) or repeats a step is left out.
Answers to its questions are remembered; where it ends without naming an escalation, the best one for them is called.
"""

import numpy as np

from madoguchi.guide.model import Floats, Move, Numbers


def page_order_cost(numbers: Numbers, order: tuple[str, ...]) -> float:
    """Expected cost of repair of the order, in minute-equivalents; `numbers` must be without masks and from the start."""
    return _play(numbers, _without_repeats(order), numbers.prior, fell_back=False, walked=frozenset())


def _without_repeats(order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(order))


def _play(numbers: Numbers, order: tuple[str, ...], weights: Floats, *, fell_back: bool, walked: frozenset[str]) -> float:
    chance = float(weights.sum())
    patient = 0.0 if fell_back else numbers.kappa * chance
    stops = {e.id: patient + float(weights @ e.cost) for e in numbers.escalations}
    if not order:
        return min(stops.values())
    step, rest = order[0], order[1:]
    if step in stops:
        return stops[step]
    if step == numbers.fallback:
        return patient + _play(numbers, rest, weights, fell_back=True, walked=walked)
    move = next(move for move in numbers.moves if move.id == step)
    if fell_back and move.needs_patient:
        return _play(numbers, rest, weights, fell_back=fell_back, walked=walked)
    cost = numbers.cost(move, fell_back=fell_back, opened=move.cluster in walked)
    after = walked | ({move.cluster} if move.cluster else set())
    return cost * chance + sum(
        _play(numbers, rest, branch, fell_back=fell_back, walked=after) for branch in _branches(move, weights)
    )


def _branches(move: Move, weights: Floats) -> list[Floats]:
    branches = [weights * likelihood for likelihood in move.likelihood]
    return [branch for branch in branches if np.any(branch > 0.0)]
