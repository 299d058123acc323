"""A drill: what can be done in it, and what is told afterwards."""

from datetime import UTC, datetime

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.rehearsal.drill import best_run, choices, debrief, drawn
from madoguchi.replica.supervisor import all_faults

CATALOGUE = load_catalogue()
FAULTS = all_faults()
NINE = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
CABLE = FAULTS["terminal.lan_cable"]


def test_a_cause_is_drawn_that_shows_a_code_with_a_plan() -> None:
    found = {drawn(list(FAULTS.values()), seed, CATALOGUE).id for seed in range(40)}

    assert len(found) > 10
    assert all(FAULTS[one].shows for one in found)


def test_the_same_seed_draws_the_same_cause() -> None:
    assert drawn(list(FAULTS.values()), 3, CATALOGUE) == drawn(list(FAULTS.values()), 3, CATALOGUE)


def test_whatever_the_plan_does_can_be_done_by_hand() -> None:
    offered = choices(CATALOGUE.problems["011"])

    assert "go-other-proof" in offered["fallback"]
    assert {"reseat-lan-cable", "restart-router"} <= set(offered["action"])
    assert "call-carrier" in offered["escalation"]


@pytest.mark.parametrize("fault", [fault for fault in FAULTS.values() if fault.shows], ids=lambda fault: fault.id)
def test_the_best_order_leads_to_an_end(fault: object) -> None:
    fault = FAULTS[getattr(fault, "id", "")]
    steps = best_run(fault, CATALOGUE.problems[fault.shows], NINE)

    assert steps
    assert len(steps) == len({step for step, _outcome in steps})


def test_the_debrief_counts_what_was_done_and_what_the_patient_felt() -> None:
    yours = (("reseat-lan-cable", "failed"), ("go-other-proof", "yes"), ("restart-terminal", "fixed"))
    told = debrief(FAULTS["terminal.network_stuck"], yours, NINE, over=True)

    assert ("011", "terminal.network_stuck", True) == (told.problem, told.cause, told.over)
    assert 13.0 == told.minutes
    assert (1.0, 0) == (told.waited, told.asked)


def test_whoever_did_nothing_is_told_so_without_a_figure_against_them() -> None:
    told = debrief(CABLE, (), NINE, over=False)

    assert ((), 0.0, 0) == (told.yours, told.minutes, told.asked)
    assert told.best


def test_steps_for_which_the_patient_was_asked_are_counted_until_they_went_on() -> None:
    yours = (("take-out-of-case", "failed"), ("reseat-card", "failed"), ("go-other-proof", "yes"), ("restart-reader", "fixed"))
    told = debrief(FAULTS["reader.hung"], yours, NINE, over=True)

    assert (1.0, 2) == (told.waited, told.asked)
