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
from madoguchi.guide.model import Floats, Numbers

Flags = NDArray[np.bool_]
NEVER: Final = np.inf


class Board(msgspec.Struct, frozen=True, eq=False):
    """A problem as arrays over its moves; those with a row for `fell_back` false and one for true stand by place.

    `mates`: moves of the same cluster; `waits`: moves that must be done before; `fixes`: of actions, chance of success.
    """

    numbers: Numbers
    mates: Flags
    waits: Flags
    available: Flags
    full: Floats
    opened: Floats
    fixes: Floats
    failed: Floats
    calls: Floats


def board(numbers: Numbers) -> Board:
    """Lay out a problem once for many decisions."""
    moves, causes = numbers.moves, len(numbers.causes)
    known = {move.id for move in moves}
    size = len(moves)
    acts = [move.kind == "action" for move in moves]
    return Board(
        numbers=numbers,
        mates=np.array([[bool(a.cluster) and a.cluster == b.cluster for b in moves] for a in moves], bool).reshape(size, size),
        waits=np.array([[b.id in a.after for b in moves] for a in moves], bool).reshape(size, size),
        available=np.array(
            [[known.issuperset(m.after) and m.available(fell_back=fell_back) for m in moves] for fell_back in (False, True)]
        ).astype(bool),
        full=_prices(numbers, opened=False),
        opened=_prices(numbers, opened=True),
        fixes=np.array([(1.0 - m.likelihood[0]) * act for m, act in zip(moves, acts, strict=True)]).reshape(size, causes),
        failed=np.array([m.likelihood[0] for m in moves]).reshape(size, causes),
        calls=np.stack([call.cost for call in numbers.escalations]),
    )


def _prices(numbers: Numbers, *, opened: bool) -> Floats:
    return np.array(
        [[numbers.cost(move, fell_back=fell_back, opened=opened) for move in numbers.moves] for fell_back in (False, True)]
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
    going_on = _going_on(these, weights, done, depth, fell_back=fell_back)[0]
    found = [(move.id, float(cost)) for move, cost in zip(numbers.moves, going_on, strict=True) if cost < NEVER]
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
    cheapest = _going_on(these, weights, done, depth, fell_back=fell_back).min(axis=1, initial=NEVER)
    least: Floats = np.minimum(best, cheapest)
    return least


def _going_on(these: Board, weights: Floats, done: Flags, depth: int, *, fell_back: bool) -> Floats:
    """The cost of each step and all that follows, by row and step; NEVER where it cannot be done."""
    price = _price(these, done, fell_back=fell_back)
    costs = np.where(np.isfinite(price), np.where(np.isfinite(price), price, 0.0) * weights.sum(axis=1)[:, None], NEVER)
    held, after, places = [], [], []
    for index, move in enumerate(these.numbers.moves):
        rows = np.flatnonzero(np.isfinite(price[:, index]))
        so_far = done[rows].copy()
        so_far[:, index] = True
        for seen in move.likelihood:
            held.append(weights[rows] * seen)
            after.append(so_far)
            places.append((rows, index))
    if not held:
        return costs
    ahead = value(these, np.concatenate(held), np.concatenate(after), depth - 1, fell_back=fell_back)
    at = 0
    for rows, index in places:
        costs[rows, index] += ahead[at : at + len(rows)]
        at += len(rows)
    return costs


def _price(these: Board, done: Flags, *, fell_back: bool) -> Floats:
    """What each step itself costs, by row; NEVER where it cannot be done."""
    place = int(fell_back)
    walked = done @ these.mates.T
    ready = these.available[place] & ~done & ~(~done @ these.waits.T)
    return np.where(ready, np.where(walked, these.opened[place], these.full[place]), NEVER)


def _stop(these: Board, weights: Floats, *, fell_back: bool) -> Floats:
    """Handing over now, to whom it costs least."""
    least: Floats = (weights @ these.calls.T).min(axis=1)
    return least if fell_back else least + these.numbers.kappa * weights.sum(axis=1)


def _greedy(these: Board, weights: Floats, done: Flags, *, fell_back: bool) -> Floats:
    """p/c with optimal stopping: at each point only the action of the best ratio, against handing over and falling back."""
    chain, prices = [(weights, done)], []
    for _ in range(len(these.numbers.moves)):
        chosen, price = _best_ratio(these, weights, done, fell_back=fell_back)
        possible = np.isfinite(price)
        if not possible.any():
            break
        prices.append(np.where(possible, np.where(possible, price, 0.0) * weights.sum(axis=1), NEVER))
        weights = weights * these.failed[chosen]
        done = done.copy()
        done[np.arange(len(done)), chosen] = True
        chain.append((weights, done))
    held = np.concatenate([one for one, _ in chain])
    stops = _stop(these, held, fell_back=fell_back)
    if these.numbers.fallback is not None and not fell_back:
        gone_on = _greedy(these, held, np.concatenate([one for _, one in chain]), fell_back=True)
        stops = np.minimum(stops, these.numbers.kappa * held.sum(axis=1) + gone_on)
    by_length = stops.reshape(len(chain), -1)
    best: Floats = by_length[-1]
    for stop, price in zip(by_length[-2::-1], reversed(prices), strict=True):
        best = np.minimum(stop, price + best)
    return best


def _best_ratio(these: Board, weights: Floats, done: Flags, *, fell_back: bool) -> tuple[NDArray[np.int64], Floats]:
    """For each row the action of the largest chance of success for its cost, and that cost; NEVER where there is none."""
    prices = _price(these, done, fell_back=fell_back)
    if not these.numbers.moves:
        return np.zeros(len(done), dtype=np.int64), np.full(len(done), NEVER)
    ratios = (weights @ these.fixes.T) / prices
    chosen = ratios.argmax(axis=1)
    rows = np.arange(len(done))
    return chosen, np.where(ratios[rows, chosen] > 0.0, prices[rows, chosen], NEVER)
