"""What can happen to an incident, as tagged values: everything the records keep and a session replays."""

import re
from datetime import datetime
from typing import Literal

import msgspec

from madoguchi.catalogue.model import Kind

Outcome = Literal["fixed", "failed", "yes", "no", "unknown", "skipped"]
"""What staff may answer to a step."""

How = Literal["reported", "verified", "escalated", "abandoned"]
"""How an incident ended: by a tap, by a later good result, by somebody else's repair, or by nobody."""


class Reason(msgspec.Struct, frozen=True):
    """Why a step comes now: a message of guide.ftl and its arguments.

    Arguments whose name ends in `step` hold step ids, `cause` a cause id; they become words only when the sentence is made.
    """

    message: str
    args: dict[str, str | float] = {}


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Happened(msgspec.Struct, frozen=True, tag=_snake):
    """Something that happened at a moment `at` (always with a time zone). Stored as JSON with its tag in `type`."""

    at: datetime


class IncidentOpened(Happened, frozen=True):
    """An incident came into being; `problem` is a code or topic id, `source` who or what told us of it."""

    incident: str
    problem: str
    desk: str | None = None
    source: str = "staff"
    reader: str = "generic"
    practice: bool = False


class ReportJoined(Happened, frozen=True):
    """The same problem was reported again while the incident was open."""

    source: str


class Observed(Happened, frozen=True):
    """A fact became known.

    Kinds: `tries_left`, `face_tries`, `code`, `problem`, `words`, `probe:<id>` (good or down), `result_good`,
    `transaction_running` (yes or no), `recurrence` (how often within seven days).
    """

    kind: str
    value: str


class StepProposed(Happened, frozen=True):
    """The guide put this step in front of staff; with `consent` it may only be done after staff agreed to it."""

    step: str
    kind: Kind
    minutes: float
    reason: Reason
    consent: bool = False


class StepAnswered(Happened, frozen=True):
    """Staff said how the step went."""

    step: str
    outcome: Outcome


class FallbackTaken(Happened, frozen=True):
    """The visit goes on without the repair, by this way (None: by one that nobody named)."""

    way: str | None = None


class ReminderOpened(Happened, frozen=True):
    """Something must be put back later; it outlives the incident's closing."""

    reminder: str


class ReminderCleared(Happened, frozen=True):
    """It was put back."""

    reminder: str


class IncidentTaken(Happened, frozen=True):
    """Staff of a desk took an incident that no desk had."""

    desk: str


class RepairHanded(Happened, frozen=True):
    """The repair went to a colleague while reception goes on."""

    to: str


class FixVerified(Happened, frozen=True):
    """A good result came soon after a fix that was only reported."""


class CauseNamed(Happened, frozen=True):
    """Staff said what it had been."""

    cause: str


class IncidentClosed(Happened, frozen=True):
    """The incident is over."""

    cause: str | None
    how: How


Event = (
    IncidentOpened
    | ReportJoined
    | Observed
    | StepProposed
    | StepAnswered
    | FallbackTaken
    | ReminderOpened
    | ReminderCleared
    | IncidentTaken
    | RepairHanded
    | FixVerified
    | CauseNamed
    | IncidentClosed
)
"""Anything that may stand in an incident's history."""
