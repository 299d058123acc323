"""How ready a problem is: its tier follows from its readiness list and is never claimed by hand."""

from typing import Final, Literal

import msgspec

from madoguchi.catalogue.model import Readiness

Tier = Literal["none", "bronze", "silver", "gold"]

TIERS: Final[tuple[Tier, ...]] = ("none", "bronze", "silver", "gold")
"""From the lowest to the highest."""

RULES: Final[dict[Tier, tuple[str, ...]]] = {
    "bronze": ("facts", "texts", "sources"),
    "silver": ("languages", "probe", "rehearsal"),
    "gold": ("fault", "loop", "reviewer"),
}
"""What each tier asks beyond the one below it."""


def is_met(state: str) -> bool:
    """Whether a rule is done, or exempt for a reason that is written down."""
    return state == "done" or bool(state.startswith("exempt:") and state.removeprefix("exempt:").strip())


def is_readable(state: str) -> bool:
    """Whether a rule's state is one of the three forms: `done`, `open`, `exempt: reason`."""
    return state == "open" or is_met(state)


def derived_tier(readiness: Readiness) -> Tier:
    """The highest tier whose rules, and those of every tier below it, are all met."""
    states: dict[str, str] = msgspec.structs.asdict(readiness)
    reached: Tier = "none"
    for tier, rules in RULES.items():
        if not all(is_met(states[rule]) for rule in rules):
            break
        reached = tier
    return reached


def claims_too_much(declared: Tier, readiness: Readiness) -> bool:
    """Whether a file calls itself readier than its own list says."""
    return TIERS.index(declared) > TIERS.index(derived_tier(readiness))
