"""The guide for the facility's present settings, with every problem's plan solved ahead and kept by its content."""

import threading
from pathlib import Path
from typing import Final

from madoguchi.base.settings import Waiting
from madoguchi.catalogue.model import Catalogue
from madoguchi.guide.guide import Guide
from madoguchi.guide.policy import WEIGHTS, Policy

CACHE: Final = "cache"
"""Folder in the data directory; it may be removed at any time."""


class Policies:
    """One guide for each weight of a waiting patient, made when first needed; safe from any thread."""

    def __init__(self, catalogue: Catalogue, cache: Path | None) -> None:
        """Without a cache folder nothing is written: that is how commands that only read use it."""
        self._catalogue = catalogue
        self._cache = cache
        self._guides: dict[str, Guide] = {}
        self._paths: dict[tuple[str, str], tuple[str, ...]] = {}
        self._lock = threading.Lock()

    def guide(self, waiting: Waiting) -> Guide:
        """The guide for a weight."""
        with self._lock:
            if waiting not in self._guides:
                self._guides[waiting] = Guide(self._catalogue, WEIGHTS[waiting], self._cache)
            return self._guides[waiting]

    def path(self, problem: str, waiting: Waiting) -> tuple[str, ...]:
        """The steps of a problem in the order in which they come when none of them helps; empty where it has none."""
        known = self._paths.get((problem, waiting))
        if known is None:
            plan = self.guide(waiting).policy(problem)
            known = default_path(plan) if plan is not None else ()
            self._paths[problem, waiting] = known
        return known

    def warm(self, waiting: Waiting) -> int:
        """Solve every problem that has a model; the number of them."""
        problems = [problem.id for problem in self._catalogue.problems.values() if problem.model is not None]
        for problem in problems:
            self.path(problem, waiting)
        return len(problems)


def default_path(policy: Policy) -> tuple[str, ...]:
    """The steps from the first on, where each action fails and each question gets its likeliest answer."""
    steps: list[str] = []
    node = policy.nodes[0]
    while True:
        steps.append(node.best.step)
        if not node.children:
            return tuple(dict.fromkeys(steps))
        node = max((policy.nodes[child] for child in node.children.values()), key=lambda child: child.chance)
