"""Looking ahead from a belief alone chooses as the whole table would, and never better than the optimum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.guide.peers import Game, all_peers, backup, greedy
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.exact import options, solve
from madoguchi.guide.lookahead import board, look, value
from madoguchi.guide.model import numbers

Invented = tuple[Problem, Catalogue]


@given(data=st.data())
def test_the_value_of_a_look_ahead_is_that_of_the_whole_table(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    fell_back = data.draw(st.booleans())
    these = numbers(*data.draw(invent), 2.0)
    game, laid = Game(these), board(these)
    values = greedy(game)
    for depth in (0, 1, 2):
        weights, done = these.prior[None, :], game.digits[:1] > 0
        from_belief = value(laid, weights, done, depth, fell_back=fell_back)[0]

        assert from_belief == pytest.approx(float(values[int(fell_back)][0]), abs=1e-9), depth
        values = backup(game, *values)


@given(data=st.data(), weight=st.sampled_from([0.0, 0.5, 2.0, 4.0]))
def test_two_steps_are_as_good_as_one_and_one_as_p_over_c_and_none_beats_the_optimum(
    data: st.DataObject, weight: float, invent: st.SearchStrategy[Invented]
) -> None:
    cost = all_peers(numbers(*data.draw(invent), weight))

    assert cost["exact"] <= cost["two-step"] + 1e-9
    assert cost["two-step"] <= cost["one-step"] + 1e-9
    assert cost["one-step"] <= cost["p/c"] + 1e-9
    assert cost["exact"] <= min(cost["static p/c"], cost["EC2"]) + 1e-9


@given(data=st.data())
def test_every_step_that_can_be_done_is_weighed(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    these = numbers(*data.draw(invent), 2.0)
    table = solve(these)
    for fell_back in (False, True):
        best = dict(options(table, 0, fell_back=fell_back))
        looked = dict(look(board(these), fell_back=fell_back))

        assert best.keys() == looked.keys()
        assert all(looked[step] >= cost - 1e-9 for step, cost in best.items())


def test_on_the_shipped_codes_two_steps_are_nearly_always_enough(catalogue: Catalogue) -> None:
    ratios = []
    for problem in catalogue.problems.values():
        if problem.model is not None:
            cost = all_peers(numbers(problem, catalogue, 2.0))
            ratios.append(cost["two-step"] / cost["exact"])

    assert sum(ratios) / len(ratios) < 1.02


def test_the_lamp_looked_at_two_steps_ahead(lamp: Invented) -> None:
    found = look(board(numbers(*lamp, 2.0)))

    assert found[0][0] == "go-on"
    assert found[0][1] == pytest.approx(2.0 + 1.0 + 0.08 * 40.0 + 0.2 * 10.0)
