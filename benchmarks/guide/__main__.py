"""`python -m benchmarks.guide --track T1`: what the guide's plans are worth, each figure against a baseline of the same run."""

import argparse
import importlib
import sys

import msgspec

TRACKS = {
    "T1": "benchmarks.guide.exactness",
    "T2": "benchmarks.guide.invented",
    "T4": "benchmarks.guide.robustness",
}
"""Every track; each module has `run(seed, size)`, `goals(report)` and `table(report)`."""


def main() -> int:
    """Run one track; status 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.guide")
    parser.add_argument("--track", choices=TRACKS, default="T1")
    parser.add_argument("--seed", type=int, default=1, help="draws other worlds")
    parser.add_argument("--size", type=int, help="how many worlds or models; the track's own number where left out")
    parser.add_argument("--json", action="store_true", help="the report as one JSON value, and nothing else")
    given = parser.parse_args()
    track = importlib.import_module(TRACKS[given.track])
    report = track.run(given.seed, given.size)
    goals = track.goals(report)
    if given.json:
        sys.stdout.buffer.write(msgspec.json.encode(report) + b"\n")
    else:
        rows = track.table(report)
        print("| " + " | ".join(rows[0]) + " |\n|" + "---|" * len(rows[0]))
        for row in rows:
            print("| " + " | ".join(str(value) for value in row.values()) + " |")
        print()
        for name, (figure, goal, reached) in goals.items():
            print(f"{name}: {figure:.4g} (goal {goal}): {'reached' if reached else 'MISSED'}")
    return 0 if all(reached for _, _, reached in goals.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
