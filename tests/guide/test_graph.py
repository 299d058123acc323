"""The graph holds what can come about, and nothing else."""

import pytest

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.policy import Policy

Invented = tuple[Problem, Catalogue]


def all_plans(catalogue: Catalogue) -> list[Policy]:
    return [compile_policy(problem, catalogue, 2.0) for problem in catalogue.problems.values() if problem.model is not None]


def test_the_lamp_as_a_graph(lamp: Invented) -> None:
    problem, catalogue = lamp
    policy = compile_policy(problem, catalogue, 2.0)
    story = [(node.done, node.fell_back, node.best.step, node.children) for node in policy.nodes]

    assert story == [
        ({}, False, "go-on", {"yes": 1}),
        ({}, True, "push-plug", {"failed": 2}),
        ({"push-plug": "failed"}, True, "call-maker", {}),
    ]
    assert [node.chance for node in policy.nodes] == pytest.approx([1.0, 1.0, 0.28])


def test_every_path_ends_with_somebody_to_call(catalogue: Catalogue) -> None:
    for policy in all_plans(catalogue):
        for node in policy.nodes:
            assert (node.best.kind == "escalation") == (node.children == {}), (policy.problem, node.best.step)


def test_beliefs_add_up_and_the_likeliest_cause_stands_first(catalogue: Catalogue) -> None:
    for policy in all_plans(catalogue):
        for node in policy.nodes:
            chances = [chance for _, chance in node.causes]

            assert sum(chances) == pytest.approx(1.0)
            assert chances == sorted(chances, reverse=True)


def test_no_other_step_is_better_than_the_best(catalogue: Catalogue) -> None:
    for policy in all_plans(catalogue):
        for node in policy.nodes:
            assert all(node.best.cost <= other.cost + 1e-9 for other in node.others)


def test_a_step_that_needs_the_patient_is_never_planned_after_they_left(catalogue: Catalogue) -> None:
    for policy in all_plans(catalogue):
        for node in policy.nodes:
            assert not (node.fell_back and catalogue.steps[node.best.step].needs_patient), policy.problem


def test_another_card_is_never_planned_while_the_patient_waits(catalogue: Catalogue) -> None:
    for policy in all_plans(catalogue):
        for node in policy.nodes:
            assert node.fell_back or "another-card" not in catalogue.steps[node.best.step].rules, policy.problem
