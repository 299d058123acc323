"""What can go wrong, as values: problems, steps, contacts, ways to go on, reader profiles. Sentences are in `words`."""

from typing import Literal

import msgspec

Stage = Literal["card", "reader", "terminal", "line", "centre", "portal", "prescription", "data", "desk"]
"""The link of the chain where the problem lives."""

Part = Literal["patient", "desk", "vendor", "maker", "carrier", "centre", "portal", "insurer", "municipality"]
"""Whose part it is to mend it."""

Breaks = Literal["card", "reader", "terminal", "line", "centre", "data", "registration", "prescription", "nothing"]
"""What is broken, which decides how the visit goes on today (docs/protocol/desk.md)."""

Kind = Literal["question", "action", "escalation", "fallback"]
"""The four kinds of step."""

Rule = Literal["pin-entry", "face-try", "another-card", "changes-device", "switches-visual", "restarts"]
"""What a hard rule looks at: each names a mask of `guide.rules`."""

Word = Literal["rare", "sometimes", "even", "usually", "nearly-always"]
"""The five-word scale: .03 .15 .5 .85 .97."""

Chance = float | Word
"""A probability, by figure where one is known, otherwise by word."""

Mark = Literal["C", "CC", "I", "K", "U"]
"""How well a fact is known: confirmed, confirmed twice, inferred, general knowledge, unknown."""


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen value read from TOML; an unknown field is an error."""


class Source(Value, frozen=True):
    """Where a fact of this file comes from: a page of docs/protocol and its mark."""

    fact: str
    where: str
    mark: Mark


class Readiness(Value, frozen=True):
    """Each rule is `done`, `open`, or `exempt: reason`. The tier is the highest whose rules are all done or exempt."""

    facts: str
    texts: str
    sources: str
    languages: str = "open"
    probe: str = "open"
    rehearsal: str = "open"
    fault: str = "open"
    loop: str = "open"
    reviewer: str = "open"


class ProbeModel(Value, frozen=True):
    """A free observation of a machine. `down` is its likelihood per cause (`default` for the rest); `good` is 1 - down."""

    id: str
    down: dict[str, Chance]


class QuestionModel(Value, frozen=True):
    """A question to staff. `yes` is its likelihood per cause (`default` for the rest); asked only once `after` is done."""

    id: str
    yes: dict[str, Chance]
    minutes: float | None = None
    after: tuple[str, ...] = ()


class ActionModel(Value, frozen=True):
    """A repair step. `fixes` is the probability that it removes the error, per cause; absent causes are not helped.

    `after` names the questions and actions that must have been done before.
    """

    id: str
    fixes: dict[str, Chance]
    minutes: float | None = None
    after: tuple[str, ...] = ()


class EscalationModel(Value, frozen=True):
    """Somebody to hand the repair to. `remit` lists the causes they can mend (`other` may be among them)."""

    id: str
    remit: tuple[str, ...]
    minutes: float | None = None
    rework: float | None = None


class Model(Value, frozen=True):
    """The troubleshooting model of one problem (guide.md §2.1); `other` is added by the guide with mass `other`."""

    fallback: str
    fallback_cost: float
    causes: dict[str, Chance]
    escalation: tuple[EscalationModel, ...]
    page_order: tuple[str, ...]
    assumptions: tuple[str, ...]
    probe: tuple[ProbeModel, ...] = ()
    question: tuple[QuestionModel, ...] = ()
    action: tuple[ActionModel, ...] = ()
    other: float = 0.03


class Problem(Value, frozen=True):
    """A code of the reader or a topic of the desk: facts only. `without` takes ways from its group, `also` adds some last."""

    id: str
    kind: Literal["code", "topic"]
    stage: Stage
    part: tuple[Part, ...]
    speaks_to: Literal["patient", "staff"]
    breaks: Breaks
    payment: str
    contacts: tuple[str, ...]
    sources: tuple[Source, ...]
    readiness: Readiness
    tier: Literal["none", "bronze", "silver", "gold"]
    gives: Literal["incident", "notice"] = "incident"
    proves_card_good: bool = False
    recurs: bool = False
    cautions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    patient: str = "wait"
    model: Model | None = None


class Step(Value, frozen=True):
    """What a step is, wherever it is used. Minutes are of staff; `burden` is what it asks of the patient, in minutes."""

    kind: Kind
    minutes: float
    patient: str
    needs_patient: bool = False
    burden: float = 0.0
    cluster: str | None = None
    rework: float = 0.0
    contact: str | None = None
    picture: str = "desk"
    photo: str | None = None
    rules: tuple[Rule, ...] = ()
    cautions: tuple[str, ...] = ()


class Way(Value, frozen=True):
    """One way to go on with this patient today; `patient` is the patient text it shows."""

    patient: str
    minutes: float
    ledger: bool = False


class Contact(Value, frozen=True):
    """Somebody to call. Hours are `{"mon-fri" = "08:00-18:00", "sat" = "08:00-16:00"}`; holidays are closed unless said."""

    phone: str = ""
    hours: dict[str, str] = {}
    holidays: bool = False


class Reader(Value, frozen=True):
    """A reader model as data: maker, wording, and what it shows that others do not."""

    maker: str
    model: str
    restart: tuple[str, ...]
    codes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    wordings: dict[str, tuple[str, ...]] = {}
    """What this model writes on its screen instead of the common title, by code: photos are compared with it too."""


class Catalogue(msgspec.Struct, frozen=True):
    """Everything the product knows can go wrong, validated as a whole."""

    problems: dict[str, Problem]
    steps: dict[str, Step]
    clusters: dict[str, float]
    ways: dict[str, Way]
    groups: dict[str, tuple[str, ...]]
    contacts: dict[str, Contact]
    readers: dict[str, Reader]
