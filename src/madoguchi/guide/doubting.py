"""Computes how far a first step hangs on assumed numbers: many worlds for the share, one number at a time for its worth."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from statistics import NormalDist, fmean, pstdev
from typing import Final

import msgspec
import numpy as np

from madoguchi.catalogue.chance import chance
from madoguchi.catalogue.model import Catalogue, Chance, Model, Problem
from madoguchi.guide.doubt import Doubt, Figure, key_of
from madoguchi.guide.exact import TIE, options, solve
from madoguchi.guide.model import numbers
from madoguchi.guide.policy import WEIGHTS
from madoguchi.guide.rules import at_opening
from madoguchi.guide.worlds import LOGIT, MINUTES, PRIOR, REWORK, worlds

WORLDS: Final = 300
SEED: Final = 1
LISTED: Final = 3
QUANTILES: Final = (0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95)
"""The places of its spread at which a number is tried, all others staying as they are."""

WEIGHT: Final = WEIGHTS["normal"]
Whole = tuple[Problem, Catalogue]


class Knob(msgspec.Struct, frozen=True):
    """A number that may be another: where it stands, its value, values it may have, and the problem with one of them."""

    where: str
    value: float
    others: tuple[float, ...]
    turned: Callable[[float], Whole]


def doubt(problem: Problem, catalogue: Catalogue, count: int = WORLDS) -> Doubt:
    """Compute the doubt of a problem.

    Raises:
        ValueError: the problem has no model.
    """
    masked = at_opening(problem, catalogue)
    first = _ranked(problem, catalogue, WEIGHT, masked)[0][0]
    stays = 0
    for world in worlds(problem, catalogue, SEED, count):
        ranked = _ranked(world.problem, world.catalogue, world.weight, masked)
        stays += dict(ranked)[first] <= ranked[0][1] + TIE
    found = []
    for knob in knobs(problem, catalogue):
        tried = [_ranked(*knob.turned(value), WEIGHT, masked) for value in knob.others]
        worth = fmean(dict(ranked)[first] - ranked[0][1] for ranked in tried)
        found.append((worth, pstdev(ranked[0][1] for ranked in tried), knob))
    # Where no single number changes the step, those that move the expected minutes most come first.
    found.sort(key=lambda entry: (-round(entry[0], 6), -entry[1]))
    figures = tuple(Figure(knob.where, round(knob.value, 6), round(worth, 3)) for worth, _, knob in found[:LISTED])
    return Doubt(key_of(problem, catalogue), first, round(stays / count, 4), count, figures)


def knobs(problem: Problem, catalogue: Catalogue) -> Iterator[Knob]:
    """Every number that decides the first step when nothing was measured; what is certain (0 or 1) is left out."""
    model = problem.model
    if model is None:
        raise ValueError(f"{problem.id} has no model")
    sheet = Sheet(problem, catalogue, model)
    for cause, weight in model.causes.items():
        yield _scaled(f"causes {cause}", chance(weight), PRIOR, partial(sheet.cause, cause))
    for kind, table in (("question", "yes"), ("action", "fixes")):
        for index, entry in enumerate(getattr(model, kind)):
            row: Mapping[str, Chance] = getattr(entry, table)
            for cause, given in row.items():
                if 0.0 < chance(given) < 1.0:
                    turned = partial(sheet.cell, kind, index, (table, cause))
                    yield Knob(f"{kind} {entry.id} {table} {cause}", chance(given), _moved(chance(given)), turned)
    yield _scaled("fallback_cost", model.fallback_cost, MINUTES, sheet.fallback)
    for kind in ("question", "action", "escalation"):
        for index, entry in enumerate(getattr(model, kind)):
            step = catalogue.steps[entry.id]
            minutes = step.minutes if entry.minutes is None else entry.minutes
            yield _scaled(f"{kind} {entry.id} minutes", minutes, MINUTES, partial(sheet.field, kind, index, "minutes"))
            if kind == "escalation":
                rework = step.rework if entry.rework is None else entry.rework
                others = tuple(float(rework * factor) for factor in np.linspace(*REWORK, len(QUANTILES)))
                yield Knob(f"{kind} {entry.id} rework", rework, others, partial(sheet.field, kind, index, "rework"))


class Sheet(msgspec.Struct, frozen=True):
    """A problem on which one number at a time is written over."""

    problem: Problem
    catalogue: Catalogue
    model: Model

    def cause(self, cause: str, value: float) -> Whole:
        """Another weight of a cause; all are scaled so that none is above 1."""
        weights = {name: chance(weight) for name, weight in self.model.causes.items()} | {cause: value}
        return self._whole(causes={name: weight / max(weights.values()) for name, weight in weights.items()})

    def fallback(self, value: float) -> Whole:
        """Other minutes of the fallback."""
        return self._whole(fallback_cost=value)

    def cell(self, kind: str, index: int, at: tuple[str, str], value: float) -> Whole:
        """Another likelihood: `at` is the table and the cause."""
        row = {**getattr(getattr(self.model, kind)[index], at[0]), at[1]: value}
        return self.field(kind, index, at[0], row)

    def field(self, kind: str, index: int, field: str, value: object) -> Whole:
        """Another value of a field of a step."""
        entries = getattr(self.model, kind)
        changed = msgspec.structs.replace(entries[index], **{field: value})
        return self._whole(**{kind: (*entries[:index], changed, *entries[index + 1 :])})

    def _whole(self, **changes: object) -> Whole:
        model = msgspec.structs.replace(self.model, **changes)
        return msgspec.structs.replace(self.problem, model=model), self.catalogue


def _ranked(problem: Problem, catalogue: Catalogue, weight: float, masked: frozenset[str]) -> list[tuple[str, float]]:
    return options(solve(numbers(problem, catalogue, weight, masked=masked)), 0, fell_back=False)


def _scaled(where: str, value: float, sigma: float, turned: Callable[[float], Whole]) -> Knob:
    spread = NormalDist(0.0, sigma)
    return Knob(where, value, tuple(value * float(np.exp(spread.inv_cdf(place))) for place in QUANTILES), turned)


def _moved(likelihood: float) -> tuple[float, ...]:
    centre, spread = np.log(likelihood / (1.0 - likelihood)), NormalDist(0.0, LOGIT)
    return tuple(float(1.0 / (1.0 + np.exp(-(centre + spread.inv_cdf(place))))) for place in QUANTILES)
