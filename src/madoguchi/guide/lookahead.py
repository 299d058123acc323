"""The next step from a belief alone, without a table: one or two steps ahead, then the cheapest repairs per chance of success.

For models too large to be solved exactly. At the leaves stands "p/c with optimal stopping": always the action with the best
chance of success for its cost, unless handing over, or going on without the repair, costs less.
Beliefs come in batches: a row of `weights` is the chance of every cause together with what was answered on the way.
"""

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from madoguchi.guide.exact import TIE
from madoguchi.guide.model import Floats, Move, Numbers

Flags = NDArray[np.bool_]
NEVER: Final = np.inf


class Board(msgspec.Struct, frozen=True, eq=False):
    """The numbers of a problem as arrays over its moves: which cluster each is in, which moves it waits for."""

    numbers: Numbers
    actions: tuple[int, ...]
    mates: Flags
    waits: Flags
    blocked: Flags
    calls: Floats


def board(numbers: Numbers) -> Board:
    """Lay out a problem once for many decisions."""
    moves, places = numbers.moves, {move.id: index for index, move in enumerate(numbers.moves)}
    return Board(
        numbers=numbers,
        actions=tuple(index for index, move in enumerate(moves) if move.kind == "action"),
        mates=np.array([[bool(a.cluster) and a.cluster == b.cluster for b in moves] for a in moves], dtype=np.bool_),
        waits=np.array([[b.id in a.after for b in moves] for a in moves], dtype=np.bool_),
        blocked=np.array([any(name not in places for name in move.after) for move in moves], dtype=np.bool_),
        calls=np.stack([call.cost for call in numbers.escalations]),
    )


def look(these: Board, *, fell_back: bool = False, depth: int = 2) -> list[tuple[str, float]]:
    """Every step that can be done now with its expected cost in minutes, best first; ties in catalogue order.

    Args:
        these: the problem, its prior conditioned on everything known.
        fell_back: whether the visit already goes on without the repair.
        depth: how many steps are looked ahead, at least 1.
    """
    numbers = these.numbers
    weights, done = numbers.prior[None, :], np.zeros((1, len(numbers.moves)), dtype=np.bool_)
    found = [
        (move.id, float(cost[0]))
        for index, move in enumerate(numbers.moves)
        if (cost := _going_on(these, index, weights, done, depth, fell_back=fell_back))[0] < NEVER
    ]
    kappa = 0.0 if fell_back else numbers.kappa
    if numbers.fallback is not None and not fell_back:
        found.append((numbers.fallback, kappa + float(value(these, weights, done, depth - 1, fell_back=True)[0])))
    found += [(call.id, kappa + float(weights[0] @ call.cost)) for call in numbers.escalations]
    least = min(cost for _, cost in found)
    first = next(index for index, (_, cost) in enumerate(found) if cost <= least + TIE)
    return [found[first], *sorted(found[:first] + found[first + 1 :], key=lambda option: option[1])]


def value(these: Board, weights: Floats, done: Flags, depth: int, *, fell_back: bool) -> Floats:
    """What is still to come from each row, times its chance, when `depth` steps are looked ahead."""
    if depth == 0 or not len(weights):
        return _greedy(these, weights, done, fell_back=fell_back)
    best = _stop(these, weights, fell_back=fell_back)
    if these.numbers.fallback is not None and not fell_back:
        ahead = value(these, weights, done, depth - 1, fell_back=True)
        best = np.minimum(best, these.numbers.kappa * weights.sum(axis=1) + ahead)
    for index in range(len(these.numbers.moves)):
        best = np.minimum(best, _going_on(these, index, weights, done, depth, fell_back=fell_back))
    return best


def _going_on(  # noqa: PLR0913 - a step and where it is taken
    these: Board, index: int, weights: Floats, done: Flags, depth: int, *, fell_back: bool
) -> Floats:
    """The cost of one step and all that follows, for each row; NEVER where it cannot be done."""
    cost = np.full(len(weights), NEVER)
    move = these.numbers.moves[index]
    rows = np.flatnonzero(_may(these, index, move, done, fell_back=fell_back))
    if not len(rows):
        return cost
    held, after = weights[rows], done[rows].copy()
    after[:, index] = True
    ahead = [value(these, held * seen, after, depth - 1, fell_back=fell_back) for seen in move.likelihood]
    cost[rows] = _price(these, index, done[rows], fell_back=fell_back) * held.sum(axis=1) + np.sum(ahead, axis=0)
    return cost


def _may(these: Board, index: int, move: Move, done: Flags, *, fell_back: bool) -> Flags:
    if these.blocked[index] or not move.available(fell_back=fell_back):
        return np.zeros(len(done), dtype=np.bool_)
    ready: Flags = ~done[:, index] & np.all(done[:, these.waits[index]], axis=1)
    return ready


def _price(these: Board, index: int, done: Flags, *, fell_back: bool) -> Floats:
    move, numbers = these.numbers.moves[index], these.numbers
    walked = np.any(done[:, these.mates[index]], axis=1)
    full, opened = (numbers.cost(move, fell_back=fell_back, opened=opened) for opened in (False, True))
    return np.where(walked, opened, full)


def _stop(these: Board, weights: Floats, *, fell_back: bool) -> Floats:
    """Handing over now, to whom it costs least."""
    least: Floats = (weights @ these.calls.T).min(axis=1)
    return least if fell_back else least + these.numbers.kappa * weights.sum(axis=1)


def _greedy(these: Board, weights: Floats, done: Flags, *, fell_back: bool) -> Floats:
    """p/c with optimal stopping: at each point only the action of the best ratio, against handing over and falling back."""
    numbers, stops, prices, states = these.numbers, [], [], []
    for _ in range(len(these.actions) + 1):
        stops.append(_stop(these, weights, fell_back=fell_back))
        states.append((weights, done))
        chosen, price = best_ratio(these, weights, done, fell_back=fell_back)
        possible = np.isfinite(price)
        prices.append(np.where(possible, np.where(possible, price, 0.0) * weights.sum(axis=1), NEVER))
        if not np.any(possible):
            break
        failed = np.stack([move.likelihood[0] for move in numbers.moves])[chosen]
        weights, done = weights * failed, done | (np.arange(len(numbers.moves)) == chosen[:, None])
    if numbers.fallback is not None and not fell_back:
        ahead = [_greedy(these, held, so_far, fell_back=True) for held, so_far in states]
        stops = [
            np.minimum(stop, numbers.kappa * held.sum(axis=1) + gone_on)
            for stop, (held, _), gone_on in zip(stops, states, ahead, strict=True)
        ]
    best = stops[-1]
    for stop, price in zip(reversed(stops[:-1]), reversed(prices[:-1]), strict=True):
        best = np.minimum(stop, np.where(np.isfinite(price), price + best, NEVER))
    return best


def best_ratio(these: Board, weights: Floats, done: Flags, *, fell_back: bool) -> tuple[NDArray[np.int64], Floats]:
    """For each row the action of the largest chance of success for its cost, and that cost; NEVER where there is none."""
    ratios = np.zeros((len(weights), len(these.numbers.moves)))
    prices = np.full(ratios.shape, NEVER)
    for index in these.actions:
        move = these.numbers.moves[index]
        may = _may(these, index, move, done, fell_back=fell_back)
        prices[may, index] = _price(these, index, done[may], fell_back=fell_back)
        ratios[may, index] = (weights[may] @ (1.0 - move.likelihood[0])) / prices[may, index]
    if not these.actions:
        return np.zeros(len(weights), dtype=np.int64), np.full(len(weights), NEVER)
    chosen = ratios.argmax(axis=1)
    rows = np.arange(len(weights))
    return chosen, np.where(ratios[rows, chosen] > 0.0, prices[rows, chosen], NEVER)
