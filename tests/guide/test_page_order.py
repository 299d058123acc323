"""The page's order is played as it is written."""

import pytest

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.model import numbers
from madoguchi.guide.page_order import page_order_cost

Invented = tuple[Problem, Catalogue]
WAITING = 1.0 + 2.0
WRONG_CALL = 0.08 * (10.0 + 30.0) + 0.2 * 10.0
"""The maker is called with the plug still loose, or with a dead reader."""


def played(lamp: Invented, *order: str) -> float:
    problem, catalogue = lamp
    return page_order_cost(numbers(problem, catalogue, 2.0), order)


def test_the_patient_waits_through_every_step_and_is_looked_after_at_the_call(lamp: Invented) -> None:
    expected = 1.0 * WAITING + 0.28 * 2.0 + WRONG_CALL

    assert expected == pytest.approx(played(lamp, "push-plug", "call-maker"))


def test_a_page_that_goes_on_first_makes_nobody_wait(lamp: Invented) -> None:
    expected = 2.0 + 1.0 + WRONG_CALL

    assert expected == pytest.approx(played(lamp, "go-on", "push-plug", "call-maker"))


def test_a_page_that_names_nobody_ends_with_the_best_call(lamp: Invented) -> None:
    assert played(lamp, "push-plug", "call-maker") == pytest.approx(played(lamp, "push-plug"))


def test_steps_after_a_call_and_steps_told_twice_count_once(lamp: Invented) -> None:
    assert played(lamp, "push-plug", "call-maker") == pytest.approx(
        played(lamp, "push-plug", "push-plug", "call-maker", "go-on")
    )


def test_a_question_on_the_page_costs_its_minutes(lamp: Invented) -> None:
    asked = played(lamp, "lamp-on", "push-plug", "call-maker")

    assert played(lamp, "push-plug", "call-maker") + 5.0 * WAITING == pytest.approx(asked)
