"""What the centre decides, from what was asked and what it found out. It reads no clock and asks nobody."""

from typing import Final, Literal

import msgspec

from madoguchi.replica.centre.people import Person, rows
from madoguchi.replica.proof import Holder, Reason
from madoguchi.wire.card.phase import Phase

Standing = Literal["good", "revoked", "unknown", "silent"]
"""What an authority says of a certificate; silent where it says nothing."""

Refusal = (
    Reason
    | Literal[
        "certificate",
        "permission",
        "card-certificate",
        "wrong-institution",
        "replayed",
        "not-open",
        "insurer-unknown",
        "nobody",
    ]
)

NOTICES: Final[dict[Phase, str]] = {"notice": "certificate-expiring", "grace": "certificate-grace"}


class Refuse(msgspec.Struct, frozen=True):
    """Nothing is told, and why."""

    why: Refusal


class Tell(msgspec.Struct, frozen=True):
    """What is told of a person, as the terminal reads it."""

    registered: bool = True
    validity: str = ""
    status: str = "1"
    code: str = ""
    message: str = ""
    results: tuple[dict[str, str], ...] = ()
    notices: tuple[str, ...] = ()


class Institution(msgspec.Struct, frozen=True):
    """Who calls: the institution in its certificate, whether that is the authority's, and what the authority says of it."""

    code: str
    chained: bool
    standing: Standing


class CardCall(msgspec.Struct, frozen=True):
    """A check-in by card: the institution it names, the card's proof, its certificate's phase and standing, the person.

    `before`: the proof with which the same check-in was answered before; `proof` is the one of now.
    """

    named: str
    holder: Holder | Reason
    phase: Phase
    standing: Standing
    person: Person | None
    proof: str
    before: str | None


def admit(caller: Institution, named: str) -> Refuse | None:
    """Whether an institution is let in at all, and speaks for itself."""
    if not caller.chained or caller.standing != "good":
        return Refuse("certificate")
    return None if caller.code == named else Refuse("wrong-institution")


def by_card(call: CardCall) -> Tell | Refuse:
    """The answer to a check-in by card."""
    if not isinstance(call.holder, Holder):
        return Refuse(call.holder)
    if call.before not in {None, call.proof}:
        return Refuse("replayed")
    if call.phase == "ended" or call.standing != "good":
        return Refuse("card-certificate")
    notices = (NOTICES[call.phase],) if call.phase in NOTICES else ()
    if call.person is None or not call.person.registered:
        return Tell(registered=False, notices=notices)
    return msgspec.structs.replace(about(call.person), notices=notices)


def about(person: Person | None) -> Tell:
    """What is told of a person, or of nobody."""
    if person is None:
        return Tell(validity="4")
    return Tell(validity=person.validity, results=rows(person))


def by_items(found: list[Person], *, opened: bool) -> Tell | Refuse:
    """The answer to a lookup by four items, which the call centre must have opened for the institution."""
    if not opened:
        return Refuse("not-open")
    return Tell(validity="5") if len(found) > 1 else about(found[0] if found else None)


def permit(caller: Refuse | None, standing: Standing) -> Refuse | None:
    """Whether a card may be used without its PIN."""
    return caller or (None if standing == "good" else Refuse("permission"))


def register(person: Person | None) -> Refuse | None:
    """Whether a card can be registered: its insurer must have told of the person."""
    return None if person is not None and person.told else Refuse("insurer-unknown")
