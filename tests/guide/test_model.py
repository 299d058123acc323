"""A problem's file becomes the numbers that it means."""

import msgspec
import numpy as np
import pytest

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.model import numbers

Invented = tuple[Problem, Catalogue]


def test_no_model_has_no_numbers(lamp: Invented) -> None:
    problem, catalogue = lamp

    with pytest.raises(ValueError, match="no model"):
        numbers(msgspec.structs.replace(problem, model=None), catalogue, 2.0)


def test_shares_of_the_causes_leave_room_for_what_nobody_listed(catalogue: Catalogue) -> None:
    these = numbers(catalogue.problems["011"], catalogue, 2.0)
    model = catalogue.problems["011"].model

    assert model is not None
    assert these.causes[-1] == "other"
    assert these.prior[-1] == pytest.approx(model.other)
    assert these.prior.sum() == pytest.approx(1.0)


def test_outcomes_of_every_question_add_up_to_certainty(catalogue: Catalogue) -> None:
    for problem in catalogue.problems.values():
        if problem.model is not None:
            for move in numbers(problem, catalogue, 2.0).moves:
                if move.kind == "question":
                    assert np.allclose(move.likelihood.sum(axis=0), 1.0), (problem.id, move.id)


def test_not_knowing_moves_no_belief(lamp: Invented) -> None:
    problem, catalogue = lamp
    before = numbers(problem, catalogue, 2.0)
    after = numbers(problem, catalogue, 2.0, done={"lamp-on": "unknown"})

    assert after.prior.tolist() == pytest.approx(before.prior.tolist())
    assert [move.id for move in after.moves] == ["push-plug"]


def test_a_failed_repair_makes_its_cause_less_likely(lamp: Invented) -> None:
    problem, catalogue = lamp
    after = numbers(problem, catalogue, 2.0, done={"push-plug": "failed"})

    assert after.prior.tolist() == pytest.approx([0.08 / 0.28, 0.2 / 0.28, 0.0])


def test_a_probe_that_nobody_read_or_that_cannot_say_changes_nothing(catalogue: Catalogue) -> None:
    problem = catalogue.problems["011"]
    assert problem.model is not None
    probe = problem.model.probe[0].id
    unread = numbers(problem, catalogue, 2.0)

    assert unread.prior.tolist() == numbers(problem, catalogue, 2.0, probes={probe: "unknown"}).prior.tolist()
    assert unread.prior.tolist() != numbers(problem, catalogue, 2.0, probes={probe: "down"}).prior.tolist()


def test_evidence_that_no_cause_explains_is_left_aside(lamp: Invented) -> None:
    problem, catalogue = lamp
    assert problem.model is not None
    certain = msgspec.structs.replace(problem.model.action[0], fixes={"default": 1.0})
    problem = msgspec.structs.replace(problem, model=msgspec.structs.replace(problem.model, action=(certain,)))
    after = numbers(problem, catalogue, 2.0, done={"push-plug": "failed"})

    assert after.prior.tolist() == pytest.approx([0.8, 0.2, 0.0])


def test_walking_to_the_rack_is_paid_once(catalogue: Catalogue) -> None:
    these = numbers(catalogue.problems["011"], catalogue, 2.0)
    move = next(move for move in these.moves if move.cluster)
    walk = catalogue.clusters[str(move.cluster)]
    first, second = (these.cost(move, fell_back=True, opened=opened) for opened in (False, True))

    assert first - second == pytest.approx(walk)


def test_a_waiting_patient_makes_each_minute_dearer(lamp: Invented) -> None:
    problem, catalogue = lamp
    these = numbers(problem, catalogue, 4.0)

    assert these.cost(these.moves[0], fell_back=False, opened=False) == pytest.approx(1.0 * (1.0 + 4.0))
    assert these.cost(these.moves[0], fell_back=True, opened=False) == pytest.approx(1.0)


def test_somebody_must_remain_to_be_called(lamp: Invented) -> None:
    problem, catalogue = lamp

    with pytest.raises(ValueError, match="no escalation"):
        numbers(problem, catalogue, 2.0, masked=frozenset({"call-maker"}))
