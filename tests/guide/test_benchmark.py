"""The benchmark's own walker and peers give what a hand computes, and the shipped plans stand before them."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.guide import exactness, invented, robustness
from benchmarks.guide.page import page
from benchmarks.guide.plain import plain
from benchmarks.guide.recursion import optimum, optimum_with_probes
from benchmarks.guide.walk import BrokenPlanError, walk
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.compile import compile_policy

Invented = tuple[Problem, Catalogue]


def graph_of(problem: Problem, catalogue: Catalogue, weight: float = 2.0) -> list[dict[str, Any]]:
    """The plan as its JSON spells it."""
    nodes: list[dict[str, Any]] = msgspec.json.decode(msgspec.json.encode(compile_policy(problem, catalogue, weight).nodes))
    return nodes


def test_the_lamps_plan_is_followed_step_by_step(lamp: Invented) -> None:
    happened = walk(graph_of(*lamp), plain(*lamp, 2.0))

    assert happened.cost == pytest.approx(2.0 + 1.0 + 0.08 * (10.0 + 30.0) + 0.2 * 10.0)
    assert [happened.patient, happened.staff] == pytest.approx([0.0, 1.0])
    assert [happened.called, happened.wrong] == pytest.approx([0.28, 0.08])


def test_the_lamps_page_keeps_the_patient_waiting_and_the_free_page_does_not(lamp: Invented) -> None:
    model = plain(*lamp, 2.0)

    assert page(model) == pytest.approx(3.0 + 0.28 * 2.0 + 0.08 * 40.0 + 0.2 * 10.0)
    assert page(model, free=True) == pytest.approx(2.0 + 1.0 + 0.08 * 40.0 + 0.2 * 10.0)


def test_a_plan_that_repeats_a_step_or_forgets_an_answer_is_refused(lamp: Invented) -> None:
    again, forgotten = graph_of(*lamp), graph_of(*lamp)
    again[1]["children"]["failed"] = 1
    forgotten[1]["children"] = {}

    for broken in (again, forgotten):
        with pytest.raises(BrokenPlanError):
            walk(broken, plain(*lamp, 2.0))


@given(data=st.data(), weight=st.sampled_from([0.0, 0.5, 2.0, 4.0]))
def test_any_plan_as_its_json_spells_it_is_the_optimum(
    data: st.DataObject, weight: float, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent)
    model = plain(problem, catalogue, weight)

    assert walk(graph_of(problem, catalogue, weight), model).cost == pytest.approx(optimum(model), abs=1e-9)


@given(data=st.data())
def test_probes_for_nothing_cost_what_the_recursion_says(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    policy = compile_policy(problem, catalogue, 2.0)

    assert policy.ecr_all_probes == pytest.approx(optimum_with_probes(plain(problem, catalogue, 2.0)), abs=1e-9)


@given(data=st.data())
def test_the_page_played_here_costs_what_the_product_says(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)

    assert compile_policy(problem, catalogue, 2.0).page_order_ecr == pytest.approx(page(plain(problem, catalogue, 2.0)))


@pytest.fixture(scope="module")
def report() -> exactness.Report:
    return exactness.run(seed=3)


def test_every_shipped_plan_is_the_optimum(report: exactness.Report) -> None:
    assert {code.code: round(code.ratio_to_optimum, 3) for code in report.codes} == {code.code: 1.0 for code in report.codes}
    assert (27, 3) == (len(report.codes), report.seed)


def test_six_codes_are_nothing_but_referrals(report: exactness.Report) -> None:
    assert [code.code for code in report.codes if code.referral] == ["004", "005", "006", "007", "016", "017"]


def test_no_plan_is_worse_than_the_page_in_either_form(report: exactness.Report) -> None:
    for code in report.codes:
        assert code.saving_vs_page >= code.saving_vs_page_probes_fallback >= -0.05, code.code


def test_the_figures_of_a_track_are_json(report: exactness.Report) -> None:
    decoded = msgspec.json.decode(msgspec.json.encode(report))

    assert list(decoded) == ["seed", "codes"]
    assert list(decoded["codes"][0]) == [
        "code",
        "referral",
        "ratio_to_optimum",
        "saving_vs_page",
        "saving_vs_page_probes_fallback",
        "wrong_escalations",
        "patient_minutes",
    ]


def test_a_readers_seed_invents_other_problems_and_the_same_seed_the_same() -> None:
    one, again, other = (invented.run(seed, size=4) for seed in (5, 5, 6))

    assert one == again
    assert one.ratio_to_optimum != other.ratio_to_optimum
    assert one.codes_ratio_to_optimum == other.codes_ratio_to_optimum
    assert one.exact_over_recursion.worst == 1.0
    assert min(found.mean for found in one.ratio_to_optimum.values()) == 1.0


def test_other_worlds_are_told_with_their_spread() -> None:
    report = robustness.run(seed=5, size=2)

    assert (report.worlds, len(report.codes)) == (2, 27)
    assert all(code.regret.mean >= -1e-9 for code in report.codes)
    assert all(code.saving_vs_page.worst <= code.saving_vs_page.mean for code in report.codes)
