"""Follows a plan exactly as the desk's file spells it, once for every cause and every answer, and adds up what happens."""

from dataclasses import dataclass
from typing import Any, Self

from benchmarks.guide.plain import Plain, Weights


class BrokenPlanError(ValueError):
    """The plan cannot be followed as it is written."""


@dataclass
class Happened:
    """What following a plan comes to, on average over the causes given. Minutes; `wrong` and `called` are chances.

    `patient` is the time of steps during which the patient stands there, `staff` that of all steps; neither knows calls.
    """

    cost: float = 0.0
    patient: float = 0.0
    staff: float = 0.0
    called: float = 0.0
    wrong: float = 0.0
    steps: float = 0.0

    def __iadd__(self, other: "Happened") -> Self:
        """Both together."""
        for name, amount in vars(other).items():
            setattr(self, name, getattr(self, name) + amount)
        return self


def walk(nodes: list[dict[str, Any]], model: Plain, prior: Weights | None = None) -> Happened:
    """Follow a plan's graph (the decoded JSON of `nodes`) from its first node.

    Raises:
        BrokenPlanError: a step that cannot be done there, or an answer that leads nowhere although it can come.
    """
    total = Happened()
    for cause, mass in (model.prior if prior is None else prior).items():
        if mass > 0.0:
            _follow(nodes, model, 0, cause, mass, frozenset(), total)
    return total


def _follow(  # noqa: PLR0913, PLR0917 - a place in the graph, and who walks there
    nodes: list[dict[str, Any]], model: Plain, index: int, cause: str, mass: float, done: frozenset[str], total: Happened
) -> None:
    node = nodes[index]
    step, fell_back, children = node["best"]["step"], node["fell_back"], node["children"]
    if step in model.calls:
        wrong = 0.0 if cause in model.remit[step] else mass
        taken_over = 0.0 if fell_back else model.kappa
        total += Happened(cost=mass * (model.calls[step][cause] + taken_over), called=mass, wrong=wrong, steps=mass)
        return
    if step == model.fallback:
        if fell_back:
            raise BrokenPlanError(f"{model.problem}: falls back twice at {index}")
        total += Happened(cost=mass * model.kappa, steps=mass)
        _follow(nodes, model, children["yes"], cause, mass, done, total)
        return
    if not model.possible(step, done, fell_back=fell_back):
        raise BrokenPlanError(f"{model.problem}: {step} cannot be done at {index}")
    price, spent = model.price(step, done, fell_back=fell_back), model.price(step, done, fell_back=True)
    total += Happened(cost=mass * price, patient=0.0 if fell_back else mass * spent, staff=mass * spent, steps=mass)
    for outcome, likelihood in model.tells[step].items():
        if (ahead := mass * likelihood[cause]) > 0.0:
            if outcome not in children:
                raise BrokenPlanError(f"{model.problem}: nothing follows {outcome} at {index}")
            _follow(nodes, model, children[outcome], cause, ahead, done | {step}, total)
