"""How far a first step hangs on assumed numbers: computed ahead by scripts/doubt, told only of the model it was made from."""

from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.plan import Situation
from madoguchi.guide.policy import WEIGHTS, content_key
from madoguchi.guide.rules import at_opening

FILE: Final = "doubts.json"

WEAK: Final = 0.6
"""Below this share of worlds the first step hangs on numbers that nobody has measured."""


class Figure(msgspec.Struct, frozen=True):
    """A number of the model's file: where it stands, what it is, and the minutes that knowing it saves on average."""

    where: str
    value: float
    worth: float


class Doubt(msgspec.Struct, frozen=True):
    """Of one problem: in what share of worlds its first step stays the best, and the three numbers most worth measuring."""

    key: str
    first: str
    share: float
    worlds: int
    figures: tuple[Figure, ...]

    @property
    def weak(self) -> bool:
        """Whether the first step often changes with the numbers."""
        return self.share < WEAK


def key_of(problem: Problem, catalogue: Catalogue) -> str:
    """What the doubt of a problem was computed from, as it is now."""
    at = Situation(masked=tuple(sorted(at_opening(problem, catalogue))))
    return content_key(problem, catalogue, WEIGHTS["normal"], at)


@cache
def shipped() -> dict[str, Doubt]:
    """What was computed when the program was made, by problem."""
    return msgspec.json.decode(files("madoguchi.guide").joinpath(FILE).read_bytes(), type=dict[str, Doubt])


def doubt_of(problem: Problem, catalogue: Catalogue) -> Doubt | None:
    """The doubt of a problem, or None where it has none or its numbers were changed since."""
    found = shipped().get(problem.id)
    return found if found is not None and found.key == key_of(problem, catalogue) else None
