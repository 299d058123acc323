"""How a visit without confirmed eligibility is claimed: current, else former, else unknown (docs/protocol/outage.md#claims)."""

from datetime import date
from typing import Final, Literal

import msgspec

from madoguchi.desk.eras import age

Outcome = Literal["found", "former", "not-found"]
"""What the look-up after the outage gave: the present qualification, only an earlier one, or none."""

Rule = Literal["ordinary", "former", "unknown"]

RULES: Final[dict[Outcome, Rule]] = {"found": "ordinary", "former": "former", "not-found": "unknown"}

LATE_STAGE: Final = 75
"""From this age on people belong to the late-stage scheme (後期高齢者医療)."""

INSURER: Final = "7" * 8
INSURER_ELSE: Final = "77777779"
"""What a receipt computer takes that refuses eight sevens for their check digit."""

NUMBER: Final = "7" * 9
NUMBER_LATE: Final = "7" * 8

REMARK: Final = "不詳"
"""The remarks of a claim as unknown begin with this word."""


class Claim(msgspec.Struct, frozen=True):
    """A claim as it is typed into the receipt computer. The fields are empty where the look-up gave the true ones."""

    rule: Rule
    insurer: str = ""
    insurer_else: str = ""
    symbol: str = ""
    number: str = ""
    remarks: str = ""


def claim(outcome: Outcome, born: date | None, on: date, *told: str) -> Claim:
    """The claim for a visit.

    Args:
        outcome: what the look-up gave.
        born: the birth date, which decides between the two lengths of the number; None where it is not at hand.
        on: the day of the visit.
        told: address, office and telephone as written on the form; what is empty is left out of the remarks.
    """
    rule = RULES[outcome]
    if rule != "unknown":
        return Claim(rule)
    late = born is not None and age(born, on) >= LATE_STAGE
    return Claim(
        rule=rule,
        insurer=INSURER,
        insurer_else=INSURER_ELSE,
        number=NUMBER_LATE if late else NUMBER,
        remarks="　".join((REMARK, *(part.strip() for part in told if part.strip()))),
    )
