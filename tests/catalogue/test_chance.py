"""Chances by word and by figure."""

from typing import get_args

import pytest

from madoguchi.catalogue.chance import chance, shares
from madoguchi.catalogue.model import Chance, Word


def test_the_five_words_rise_from_rare_to_nearly_always() -> None:
    numbers = [chance(word) for word in get_args(Word)]

    assert numbers == [0.03, 0.15, 0.5, 0.85, 0.97]


@pytest.mark.parametrize(("given", "number"), [("rare", 0.03), ("nearly-always", 0.97), (0.2, 0.2), (0, 0.0), (1, 1.0)])
def test_a_chance_is_a_word_or_a_figure(given: Chance, number: float) -> None:
    assert number == chance(given)


@pytest.mark.parametrize("given", [-0.1, 1.1, float("nan")])
def test_a_figure_outside_0_and_1_is_no_chance(given: float) -> None:
    with pytest.raises(ValueError, match="no chance"):
        chance(given)


def test_shares_leave_room_for_the_cause_nobody_listed() -> None:
    found = shares({"a.x": "even", "a.y": "sometimes", "a.z": 0.35}, other=0.04)

    assert pytest.approx(0.96) == sum(found.values())
    assert pytest.approx(0.48) == found["a.x"]
    assert list(found) == ["a.x", "a.y", "a.z"]
