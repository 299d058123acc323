"""Whoever has the printed lines can work out every number of a recommendation: this test does."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import madoguchi.catalogue
from madoguchi.catalogue.chance import chance

Madoguchi = Callable[..., Any]
CODES = Path(madoguchi.catalogue.__path__[0]) / "codes"
PRIOR = re.compile(r"  c(\d+) (\S+): ([\d.]+)(?: \(\S+\))? / ([\d.]+) x \(1 - ([\d.]+)\) = ([\d.]+)")
ROW = re.compile(r"  (\S+)=(\w+): (c1:.*)")
HEAD = re.compile(r"\[(\d+)\] (.*) \((.*)\)")
WORTH = re.compile(r"    (\S+) = (.*) = ([\d.]+)")
AHEAD = re.compile(r"([\d.]+) x \[(\d+)\] ([\d.]+)")


def shares(text: str) -> list[float]:
    return [float(piece.partition(":")[2]) for piece in text.split()]


def worked_out(text: str) -> float:
    """A printed sum, worked out: `(1 + 0) x 3 + 0.5 + 0.268489 x [1] 9.9277`."""
    plain = AHEAD.sub(r"\1 * \3", text).replace(" x ", " * ")
    assert re.fullmatch(r"[\d.() +*]+", plain), plain
    return float(eval(plain))  # noqa: S307 - figures and signs only, as the line above says


class Printed:
    """What a reader finds on the paper."""

    def __init__(self, text: str) -> None:
        self.priors: dict[str, tuple[str, ...]] = {}
        self.rows: dict[str, list[float]] = {}
        self.known = ""
        self.places: dict[int, tuple[str, str, list[float], list[tuple[str, str, float]]]] = {}
        for line in text.splitlines():
            if found := PRIOR.fullmatch(line):
                self.priors[found[2]] = found.groups()[2:]
            elif found := ROW.fullmatch(line):
                self.rows[f"{found[1]}={found[2]}"] = shares(found[3])
            elif found := HEAD.fullmatch(line):
                self.places[int(found[1])] = (found[2], found[3], [], [])
            elif line.startswith("    c1:"):
                self.places[max(self.places)][2].extend(shares(line))
            elif found := WORTH.fullmatch(line):
                self.places[max(self.places)][3].append((found[1], found[2], float(found[3])))
            elif line.startswith("What machines saw: "):
                self.known = line.removeprefix("What machines saw: ").partition(";")[0]


@pytest.fixture(params=[("003", ""), ("011", "line=down,other-pc-online=no"), ("101", ""), ("901", "area-notice=down")])
def case(request: pytest.FixtureRequest, madoguchi: Madoguchi) -> tuple[str, Printed]:
    code, trace = request.param
    return code, Printed(madoguchi("guide", code, "--explain", "--lang", "en", "--trace", trace).out)


def test_the_priors_are_those_of_the_file(case: tuple[str, Printed]) -> None:
    code, printed = case
    causes = tomllib.loads((CODES / f"{code}.toml").read_text("utf-8"))["model"]["causes"]
    weights = {cause: chance(value) for cause, value in causes.items()}

    assert list(causes) == list(printed.priors)
    for cause, (weight, mass, other, share) in printed.priors.items():
        assert float(weight) == pytest.approx(weights[cause])
        assert float(mass) == pytest.approx(sum(weights.values()))
        assert float(share) == pytest.approx(float(weight) / float(mass) * (1 - float(other)), abs=1e-6)


def test_the_belief_of_every_situation_follows_from_the_priors_and_the_chances(case: tuple[str, Printed]) -> None:
    _, printed = case
    first = [float(prior[3]) for prior in printed.priors.values()]
    first.append(1 - sum(first))
    for done, _, belief, _ in printed.places.values():
        seen = [one for one in f"{printed.known}, {done}".split(", ") if "=" in one]
        weights = list(first)
        for one in seen:
            weights = [weight * told for weight, told in zip(weights, printed.rows[one], strict=True)]

        assert belief == pytest.approx([weight / sum(weights) for weight in weights], abs=2e-4)


def test_every_sum_comes_to_what_is_printed(case: tuple[str, Printed]) -> None:
    _, printed = case
    sums = [(text, total) for *_, steps in printed.places.values() for _, text, total in steps]

    assert len(sums) >= 10
    for text, total in sums:
        assert worked_out(text) == pytest.approx(total, abs=2e-3), text


def test_every_chance_ahead_is_the_belief_times_the_answers_chance(case: tuple[str, Printed]) -> None:
    _, printed = case
    for done, _, belief, steps in printed.places.values():
        for step, text, _ in steps:
            for share, number, cost in AHEAD.findall(text):
                there, _, _, following = printed.places[int(number)]
                new = [one for one in there.split(", ") if one not in done.split(", ") and one != "-"]
                row = printed.rows[new[0]] if new else [1.0] * len(belief)

                assert float(share) == pytest.approx(sum(b * r for b, r in zip(belief, row, strict=True)), abs=1e-5), step
                assert float(cost) == following[0][2]


def test_the_steps_stand_in_the_order_of_their_cost(case: tuple[str, Printed]) -> None:
    _, printed = case
    totals = [total for _, _, total in printed.places[0][3]]

    assert totals[0] == pytest.approx(min(totals), abs=1e-4)
    assert totals[1:] == sorted(totals[1:])


def test_the_arithmetic_is_there_as_json_too(madoguchi: Madoguchi) -> None:
    told = json.loads(madoguchi("guide", "003", "--explain", "--json").out)
    guided = json.loads(madoguchi("guide", "003", "--json").out)

    assert told["situations"][0]["steps"][0]["total"] == pytest.approx(guided["ecr"])
    assert len(told["rows"][0]["chances"]) == len(told["priors"])
