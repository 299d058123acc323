"""The guide's own expectation, followed answer by answer, is the one its solver gives."""

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.guide.guide import Guide
from madoguchi.rehearsal.expectation import expected_minutes
from madoguchi.rehearsal.minutes import WEIGHT

CATALOGUE = load_catalogue()
GUIDE = Guide(CATALOGUE, WEIGHT)


@pytest.mark.parametrize("name", ["001", "003", "008", "012", "013", "901", "903", "950"])
def test_over_all_causes_it_is_what_the_solver_says(name: str) -> None:
    problem, policy = CATALOGUE.problems[name], GUIDE.policy(name)
    assert policy is not None
    assert problem.model is not None

    everything = {*problem.model.causes, "other"}
    assert pytest.approx(policy.ecr_all_probes) == expected_minutes(problem, CATALOGUE, everything)


def test_a_part_of_the_causes_can_be_looked_at_alone() -> None:
    # Without the few that nobody listed, the insurer is always the right address: two minutes and five.
    assert 7.0 == pytest.approx(expected_minutes(CATALOGUE.problems["016"], CATALOGUE, {"insurer.data_wrong"}))


def test_a_topic_that_only_explains_has_none() -> None:
    with pytest.raises(ValueError, match="black-dot"):
        expected_minutes(CATALOGUE.problems["black-dot"], CATALOGUE, {"other"})
