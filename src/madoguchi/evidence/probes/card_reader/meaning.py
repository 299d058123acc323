"""What the answers of a card mean, as names of `FINDINGS`: a pure reading, without a card."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.probes.card_reader.findings import BROKEN, LOCKED, NOT_HERE
from madoguchi.evidence.probes.card_reader.sequence import KINDS
from madoguchi.wire.card.apdu import Response
from madoguchi.wire.card.phase import Phase, phase
from madoguchi.wire.card.status import StatusWord, tries_left

Answers = Mapping[str, Response]
"""What the card answered, by the names of the sequence; `certificate` whole."""

Args = dict[str, str | int]

TELEPHONES: Final = frozenset({"JPKIAPGPSETOKEN", "JPKIAPIOSTOKEN"})
OLD_CARD: Final = "JPKIAPICCTOKEN"
PRESENT: Final = 0x8F
USER: Final = 1
"""Which byte of the file tells of the user certificate."""


class Meant(msgspec.Struct, frozen=True):
    """What a card said.

    Attributes:
        found: findings with the values of their sentences.
        tries: how many tries are left, 0 where locked, None where the card did not say.
        not_after: the last day of the user certificate in Japan.
        phase: where that certificate stands today.
        kind: another card that was known by its name, or empty.
    """

    found: dict[str, Args]
    tries: dict[str, int | None]
    not_after: date | None = None
    phase: Phase | None = None
    kind: str = ""


def meant(answers: Answers, today: date) -> Meant:
    """What the answers of one whole sequence mean on a day in Japan."""
    here = {name: answers[name].sw for name in KINDS}
    if set(here.values()) <= NOT_HERE:
        kind = _other(answers)
        return Meant({"other-card": {"kind": kind}}, {}, kind=kind)
    label = answers["token"].data.decode("ascii", "replace").strip(" \0") if _good(answers, "token") else ""
    if label == OLD_CARD:
        return Meant({"old-card": {}}, {})
    phone = label in TELEPHONES
    found: dict[str, Args] = {"phone": {}} if phone else {}
    found |= _applications(here, phone=phone)
    tries = {name: tries_left(answers[name].sw) for name in ("pin", "number_b") if name in answers}
    if not found.keys() & {"application-broken", "application-missing"}:
        found |= _counters(answers, tries)
    said, not_after, at = _certificate(answers, today, phone=phone)
    found |= said
    return Meant(found, tries, not_after, at)


def _applications(here: dict[str, int], *, phone: bool) -> dict[str, Args]:
    needed = {name: sw for name, sw in here.items() if name == "jpki" or not phone}
    if any(sw in BROKEN for sw in needed.values()):
        return {"application-broken": {"status": next(f"{sw:04X}" for sw in needed.values() if sw in BROKEN)}}
    if any(sw != StatusWord.DONE for name, sw in needed.items() if name in ("jpki", "face")):
        return {"application-missing": {}}
    return {}


def _counters(answers: Answers, tries: dict[str, int | None]) -> dict[str, Args]:
    found: dict[str, Args] = {}
    for name, left in tries.items():
        secret = name.replace("_", "-")
        if answers[name].sw in LOCKED:
            found[f"{secret}-locked"] = {}
        elif left is None:
            if answers["jpki"].sw == answers["face"].sw == StatusWord.DONE:
                found["counter-unread"] = {}
        else:
            found[f"{secret}-left"] = {"tries": left}
    return found


def _certificate(answers: Answers, today: date, *, phone: bool) -> tuple[dict[str, Args], date | None, Phase | None]:
    if answers["jpki"].sw != StatusWord.DONE:
        return {}, None, None
    answer = answers["certificate"]
    absent = answers["certificate-file"].sw == StatusWord.NOT_FOUND or answer.sw == StatusWord.NOT_FOUND
    if absent or (_good(answers, "present") and answers["present"].data[USER : USER + 1] != bytes((PRESENT,))):
        return {"certificate-missing": {}}, None, None
    if answer.sw == StatusWord.NOT_ALLOWED:
        # A telephone shows its certificate only after its PIN, which the desk never asks for.
        return {}, None, None
    if answer.sw != StatusWord.DONE:
        return {"certificate-broken": {}}, None, None
    not_after = last_day(answer.data)
    if not_after is None:
        return {"certificate-broken": {}}, None, None
    at = phase(not_after, today, phone=phone)
    name = "certificate-good" if at == "none" else f"certificate-{at}"
    # The day itself stands in no sentence: month and day of it are the holder's birthday.
    return {name: {}}, not_after, at


def last_day(der: bytes) -> date | None:
    """The last day of a certificate in Japan; None where the bytes are no certificate."""
    # Loaded by a press: a desk that never looks at a card does without.
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415

    try:
        return load_der_x509_certificate(der).not_valid_after_utc.astimezone(JAPAN).date()
    except ValueError:
        return None


def _good(answers: Answers, name: str) -> bool:
    return name in answers and answers[name].sw == StatusWord.DONE


def _other(answers: Answers) -> str:
    return next((name for name in ("driving-licence", "residence-card") if _good(answers, name)), "")
