"""A chance given by figure or by one of five words, as a number between 0 and 1."""

from collections.abc import Mapping
from typing import Final

from madoguchi.catalogue.model import Chance, Word

WORDS: Final[dict[Word, float]] = {"rare": 0.03, "sometimes": 0.15, "even": 0.5, "usually": 0.85, "nearly-always": 0.97}
"""The five-word scale: an assumption wherever no public figure is known (docs/protocol/desk.md#chances)."""

OTHER: Final = "other"
"""The cause nobody listed: reserved, added by the guide; only an escalation resolves it, unless a file says otherwise."""


def chance(value: Chance) -> float:
    """The number a chance stands for, in 0..1.

    Raises:
        ValueError: a figure outside 0..1.
    """
    if isinstance(value, str):
        return WORDS[value]
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{value} is no chance: it must lie between 0 and 1")
    return float(value)


def shares(weights: Mapping[str, Chance], other: float) -> dict[str, float]:
    """Weights of causes as probabilities that add up to 1 - other; the order is kept.

    Args:
        weights: figure or word per cause, at least one above 0.
        other: the mass kept for a cause nobody listed, in 0..1.
    """
    numbers = {cause: chance(weight) for cause, weight in weights.items()}
    scale = (1.0 - other) / sum(numbers.values())
    return {cause: number * scale for cause, number in numbers.items()}
