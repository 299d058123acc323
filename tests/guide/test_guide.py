"""The guide answers from its plans, and from anywhere else as well."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide import events as ev
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.guide import Guide, situation
from madoguchi.guide.policy import WEIGHTS
from madoguchi.guide.session import fold, step

Invented = tuple[Problem, Catalogue]
Opened = Callable[[str], ev.IncidentOpened]


def test_every_modelled_problem_has_a_first_step(catalogue: Catalogue, opened: Opened) -> None:
    guide = Guide(catalogue)
    for name, problem in catalogue.problems.items():
        proposal = guide.propose(fold(None, opened(name)))

        assert (proposal is None) == (problem.model is None), name


def test_a_problem_nobody_knows_gets_no_step(catalogue: Catalogue, opened: Opened) -> None:
    assert Guide(catalogue).policy("nobody-knows") is None
    assert Guide(catalogue).propose(fold(None, opened("nobody-knows"))) is None


def test_alternatives_stand_in_the_order_of_what_they_cost(catalogue: Catalogue, opened: Opened) -> None:
    guide = Guide(catalogue)
    for name in catalogue.problems:
        proposal = guide.propose(fold(None, opened(name)))
        deltas = [other.delta_minutes for other in proposal.alternatives] if proposal else []

        assert deltas == sorted(deltas)
        assert all(delta > -1e-9 for delta in deltas)


def test_plans_are_kept_as_files_and_read_again(lamp: Invented, tmp_path: Path) -> None:
    made = Guide(lamp[1], cache=tmp_path).policy("invented")
    kept = tmp_path / "invented.json"
    text = kept.read_bytes()
    marked = msgspec.json.decode(text)
    marked["policy"]["ecr"] = 123.0
    kept.write_bytes(msgspec.json.encode(marked))
    again = Guide(lamp[1], cache=tmp_path).policy("invented")

    assert made is not None
    assert again == msgspec.structs.replace(made, ecr=123.0)


@pytest.mark.parametrize("broken", [b"", b"{", b'{"key": "x"}', b"\xff\xfe", b"[]"])
def test_a_broken_file_is_made_anew(lamp: Invented, tmp_path: Path, broken: bytes) -> None:
    kept = tmp_path / "invented.json"
    Guide(lamp[1], cache=tmp_path).policy("invented")
    good = kept.read_bytes()
    kept.write_bytes(broken)
    Guide(lamp[1], cache=tmp_path).policy("invented")

    assert good == kept.read_bytes()
    assert [kept] == list(tmp_path.iterdir())


def test_a_plan_of_another_weight_is_made_anew(lamp: Invented, tmp_path: Path) -> None:
    light, heavy = (Guide(lamp[1], WEIGHTS[word], tmp_path).policy("invented") for word in ("light", "heavy"))

    assert light is not None
    assert heavy is not None
    assert light.ecr < heavy.page_order_ecr
    assert light.page_order_ecr < heavy.page_order_ecr


def test_a_cache_that_cannot_be_written_only_costs_time(lamp: Invented, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    assert compile_policy(*lamp, WEIGHTS["normal"]) == Guide(lamp[1], cache=blocked).policy("invented")


def test_answers_that_tell_nothing_only_take_the_step_away(catalogue: Catalogue, opened: Opened, nine: datetime) -> None:
    problem = catalogue.problems["001"]
    state = fold(None, opened("001"))
    for name, outcome in (("reseat-card", "unknown"), ("take-out-of-case", "failed"), ("last-card-read", "unknown")):
        state = fold(
            state, msgspec.convert({"type": "step_answered", "at": nine, "step": name, "outcome": outcome}, ev.StepAnswered)
        )
    at = situation(state, problem, catalogue)

    assert "reseat-card" in at.masked
    assert at.done["take-out-of-case"] == "failed"
    assert "take-out-of-case" not in at.masked


def test_answers_from_off_the_plan_are_taken_up_as_well(lamp: Invented, opened: Opened, nine: datetime) -> None:
    guide = Guide(lamp[1])
    state = fold(fold(None, opened("invented")), ev.StepAnswered(nine, "lamp-on", "yes"))
    proposal = guide.propose(state)

    assert proposal is not None
    assert dict(proposal.causes)["reader.dead"] == pytest.approx(0.2 * 0.6 / (0.2 * 0.6 + 0.8 * 0.05))
    assert proposal.telling == ev.Reason("detail-telling", {"step": "lamp-on"})


def test_probes_that_machines_read_move_the_belief(catalogue: Catalogue, opened: Opened, nine: datetime) -> None:
    guide = Guide(catalogue)
    problem = catalogue.problems["011"]
    assert problem.model is not None
    blind = fold(None, opened("011"))
    seeing, _ = step(blind, ev.Observed(nine, f"probe:{problem.model.probe[0].id}", "down"), guide)
    before, after = guide.propose(blind), guide.propose(seeing)

    assert before is not None
    assert after is not None
    assert dict(before.causes) != dict(after.causes)
