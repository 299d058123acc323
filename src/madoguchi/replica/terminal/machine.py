"""What the terminal decides about a check-in: a table from where it stands and what happens to what is to be done."""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from madoguchi.replica.terminal.checkin import (
    CONSENTS,
    NOT_VALID,
    Answer,
    AskEligibility,
    AskPermission,
    CheckIn,
    Consent,
    Consented,
    Effect,
    Eligibility,
    Event,
    Fail,
    Found,
    Identified,
    Permission,
    Permitted,
    Phase,
    Refuse,
    Register,
    Registered,
    Registration,
    Step,
    Withdrawn,
    WriteResult,
    Written,
)


def step(check_in: CheckIn, event: Event) -> Step:
    """Where a check-in stands after something happened, and what is to be done about it."""
    turns: int = getattr(event, "turns", check_in.switch.turns)
    if turns != check_in.switch.turns and check_in.phase not in {"done", "gone"}:
        return _gone(check_in, "mode-changed"), Fail("mode-changed")
    if check_in.phase == "gone" and check_in.late and not isinstance(event, Withdrawn):
        return check_in, Fail(check_in.late)
    handler = TABLE.get((check_in.phase, type(event)))
    return handler(check_in, event) if handler is not None else (check_in, Refuse("out-of-order"))


def _gone(check_in: CheckIn, why: str = "") -> CheckIn:
    # Nothing of a person is kept of a check-in that came to nothing.
    return CheckIn(check_in.id, check_in.switch, check_in.challenge, "gone", late=why)


def _with(check_in: CheckIn, **changes: object) -> CheckIn:
    return msgspec.structs.replace(check_in, **changes)


def _permission(check_in: CheckIn, event: Permission) -> Step:
    if check_in.permission:
        return check_in, Answer({"permission": check_in.permission})
    return check_in, AskPermission(event.certificate)


def _permitted(check_in: CheckIn, event: Permitted) -> Step:
    return _with(check_in, permission=event.permission), Answer({"permission": event.permission})


def _identified(check_in: CheckIn, event: Identified) -> Step:
    if check_in.switch.mode == "visual" and event.identity.method != "visual":
        return _gone(check_in, "mode-changed"), Fail("mode-changed")
    return check_in, AskEligibility(event.identity)


def _identified_again(check_in: CheckIn, event: Identified) -> Step:
    return check_in, _known(check_in) if event.identity == check_in.identity else Refuse("other-identity")


def _found(check_in: CheckIn, event: Found) -> Step:
    return _judged(_with(check_in, identity=event.identity), event.eligibility)


def _register(check_in: CheckIn, _event: Registration) -> Step:
    return check_in, Register(check_in.identity) if check_in.identity else Refuse("out-of-order")


def _registered(check_in: CheckIn, event: Registered) -> Step:
    if not event.eligibility.registered:
        return check_in, Fail("insurer-unknown")
    return _judged(check_in, event.eligibility, told={"registered": True})


def _judged(check_in: CheckIn, found: Eligibility, told: dict[str, object] | None = None) -> Step:
    now = _with(check_in, eligibility=found, phase="identified" if found.registered else "unregistered")
    if found.registered and found.validity in NOT_VALID:
        return now, WriteResult(Consent())
    return now, Answer(told) if told else _known(now)


def _known(check_in: CheckIn) -> Effect:
    """What the reader is told of a person: never who it is."""
    found = check_in.eligibility or Eligibility()
    return Answer(
        {
            "registered": found.registered,
            "notices": list(found.notices),
            "prescription": found.registered,
            "consents": list(CONSENTS) if found.registered else [],
        }
    )


def _consented(check_in: CheckIn, event: Consented) -> Step:
    if set(event.consent.consents) - set(CONSENTS):
        return check_in, Refuse("unknown-consent")
    return check_in, WriteResult(event.consent)


def _written(check_in: CheckIn, event: Written) -> Step:
    done = _with(check_in, phase="done", file=event.file, consent=event.consent, late=event.late)
    return done, _end(done)


def _end(check_in: CheckIn) -> Effect:
    found = check_in.eligibility or Eligibility()
    if found.validity in NOT_VALID:
        return Fail("no-valid-eligibility", written=True)
    if check_in.late:
        return Fail(check_in.late, written=True)
    return Answer({"notices": list(found.notices)})


def _again(check_in: CheckIn, event: Identified | Consented | Registration) -> Step:
    """The same question after the end has the same answer."""
    if isinstance(event, Consented):
        same = check_in.consent in {None, event.consent}
        return check_in, _end(check_in) if same else Refuse("other-consent")
    if (check_in.eligibility or Eligibility()).validity in NOT_VALID:
        return check_in, _end(check_in)
    if isinstance(event, Registration):
        return check_in, Answer({"registered": True})
    return _identified_again(check_in, event)


def _withdrawn(check_in: CheckIn, _event: Withdrawn) -> Step:
    return _gone(check_in), Answer({})


def _stays(check_in: CheckIn, _event: Event) -> Step:
    return check_in, Answer({})


def _registered_before(check_in: CheckIn, _event: Event) -> Step:
    return check_in, Answer({"registered": True})


TABLE: Final[Mapping[tuple[Phase, type], Callable[..., Step]]] = {
    ("open", Permission): _permission,
    ("open", Permitted): _permitted,
    ("open", Identified): _identified,
    ("open", Found): _found,
    ("open", Withdrawn): _withdrawn,
    ("unregistered", Identified): _identified_again,
    ("unregistered", Registration): _register,
    ("unregistered", Registered): _registered,
    ("unregistered", Withdrawn): _withdrawn,
    ("identified", Identified): _identified_again,
    ("identified", Registration): _registered_before,
    ("identified", Consented): _consented,
    ("identified", Written): _written,
    ("identified", Withdrawn): _withdrawn,
    ("done", Identified): _again,
    ("done", Registration): _again,
    ("done", Consented): _again,
    ("done", Withdrawn): _stays,
    ("gone", Withdrawn): _stays,
}
"""What is done in each phase; what does not stand here is out of order."""
