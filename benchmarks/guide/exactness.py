"""T1: every code's plan, as the desk's own file spells it, against the optimum and against the public page."""

import json
import math
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.guide.page import page, page_with_probes
from benchmarks.guide.plain import Plain, plain
from benchmarks.guide.recursion import optimum, optimum_with_probes
from benchmarks.guide.spread import whole
from benchmarks.guide.walk import Happened, walk
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.compile import nodes_from
from madoguchi.guide.guide import Guide
from madoguchi.guide.plan import Situation
from madoguchi.guide.policy import WEIGHTS
from madoguchi.guide.rules import at_opening

WEIGHT = WEIGHTS["normal"]


class Code(msgspec.Struct, frozen=True):
    """One code. Fractions 0 to 1; `patient_minutes` is the time of steps during which the patient stands at the reader.

    `referral`: the page names nobody but whom to see. `ratio_to_optimum`: the plan in the desk's file as it is when
    nothing was measured, and the plans it makes from every reading of the probes; the worse of the two ratios. The savings
    and the last two figures give both sides every probe for nothing, except the bare page.
    """

    code: str
    referral: bool
    ratio_to_optimum: float
    saving_vs_page: float
    saving_vs_page_probes_fallback: float
    wrong_escalations: float
    patient_minutes: float


class Report(msgspec.Struct, frozen=True):
    """Nothing in it is drawn by lot; the seed is told so that a reader sees it."""

    seed: int
    codes: tuple[Code, ...]


def run(seed: int, _size: int | None = None) -> Report:
    """Measure all codes."""
    catalogue = load_catalogue()
    codes = sorted((p for p in catalogue.problems.values() if p.kind == "code" and p.model), key=lambda each: each.id)
    with tempfile.TemporaryDirectory() as folder:
        guide = Guide(catalogue, WEIGHT, Path(folder))
        return Report(seed, tuple(_code(problem, catalogue, guide, Path(folder)) for problem in codes))


def _code(problem: Problem, catalogue: Catalogue, guide: Guide, folder: Path) -> Code:
    model, masked = plain(problem, catalogue, WEIGHT), at_opening(problem, catalogue)
    guide.policy(problem.id)
    shipped = json.loads((folder / f"{problem.id}.json").read_bytes())["policy"]["nodes"]
    unread = walk(shipped, model).cost / optimum(model, masked)
    found = _with_probes(problem, catalogue, model, masked) if model.probes else walk(shipped, model)
    best = optimum_with_probes(model, masked)
    return Code(
        code=problem.id,
        referral=all(step in model.calls for step in model.page),
        ratio_to_optimum=round(max(unread, found.cost / best), 9),
        saving_vs_page=whole(1.0 - found.cost / page(model)),
        saving_vs_page_probes_fallback=whole(1.0 - found.cost / page_with_probes(model)),
        wrong_escalations=whole(found.wrong),
        patient_minutes=whole(found.patient),
    )


def _with_probes(problem: Problem, catalogue: Catalogue, model: Plain, masked: frozenset[str]) -> Happened:
    """What happens when the desk asks anew after every possible reading of the probes, each plan as its JSON spells it."""
    total = Happened()
    for said, held in model.readings():
        nodes = nodes_from(problem, catalogue, WEIGHT, Situation(tuple(sorted(masked)), said))
        total += walk(json.loads(msgspec.json.encode(nodes)), model, held)
    return total


def geometric_saving(report: Report) -> float:
    """1 less the geometric mean of what is left of the page's cost, over the codes that are no referrals."""
    left = [1.0 - code.saving_vs_page_probes_fallback for code in report.codes if not code.referral]
    return 1.0 - math.exp(sum(math.log(share) for share in left) / len(left))


def goals(report: Report) -> dict[str, tuple[float, str, bool]]:
    """Figure, goal and whether it is reached, by name."""
    worst, saved = max(code.ratio_to_optimum for code in report.codes), geometric_saving(report)
    referrals = [code.code for code in report.codes if code.referral]
    return {
        "largest ratio to the optimum": (worst, "1.000", round(worst, 3) == 1.0),
        "saving against page, probes, best fallback (geometric mean)": (saved, ">= 0.30", saved >= 0.30),
        "codes": (float(len(report.codes)), "27", len(report.codes) == 27),
        "referrals": (float(len(referrals)), "6", referrals == ["004", "005", "006", "007", "016", "017"]),
    }


def table(report: Report) -> list[dict[str, Any]]:
    """The rows of the Markdown table."""
    return [
        {
            "code": code.code + (" (referral)" if code.referral else ""),
            "ratio to optimum": f"{code.ratio_to_optimum:.3f}",
            "saved against the page": f"{code.saving_vs_page:.0%}",
            "saved against page, probes, best fallback": f"{code.saving_vs_page_probes_fallback:.0%}",
            "wrong escalations": f"{code.wrong_escalations:.1%}",
            "minutes the patient stands there": f"{code.patient_minutes:.2f}",
        }
        for code in report.codes
    ]
