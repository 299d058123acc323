"""Means and quantiles of figures, so that none is told without its spread."""

import math
from collections.abc import Sequence

import msgspec


class Spread(msgspec.Struct, frozen=True):
    """The mean of some figures and how far they lie apart; p05 and p95 are the figures that 5 % lie below and above."""

    mean: float
    p05: float
    median: float
    p95: float
    worst: float


def spread(figures: Sequence[float], *, low_is_bad: bool = False) -> Spread:
    """The spread of figures, rounded to four places."""
    ordered = sorted(figures)

    def at(share: float) -> float:
        return whole(ordered[min(len(ordered) - 1, math.floor(share * len(ordered)))])

    worst = ordered[0] if low_is_bad else ordered[-1]
    return Spread(whole(sum(ordered) / len(ordered)), at(0.05), at(0.5), at(0.95), whole(worst))


def whole(figure: float) -> float:
    """A figure rounded to four places, and never "minus nothing"."""
    return round(figure, 4) + 0.0
