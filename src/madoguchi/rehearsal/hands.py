"""What each step of the catalogue means on the replica, as data (`hands.toml`): a deed, a check-in, a look, a call."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

Method = Literal["face", "pin", "visual"]
"""How a person shows at the reader who they are."""

Answer = Literal["yes", "no", "unknown"]

FIRST_REGISTRATION: Final = "first-registration"
"""`says` of a question that is answered by whether this visit registers the card for the first time."""


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A repair: what is done to the chain, how the try after it checks in, or which causes it takes away outside the chain."""

    deed: str = ""
    by: Method | Literal[""] = ""
    helps: tuple[str, ...] = ()


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person would see or know: the rule, and the causes where it is otherwise."""

    says: Literal["yes", "no", "unknown", "first-registration"]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Escalation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom the step calls, as a contact role; empty where nobody is called."""

    to: str


class Fallback(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How this patient is looked after without the repair."""

    by: Literal["face", "pin", "visual", "paper"]


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody who is called can do to the chain."""

    deeds: tuple[str, ...]


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person says where no code is shown, and where one sees that it is over.

    `sign`: at the kiosk, on the terminal's screen, or in the data of a result.
    """

    words: str
    sign: Literal["kiosk", "terminal", "result"] = "kiosk"


class Hands(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table, by step, role and topic."""

    action: dict[str, Action]
    question: dict[str, Question]
    escalation: dict[str, Escalation]
    fallback: dict[str, Fallback]
    party: dict[str, Party]
    told: dict[str, Told]

    def steps(self) -> dict[str, str]:
        """Every step of the table and its kind."""
        return {
            step: kind
            for kind in ("action", "question", "escalation", "fallback")
            for step in getattr(self, kind)  # the fields are named after the kinds
        }


@cache
def hands() -> Hands:
    """The table, read once."""
    return msgspec.convert(tomllib.loads((files(__package__) / "hands.toml").read_text("utf-8")), Hands)


def listed(names: tuple[str, ...], fault: str, cause: str) -> int | None:
    """How closely a list speaks of a fault: 0 by its name, 1 by its cause, 2 by the cause's link, None not at all."""
    for place, name in enumerate((fault, cause, f"{(cause or fault).partition('.')[0]}.")):
        if name and name in names:
            return place
    return None


def answer(question: Question, fault: str, cause: str, *, first_registration: bool) -> Answer:
    """The truthful answer to a question where this is the fault: the list that speaks of it most closely, else the rule."""
    lists: dict[Answer, tuple[str, ...]] = {"yes": question.yes, "no": question.no, "unknown": question.unknown}
    near = {told: place for told, names in lists.items() if (place := listed(names, fault, cause)) is not None}
    if near:
        return min(near, key=lambda told: near[told])
    if question.says == FIRST_REGISTRATION:
        return "yes" if first_registration else "no"
    return question.says
