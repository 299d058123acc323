from pathlib import Path

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.desk.policies import Policies, default_path
from madoguchi.guide.guide import Guide

CATALOGUE = load_catalogue()


@pytest.fixture(scope="module")
def policies() -> Policies:
    return Policies(CATALOGUE, None)


@pytest.mark.parametrize("problem", CATALOGUE.problems)
def test_every_model_has_a_path_that_begins_with_its_best_step_and_ends_with_somebody_to_call(
    policies: Policies, problem: str
) -> None:
    path = policies.path(problem, "normal")
    plan = policies.guide("normal").policy(problem)

    assert (plan is None) == (path == ())
    assert plan is None or path[0] == plan.nodes[0].best.step
    assert plan is None or CATALOGUE.steps[path[-1]].kind == "escalation"


def test_a_path_names_no_step_twice(policies: Policies) -> None:
    paths = [policies.path(problem, "normal") for problem in CATALOGUE.problems]

    assert all(len(path) == len(set(path)) for path in paths)


def test_a_weight_has_one_guide(policies: Policies) -> None:
    assert policies.guide("normal") is policies.guide("normal")
    assert policies.guide("heavy").weight > policies.guide("light").weight


def test_plans_are_kept_and_used_again(tmp_path: Path) -> None:
    solvable = [problem.id for problem in CATALOGUE.problems.values() if problem.model is not None]
    count = Policies(CATALOGUE, tmp_path).warm("normal")
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    again = Policies(CATALOGUE, tmp_path).path("011", "normal")

    plan = Guide(CATALOGUE, 2.0, None).policy("011")

    assert count == len(solvable)
    assert kept == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert plan is not None
    assert again == default_path(plan)


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Policies(CATALOGUE, None).path("003", "normal")

    assert list(tmp_path.iterdir()) == []
