"""A problem's model read from its TOML values into plain dictionaries, apart from the product's own reading of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from madoguchi.catalogue.chance import chance, shares
from madoguchi.catalogue.model import Catalogue, Chance, Model, Problem

Weights = dict[str, float]
"""Cause: chance. They need not add up to 1: a branch carries the chance of reaching it."""

DONT_KNOW = 0.05
"""Chance that staff cannot answer a question, the same whatever the cause (docs/protocol/desk.md#chances)."""


@dataclass(frozen=True)
class Plain:
    """Costs in minutes; `tells[step][outcome][cause]` is a chance. An action that works has no outcome that leads on."""

    problem: str
    prior: Weights
    tells: dict[str, dict[str, Weights]]
    probes: dict[str, dict[str, Weights]]
    minutes: dict[str, float]
    burden: dict[str, float]
    cluster: dict[str, str | None]
    opening: dict[str, float]
    needs_patient: frozenset[str]
    later: frozenset[str]
    after: dict[str, frozenset[str]]
    calls: dict[str, Weights]
    remit: dict[str, frozenset[str]]
    fallback: str
    kappa: float
    weight: float
    page: tuple[str, ...]

    def price(self, step: str, done: frozenset[str], *, fell_back: bool) -> float:
        """What doing a step costs after others were done: minutes of staff, of the waiting patient, the walk there."""
        cluster = self.cluster[step]
        walked = cluster is None or any(self.cluster.get(other) == cluster for other in done)
        spent = self.minutes[step] + (0.0 if walked else self.opening[str(cluster)])
        return spent if fell_back else spent * (1.0 + self.weight) + self.burden[step]

    def possible(self, step: str, done: frozenset[str], *, fell_back: bool) -> bool:
        """Whether the step can be done now at all; masks are no part of it."""
        here = step not in self.needs_patient if fell_back else step not in self.later
        return here and step not in done and self.after[step] <= done

    def stop(self, call: str, held: Weights) -> float:
        """What handing over costs, weighed by the chance of every cause."""
        return sum(chance * self.calls[call][cause] for cause, chance in held.items())

    def readings(self) -> Iterator[tuple[dict[str, str], Weights]]:
        """Everything the probes can say together, and the prior after it; these parts add up to the prior."""
        for values in product(*self.probes.values()):
            said, held = dict(zip(self.probes, values, strict=True)), self.prior
            for probe, value in said.items():
                held = weighed(held, self.probes[probe][value])
            yield said, held


def weighed(held: Weights, likelihood: Weights) -> Weights:
    """A belief after something was seen, unnormalised."""
    return {cause: share * likelihood[cause] for cause, share in held.items()}


def plain(problem: Problem, catalogue: Catalogue, weight: float) -> Plain:
    """Read a problem's model.

    Raises:
        ValueError: the problem has no model.
    """
    model = problem.model
    if model is None:
        raise ValueError(problem.id)
    prior = shares(model.causes, model.other) | {"other": model.other}
    entries = {entry.id: entry for kind in (model.action, model.question) for entry in kind}
    steps = {name: catalogue.steps[name] for name in (*entries, *(call.id for call in model.escalation))}
    own = {name: entry.minutes for name, entry in entries.items()} | {call.id: call.minutes for call in model.escalation}
    minutes = {name: step.minutes if own[name] is None else float(own[name] or 0.0) for name, step in steps.items()}
    rework = {c.id: steps[c.id].rework if c.rework is None else c.rework for c in model.escalation}
    return Plain(
        problem=problem.id,
        prior=prior,
        tells=_tells(model, list(prior)),
        probes={probe.id: _said(_row(probe.down, list(prior), "rare")) for probe in model.probe},
        minutes=minutes,
        burden={name: steps[name].burden for name in entries},
        cluster={name: steps[name].cluster for name in entries},
        opening=catalogue.clusters,
        needs_patient=frozenset(name for name in entries if steps[name].needs_patient),
        later=frozenset(name for name in entries if "another-card" in steps[name].rules),
        after={name: frozenset(entry.after) for name, entry in entries.items()},
        calls={
            call.id: {c: minutes[call.id] + (0.0 if c in call.remit else rework[call.id]) for c in prior}
            for call in model.escalation
        },
        remit={call.id: frozenset(call.remit) for call in model.escalation},
        fallback=model.fallback,
        kappa=model.fallback_cost,
        weight=weight,
        page=tuple(dict.fromkeys(model.page_order)),
    )


def _row(given: dict[str, Chance], causes: list[str], otherwise: Chance) -> Weights:
    return {cause: chance(given.get(cause, given.get("default", otherwise))) for cause in causes}


def _said(down: Weights) -> dict[str, Weights]:
    return {"good": {cause: 1.0 - share for cause, share in down.items()}, "down": down}


def _tells(model: Model, causes: list[str]) -> dict[str, dict[str, Weights]]:
    found: dict[str, dict[str, Weights]] = {}
    for action in model.action:
        fixes = _row(action.fixes, causes, 0.0)
        found[action.id] = {"failed": {cause: 1.0 - fixes[cause] for cause in causes}}
    for question in model.question:
        yes = _row(question.yes, causes, "even")
        found[question.id] = {
            "yes": {cause: yes[cause] * (1.0 - DONT_KNOW) for cause in causes},
            "no": {cause: (1.0 - yes[cause]) * (1.0 - DONT_KNOW) for cause in causes},
            "unknown": dict.fromkeys(causes, DONT_KNOW),
        }
    return found
