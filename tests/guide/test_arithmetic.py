"""The arithmetic adds up to what the solver says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.arithmetic import Worth, arithmetic
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.plan import Situation

Invented = tuple[Problem, Catalogue]


def added_up(worth: Worth) -> float:
    own = (worth.minutes + worth.walk) * worth.factor + worth.burden + worth.patient + worth.wrong * worth.rework
    return own + sum(answer.chance * answer.cost for answer in worth.answers)


@given(data=st.data(), weight=st.sampled_from([0.0, 0.5, 2.0]))
def test_every_step_of_any_problem_adds_up(data: st.DataObject, weight: float, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    worked = arithmetic(problem, catalogue, weight, Situation())
    best = {reached.number: reached.steps[0].total for reached in worked.situations}

    assert best[0] == pytest.approx(compile_policy(problem, catalogue, weight).ecr)
    for reached in worked.situations:
        for worth in reached.steps:
            assert added_up(worth) == pytest.approx(worth.total)
            assert all(answer.cost == pytest.approx(best[answer.situation]) for answer in worth.answers)


def test_the_first_situation_shows_every_step_and_later_ones_the_best(lamp: Invented) -> None:
    worked = arithmetic(*lamp, 2.0, Situation())

    assert [worth.step for worth in worked.situations[0].steps] == ["go-on", "push-plug", "lamp-on", "call-maker"]
    assert {len(reached.steps) for reached in worked.situations[1:]} == {1}


def test_a_problem_that_only_explains_has_no_arithmetic(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="paper-kinds"):
        arithmetic(catalogue.problems["paper-kinds"], catalogue, 2.0, Situation())
