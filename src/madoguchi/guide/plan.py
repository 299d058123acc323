"""A plan as plain values: situations, the steps that could be taken in each, and where answers lead."""

import msgspec

from madoguchi.catalogue.model import Kind

Place = tuple[int, bool]
"""A state of the table, and whether the visit already goes on without the repair."""


class Situation(msgspec.Struct, frozen=True):
    """Where a plan begins: which steps are out of bounds, what machines saw, what was answered, whether the visit went on."""

    masked: tuple[str, ...] = ()
    probes: dict[str, str] = {}
    done: dict[str, str] = {}
    fell_back: bool = False


class Option(msgspec.Struct, frozen=True):
    """A step that could be taken: minutes of staff, chance that the repair is done with it, cost from here in minutes.

    For an action `p_fix` is the chance that the error goes, for an escalation that it is theirs to mend.
    """

    step: str
    kind: Kind
    minutes: float
    p_fix: float
    cost: float


class Node(msgspec.Struct, frozen=True):
    """One situation: what was answered, the best step, the others (best first), the belief, and where answers lead.

    `chance` is the probability that an incident comes here when the plan is followed.
    """

    done: dict[str, str]
    fell_back: bool
    best: Option
    others: tuple[Option, ...]
    causes: tuple[tuple[str, float], ...]
    chance: float
    children: dict[str, int]
