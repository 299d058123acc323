"""T6: how long the guide takes: to start, to solve everything, to decide and say why; and what it weighs in memory."""

import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec

from benchmarks.guide.spread import Spread, spread
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide import events as ev
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.explain import reason_text
from madoguchi.guide.guide import Guide
from madoguchi.guide.lookahead import board, look
from madoguchi.guide.model import numbers
from madoguchi.guide.policy import WEIGHTS
from madoguchi.guide.rules import at_opening
from madoguchi.guide.session import fold, step
from madoguchi.guide.state import State
from madoguchi.words.translate import load_words

STARTS = 5
ROUNDS = 20
WEIGHT = WEIGHTS["normal"]


class Report(msgspec.Struct, frozen=True):
    """Milliseconds, except where the name says otherwise. A decision includes its reason in words.

    `start_seconds`: a process that solves and prints 011, `bare_start_seconds`: one that only imports NumPy, by turns.
    `decision`: from a plan at hand. `decision_after_probe`: the first one after a probe was read, which is solved anew.
    `two_step`: from the belief alone, without a table. `compile_megabytes`: the most that solving 011 holds at once.
    """

    seed: int
    start_seconds: Spread
    bare_start_seconds: Spread
    compile_all_milliseconds: Spread
    decision: Spread
    decision_p99: float
    decision_after_probe: Spread
    two_step: Spread
    compile_megabytes: float


def run(seed: int, size: int | None = None) -> Report:
    """Take the times; `seed` draws nothing here."""
    catalogue, rounds = load_catalogue(), size or ROUNDS
    codes = [p for p in catalogue.problems.values() if p.kind == "code" and p.model is not None]
    starts, bare = [], []
    for _ in range(min(STARTS, rounds)):
        starts.append(_process("-m", "madoguchi", "guide", "011", "--json"))
        bare.append(_process("-c", "import numpy"))
    everything = [
        _took(lambda: [compile_policy(p, catalogue, WEIGHT, at_opening(p, catalogue)) for p in codes]) for _ in range(3)
    ]
    known = _decisions(codes, catalogue, rounds)
    after = [_after_probe(problem, catalogue) for problem in codes if problem.model and problem.model.probe]
    ahead = [_took(partial(_two_steps, problem, catalogue)) for problem in codes]
    return Report(
        seed=seed,
        start_seconds=spread(starts),
        bare_start_seconds=spread(bare),
        compile_all_milliseconds=spread(everything),
        decision=spread(known),
        decision_p99=round(sorted(known)[int(0.99 * len(known))], 4),
        decision_after_probe=spread(after),
        two_step=spread(ahead),
        compile_megabytes=_megabytes(catalogue),
    )


def _two_steps(problem: Problem, catalogue: Catalogue) -> None:
    look(board(numbers(problem, catalogue, WEIGHT)))


def _took(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return 1000.0 * (time.perf_counter() - began)


def _process(*arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def _opened(problem: Problem, guide: Guide) -> State:

    return step(None, ev.IncidentOpened(datetime(2026, 11, 23, tzinfo=UTC), "timed", problem.id), guide)[0]


def _decided(guide: Guide, state: State) -> None:
    words = load_words()
    proposal = guide.propose(state)
    if proposal is not None:
        for said in (proposal.reason, proposal.detail, *(other.why for other in proposal.alternatives)):
            reason_text(said, lambda message, **args: words.text(message, "ja", **args))


def _decisions(codes: list[Problem], catalogue: Catalogue, rounds: int) -> list[float]:
    guide = Guide(catalogue, WEIGHT)
    states = [_opened(problem, guide) for problem in codes]
    for state in states:
        _decided(guide, state)
    return [_took(partial(_decided, guide, state)) for _ in range(rounds) for state in states]


def _after_probe(problem: Problem, catalogue: Catalogue) -> float:
    guide = Guide(catalogue, WEIGHT)
    state = _opened(problem, guide)
    probe = problem.model.probe[0].id if problem.model else ""
    read = fold(state, ev.Observed(state.changed_at, f"probe:{probe}", "down"))
    return _took(lambda: _decided(guide, read))


def _megabytes(catalogue: Catalogue) -> float:
    tracemalloc.start()
    compile_policy(catalogue.problems["011"], catalogue, WEIGHT)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return round(most / 1e6, 2)


def goals(report: Report) -> dict[str, tuple[float, str, bool]]:
    """Figure, goal and whether it is reached, by name."""
    whole, p99 = report.compile_all_milliseconds.median, report.decision_p99
    return {
        "a decision with its reasons, 99th percentile, ms": (p99, "<= 10", p99 <= 10.0),
        "all 27 codes solved, median, ms": (whole, "< 2000", whole < 2000.0),
    }


def table(report: Report) -> list[dict[str, Any]]:
    """The rows of the Markdown table."""
    rows = {
        "start, solve and print 011, s": report.start_seconds,
        "start and import NumPy alone, s": report.bare_start_seconds,
        "solve all 27 codes, ms": report.compile_all_milliseconds,
        "a decision with its reasons, ms": report.decision,
        "the first decision after a probe, ms": report.decision_after_probe,
        "two steps ahead without a table, ms": report.two_step,
    }
    told = [
        {"figure": name, "median": f"{s.median:.4g}", "5 % to 95 %": f"{s.p05:.4g} to {s.p95:.4g}", "worst": f"{s.worst:.4g}"}
        for name, s in rows.items()
    ]
    return [
        *told,
        {
            "figure": "most memory held while solving 011, MB",
            "median": f"{report.compile_megabytes:.4g}",
            "5 % to 95 %": "",
            "worst": "",
        },
    ]
