"""A compiled plan, followed literally, costs what it promises."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.compile import compile_policy, policy_from
from madoguchi.guide.model import numbers
from madoguchi.guide.plan import Situation
from madoguchi.guide.policy import Policy

Invented = tuple[Problem, Catalogue]


def replayed(policy: Policy, problem: Problem, catalogue: Catalogue, weight: float) -> float:
    """Follow the graph once for each cause and answer, and add up what it costs."""
    model = problem.model
    assert model is not None
    these = numbers(problem, catalogue, weight)
    moves = {move.id: move for move in these.moves}
    calls = {escalation.id: escalation for escalation in these.escalations}

    def cost(index: int, cause: int, walked: frozenset[str]) -> float:
        node = policy.nodes[index]
        step, patient = node.best.step, 0.0 if node.fell_back else model.fallback_cost
        if step in calls:
            return float(calls[step].cost[cause]) + patient
        if step == model.fallback:
            return patient + cost(node.children["yes"], cause, walked)
        move = moves[step]
        after = walked | ({move.cluster} if move.cluster else set())
        ahead = sum(
            float(move.likelihood[move.outcomes.index(outcome), cause]) * cost(child, cause, after)
            for outcome, child in node.children.items()
        )
        return these.cost(move, fell_back=node.fell_back, opened=move.cluster in walked) + ahead

    return sum(float(these.prior[cause]) * cost(0, cause, frozenset()) for cause in range(len(these.causes)))


def test_following_any_shipped_plan_costs_its_promise(catalogue: Catalogue) -> None:
    for problem in catalogue.problems.values():
        if problem.model is not None:
            policy = compile_policy(problem, catalogue, 2.0)

            assert policy.ecr == pytest.approx(replayed(policy, problem, catalogue, 2.0), abs=1e-9), problem.id


@given(data=st.data(), weight=st.sampled_from([0.0, 0.5, 2.0, 4.0]))
def test_following_any_invented_plan_costs_its_promise(
    data: st.DataObject, weight: float, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent)
    policy = compile_policy(problem, catalogue, weight)

    assert policy.ecr == pytest.approx(replayed(policy, problem, catalogue, weight), abs=1e-9)


@given(data=st.data())
def test_free_probes_never_cost_more(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    policy = compile_policy(problem, catalogue, 2.0)

    assert policy.ecr_all_probes <= policy.ecr + 1e-9


@given(data=st.data())
def test_reading_all_probes_is_worth_what_the_single_readings_are_on_average(
    data: st.DataObject, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent.filter(lambda found: found[0].model is not None and len(found[0].model.probe) == 1))
    assert problem.model is not None
    probe = problem.model.probe[0].id
    policy = compile_policy(problem, catalogue, 2.0)
    plain = numbers(problem, catalogue, 2.0)
    read = {state: numbers(problem, catalogue, 2.0, probes={probe: state}) for state in ("good", "down")}
    # Bayes the other way round: the chance of "down" is where the two posteriors average to the prior.
    gap = read["down"].prior - read["good"].prior
    widest = int(abs(gap).argmax())
    down = 0.5 if gap[widest] == 0 else float((plain.prior - read["good"].prior)[widest] / gap[widest])
    costs = {state: compile_policy(problem, catalogue, 2.0, probes={probe: state}).ecr for state in read}

    assert policy.ecr_all_probes == pytest.approx(down * costs["down"] + (1 - down) * costs["good"], abs=1e-6)


@given(data=st.data())
def test_the_page_order_is_never_cheaper_where_no_rule_binds_the_plan(
    data: st.DataObject, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent)
    free = {name: msgspec.structs.replace(step, rules=()) for name, step in catalogue.steps.items()}
    policy = compile_policy(problem, msgspec.structs.replace(catalogue, steps=free), 2.0)

    assert policy.ecr <= policy.page_order_ecr + 1e-9


@given(data=st.data())
def test_a_plan_from_any_of_its_places_on_is_the_rest_of_the_plan(
    data: st.DataObject, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent)
    node = data.draw(st.sampled_from(compile_policy(problem, catalogue, 2.0).nodes))
    rest = policy_from(problem, catalogue, 2.0, Situation(done=node.done, fell_back=node.fell_back))

    assert rest.ecr == pytest.approx(node.best.cost, abs=1e-9)


def test_pure_referrals_are_known_as_such(catalogue: Catalogue) -> None:
    referrals = {
        name
        for name in ("001", "004", "011", "016", "017")
        if compile_policy(catalogue.problems[name], catalogue, 2.0).referral
    }

    assert referrals == {"004", "016", "017"}
