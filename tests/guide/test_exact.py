"""The solver gives the optimum that the equations define."""

from collections.abc import Callable

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.catalogue.model import Catalogue, Model, Problem
from madoguchi.guide.exact import TooLargeError, options, solve
from madoguchi.guide.model import Numbers, numbers

Invented = tuple[Problem, Catalogue]
Naive = Callable[..., float]


def optimum(problem: Problem, catalogue: Catalogue, weight: float = 2.0, masked: frozenset[str] = frozenset()) -> float:
    return float(solve(numbers(problem, catalogue, weight, masked=masked)).value[0, 0, 0])


def altered(problem: Problem, **changes: object) -> Problem:
    assert problem.model is not None
    return msgspec.structs.replace(problem, model=msgspec.structs.replace(problem.model, **changes))


def model_of(problem: Problem) -> Model:
    assert problem.model is not None
    return problem.model


def test_the_lamp_costs_what_a_hand_computes(lamp: Invented) -> None:
    problem, catalogue = lamp
    go_on_then_plug_then_maker = 2.0 + 1.0 + 0.08 * (10.0 + 30.0) + 0.2 * 10.0

    assert optimum(problem, catalogue) == pytest.approx(go_on_then_plug_then_maker)


def test_who_waits_lightly_is_kept_at_the_reader_for_a_quick_try(lamp: Invented) -> None:
    problem, catalogue = lamp
    light, heavy = (solve(numbers(problem, catalogue, weight)) for weight in (0.1, 4.0))

    assert options(light, 0, fell_back=False)[0][0] == "push-plug"
    assert options(heavy, 0, fell_back=False)[0][0] == "go-on"


def test_every_shipped_problem_has_the_optimum_of_the_plain_recursion(catalogue: Catalogue, naive: Naive) -> None:
    for problem in catalogue.problems.values():
        if problem.model is not None:
            assert naive(problem, catalogue, 2.0) == pytest.approx(optimum(problem, catalogue), abs=1e-9), problem.id


@given(data=st.data(), weight=st.sampled_from([0.0, 0.5, 2.0, 4.0]))
def test_random_problems_have_the_optimum_of_the_plain_recursion(
    data: st.DataObject, weight: float, invent: st.SearchStrategy[Invented], naive: Naive
) -> None:
    problem, catalogue = data.draw(invent)
    masked = frozenset(data.draw(st.sets(st.sampled_from(sorted(catalogue.steps))))) - {model_of(problem).escalation[0].id}

    assert naive(problem, catalogue, weight, masked) == pytest.approx(optimum(problem, catalogue, weight, masked), abs=1e-9)


@given(data=st.data())
def test_a_step_more_never_costs_more(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    masked = frozenset(data.draw(st.sets(st.sampled_from(sorted(catalogue.steps))))) - {model_of(problem).escalation[0].id}

    assert optimum(problem, catalogue) <= optimum(problem, catalogue, masked=masked) + 1e-9


@given(data=st.data())
def test_a_cause_split_in_two_identical_halves_changes_nothing(
    data: st.DataObject, invent: st.SearchStrategy[Invented]
) -> None:
    problem, catalogue = data.draw(invent)
    model = model_of(problem)
    whole = next(iter(model.causes))

    def halved(row: dict[str, object]) -> dict[str, object]:
        return row | ({"link.twin": row[whole]} if whole in row else {})

    split = altered(
        problem,
        causes={cause: float(share) / (2 if cause == whole else 1) for cause, share in model.causes.items()}
        | {"link.twin": float(model.causes[whole]) / 2},
        question=tuple(msgspec.structs.replace(q, yes=halved(dict(q.yes))) for q in model.question),
        action=tuple(msgspec.structs.replace(a, fixes=halved(dict(a.fixes))) for a in model.action),
        escalation=tuple(
            msgspec.structs.replace(e, remit=(*e.remit, *(["link.twin"] if whole in e.remit else []))) for e in model.escalation
        ),
    )

    assert optimum(problem, catalogue) == pytest.approx(optimum(split, catalogue), abs=1e-9)


@given(data=st.data())
def test_other_names_and_another_order_change_nothing(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    text = msgspec.json.encode(problem).replace(b"act-", b"zzz-").replace(b"link.cause", b"chain.reason")
    renamed = msgspec.json.decode(text, type=Problem)
    model = model_of(renamed)
    turned = altered(renamed, action=model.action[::-1], question=model.question[::-1], escalation=model.escalation[::-1])
    steps = {name.replace("act-", "zzz-"): step for name, step in catalogue.steps.items()}

    assert optimum(problem, catalogue) == pytest.approx(
        optimum(turned, msgspec.structs.replace(catalogue, steps=steps)), abs=1e-9
    )


@given(data=st.data())
def test_several_priors_at_once_cost_what_each_costs_alone(data: st.DataObject, invent: st.SearchStrategy[Invented]) -> None:
    problem, catalogue = data.draw(invent)
    these = numbers(problem, catalogue, 2.0)
    halves = np.stack([these.prior * 0.25, these.prior * 0.75])

    assert solve(these).value[0, 0, 0] == pytest.approx(solve(these, halves).value[0, 0].sum(), abs=1e-9)


def test_of_equal_steps_the_first_in_the_catalogue_wins(lamp: Invented) -> None:
    problem, catalogue = lamp
    model = model_of(problem)
    twin = msgspec.structs.replace(model.action[0], id="push-plug-again")
    steps = {**catalogue.steps, "push-plug-again": catalogue.steps["push-plug"]}
    both = msgspec.structs.replace(catalogue, steps=steps)
    for actions in ((model.action[0], twin), (twin, model.action[0])):
        table = solve(numbers(altered(problem, action=actions), both, 0.1))

        assert options(table, 0, fell_back=False)[0][0] == actions[0].id


def test_a_model_of_too_many_states_is_refused(lamp: Invented) -> None:
    problem, catalogue = lamp
    these = numbers(problem, catalogue, 2.0)
    crowd = tuple(msgspec.structs.replace(these.moves[1], id=f"ask-{n}") for n in range(13))
    crowded: Numbers = msgspec.structs.replace(these, moves=crowd)

    with pytest.raises(TooLargeError):
        solve(crowded)
