"""`python -m benchmarks.guide --track T1`: what the guide's plans are worth, each figure against a baseline of the same run."""

import argparse
import importlib
import sys
from pathlib import Path
from typing import Any

import msgspec

TRACKS = {
    "T1": "benchmarks.guide.exactness",
    "T2": "benchmarks.guide.invented",
    "T4": "benchmarks.guide.robustness",
    "T6": "benchmarks.guide.speed",
}
"""Every track; each module has `run(seed, size)`, `goals(report)` and `table(report)`."""

HEAD = """# The guide, measured

Written by `.venv/bin/python -m benchmarks.guide --table docs/guide/benchmark.md --seed {seed}`; other seeds give other worlds.
Costs are minute-equivalents under the assumed numbers of the catalogue: ratios say how good the method is, not how often a
clinic meets a fault. A goal that is missed is marked, and no number of the catalogue is changed to reach one.

The peers: the *page order* is played literally. *Page, probes, best fallback* keeps the page's order and its calls but
reads every probe first, for nothing, and goes on without the repair at the best moment. The page is bound by none of the hard
rules, the plan by all: where the page takes what a rule forbids (003: the PIN once more), it may cost less than the plan."""

Goals = dict[str, tuple[float, str, bool]]


def main() -> int:
    """Run one track; status 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.guide")
    parser.add_argument("--track", choices=TRACKS, default="T1")
    parser.add_argument("--seed", type=int, default=1, help="draws other worlds")
    parser.add_argument("--size", type=int, help="how many worlds or models; the track's own number where left out")
    parser.add_argument("--json", action="store_true", help="the report as one JSON value, and nothing else")
    parser.add_argument("--table", type=Path, help="run every track and write the tables to this file")
    given = parser.parse_args()
    if given.table is not None:
        given.table.write_text(page(given.seed, given.size), "utf-8")
        return 0
    track = importlib.import_module(TRACKS[given.track])
    report = track.run(given.seed, given.size)
    goals = track.goals(report)
    if given.json:
        sys.stdout.buffer.write(msgspec.json.encode(report) + b"\n")
    else:
        print(markdown(track.table(report), goals))
    return 0 if all(reached for _, _, reached in goals.values()) else 1


def markdown(rows: list[dict[str, Any]], goals: Goals) -> str:
    """A table of a track's rows, and one of its goals."""
    lines = ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0])]
    lines += ["| " + " | ".join(str(value) for value in row.values()) + " |" for row in rows]
    lines += ["", "| figure | value | goal | reached |", "|---|---|---|---|"]
    lines += [
        f"| {name} | {figure:.4g} | {goal} | {'yes' if reached else '**no**'} |"
        for name, (figure, goal, reached) in goals.items()
    ]
    return "\n".join(lines)


def page(seed: int, size: int | None) -> str:
    """Every track's tables under what it measures, with the command that prints them."""
    parts = [HEAD.format(seed=seed)]
    for name, module in TRACKS.items():
        track = importlib.import_module(module)
        report = track.run(seed, size)
        sized = f" --size {size}" if size else ""
        command = f"    .venv/bin/python -m benchmarks.guide --track {name} --seed {seed}{sized}"
        parts += [f"## {(track.__doc__ or name).strip()}", command, markdown(track.table(report), track.goals(report))]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
