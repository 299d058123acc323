"""What a result file means for the desk: incidents to work on, notices to know, or a good result."""

from typing import Literal

import msgspec

from madoguchi.wire.exchange.codec import Result

Gives = Literal["incident", "notice", "good"]
"""An incident opens, a notice is shown to staff for a moment, a good result verifies a fix."""


class Finding(msgspec.Struct, frozen=True):
    """One thing a file says. `problem` is a topic's id ("" for a good result), `why` the id of a message in exchange.ftl."""

    problem: str
    gives: Gives
    why: str


GOOD = Finding("", "good", "exchange-good")
HEADER_ABNORMAL = Finding("terminal-abnormal-result", "incident", "exchange-header-abnormal")
PERSON_ERROR = Finding("terminal-abnormal-result", "incident", "exchange-person-error")
UNCLEAR = Finding("terminal-abnormal-result", "notice", "exchange-unclear")
BLACK_DOT = Finding("black-dot", "notice", "exchange-black-dot")
EXPIRING = Finding("certificate-expiring", "notice", "exchange-expiring")
SIDE_INFORMATION = Finding("certificate-expiring", "notice", "exchange-side-information")

VALID = frozenset({"1", "6"})
"""OQSCD006: valid, and valid but not yet registered (医療扶助 only)."""

NOT_VALID = {
    "3": Finding("eligibility-new-exists", "incident", "exchange-validity-3"),
    "5": Finding("eligibility-multiple", "incident", "exchange-validity-5"),
    "2": Finding("eligibility-invalid", "incident", "exchange-validity-2"),
    "4": Finding("eligibility-none", "incident", "exchange-validity-4"),
}
"""OQSCD006, the one that tells staff most first: where qualifications differ, the first listed here is reported."""


def refusal(reason: str) -> Finding:
    """The notice for a file that cannot be read, by the reason of the refusal."""
    return Finding("terminal-abnormal-result", "notice", f"exchange-refused-{reason}")


def meaning(result: Result) -> tuple[Finding, ...]:
    """Everything a result says, the one that matters most first; nothing while the centre is still working.

    One valid qualification among several makes the result good: the person can be treated under it (医療扶助 beside an
    insurance that has ended, for example).
    """
    return _main(result) + _notices(result)


def _main(result: Result) -> tuple[Finding, ...]:
    if result.segment == "9":
        return (HEADER_ABNORMAL,)
    if result.segment == "2":
        return ()
    if result.status == "2":
        return (PERSON_ERROR,)
    validities = {one.validity for one in result.qualifications} or {result.validity}
    if validities & VALID:
        return (GOOD,)
    return (next((finding for value, finding in NOT_VALID.items() if value in validities), UNCLEAR),)


def _notices(result: Result) -> tuple[Finding, ...]:
    dots = (BLACK_DOT,) if result.black_dot_in else ()
    if not result.side_information:
        return dots
    return (*dots, EXPIRING if result.expiry else SIDE_INFORMATION)
