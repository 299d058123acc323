"""What must hold of every model, on models nobody wrote: the invariants of the guide."""

import itertools
import random
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.guide.page import page
from benchmarks.guide.plain import Plain, plain
from benchmarks.guide.recursion import optimum
from benchmarks.guide.walk import walk
from madoguchi.catalogue.model import ActionModel, Catalogue, Model, Problem, Step
from madoguchi.guide.compile import compile_policy
from madoguchi.guide.model import numbers

Invented = tuple[Problem, Catalogue]


def model_of(problem: Problem) -> Model:
    assert problem.model is not None
    return problem.model


def altered(problem: Problem, **changes: object) -> Problem:
    return msgspec.structs.replace(problem, model=msgspec.structs.replace(model_of(problem), **changes))


def free_of_rules(catalogue: Catalogue) -> Catalogue:
    return msgspec.structs.replace(
        catalogue, steps={name: msgspec.structs.replace(step, rules=()) for name, step in catalogue.steps.items()}
    )


def waiting_in_a_row(problem: Problem) -> Problem:
    """The same problem, where every action waits for the one before it."""
    actions = model_of(problem).action
    chained = [msgspec.structs.replace(one, after=(before.id,)) for before, one in itertools.pairwise(actions)]
    return altered(problem, action=(*actions[:1], *chained))


@given(data=st.data())
def test_no_fixed_order_with_the_best_moment_to_fall_back_is_cheaper(
    data: st.DataObject, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent)
    order = data.draw(st.permutations(model_of(problem).page_order))
    model = plain(altered(problem, page_order=tuple(order)), free_of_rules(catalogue), 2.0)

    assert compile_policy(problem, free_of_rules(catalogue), 2.0).ecr <= page(model, free=True) + 1e-9


@given(data=st.data())
def test_one_action_more_never_costs_more(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    cause = data.draw(st.sampled_from(sorted(model_of(problem).causes)))
    more = altered(problem, action=(*model_of(problem).action, ActionModel("one-more", {cause: 0.85})))
    steps = {**catalogue.steps, "one-more": Step("action", 5.0, "wait")}

    richer = compile_policy(more, msgspec.structs.replace(catalogue, steps=steps), 2.0)
    assert richer.ecr <= compile_policy(problem, catalogue, 2.0).ecr + 1e-9


@given(data=st.data())
def test_steps_that_wait_for_others_cost_what_the_recursion_says_and_never_less_than_free_ones(
    data: st.DataObject, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent)
    chained = waiting_in_a_row(problem)
    policy = compile_policy(chained, catalogue, 2.0)
    model = plain(chained, catalogue, 2.0)

    assert policy.ecr == pytest.approx(optimum(model), abs=1e-9)
    assert policy.ecr >= compile_policy(problem, catalogue, 2.0).ecr - 1e-9
    assert walk(msgspec.json.decode(msgspec.json.encode(policy.nodes)), model).cost == pytest.approx(policy.ecr, abs=1e-9)


@given(data=st.data())
def test_the_order_of_answers_does_not_change_the_belief(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    asked = {question.id: data.draw(st.sampled_from(["yes", "no", "unknown"])) for question in model_of(problem).question}
    probes = {probe.id: data.draw(st.sampled_from(["good", "down"])) for probe in model_of(problem).probe}
    turned = [dict(reversed(list(each.items()))) for each in (asked, probes)]

    straight = numbers(problem, catalogue, 2.0, done=asked, probes=probes).prior
    assert np.allclose(straight, numbers(problem, catalogue, 2.0, done=turned[0], probes=turned[1]).prior)
    assert float(straight.sum()) == pytest.approx(1.0)


@given(data=st.data())
def test_dont_know_moves_no_belief(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    unknown = {question.id: "unknown" for question in model_of(problem).question}

    assert np.allclose(numbers(problem, catalogue, 2.0).prior, numbers(problem, catalogue, 2.0, done=unknown).prior)


@given(data=st.data(), factor=st.sampled_from([0.5, 2.0, 3.0]))
def test_all_minutes_longer_make_the_plan_longer_by_as_much(
    data: st.DataObject, factor: float, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent)
    steps = {
        name: msgspec.structs.replace(
            step, minutes=step.minutes * factor, burden=step.burden * factor, rework=step.rework * factor
        )
        for name, step in catalogue.steps.items()
    }
    clusters = {name: walked * factor for name, walked in catalogue.clusters.items()}
    longer = msgspec.structs.replace(catalogue, steps=steps, clusters=clusters)
    slower = altered(problem, fallback_cost=model_of(problem).fallback_cost * factor)

    plain_cost = compile_policy(problem, catalogue, 2.0).ecr
    assert compile_policy(slower, longer, 2.0).ecr == pytest.approx(factor * plain_cost, abs=1e-9)


def played(nodes: list[dict[str, Any]], model: Plain, dice: random.Random) -> float:
    """One incident, its cause and answers by lot, followed by the plan's JSON alone."""
    cause = dice.choices(list(model.prior), list(model.prior.values()))[0]
    node, cost, done = nodes[0], 0.0, frozenset[str]()
    while True:
        step, fell_back = node["best"]["step"], node["fell_back"]
        if step in model.calls:
            return cost + model.calls[step][cause] + (0.0 if fell_back else model.kappa)
        if step == model.fallback:
            cost, node = cost + model.kappa, nodes[node["children"]["yes"]]
            continue
        cost += model.price(step, done, fell_back=fell_back)
        done |= {step}
        outcomes = {outcome: row[cause] for outcome, row in model.tells[step].items()}
        drawn = dice.random()
        for outcome, chance in outcomes.items():
            if drawn < chance:
                node = nodes[node["children"][outcome]]
                break
            drawn -= chance
        else:
            return cost


@pytest.mark.parametrize("code", ["001", "011", "101", "902"])
def test_a_plan_played_by_lot_costs_its_promise_within_four_standard_errors(code: str, catalogue: Catalogue) -> None:
    policy = compile_policy(catalogue.problems[code], catalogue, 2.0)
    nodes, model = msgspec.json.decode(msgspec.json.encode(policy.nodes)), plain(catalogue.problems[code], catalogue, 2.0)
    dice = random.Random(7)
    costs = [played(nodes, model, dice) for _ in range(4000)]
    error = float(np.std(costs)) / len(costs) ** 0.5

    assert abs(sum(costs) / len(costs) - policy.ecr) < 4 * error
