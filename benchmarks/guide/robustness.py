"""T4: what the plans save where every assumed number is another, and what it costs to follow the shipped plan there."""

import json
from typing import Any

import msgspec

from benchmarks.guide.page import page, page_with_probes
from benchmarks.guide.plain import plain
from benchmarks.guide.spread import Spread, spread
from benchmarks.guide.walk import walk
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.policy import WEIGHTS
from madoguchi.guide.rules import at_opening
from madoguchi.guide.worlds import worlds

WORLDS = 300
SAVED = 0.3


class Code(msgspec.Struct, frozen=True):
    """One code in all its worlds. Savings as in T1.

    `regret`: what a plan costs more than the best that knows the world's times and weight but believes the shipped
    chances; without probes.
    """

    code: str
    referral: bool
    share_saving_vs_page: float
    share_saving_vs_page_probes_fallback: float
    saving_vs_page: Spread
    saving_vs_page_probes_fallback: Spread
    regret: Spread


class Report(msgspec.Struct, frozen=True):
    """`share_*`: the share of worlds in which at least 30 % are saved, over the codes that are no referrals."""

    seed: int
    worlds: int
    share_saving_vs_page: float
    share_saving_vs_page_probes_fallback: float
    regret: Spread
    codes: tuple[Code, ...]


def run(seed: int, size: int | None = None) -> Report:
    """Draw the worlds of every code."""
    catalogue, count = load_catalogue(), size or WORLDS
    codes = sorted((p for p in catalogue.problems.values() if p.kind == "code" and p.model), key=lambda each: each.id)
    found = [_code(problem, catalogue, seed, count) for problem in codes]
    repairs = [(code, figures) for code, figures in found if not code.referral]
    return Report(
        seed=seed,
        worlds=count,
        share_saving_vs_page=round(sum(code.share_saving_vs_page for code, _ in repairs) / len(repairs), 4),
        share_saving_vs_page_probes_fallback=round(
            sum(code.share_saving_vs_page_probes_fallback for code, _ in repairs) / len(repairs), 4
        ),
        regret=spread([regret for _, regrets in repairs for regret in regrets]),
        codes=tuple(code for code, _ in found),
    )


def _code(problem: Problem, catalogue: Catalogue, seed: int, count: int) -> tuple[Code, list[float]]:
    masked = at_opening(problem, catalogue)
    bare, free, regrets = [], [], []
    for world in worlds(problem, catalogue, seed, count):
        best = compile_policy(world.problem, world.catalogue, world.weight, masked)
        there = plain(world.problem, world.catalogue, world.weight)
        bare.append(1.0 - best.ecr_all_probes / page(there))
        free.append(1.0 - best.ecr_all_probes / page_with_probes(there))
        believed = compile_policy(_believing(world.problem, problem), world.catalogue, world.weight, masked)
        regrets.append(walk(json.loads(msgspec.json.encode(believed.nodes)), there).cost / best.ecr - 1.0)
    model = plain(problem, catalogue, WEIGHTS["normal"])
    code = Code(
        code=problem.id,
        referral=all(step in model.calls for step in model.page),
        share_saving_vs_page=round(sum(one >= SAVED for one in bare) / count, 4),
        share_saving_vs_page_probes_fallback=round(sum(one >= SAVED for one in free) / count, 4),
        saving_vs_page=spread(bare, low_is_bad=True),
        saving_vs_page_probes_fallback=spread(free, low_is_bad=True),
        regret=spread(regrets),
    )
    return code, regrets


def _believing(there: Problem, shipped: Problem) -> Problem:
    """The problem with the times of a world and the chances that are shipped."""
    here, ours = there.model, shipped.model
    if here is None or ours is None:
        raise ValueError(shipped.id)
    model = msgspec.structs.replace(
        here,
        causes=ours.causes,
        probe=ours.probe,
        question=tuple(
            msgspec.structs.replace(one, yes=other.yes) for one, other in zip(here.question, ours.question, strict=True)
        ),
        action=tuple(
            msgspec.structs.replace(one, fixes=other.fixes) for one, other in zip(here.action, ours.action, strict=True)
        ),
    )
    return msgspec.structs.replace(there, model=model)


def goals(report: Report) -> dict[str, tuple[float, str, bool]]:
    """Figure, goal and whether it is reached, by name."""
    saved, regret = report.share_saving_vs_page, report.regret.mean
    return {
        "share of worlds that save 30 % against the page": (saved, ">= 0.95", saved >= 0.95),
        "mean regret of believing the shipped chances": (regret, "<= 0.05", regret <= 0.05),
    }


def table(report: Report) -> list[dict[str, Any]]:
    """The rows of the Markdown table."""
    return [
        {
            "code": code.code + (" (referral)" if code.referral else ""),
            "worlds saving 30 % against the page": f"{code.share_saving_vs_page:.0%}",
            "saving, mean (5 % to 95 %)": _range(code.saving_vs_page),
            "worlds saving 30 % against page, probes, fallback": f"{code.share_saving_vs_page_probes_fallback:.0%}",
            "that saving, mean (5 % to 95 %)": _range(code.saving_vs_page_probes_fallback),
            "regret, mean (95 %, worst)": f"{code.regret.mean:.1%} ({code.regret.p95:.1%}, {code.regret.worst:.0%})",
        }
        for code in report.codes
    ]


def _range(of: Spread) -> str:
    return f"{of.mean:.0%} ({of.p05:.0%} to {of.p95:.0%})"
