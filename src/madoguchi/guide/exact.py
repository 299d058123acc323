"""The exact optimum of a model: one descending pass over every combination of answers, with and without fallback.

The belief depends only on which steps gave which outcomes, so a state is a number in mixed radix: one digit per step,
0 for "not done", k for its k-th outcome. Digits only grow; a pass from the fullest states to the empty one solves all.
Values are unnormalised (weighted with the chance of reaching the state), so nothing is ever divided.
"""

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from madoguchi.guide.model import Floats, Move, Numbers

Integers = NDArray[np.int64]

LIMIT: Final = 5_000_000
"""More states than this are not solved exactly (40 MB a table)."""

TIE: Final = 1e-11
"""Options closer than this, in minutes, are equal; the first in catalogue order wins."""


class TooLargeError(ValueError):
    """The model has more states than one table holds."""


class Layout(msgspec.Struct, frozen=True, eq=False):
    """How states are numbered: `digits[state, move]`, the stride of each move, and the states by how much is done."""

    strides: tuple[int, ...]
    digits: NDArray[np.int8]
    levels: tuple[Integers, ...]


class Table(msgspec.Struct, frozen=True, eq=False):
    """`value[f, state, row]`: expected cost from a state on, times its chance; one row per prior given.

    `chance[state, row]` is that chance, `seen[state, cause]` the likelihood of what was answered.
    """

    numbers: Numbers
    layout: Layout
    value: Floats
    chance: Floats
    seen: Floats


def solve(numbers: Numbers, priors: Floats | None = None) -> Table:
    """The optimum from every state, for one or more priors at once (rows; they need not add up to 1).

    Raises:
        TooLargeError: more than LIMIT states.
    """
    rows = numbers.prior[None, :] if priors is None else priors
    layout = _layout(numbers.moves)
    seen = np.ones((len(layout.digits), len(numbers.causes)))
    for index, move in enumerate(numbers.moves):
        seen *= np.vstack([np.ones(len(numbers.causes)), move.likelihood])[layout.digits[:, index]]
    chance = seen @ rows.T
    value = np.empty((2, *chance.shape))
    value[1] = np.min([seen @ (rows * e.cost).T for e in numbers.escalations], axis=0)
    value[0] = value[1] + numbers.kappa * chance
    _descend(numbers, layout, value[1], chance, fell_back=True)
    if numbers.fallback is not None:
        np.minimum(value[0], numbers.kappa * chance + value[1], out=value[0])
    _descend(numbers, layout, value[0], chance, fell_back=False)
    return Table(numbers, layout, value, chance, seen)


def options(table: Table, state: int, *, fell_back: bool) -> list[tuple[str, float]]:
    """Every step that can be done in a state with its expected cost in minutes, best first; ties in catalogue order.

    The order of the catalogue is: actions, questions, the fallback, escalations.
    """
    numbers, layout, row = table.numbers, table.layout, 0
    value, chance = table.value[int(fell_back), :, row], table.chance[state, row]
    found: list[tuple[str, float]] = []
    for index, move in enumerate(numbers.moves):
        if layout.digits[state, index] == 0 and move.available(fell_back=fell_back) and _is_ready(table, state, move):
            ways = [state + layout.strides[index] * (outcome + 1) for outcome in range(len(move.outcomes))]
            cost = numbers.cost(move, fell_back=fell_back, opened=is_opened(table, state, move))
            found.append((move.id, cost + float(value[ways].sum() / chance)))
    if numbers.fallback is not None and not fell_back:
        found.append((numbers.fallback, numbers.kappa + float(table.value[1, state, row] / chance)))
    weights = table.seen[state] * numbers.prior
    kappa = 0.0 if fell_back else numbers.kappa
    found += [(e.id, kappa + float(weights @ e.cost / chance)) for e in numbers.escalations]
    least = min(cost for _, cost in found)
    first = next(index for index, (_, cost) in enumerate(found) if cost <= least + TIE)
    return [found[first], *sorted(found[:first] + found[first + 1 :], key=lambda option: option[1])]


def is_opened(table: Table, state: int, move: Move) -> bool:
    """Whether another step of the move's cluster was already done, so that nobody has to walk there again."""
    mates = [index for index, mate in enumerate(table.numbers.moves) if mate.cluster == move.cluster]
    return bool(move.cluster and table.layout.digits[state, mates].any())


def _is_ready(table: Table, state: int, move: Move) -> bool:
    done = {other.id for other, digit in zip(table.numbers.moves, table.layout.digits[state], strict=True) if digit}
    return done.issuperset(move.after)


def _layout(moves: tuple[Move, ...]) -> Layout:
    strides: list[int] = []
    size = 1
    for move in reversed(moves):
        strides.insert(0, size)
        size *= len(move.outcomes) + 1
        if size > LIMIT:
            raise TooLargeError(f"more than {LIMIT} states")
    states = np.arange(size)
    digits = np.zeros((size, len(moves)), dtype=np.int8)
    for index, move in enumerate(moves):
        digits[:, index] = states // strides[index] % (len(move.outcomes) + 1)
    done = np.count_nonzero(digits, axis=1)
    levels = tuple(np.flatnonzero(done == level) for level in range(len(moves) + 1))
    return Layout(tuple(strides), digits, levels)


def _descend(numbers: Numbers, layout: Layout, value: Floats, chance: Floats, *, fell_back: bool) -> None:
    """Lower `value` (what stopping costs) wherever going on with a step is cheaper, the fullest states first."""
    usable = [(i, move) for i, move in enumerate(numbers.moves) if move.available(fell_back=fell_back)]
    walked = {name: _walked(numbers, layout, name) for name in {move.cluster for _, move in usable if move.cluster}}
    free = {index: _may(numbers, layout, move) for index, move in usable if move.after}
    for level in reversed(layout.levels[:-1]):
        for index, move in usable:
            states = level[layout.digits[level, index] == 0]
            if index in free:
                states = states[free[index][states]]
            cost = np.full(len(states), numbers.cost(move, fell_back=fell_back, opened=False))
            if move.cluster:
                cost[walked[move.cluster][states]] = numbers.cost(move, fell_back=fell_back, opened=True)
            going_on = cost[:, None] * chance[states]
            for outcome in range(1, len(move.outcomes) + 1):
                going_on += value[states + outcome * layout.strides[index]]
            value[states] = np.minimum(value[states], going_on)


def _may(numbers: Numbers, layout: Layout, move: Move) -> NDArray[np.bool_]:
    """In which states everything that the move waits for is done."""
    places = {other.id: index for index, other in enumerate(numbers.moves)}
    if not places.keys() >= set(move.after):
        return np.zeros(len(layout.digits), dtype=np.bool_)
    may: NDArray[np.bool_] = np.all(layout.digits[:, [places[name] for name in move.after]] > 0, axis=1)
    return may


def _walked(numbers: Numbers, layout: Layout, cluster: str) -> NDArray[np.bool_]:
    mates = [index for index, move in enumerate(numbers.moves) if move.cluster == cluster]
    walked: NDArray[np.bool_] = np.any(layout.digits[:, mates] > 0, axis=1)
    return walked
