"""Other worlds: a problem with every one of its assumed numbers drawn anew around what the catalogue says.

Weights of causes times a lognormal of 0.7, likelihoods moved by a normal of 0.5 on the logit scale, minutes times a lognormal
of 0.4, rework times 0.4 to 1.5, the weight of a waiting minute from 0.5 to 4. What is certain (0 or 1) stays certain.
"""

from collections.abc import Mapping
from typing import Final

import msgspec
import numpy as np

from madoguchi.catalogue.chance import chance, shares
from madoguchi.catalogue.model import Catalogue, Chance, Model, Problem, Step

PRIOR: Final = 0.7
LOGIT: Final = 0.5
MINUTES: Final = 0.4
REWORK: Final = (0.4, 1.5)
WAITING: Final = (0.5, 4.0)
"""The spreads, as in the study the guide was designed by; they are assumptions about how wrong ours may be."""


class World(msgspec.Struct, frozen=True):
    """One world: the problem, the steps and clusters it has there, the weight of a waiting minute."""

    problem: Problem
    catalogue: Catalogue
    weight: float


def worlds(problem: Problem, catalogue: Catalogue, seed: int, count: int) -> list[World]:
    """Some worlds of a problem; the same seed gives the same ones.

    Raises:
        ValueError: the problem has no model.
    """
    model = problem.model
    if model is None:
        raise ValueError(f"{problem.id} has no model")
    dice = np.random.default_rng([seed, *problem.id.encode()])
    return [_world(problem, model, catalogue, dice) for _ in range(count)]


def _world(problem: Problem, model: Model, catalogue: Catalogue, dice: np.random.Generator) -> World:
    used = [each.id for kind in (model.question, model.action, model.escalation) for each in kind]
    steps = {name: _step(catalogue.steps[name], dice) for name in used}
    clusters = {name: minutes * _spread(dice, MINUTES) for name, minutes in catalogue.clusters.items()}
    drawn = msgspec.structs.replace(
        model,
        causes=_priors(model, dice),
        fallback_cost=model.fallback_cost * _spread(dice, MINUTES),
        probe=tuple(msgspec.structs.replace(each, down=_row(each.down, model, "rare", dice)) for each in model.probe),
        question=tuple(
            msgspec.structs.replace(each, yes=_row(each.yes, model, "even", dice), minutes=_minutes(each.minutes, dice))
            for each in model.question
        ),
        action=tuple(
            msgspec.structs.replace(each, fixes=_row(each.fixes, model, 0.0, dice), minutes=_minutes(each.minutes, dice))
            for each in model.action
        ),
        escalation=tuple(
            msgspec.structs.replace(
                each,
                minutes=_minutes(each.minutes, dice),
                rework=None if each.rework is None else each.rework * float(dice.uniform(*REWORK)),
            )
            for each in model.escalation
        ),
    )
    return World(
        msgspec.structs.replace(problem, model=drawn),
        msgspec.structs.replace(catalogue, steps={**catalogue.steps, **steps}, clusters=clusters),
        float(dice.uniform(*WAITING)),
    )


def _spread(dice: np.random.Generator, sigma: float) -> float:
    return float(np.exp(dice.normal(0.0, sigma)))


def _minutes(own: float | None, dice: np.random.Generator) -> float | None:
    return None if own is None else own * _spread(dice, MINUTES)


def _priors(model: Model, dice: np.random.Generator) -> dict[str, Chance]:
    """The weights of the causes, scaled so that the largest is 1."""
    weights = {cause: share * _spread(dice, PRIOR) for cause, share in shares(model.causes, model.other).items()}
    return {cause: weight / max(weights.values()) for cause, weight in weights.items()}


def _row(given: Mapping[str, Chance], model: Model, otherwise: Chance, dice: np.random.Generator) -> dict[str, Chance]:
    """A likelihood for every cause, each moved by itself; the default is left to the cause nobody listed."""
    rest = given.get("default", otherwise)
    return {cause: _moved(chance(given.get(cause, rest)), dice) for cause in (*model.causes, "default")}


def _moved(likelihood: float, dice: np.random.Generator) -> float:
    push = float(dice.normal(0.0, LOGIT))
    if likelihood in (0.0, 1.0):
        return likelihood
    return float(1.0 / (1.0 + np.exp(-(np.log(likelihood / (1.0 - likelihood)) + push))))


def _step(step: Step, dice: np.random.Generator) -> Step:
    return msgspec.structs.replace(
        step,
        minutes=step.minutes * _spread(dice, MINUTES),
        burden=step.burden * _spread(dice, MINUTES),
        rework=step.rework * float(dice.uniform(*REWORK)),
    )
