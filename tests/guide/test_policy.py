"""A plan is kept in a file that is only believed while everything it depends on is the same."""

import msgspec

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.plan import Situation
from madoguchi.guide.policy import Policy, content_key

Invented = tuple[Problem, Catalogue]


def test_a_plan_survives_its_file(catalogue: Catalogue) -> None:
    policy = compile_policy(catalogue.problems["102"], catalogue, 2.0)

    assert policy == msgspec.json.decode(msgspec.json.encode(policy), type=Policy)


def test_the_key_changes_with_every_number_the_plan_depends_on(lamp: Invented) -> None:
    problem, catalogue = lamp
    longer = {**catalogue.steps, "push-plug": msgspec.structs.replace(catalogue.steps["push-plug"], minutes=2.0)}
    keys = {
        content_key(problem, catalogue, 2.0),
        content_key(problem, catalogue, 4.0),
        content_key(problem, msgspec.structs.replace(catalogue, steps=longer), 2.0),
        content_key(problem, catalogue, 2.0, Situation(masked=("push-plug",))),
    }

    assert len(keys) == 4
    assert content_key(problem, catalogue, 2.0) in keys
