"""The nouns of a check-in at the terminal: where it stands, what can happen to it, what can be to be done about it."""

from typing import Final, Literal

import msgspec

Mode = Literal["automatic", "visual"]
Method = Literal["face", "pin", "visual"]
Phase = Literal["open", "unregistered", "identified", "done", "gone"]

CONSENTS: Final = ("drugs", "checkups", "diagnosis", "operations")
"""What a patient is asked to let the institution see (docs/protocol/exchange.md#elements)."""

NOT_VALID: Final = frozenset({"2", "3", "4", "5"})
"""Validities under which nobody can be treated (table OQSCD006)."""


class Switch(msgspec.Struct, frozen=True):
    """The mode of a moment, and how often it has been switched until then."""

    mode: Mode = "automatic"
    turns: int = 0


class Identity(msgspec.Struct, frozen=True):
    """How the person showed who they are; certificate and signature as base64."""

    certificate: str
    signature: str
    method: Method
    kind: Literal["card", "phone"]


class Eligibility(msgspec.Struct, frozen=True):
    """What the centre answered. `results` has a dictionary by element name for each qualification."""

    registered: bool = True
    validity: str = ""
    status: str = "1"
    code: str = ""
    message: str = ""
    results: tuple[dict[str, str], ...] = ()
    notices: tuple[str, ...] = ()


class Consent(msgspec.Struct, frozen=True):
    """What the patient agreed to, and the form of the prescription."""

    consents: tuple[str, ...] = ()
    prescription: Literal["electronic", "paper"] | None = None


class CheckIn(msgspec.Struct, frozen=True):
    """One check-in. `file` is the name of its result in `face`; `late` a failure that came when that was safe."""

    id: str
    switch: Switch
    challenge: str
    phase: Phase = "open"
    permission: str = ""
    identity: Identity | None = None
    eligibility: Eligibility | None = None
    consent: Consent | None = None
    file: str = ""
    late: str = ""


# What happens. What a reader asks for carries how often the mode has been switched by then.
class Permission(msgspec.Struct, frozen=True):
    """The reader asks to use the card without its PIN."""

    turns: int
    certificate: str


class Permitted(msgspec.Struct, frozen=True):
    """The centre gave it."""

    permission: str


class Identified(msgspec.Struct, frozen=True):
    """The person showed who they are."""

    turns: int
    identity: Identity


class Found(msgspec.Struct, frozen=True):
    """The centre answered about the person who showed this."""

    identity: Identity
    eligibility: Eligibility


class Registration(msgspec.Struct, frozen=True):
    """The person wants the card registered as insurance card."""

    turns: int


class Registered(msgspec.Struct, frozen=True):
    """It was registered, and this is what the centre says now."""

    eligibility: Eligibility


class Consented(msgspec.Struct, frozen=True):
    """The person answered the last questions."""

    turns: int
    consent: Consent


class Written(msgspec.Struct, frozen=True):
    """The result is ready to go into the folder; `late` is a failure that does not touch it."""

    file: str
    consent: Consent
    late: str = ""


class Withdrawn(msgspec.Struct, frozen=True):
    """The card was taken away."""


Event = Permission | Permitted | Identified | Found | Registration | Registered | Consented | Written | Withdrawn


# What is to be done.
class AskPermission(msgspec.Struct, frozen=True):
    """Ask the centre for the use of the card without PIN."""

    certificate: str


class AskEligibility(msgspec.Struct, frozen=True):
    """Ask the centre about the person."""

    identity: Identity


class Register(msgspec.Struct, frozen=True):
    """Register at the portal, then ask the centre again."""

    identity: Identity


class WriteResult(msgspec.Struct, frozen=True):
    """Tell the far services of the consent, and put the result into the folder."""

    consent: Consent


class Answer(msgspec.Struct, frozen=True):
    """Tell the reader."""

    told: dict[str, object]


class Fail(msgspec.Struct, frozen=True):
    """Tell the reader that it failed, by a reason of `codes.py`; `written` where the result is in the folder all the same."""

    reason: str
    written: bool = False


class Refuse(msgspec.Struct, frozen=True):
    """What the reader asked does not belong here."""

    why: Literal["out-of-order", "other-identity", "other-consent", "unknown-consent"]


Effect = AskPermission | AskEligibility | Register | WriteResult | Answer | Fail | Refuse
Step = tuple[CheckIn, Effect]
