"""Other ways to choose the next step, each played out exactly over every combination of answers.

static p/c: the actions in the order of their ratio at the start; p/c: the best ratio for what is known by now; EC2: first the
question that cuts most of what is undecided for its cost, until one cause is 90 % sure, then p/c; one-step and two-step:
a look ahead with p/c at its end. All of them may hand over, or go on without the repair, at the best moment.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from madoguchi.guide.exact import solve
from madoguchi.guide.model import Floats, Numbers

SURE = 0.9
Chosen = Callable[["Game", Floats], Floats]


class Game:
    """Every state of a problem, with what each step costs there; values are weighed with the chance of the state."""

    def __init__(self, numbers: Numbers) -> None:
        """Solve once: the exact optimum is `exact`."""
        self.numbers, self.table = numbers, solve(numbers)
        self.mass: Floats = self.table.chance[:, 0]
        self.weights: Floats = self.table.seen * numbers.prior
        self.digits = self.table.layout.digits
        self.stop: Floats = np.min([self.weights @ call.cost for call in numbers.escalations], axis=0)

    def exact(self) -> float:
        """The optimum."""
        return float(self.table.value[0, 0, 0])

    def may(self, index: int, *, fell_back: bool) -> NDArray[np.bool_]:
        """In which states a step can be done."""
        move = self.numbers.moves[index]
        places = [place for place, other in enumerate(self.numbers.moves) if other.id in move.after]
        ready: NDArray[np.bool_] = (self.digits[:, index] == 0) & np.all(self.digits[:, places] > 0, axis=1)
        return ready & (len(places) == len(move.after)) & move.available(fell_back=fell_back)

    def price(self, index: int, *, fell_back: bool) -> Floats:
        """What the step itself costs in each state."""
        move = self.numbers.moves[index]
        mates = [place for place, other in enumerate(self.numbers.moves) if move.cluster and other.cluster == move.cluster]
        walked = np.any(self.digits[:, mates] > 0, axis=1)
        full, opened = (self.numbers.cost(move, fell_back=fell_back, opened=opened) for opened in (False, True))
        return np.where(walked, opened, full)

    def going_on(self, index: int, ahead: Floats, *, fell_back: bool) -> Floats:
        """The step and what follows by `ahead`, in each state; infinite where it cannot be done."""
        stride, outcomes = self.table.layout.strides[index], len(self.numbers.moves[index].outcomes)
        cost = np.full(len(self.mass), np.inf)
        rows = np.flatnonzero(self.may(index, fell_back=fell_back))
        cost[rows] = self.price(index, fell_back=fell_back)[rows] * self.mass[rows]
        for outcome in range(1, outcomes + 1):
            cost[rows] += ahead[rows + outcome * stride]
        return cost

    def stopping(self, gone_on: Floats | None) -> Floats:
        """Handing over, or falling back into `gone_on`; None where the visit already goes on."""
        if gone_on is None:
            return self.stop
        patient = self.numbers.kappa * self.mass
        with_fallback = np.minimum(self.stop, gone_on) if self.numbers.fallback is not None else self.stop
        return np.asarray(patient + with_fallback)

    def descend(self, order: Callable[[bool], NDArray[np.int64]]) -> tuple[Floats, Floats]:
        """The values where in each state only the step `order(fell_back)` (-1: none) stands against stopping."""
        gone_on = self._descend(order(True), None)
        return self._descend(order(False), gone_on), gone_on

    def _descend(self, chosen: NDArray[np.int64], gone_on: Floats | None) -> Floats:
        value = self.stopping(gone_on).copy()
        fell_back = gone_on is None
        prices = [self.price(index, fell_back=fell_back) for index in range(len(self.numbers.moves))]
        for level in reversed(self.table.layout.levels[:-1]):
            for index, move in enumerate(self.numbers.moves):
                rows = level[chosen[level] == index]
                cost = prices[index][rows] * self.mass[rows]
                for outcome in range(1, len(move.outcomes) + 1):
                    cost = cost + value[rows + outcome * self.table.layout.strides[index]]
                value[rows] = np.minimum(value[rows], cost)
        return value

    def ratios(self, *, fell_back: bool) -> Floats:
        """Chance of success for the cost, by state and step."""
        found = np.zeros((len(self.mass), len(self.numbers.moves)))
        for index, move in enumerate(self.numbers.moves):
            if move.kind == "action":
                may = self.may(index, fell_back=fell_back)
                price = self.price(index, fell_back=fell_back)
                found[may, index] = (self.weights[may] @ (1.0 - move.likelihood[0])) / price[may]
        return found


def greedy(game: Game) -> tuple[Floats, Floats]:
    """p/c with optimal stopping, from every state: while the patient waits, and after."""

    def order(fell_back: bool) -> NDArray[np.int64]:  # noqa: FBT001 - called by place
        ratios = game.ratios(fell_back=fell_back)
        return np.where(ratios.max(axis=1, initial=0.0) > 0.0, ratios.argmax(axis=1) if ratios.size else -1, -1)

    return game.descend(order)


def static_greedy(game: Game) -> float:
    """The order of the ratios at the start, kept."""

    def order(fell_back: bool) -> NDArray[np.int64]:  # noqa: FBT001 - called by place
        chosen = np.full(len(game.mass), -1)
        first = game.ratios(fell_back=fell_back)[0]
        for index in np.argsort(first, kind="stable"):
            if first[index] > 0.0:
                chosen[game.may(int(index), fell_back=fell_back)] = index
        return chosen

    return float(game.descend(order)[0][0])


def ec2(game: Game) -> float:
    """Find out first, then mend: the chance that two causes drawn from the belief differ is what a question cuts."""
    belief = game.weights / game.mass[:, None]
    undecided = game.mass * (1.0 - (belief**2).sum(axis=1))

    def order(fell_back: bool) -> NDArray[np.int64]:  # noqa: FBT001 - called by place
        ratios = game.ratios(fell_back=fell_back)
        chosen = np.where(ratios.max(axis=1, initial=0.0) > 0.0, ratios.argmax(axis=1) if ratios.size else -1, -1)
        best = np.zeros(len(game.mass))
        for index, move in enumerate(game.numbers.moves):
            if move.kind != "question":
                continue
            rows = np.flatnonzero(game.may(index, fell_back=fell_back) & (belief.max(axis=1) < SURE))
            stride = game.table.layout.strides[index]
            left = sum(undecided[rows + outcome * stride] for outcome in range(1, len(move.outcomes) + 1))
            gain = (undecided[rows] - left) / (game.mass[rows] * game.price(index, fell_back=fell_back)[rows])
            better = gain > np.maximum(best[rows], 1e-12)
            best[rows[better]], chosen[rows[better]] = gain[better], index
        return chosen

    return float(game.descend(order)[0][0])


def backup(game: Game, waiting: Floats, gone_on: Floats) -> tuple[Floats, Floats]:
    """One step looked ahead from every state, with these values behind it."""
    return _backup(game, waiting, gone_on), _backup(game, gone_on, None)


def _backup(game: Game, ahead: Floats, gone_on: Floats | None) -> Floats:
    value = game.stopping(gone_on)
    for index in range(len(game.numbers.moves)):
        value = np.minimum(value, game.going_on(index, ahead, fell_back=gone_on is None))
    return value


def lookahead(game: Game, depth: int) -> float:
    """The policy that looks `depth` steps ahead in every state, played out."""
    waiting, gone_on = greedy(game)
    for _ in range(depth - 1):
        waiting, gone_on = backup(game, waiting, gone_on)
    after = _played(game, gone_on, None, None)
    return float(_played(game, waiting, gone_on, after)[0])


def _played(game: Game, ahead: Floats, gone_on: Floats | None, after: Floats | None) -> Floats:
    """Choose by `ahead` and `gone_on` in every state; what that comes to when everything after is chosen so as well."""
    fell_back, size = gone_on is None, len(game.mass)
    best, chosen = game.stopping(gone_on), np.full(size, -1)
    for index in range(len(game.numbers.moves)):
        cost = game.going_on(index, ahead, fell_back=fell_back)
        better = cost < best - 1e-12
        best, chosen = np.where(better, cost, best), np.where(better, index, chosen)
    value = game.stopping(after)
    if gone_on is not None and after is not None and game.numbers.fallback is not None:
        patient = game.numbers.kappa * game.mass
        value = np.where(gone_on < game.stop, patient + after, patient + game.stop)
    prices = [game.price(index, fell_back=fell_back) for index in range(len(game.numbers.moves))]
    for level in reversed(game.table.layout.levels[:-1]):
        for index, move in enumerate(game.numbers.moves):
            rows = level[chosen[level] == index]
            cost = prices[index][rows] * game.mass[rows]
            for outcome in range(1, len(move.outcomes) + 1):
                cost = cost + value[rows + outcome * game.table.layout.strides[index]]
            value[rows] = cost
    return value


def all_peers(numbers: Numbers) -> dict[str, float]:
    """What each way costs from the start; `exact` is the optimum."""
    game = Game(numbers)
    return {
        "static p/c": static_greedy(game),
        "p/c": float(greedy(game)[0][0]),
        "EC2": ec2(game),
        "one-step": lookahead(game, 1),
        "two-step": lookahead(game, 2),
        "exact": game.exact(),
    }
