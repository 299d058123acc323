"""What the terminal wants of the far services, and what their refusals mean."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, TypeVar

import msgspec

from madoguchi.replica.calling import Answer
from madoguchi.replica.terminal.checkin import CheckIn, Consent, Eligibility, Identity
from madoguchi.replica.terminal.codes import Failed
from madoguchi.replica.terminal.far import Asked, Call, Far, Unanswered

T = TypeVar("T")

REFUSED: Final[Mapping[str, str]] = {
    "certificate": "institution-refused",
    "permission": "permission-refused",
    "wrong-institution": "permission-refused",
    "card-certificate": "card-certificate-refused",
    "foreign": "card-certificate-refused",
    "not-signed": "card-certificate-refused",
    "insurer-unknown": "insurer-unknown",
    "not-open": "emergency-not-open",
}
"""What a service's own word for a refusal is here."""


class Unit(msgspec.Struct, frozen=True):
    """One person's part of a collected bulk answer."""

    search: dict[str, str] = {}
    status: str = "1"
    code: str = ""
    message: str = ""
    validity: str = ""
    results: tuple[dict[str, str], ...] = ()


class Collected(msgspec.Struct, frozen=True):
    """A collected bulk answer."""

    items: tuple[Unit, ...]


class Services:
    """The far services as the terminal of one institution calls them."""

    def __init__(self, far: Far, call: Call, institution: str) -> None:
        """`institution` is who the terminal says it is."""
        self._far = far
        self._call = call
        self._institution = institution

    def permission(self, certificate: str, named_as: str) -> str:
        """The permission to use a card without its PIN.

        Raises:
            Failed: `permission-refused`, or as for every call of the centre.
        """
        answer = self._centre("POST", "/v1/permission", {"certificate": certificate, "institution": named_as})
        return str(_json(answer, dict[str, Any])["permission"])

    def eligibility(self, check_in: CheckIn, identity: Identity, at: datetime) -> Eligibility:
        """What the centre says of the person who showed this card.

        Raises:
            Failed: as for every call of the centre.
        """
        asked = {
            "check_in": check_in.id,
            "challenge": check_in.challenge,
            "certificate": identity.certificate,
            "signature": identity.signature,
            "method": identity.method,
            "institution": self._institution,
            "time": at.isoformat(),
        }
        return _json(self._centre("POST", "/v1/eligibility/card", asked), Eligibility)

    def register(self, check_in: CheckIn, identity: Identity) -> None:
        """Register the card as insurance card at the portal.

        Raises:
            Failed: `insurer-unknown`, `portal-unavailable`, `portal-slow`, or the line's.
        """
        asked = {"certificate": identity.certificate, "signature": identity.signature, "challenge": check_in.challenge}
        call = msgspec.structs.replace(self._call, certificate=None)
        try:
            answer = self._far.ask(Asked("portal", "POST", "/registrations", asked, scheme="http"), call)
        except Unanswered:
            raise Failed("portal-unavailable") from None
        if answer.status_code == 504:
            raise Failed("portal-slow")
        if not answer.is_success:
            raise Failed(REFUSED.get(_refusal(answer), "portal-unavailable"))

    def consents(self, check_in: CheckIn, consent: Consent, at: datetime) -> None:
        """Tell the centre what the patient lets the institution see.

        Raises:
            Failed: as for every call of the centre.
        """
        told = {"institution": self._institution, "consents": list(consent.consents), "time": at.isoformat()}
        self._centre("PUT", f"/v1/consents/{check_in.id}", told)

    def form(self, check_in: CheckIn, form: str) -> None:
        """Tell the e-prescription service which form the patient chose.

        Raises:
            Failed: `prescription-unavailable`, whatever happened.
        """
        call = msgspec.structs.replace(self._call, certificate=None)
        try:
            answer = self._far.ask(Asked("prescription", "PUT", f"/forms/{check_in.id}", {"form": form}, scheme="http"), call)
        except Failed:
            raise Failed("prescription-unavailable") from None
        if not answer.is_success:
            raise Failed("prescription-unavailable")

    def by_number(self, person: dict[str, str], day: str) -> Eligibility:
        """What the centre says of the holder of an insurance number.

        Raises:
            Failed: as for every call of the centre.
        """
        asked = {"institution": self._institution, "date": day, **person}
        return _json(self._centre("POST", "/v1/eligibility/number", asked), Eligibility)

    def by_items(self, items: dict[str, str]) -> Eligibility:
        """What the centre says of a person by four items, as after a disaster or during an outage.

        Raises:
            Failed: `emergency-not-open` until the call centre opened it, or as for every call of the centre.
        """
        asked = {"institution": self._institution, **items}
        return _json(self._centre("POST", "/v1/eligibility/four-items", asked), Eligibility)

    def refer(self, person: dict[str, str]) -> Unit:
        """Register the institution's own number of a person.

        Raises:
            Failed: as for every call of the centre.
        """
        return _json(self._centre("PUT", "/v1/reference-numbers", {"institution": self._institution, **person}), Unit)

    def upload(self, kind: str, people: tuple[dict[str, str], ...], day: str, key: str) -> str:
        """Hand a bulk question in; the number under which its answer is fetched. The same key hands in nothing twice.

        Raises:
            Failed: as for every call of the centre.
        """
        asked = {"institution": self._institution, "kind": kind, "date": day, "items": list(people)}
        return str(_json(self._centre("POST", "/v1/bulk", asked, key=key), dict[str, Any])["reception"])

    def collect(self, reception: str) -> tuple[Unit, ...] | None:
        """The answers to a bulk question; None while the centre is still at it.

        Raises:
            Failed: `reception-unknown`, or as for every call of the centre.
        """
        answer = self._centre("GET", f"/v1/bulk/{reception}", None)
        return None if answer.status_code == 202 else _json(answer, Collected).items

    def _centre(self, method: str, path: str, body: Any, key: str = "") -> Answer:  # noqa: ANN401 - JSON
        answer = self._far.ask(Asked("centre", method, path, body, key), self._call)
        if answer.is_success:
            return answer
        if answer.status_code == 503:
            raise Failed("centre-unavailable")
        if answer.status_code == 404 and path.startswith("/v1/bulk/"):
            raise Failed("reception-unknown")
        raise Failed(REFUSED.get(_refusal(answer), "centre-unclear"))


def _json(answer: Answer, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except msgspec.DecodeError:
        raise Failed("centre-unclear") from None


def _refusal(answer: Answer) -> str:
    try:
        return str(msgspec.json.decode(answer.content, type=dict[str, Any]).get("refused", ""))
    except msgspec.DecodeError:
        return ""
