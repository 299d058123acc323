"""Minutes of a rehearsal in the guide's own units, counted by hand once."""

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.guide.guide import Guide
from madoguchi.rehearsal.hands import hands
from madoguchi.rehearsal.minutes import WEIGHT, clairvoyant_minutes, page_minutes, run_minutes, share_of
from madoguchi.rehearsal.truth import cause_of, outcome_of
from madoguchi.replica.supervisor import all_faults

CATALOGUE = load_catalogue()
LINE = CATALOGUE.problems["011"]
FAULTS = all_faults()


@pytest.mark.parametrize(
    ("steps", "minutes"),
    [
        # the cable while the patient waits: 1 minute, weighed three times
        ([("reseat-lan-cable", "fixed")], 3.0),
        # another proof first (5), then the cable (1)
        ([("go-other-proof", "yes"), ("reseat-lan-cable", "fixed")], 6.0),
        # the rack is walked to once (1): plug (1), router (5)
        ([("go-other-proof", "yes"), ("plug-router-line", "failed"), ("restart-router", "fixed")], 12.0),
        # the right address (10) without having looked after the patient before (5)
        ([("call-carrier", "fixed")], 15.0),
        # a wrong address and its rework (15 + 25) end the count
        ([("go-other-proof", "yes"), ("call-vendor", "failed"), ("call-carrier", "fixed")], 45.0),
        # a fallback that did not go costs nothing yet
        ([("go-other-proof", "no"), ("reseat-lan-cable", "fixed")], 3.0),
    ],
)
def test_a_run_costs_what_the_guide_counts_for_it(steps: list[tuple[str, str]], minutes: float) -> None:
    assert minutes == run_minutes(LINE, CATALOGUE, "line.carrier", steps)


def test_the_page_plays_its_own_order_and_falls_back_where_that_is_best_for_it() -> None:
    fault = FAULTS["terminal.network_stuck"]
    played = page_minutes(LINE, CATALOGUE, fault.cause, {}, lambda step: outcome_of(step, fault, hands()))

    # another proof (5), cable (1), rack (1) and router (5), terminal (5)
    assert 17.0 == played


def test_somebody_who_knows_the_cause_does_the_one_thing_that_helps() -> None:
    fault = FAULTS["terminal.lan_cable"]

    assert 3.0 == clairvoyant_minutes(LINE, CATALOGUE, fault.cause, lambda step: outcome_of(step, fault, hands()))


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_nobody_is_quicker_than_whoever_knows_the_cause(fault: object) -> None:
    fault = FAULTS[getattr(fault, "id", "")]
    problem = CATALOGUE.problems[fault.problem]
    cause = cause_of(fault, problem)
    if problem.model is None:
        return
    best = clairvoyant_minutes(problem, CATALOGUE, cause, lambda step: outcome_of(step, fault, hands()))

    assert best <= page_minutes(problem, CATALOGUE, cause, {}, lambda step: outcome_of(step, fault, hands()))


@pytest.mark.parametrize("name", ["001", "011", "903"])
def test_the_shares_of_all_causes_are_one(name: str) -> None:
    problem = CATALOGUE.problems[name]
    assert problem.model is not None

    assert pytest.approx(1.0) == sum(share_of(problem, cause) for cause in (*problem.model.causes, "other"))


def test_the_unit_is_the_guides_own() -> None:
    policy = Guide(CATALOGUE, WEIGHT).policy("016")
    assert policy is not None
    steps = [("go-together", "yes"), ("refer-insurer", "fixed")]

    # What the guide expects is this, but for the few cases that are something nobody listed.
    right, wrong = (
        run_minutes(CATALOGUE.problems["016"], CATALOGUE, cause, steps) for cause in ("insurer.data_wrong", "other")
    )
    assert pytest.approx(policy.ecr) == 0.97 * right + 0.03 * wrong
