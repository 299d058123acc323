"""The best plan for one problem as a graph of plain values: what the desk looks up and a person can read."""

import hashlib
from typing import Final

import msgspec

from madoguchi.catalogue.chance import WORDS
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.plan import Node, Situation

FORMAT: Final = 1
"""Raised whenever the solver or the graph changes its meaning, so that no older file is taken for a new one."""

WEIGHTS: Final = {"light": 0.5, "normal": 2.0, "heavy": 4.0}
"""How much a minute of a waiting patient weighs, in the clinic's three words (an assumption the clinic may change)."""


class Policy(msgspec.Struct, frozen=True):
    """The plan of a problem from one situation on; node 0 is that situation. Costs in minute-equivalents.

    `ecr` knows no probe beyond those given, `ecr_all_probes` reads every probe first, `page_order_ecr` plays the public
    page's order (the same from any situation). `referral`: the best is to hand over at once, with no repair here.
    """

    problem: str
    ecr: float
    ecr_all_probes: float
    page_order_ecr: float
    referral: bool
    states: int
    nodes: tuple[Node, ...]


def content_key(problem: Problem, catalogue: Catalogue, weight: float, situation: Situation | None = None) -> str:
    """A SHA-256 in hexadecimal over everything a policy depends on: equal keys mean equal policies."""
    model = problem.model
    entries = () if model is None else (model.action, model.question, model.escalation)
    used = {entry.id: catalogue.steps[entry.id] for kind in entries for entry in kind}
    parts = (FORMAT, WORDS, problem.id, model, used, catalogue.clusters, weight, situation or Situation())
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()
