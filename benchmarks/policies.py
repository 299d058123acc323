"""How long the guide takes to solve every problem, against the equations written down as a plain recursion."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.guide.plain import plain
from benchmarks.guide.recursion import optimum
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.policy import WEIGHTS
from madoguchi.guide.rules import at_opening


def timed(work: Callable[[], Any], runs: int = 3) -> tuple[Any, float]:
    """What the work gives, and the best of some runs in seconds."""
    best, found = float("inf"), None
    for _ in range(runs):
        began = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - began)
    return found, best


def measure(problem: Problem, catalogue: Catalogue, weight: float) -> dict[str, Any]:
    """Figures of one problem: minute-equivalents and seconds."""
    masked = at_opening(problem, catalogue)
    policy, seconds = timed(lambda: compile_policy(problem, catalogue, weight, masked))
    same, slow = timed(lambda: optimum(plain(problem, catalogue, weight), masked), runs=1)
    return {
        "seconds": round(seconds, 6),
        "naive_seconds": round(slow, 6),
        "naive_over_exact": round(slow / seconds, 2),
        "gap": abs(same - policy.ecr),
        "states": policy.states,
        "nodes": len(policy.nodes),
        "ecr": round(policy.ecr, 3),
        "ecr_all_probes": round(policy.ecr_all_probes, 3),
        "page_order_ecr": round(policy.page_order_ecr, 3),
        "referral": policy.referral,
        "first": policy.nodes[0].best.step,
    }


def main() -> None:
    """Print the figures of every problem that has a model, and the time for all codes together."""
    catalogue, weight = load_catalogue(), WEIGHTS["normal"]
    modelled = {name: problem for name, problem in catalogue.problems.items() if problem.model is not None}
    figures = {name: measure(problem, catalogue, weight) for name, problem in sorted(modelled.items())}
    codes = [name for name in figures if modelled[name].kind == "code"]
    _, total = timed(
        lambda: [compile_policy(modelled[c], catalogue, weight, at_opening(modelled[c], catalogue)) for c in codes]
    )
    naive_total = sum(figures[name]["naive_seconds"] for name in codes)
    report = {
        "weight": weight,
        "codes": len(codes),
        "codes_seconds": round(total, 4),
        "naive_over_exact": round(naive_total / total, 2),
        "largest_gap": max(entry["gap"] for entry in figures.values()),
        "problems": figures,
    }
    json.dump(report, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
