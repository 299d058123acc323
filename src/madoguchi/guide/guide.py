"""Gives the best next step for where an incident stands: looks it up in the compiled plan, or solves from there."""

import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

from madoguchi.catalogue.model import Catalogue, Kind, Problem
from madoguchi.guide import explain
from madoguchi.guide.doubt import Doubt, doubt_of
from madoguchi.guide.events import Reason
from madoguchi.guide.plan import Node, Situation
from madoguchi.guide.policy import WEIGHTS, Policy, content_key
from madoguchi.guide.rules import at_opening, needs_consent, standing, steps_of, withheld
from madoguchi.guide.state import State

KEPT: Final = 256
"""Plans from other situations that stay in memory."""

MEANS: Final[dict[Kind, dict[str, str]]] = {
    "action": {"failed": "failed", "no": "failed"},
    "question": {"yes": "yes", "no": "no", "unknown": "unknown", "failed": "unknown"},
}
"""What an answer tells about the cause, by kind of step; answers that are missing here tell nothing."""


class Alternative(msgspec.Struct, frozen=True):
    """A step that could be taken instead: `delta_minutes` more on average, `cost` in all, and why it comes later.

    `same`: the difference is so small that staff choose.
    """

    step: str
    kind: Kind
    minutes: float
    p_fix: float
    cost: float
    delta_minutes: float
    same: bool
    why: Reason
    detail: Reason


class Proposal(msgspec.Struct, frozen=True):
    """The next step. `consent`: ask staff before. `cost`: what is still to come, in minute-equivalents.

    `causes` are in the order of their probability; `detail` holds the figures behind `reason`; `telling` names the answer
    that told most so far; `withheld` says of each step that a hard rule keeps back why it is not proposed.
    """

    step: str
    kind: Kind
    minutes: float
    p_fix: float
    cost: float
    consent: bool
    reason: Reason
    detail: Reason
    alternatives: tuple[Alternative, ...]
    causes: tuple[tuple[str, float], ...]
    telling: Reason | None
    withheld: tuple[Reason, ...]


class Kept(msgspec.Struct, frozen=True):
    """A plan as it stands in its file, with the key of what it was made from."""

    key: str
    policy: Policy


class Guide:
    """All plans of a catalogue for one weight of a waiting patient, made when first asked for."""

    def __init__(self, catalogue: Catalogue, weight: float = WEIGHTS["normal"], cache: Path | None = None) -> None:
        """Keep plans as files in `cache`, one a problem, where it is given; files that do not fit are made anew."""
        self.catalogue, self.weight, self.cache = catalogue, weight, cache
        self._plans: dict[str, Policy] = {}
        self._doubts: dict[str, Doubt | None] = {}
        self._elsewhere = lru_cache(KEPT)(self._solve)

    def policy(self, problem_id: str) -> Policy | None:
        """The plan of a problem as it is when just reported, or None where it has no model."""
        problem = self.catalogue.problems.get(problem_id)
        if problem is None or problem.model is None:
            return None
        if problem_id not in self._plans:
            self._plans[problem_id] = self._from_file(problem, Situation(masked=_ordered(at_opening(problem, self.catalogue))))
        return self._plans[problem_id]

    def doubt(self, problem_id: str) -> Doubt | None:
        """How far a problem's first step hangs on assumed numbers; None where that is not known of these numbers."""
        if problem_id not in self._doubts:
            problem = self.catalogue.problems.get(problem_id)
            self._doubts[problem_id] = doubt_of(problem, self.catalogue) if problem is not None else None
        return self._doubts[problem_id]

    def propose(self, state: State) -> Proposal | None:
        """The best step from a state on, or None where the problem has no model (it only explains)."""
        problem = self.catalogue.problems.get(state.problem)
        if problem is None or problem.model is None:
            return None
        at = situation(state, problem, self.catalogue)
        nodes, node = self._node(problem, at)
        best = node.best
        return Proposal(
            step=best.step,
            kind=best.kind,
            minutes=best.minutes,
            p_fix=best.p_fix,
            cost=best.cost,
            consent=needs_consent(best.step, self.catalogue),
            reason=explain.reason(node, nodes),
            detail=explain.detail(node),
            alternatives=tuple(_alternative(node, index) for index in range(len(node.others))),
            causes=node.causes,
            telling=self._telling(problem, at, node.causes) if at.done or at.probes else None,
            withheld=tuple(explain.withheld(*kept) for kept in withheld(state, problem, self.catalogue)),
        )

    def _node(self, problem: Problem, at: Situation) -> tuple[tuple[Node, ...], Node]:
        """The plan that covers a situation, and its place there."""
        plan = self.policy(problem.id)
        if plan is not None and not at.probes and set(at.masked) == at_opening(problem, self.catalogue):
            for node in plan.nodes:
                if node.done == at.done and node.fell_back == at.fell_back:
                    return plan.nodes, node
        nodes = self._elsewhere(problem.id, msgspec.json.encode(at, order="deterministic"))
        return nodes, nodes[0]

    def _telling(self, problem: Problem, at: Situation, causes: tuple[tuple[str, float], ...]) -> Reason | None:
        from madoguchi.guide.model import observed  # noqa: PLC0415 - takes NumPy along, and a fresh incident has nothing to weigh

        order, seen = observed(problem, self.catalogue, at.probes, at.done)
        return explain.telling(order, seen, causes)

    def _solve(self, problem_id: str, situation: bytes) -> tuple[Node, ...]:
        from madoguchi.guide.compile import nodes_from  # noqa: PLC0415 - takes NumPy along

        at = msgspec.json.decode(situation, type=Situation)
        return nodes_from(self.catalogue.problems[problem_id], self.catalogue, self.weight, at)

    def _from_file(self, problem: Problem, at: Situation) -> Policy:
        if self.cache is None:
            return self._compile(problem, at)
        key, path = content_key(problem, self.catalogue, self.weight, at), self.cache / f"{problem.id}.json"
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=Kept)
        except (OSError, msgspec.DecodeError):
            kept = None
        if kept is not None and kept.key == key:
            return kept.policy
        policy = self._compile(problem, at)
        _write(path, msgspec.json.encode(Kept(key, policy)))
        return policy

    def _compile(self, problem: Problem, at: Situation) -> Policy:
        from madoguchi.guide.compile import policy_from  # noqa: PLC0415 - takes NumPy along, which a kept plan does not need

        return policy_from(problem, self.catalogue, self.weight, at)


def situation(state: State, problem: Problem, catalogue: Catalogue) -> Situation:
    """What the optimiser needs of a state: answers that tell something, masks among the other steps, probes that were read."""
    model = problem.model
    if model is None:
        return Situation()
    told = {entry.id: MEANS["action"] for entry in model.action} | {entry.id: MEANS["question"] for entry in model.question}
    done = {step: told[step][outcome] for step, outcome in state.trace if outcome in told.get(step, {})}
    masked = (standing(state, catalogue) & steps_of(problem)) - done.keys()
    probes = {probe.id: state.probes[probe.id] for probe in model.probe if state.probes.get(probe.id) in ("good", "down")}
    return Situation(masked=_ordered(masked), probes=probes, done=done, fell_back=state.fell_back)


def _alternative(node: Node, index: int) -> Alternative:
    option = node.others[index]
    return Alternative(
        step=option.step,
        kind=option.kind,
        minutes=option.minutes,
        p_fix=option.p_fix,
        cost=option.cost,
        delta_minutes=option.cost - node.best.cost,
        same=option.cost - node.best.cost < explain.SAME,
        why=explain.why_not(node, option),
        detail=explain.why_not_detail(node, option),
    )


def _ordered(steps: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(steps))


def _write(path: Path, data: bytes) -> None:
    """Put the file in place whole; a cache that cannot be written is only slower."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}-", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        return
