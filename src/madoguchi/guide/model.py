"""A problem's model as plain numbers: what the solver computes with, after words, masks and evidence are worked in.

Costs are minute-equivalents (1 = one minute of staff). Exactly one cause is true, and asking twice gives the same answer
twice, so every step is done at most once.
"""

from collections.abc import Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from madoguchi.catalogue.chance import OTHER, chance, shares
from madoguchi.catalogue.model import ActionModel, Catalogue, Chance, EscalationModel, Kind, Model, Problem, QuestionModel

Floats = NDArray[np.float64]

UNKNOWN = 0.05
"""Chance that staff cannot answer a question. Equal for all causes, so "don't know" moves no belief (assumption)."""

QUESTION_OUTCOMES = ("yes", "no", "unknown")
ACTION_OUTCOMES = ("failed",)
"""Success ends the incident, so only failure leads on."""


class Move(msgspec.Struct, frozen=True, eq=False):
    """A question or an action. `likelihood[o, c]` is the chance of outcome o under cause c.

    `after` are the steps that must be done before and are not yet; one that may not be done keeps this one back for good.
    """

    id: str
    kind: Kind
    minutes: float
    burden: float
    cluster: str | None
    needs_patient: bool
    after_fallback: bool
    after: tuple[str, ...]
    outcomes: tuple[str, ...]
    likelihood: Floats

    def available(self, *, fell_back: bool) -> bool:
        """Whether the step can be done at all while the patient waits, or after they were looked after."""
        return not self.needs_patient if fell_back else not self.after_fallback


class Escalation(msgspec.Struct, frozen=True, eq=False):
    """Somebody to hand the repair to; `cost[c]` in minutes, with the rework where the cause is not theirs."""

    id: str
    minutes: float
    remit: Floats
    cost: Floats


class Seen(msgspec.Struct, frozen=True, eq=False):
    """Something that is known: a probe's reading or an answered step, and how likely it was under each cause."""

    id: str
    is_probe: bool
    likelihood: Floats


class Numbers(msgspec.Struct, frozen=True, eq=False):
    """One problem from one state on. `prior` adds up to 1; `fallback` is None where it may not be taken."""

    causes: tuple[str, ...]
    prior: Floats
    moves: tuple[Move, ...]
    escalations: tuple[Escalation, ...]
    fallback: str | None
    kappa: float
    weight: float
    opening: dict[str, float]

    def cost(self, move: Move, *, fell_back: bool, opened: bool) -> float:
        """What doing a step costs now; `opened` says that its cluster needs no more walking."""
        minutes = move.minutes + (0.0 if opened or move.cluster is None else self.opening[move.cluster])
        return minutes if fell_back else minutes * (1.0 + self.weight) + move.burden


def numbers(  # noqa: PLR0913 - a state of a problem has that many sides
    problem: Problem,
    catalogue: Catalogue,
    weight: float,
    *,
    masked: frozenset[str] = frozenset(),
    probes: Mapping[str, str] | None = None,
    done: Mapping[str, str] | None = None,
) -> Numbers:
    """The model of a problem without its masked steps, conditioned on probes (good, down) and on answers given.

    Args:
        problem: must carry a model.
        catalogue: gives the steps and clusters it names.
        weight: how much a minute of a waiting patient weighs, against a minute of staff.
        masked: step ids that may not be proposed.
        probes: what machines saw; an absent or other value is unknown and moves nothing.
        done: answered steps and their outcome (yes, no, unknown, failed).

    Raises:
        ValueError: the problem has no model, or every escalation is masked.
    """
    model = problem.model
    if model is None:
        raise ValueError(f"{problem.id} has no model")
    done = done or {}
    weights = shares(model.causes, model.other) | {OTHER: model.other}
    causes = tuple(weights)
    everything = _moves(model, catalogue, causes)
    evidence = [seen.likelihood for seen in _seen(model, causes, everything, probes or {}, done)]
    opened = {move.cluster for move in everything if move.id in done and move.cluster}
    reachable = tuple(_escalation(e, catalogue, causes) for e in model.escalation if e.id not in masked)
    if not reachable:
        raise ValueError(f"{problem.id}: no escalation is reachable")
    return Numbers(
        causes=causes,
        prior=_believe(np.array(list(weights.values())), evidence),
        moves=tuple(_waiting(move, done) for move in everything if move.id not in masked and move.id not in done),
        escalations=reachable,
        fallback=None if model.fallback in masked else model.fallback,
        kappa=model.fallback_cost,
        weight=weight,
        opening={name: 0.0 if name in opened else minutes for name, minutes in catalogue.clusters.items()},
    )


def _waiting(move: Move, done: Mapping[str, str]) -> Move:
    """The move as it stands after some steps were done."""
    return msgspec.structs.replace(move, after=tuple(name for name in move.after if name not in done)) if move.after else move


def observed(
    problem: Problem, catalogue: Catalogue, probes: Mapping[str, str], done: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[Seen, ...]]:
    """The causes in the order of the likelihoods, and everything that probes and answers have told."""
    model = problem.model
    if model is None:
        raise ValueError(f"{problem.id} has no model")
    causes = (*shares(model.causes, model.other), OTHER)
    return causes, _seen(model, causes, _moves(model, catalogue, causes), probes, done)


def probe_likelihoods(model: Model, causes: tuple[str, ...], observed: Mapping[str, str]) -> list[tuple[Floats, Floats]]:
    """(good, down) likelihoods per cause of every probe that nobody has read yet."""
    rows = [(probe.id, _row(probe.down, causes, default="rare")) for probe in model.probe]
    return [(1.0 - down, down) for name, down in rows if observed.get(name) not in ("good", "down")]


def probe_rows(model: Model, causes: tuple[str, ...]) -> list[tuple[str, str, Floats]]:
    """Every probe, what it can say, and how likely that is under each cause."""
    rows = [(probe.id, _row(probe.down, causes, default="rare")) for probe in model.probe]
    return [(name, said, row) for name, down in rows for said, row in (("good", 1.0 - down), ("down", down))]


def _seen(
    model: Model, causes: tuple[str, ...], moves: tuple[Move, ...], probes: Mapping[str, str], done: Mapping[str, str]
) -> tuple[Seen, ...]:
    read = [Seen(name, True, row) for name, said, row in probe_rows(model, causes) if probes.get(name) == said]
    known = [move for move in moves if done.get(move.id) in move.outcomes]
    return (*read, *(Seen(move.id, False, move.likelihood[move.outcomes.index(done[move.id])]) for move in known))


def _believe(prior: Floats, evidence: list[Floats]) -> Floats:
    """The posterior. Evidence that would rule out every cause contradicts the model and is left aside."""
    belief: Floats = prior / prior.sum()
    for likelihood in evidence:
        weighed: Floats = belief * likelihood
        if weighed.sum() > 0.0:
            belief = weighed / weighed.sum()
    return belief


def _row(given: Mapping[str, Chance], causes: tuple[str, ...], default: Chance) -> Floats:
    rest = given.get("default", default)
    return np.array([chance(given.get(cause, rest)) for cause in causes])


def _moves(model: Model, catalogue: Catalogue, causes: tuple[str, ...]) -> tuple[Move, ...]:
    actions = [_move(action, catalogue, 1.0 - _row(action.fixes, causes, default=0.0)[None, :]) for action in model.action]
    questions = []
    for question in model.question:
        yes = _row(question.yes, causes, default="even")
        rows = np.stack([yes * (1.0 - UNKNOWN), (1.0 - yes) * (1.0 - UNKNOWN), np.full(len(causes), UNKNOWN)])
        questions.append(_move(question, catalogue, rows))
    return (*actions, *questions)


def _move(entry: ActionModel | QuestionModel, catalogue: Catalogue, likelihood: Floats) -> Move:
    step = catalogue.steps[entry.id]
    asks = isinstance(entry, QuestionModel)
    return Move(
        id=entry.id,
        kind="question" if asks else "action",
        minutes=step.minutes if entry.minutes is None else entry.minutes,
        burden=step.burden,
        cluster=step.cluster,
        needs_patient=step.needs_patient,
        after_fallback="another-card" in step.rules,
        after=entry.after,
        outcomes=QUESTION_OUTCOMES if asks else ACTION_OUTCOMES,
        likelihood=likelihood,
    )


def _escalation(entry: EscalationModel, catalogue: Catalogue, causes: tuple[str, ...]) -> Escalation:
    step = catalogue.steps[entry.id]
    minutes = step.minutes if entry.minutes is None else entry.minutes
    rework = step.rework if entry.rework is None else entry.rework
    remit = np.array([1.0 if cause in entry.remit else 0.0 for cause in causes])
    return Escalation(id=entry.id, minutes=minutes, remit=remit, cost=minutes + rework * (1.0 - remit))
