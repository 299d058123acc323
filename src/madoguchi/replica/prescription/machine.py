"""What the e-prescription service decides: which issue forms it takes, once each."""

from typing import Literal

import msgspec

from madoguchi.replica.prescription.settings import FORMS, LONGEST_TICKET

Refusal = Literal["unknown-form", "no-ticket", "other-form-before"]


class Chosen(msgspec.Struct, frozen=True):
    """A patient chose a form at the reader; `ticket` names that check-in and nothing else."""

    ticket: str
    form: str


class Keep(msgspec.Struct, frozen=True):
    """The choice is to be written down."""

    ticket: str
    form: str


class Refuse(msgspec.Struct, frozen=True):
    """The choice is not taken, and why."""

    why: Refusal


def step(kept: str | None, event: Chosen) -> Keep | Refuse | None:
    """What to do about a choice; None where the same choice was taken before.

    Args:
        kept: the form written down for this ticket before, if any.
        event: the choice.
    """
    if not 0 < len(event.ticket) <= LONGEST_TICKET:
        return Refuse("no-ticket")
    if event.form not in FORMS:
        return Refuse("unknown-form")
    if kept is None:
        return Keep(event.ticket, event.form)
    return None if kept == event.form else Refuse("other-form-before")
