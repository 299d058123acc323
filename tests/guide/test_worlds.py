"""Other worlds differ in every assumed number and in nothing else."""

import msgspec
import pytest

from madoguchi.catalogue.crosscheck import model_faults
from madoguchi.catalogue.model import Catalogue
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.worlds import worlds


def test_the_same_seed_gives_the_same_worlds_and_another_gives_others(catalogue: Catalogue) -> None:
    problem = catalogue.problems["011"]

    assert worlds(problem, catalogue, 1, 2) == worlds(problem, catalogue, 1, 2)
    assert worlds(problem, catalogue, 1, 2)[0] != worlds(problem, catalogue, 2, 2)[0]
    assert worlds(problem, catalogue, 1, 2)[0] != worlds(problem, catalogue, 1, 2)[1]


def test_every_world_is_a_model_that_can_be_solved(catalogue: Catalogue) -> None:
    for problem in catalogue.problems.values():
        if problem.model is not None:
            (world,) = worlds(problem, catalogue, 5, 1)
            assert world.problem.model is not None
            steps = {**catalogue.steps, **world.catalogue.steps}

            assert list(model_faults(world.problem.model, steps)) == [], problem.id
            assert compile_policy(world.problem, world.catalogue, world.weight).ecr > 0.0
            assert 0.5 <= world.weight <= 4.0


def test_what_is_certain_stays_certain_and_names_stay_names(catalogue: Catalogue) -> None:
    problem = catalogue.problems["003"]
    (world,) = worlds(problem, catalogue, 5, 1)
    assert problem.model is not None
    assert world.problem.model is not None
    ours, there = problem.model, world.problem.model

    assert [action.id for action in ours.action] == [action.id for action in there.action]
    assert [call.remit for call in ours.escalation] == [call.remit for call in there.escalation]
    assert list(ours.causes) == list(there.causes)
    for action, moved in zip(ours.action, there.action, strict=True):
        assert {cause for cause, value in moved.fixes.items() if value} == set(action.fixes)


def test_a_problem_without_a_model_has_no_worlds(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="paper-kinds"):
        worlds(msgspec.structs.replace(catalogue.problems["paper-kinds"]), catalogue, 1, 1)
