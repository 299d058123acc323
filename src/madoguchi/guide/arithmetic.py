"""The arithmetic behind a recommendation, complete: every number of it can be worked out by hand from the model's file."""

import msgspec

from madoguchi.catalogue.chance import OTHER, chance, shares
from madoguchi.catalogue.model import Catalogue, Chance, Kind, Problem
from madoguchi.guide.compile import solved
from madoguchi.guide.exact import Table, is_opened, options
from madoguchi.guide.graph import answers, belief, leads
from madoguchi.guide.model import Move, numbers, probe_rows
from madoguchi.guide.plan import Option, Place, Situation


class Prior(msgspec.Struct, frozen=True):
    """A cause as the file has it (`written`), the figure that stands for, and its share when all add up to 1."""

    cause: str
    written: Chance
    weight: float
    share: float


class Row(msgspec.Struct, frozen=True):
    """How likely an answer to a step, or a probe's reading, is under each cause, in the order of the priors."""

    step: str
    outcome: str
    chances: tuple[float, ...]


class Answer(msgspec.Struct, frozen=True):
    """One answer that can come: its chance, the situation it leads to, and what is still to come there."""

    outcome: str
    chance: float
    situation: int
    cost: float


class Worth(msgspec.Struct, frozen=True):
    """What doing a step now costs in all, in minute-equivalents.

    `total` = (minutes + walk) x factor + burden + patient + wrong x rework + the sum of chance x cost over the answers.
    `factor` counts the waiting patient, `patient` is what taking the patient over costs, `wrong` the chance that it is not
    theirs to mend.
    """

    step: str
    kind: Kind
    minutes: float
    walk: float
    factor: float
    burden: float
    patient: float
    wrong: float
    rework: float
    answers: tuple[Answer, ...]
    total: float


class Reached(msgspec.Struct, frozen=True):
    """One situation: what was answered, the belief, and the steps (best first; beyond the first situation only the best)."""

    number: int
    done: dict[str, str]
    fell_back: bool
    belief: tuple[float, ...]
    steps: tuple[Worth, ...]


class Arithmetic(msgspec.Struct, frozen=True):
    """Everything; `other` is the share kept for causes nobody listed, `weight` that of a minute of a waiting patient."""

    problem: str
    weight: float
    other: float
    probes: dict[str, str]
    masked: tuple[str, ...]
    priors: tuple[Prior, ...]
    rows: tuple[Row, ...]
    situations: tuple[Reached, ...]


def arithmetic(problem: Problem, catalogue: Catalogue, weight: float, at: Situation) -> Arithmetic:
    """Unfold the recommendation for a situation.

    Raises:
        ValueError: the problem has no model, or nobody can be called.
        TooLargeError: too many states for one table.
    """
    model = problem.model
    if model is None:
        raise ValueError(f"{problem.id} has no model")
    listed = shares(model.causes, model.other)
    priors = [Prior(cause, model.causes[cause], chance(model.causes[cause]), share) for cause, share in listed.items()]
    everything = numbers(problem, catalogue, weight)
    rows = [
        Row(move.id, said, tuple(row.tolist()))
        for move in everything.moves
        for said, row in zip(move.outcomes, move.likelihood, strict=True)
    ]
    rows += [Row(probe, said, tuple(row.tolist())) for probe, said, row in probe_rows(model, everything.causes)]
    return Arithmetic(
        problem=problem.id,
        weight=weight,
        other=model.other,
        probes=at.probes,
        masked=at.masked,
        priors=(*priors, Prior(OTHER, model.other, model.other, model.other)),
        rows=tuple(rows),
        situations=_situations(solved(problem, catalogue, weight, at), at),
    )


def _situations(table: Table, at: Situation) -> tuple[Reached, ...]:
    """The first situation with every step, and all that can follow when the best step is taken from then on."""
    places: dict[Place, int] = {(0, at.fell_back): 0}
    queue = [*places]
    found: list[Reached] = []
    for index, (state, fell_back) in enumerate(queue):
        ranked = options(table, state, fell_back=fell_back)
        worths = []
        for step, total in ranked if index == 0 else ranked[:1]:
            worth = _worth(table, (state, fell_back), step, total)
            ahead = []
            for outcome, to, share in leads(table, (state, fell_back), Option(step, worth.kind, 0.0, 0.0, total)):
                if to not in places:
                    places[to] = len(queue)
                    queue.append(to)
                left = float(table.value[int(to[1]), to[0], 0] / table.chance[to[0], 0])
                ahead.append(Answer(outcome, share, places[to], left))
            worths.append(msgspec.structs.replace(worth, answers=tuple(ahead)))
        done = at.done | answers(table, state)
        found.append(Reached(index, done, fell_back, tuple(belief(table, state).tolist()), tuple(worths)))
    return tuple(found)


def _worth(table: Table, place: Place, step: str, total: float) -> Worth:
    """A step's own costs, still without what follows."""
    these, (state, fell_back) = table.numbers, place
    patient = 0.0 if fell_back else these.kappa
    if step == these.fallback:
        return Worth(step, "fallback", 0.0, 0.0, 1.0, 0.0, patient, 0.0, 0.0, (), total)
    for call in these.escalations:
        if call.id == step:
            wrong = float(belief(table, state) @ (1.0 - call.remit))
            rework = float((call.cost - call.minutes).max())
            return Worth(step, "escalation", call.minutes, 0.0, 1.0, 0.0, patient, wrong, rework, (), total)
    move = next(move for move in these.moves if move.id == step)
    walk = 0.0 if move.cluster is None or is_opened(table, state, move) else these.opening[move.cluster]
    return _move(move, walk, these.weight, total, fell_back=fell_back)


def _move(move: Move, walk: float, weight: float, total: float, *, fell_back: bool) -> Worth:
    factor, burden = (1.0, 0.0) if fell_back else (1.0 + weight, move.burden)
    return Worth(move.id, move.kind, move.minutes, walk, factor, burden, 0.0, 0.0, 0.0, (), total)
