"""How often a photo of the reader's screen gives the right code, against taking the digits that the same engine read.

    .venv/bin/python -m benchmarks.photo [--seed 1] [--rounds 1] [--json]

Every picture is drawn for the run: 27 messages and screens without a code, at four severities (tests/evidence/photo).
"""

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from benchmarks.measure import middle
from madoguchi.evidence.photo.engine import Engine, Line
from madoguchi.evidence.photo.reading import read_photo
from madoguchi.evidence.photo.worker import known_titles
from tests.evidence.photo.screens import Shot, codes, plan, shots

if TYPE_CHECKING:
    from madoguchi.evidence.photo.picture import Picture

NAMES = ("screenshot", "mild", "medium", "severe")
GOAL = 0.98
"""Right answers wanted of screenshots, mild and medium photos; no wrong one anywhere."""

DIGITS = re.compile(r"(?<![0-9])[0-9]{3}(?![0-9])")


def plain_digits(lines: tuple[Line, ...]) -> str:
    """The baseline: the first three digits in a row that are one of the 27 codes, whatever stands around them."""
    found = (digits for line in lines for digits in DIGITS.findall(line.text))
    return next((digits for digits in found if digits in codes()), "")


def judged(shown: str, given: str) -> str:
    """`right` counts a screen without a code for which none was given."""
    return "right" if given == shown else "wrong" if given else "refused"


def looked_at(shot: Shot, engine: Engine) -> dict[str, Any]:
    """One picture, read by the rule and by the baseline, with the times of the rule in seconds."""
    read: list[tuple[Line, ...]] = []

    def keeping(picture: "Picture") -> tuple[Line, ...]:
        read.append(engine.lines(picture))
        return read[-1]

    known = known_titles()
    wall, cpu = time.perf_counter(), time.process_time()
    reading = read_photo(shot.content, keeping, known)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    first = reading.problems[0].code if reading.problems else ""
    ours = "asked" if reading.ask and shot.code else judged(shot.code, first)
    return {
        "severity": shot.severity,
        "kind": shot.kind,
        "rule": ours,
        "digits": judged(shot.code, plain_digits(read[0])),
        "reason": reading.refused if shot.code else "",
        "wall": wall,
        "cpu": cpu,
    }


def summed(found: list[dict[str, Any]]) -> dict[str, Any]:
    """Counts by kind of screen, and median times in milliseconds."""
    errors = [one for one in found if one["kind"] == "error"]
    others = [one for one in found if one["kind"] != "error"]
    return {
        "error_screens": {way: dict(Counter(one[way] for one in errors)) for way in ("rule", "digits")},
        "other_screens": {way: dict(Counter(one[way] for one in others)) for way in ("rule", "digits")},
        "refused_for": dict(Counter(one["reason"] for one in errors if one["reason"])),
        "wall_ms": middle([one["wall"] * 1000 for one in found], 0),
        "cpu_ms": middle([one["cpu"] * 1000 for one in found], 0),
    }


def main() -> None:
    """Print the figures; status 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1, help="156 pictures each")
    parser.add_argument("--few", type=int, default=0, help="only so many pictures, drawn by lot: shows that it runs")
    parser.add_argument("--json", action="store_true", help="on one line")
    asked = parser.parse_args()
    wanted = plan(asked.rounds)
    if asked.few:
        wanted = random.Random(asked.seed).sample(wanted, asked.few)  # noqa: S311 - the same pictures again
    engine = Engine()
    found = [looked_at(shot, engine) for shot in shots(wanted, asked.seed)]
    by_severity = {name: [one for one in found if one["severity"] == place] for place, name in enumerate(NAMES)}
    usual = [one for one in found if one["severity"] < 3]
    right = sum(one["rule"] == "right" for one in usual) / max(len(usual), 1)
    wrong = {way: sum(one[way] == "wrong" for one in found) for way in ("rule", "digits")}
    report = {
        "seed": asked.seed,
        "pictures": len(found),
        "right_but_severe": round(right, 4),
        "wrong": wrong,
        "reached": right >= GOAL and not wrong["rule"],
        "severities": {name: summed(some) for name, some in by_severity.items() if some},
    }
    json.dump(report, sys.stdout, indent=None if asked.json else 1, ensure_ascii=False)
    print()
    raise SystemExit(not report["reached"])


if __name__ == "__main__":
    main()
