"""A tier follows from the readiness list."""

import pytest

from madoguchi.catalogue.model import Readiness
from madoguchi.catalogue.tier import claims_too_much, derived_tier, is_readable

BRONZE = {"facts": "done", "texts": "done", "sources": "done"}
SILVER = {**BRONZE, "languages": "done", "probe": "exempt: no machine sees a forgotten PIN", "rehearsal": "done"}
GOLD = {**SILVER, "fault": "done", "loop": "done", "reviewer": "done"}


@pytest.mark.parametrize(
    ("states", "tier"),
    [
        ({**BRONZE, "texts": "open"}, "none"),
        (BRONZE, "bronze"),
        (SILVER, "silver"),
        ({**SILVER, "probe": "open"}, "bronze"),
        ({**SILVER, "probe": "exempt:"}, "bronze"),
        (GOLD, "gold"),
        ({**GOLD, "facts": "open"}, "none"),
        ({**GOLD, "languages": "open"}, "bronze"),
    ],
)
def test_the_tier_is_the_highest_whose_rules_and_those_below_are_met(states: dict[str, str], tier: str) -> None:
    assert tier == derived_tier(Readiness(**states))


def test_a_file_may_be_modest_but_not_boast() -> None:
    silver = Readiness(**SILVER)

    assert not claims_too_much("bronze", silver)
    assert not claims_too_much("silver", silver)
    assert claims_too_much("gold", silver)


@pytest.mark.parametrize("state", ["done", "open", "exempt: no machine sees it"])
def test_a_rule_is_done_open_or_exempt_for_a_reason(state: str) -> None:
    assert is_readable(state)


@pytest.mark.parametrize("state", ["", "yes", "Done", "exempt", "exempt: ", "almost done"])
def test_anything_else_is_no_state(state: str) -> None:
    assert not is_readable(state)
