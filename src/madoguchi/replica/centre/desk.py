"""The centre at work: who calls, whose card it is, what the book says, under the faults of the moment."""

import base64
import binascii
import hashlib
from datetime import datetime
from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509 import Certificate
from cryptography.x509.oid import NameOID

from madoguchi.base.clock import JAPAN
from madoguchi.replica.card.permitting import PERMISSION
from madoguchi.replica.centre import machine
from madoguchi.replica.centre.faults import REAL, Effects
from madoguchi.replica.centre.machine import CardCall, Institution, Refuse, Standing, Tell
from madoguchi.replica.centre.people import Person
from madoguchi.replica.centre.settings import PERMISSION_KEY, STATUS_SECONDS
from madoguchi.replica.centre.status import Status
from madoguchi.replica.centre.store import Store
from madoguchi.replica.faults import Switches
from madoguchi.replica.proof import Holder, ProofRefusedError, Reason, authorities, certificate_of, holder, issuer_of
from madoguchi.replica.world import LOOPBACK, World
from madoguchi.wire.card.phase import phase

NUMBERED: Final = ("InsurerNumber", "InsuredIdentificationNumber", "InsuredBranchNumber", "Birthdate")
"""The elements that name a person by insurance number (wire/exchange/messages.toml), in the order of the book's question."""

CALLERS: Final = 16
"""How many institutions' certificates are remembered."""


class Ask(msgspec.Struct, frozen=True):
    """A check-in by card, as the terminal sends it; certificate, challenge and signature as base64."""

    check_in: str
    challenge: str
    certificate: str
    signature: str
    method: str
    institution: str
    time: str = ""


class Desk:
    """One centre."""

    def __init__(self, world: World, store: Store, switches: Switches[Effects]) -> None:
        """Open with the book and with what the authorities handed out."""
        folder = world.folder("centre") / "certificate"
        self.store = store
        self._world = world
        self._switches = switches
        self._institutions = authorities(folder / "institution-ca.pem")
        self._cards = authorities(folder / "card-ca.pem")
        where = (LOOPBACK, world.port("authority"))
        self._institution_status, self._card_status = Status(where, "/ocsp/institution"), Status(where, "/ocsp/user")
        self._callers: dict[bytes, tuple[Certificate, Certificate]] = {}
        self._believed: dict[bytes, tuple[datetime, Standing]] = {}
        key = load_pem_private_key((folder / f"{PERMISSION_KEY}.key").read_bytes(), None)
        self._permission: Any = key

    def effects(self) -> Effects:
        """What the centre does now.

        Raises:
            Unavailable: it answers nobody.
        """
        effects = self._switches.under(REAL)
        effects.opens()
        return effects

    def caller(self, der: bytes | None, effects: Effects) -> Institution:
        """Who calls, from the certificate that the handshake verified."""
        try:
            certificate, issuer = self._issued(der or b"")
        except ProofRefusedError:
            return Institution("", chained=False, standing="unknown")
        code = next((str(one.value) for one in certificate.subject if one.oid == NameOID.ORGANIZATIONAL_UNIT_NAME), "")
        at = self._world.clock()
        in_time = certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc
        standing = effects.institution(self._standing(certificate, issuer, at))
        return Institution(code, chained=in_time, standing=standing)

    def by_card(self, ask: Ask) -> Tell | Refuse:
        """The answer to a check-in by card."""
        effects, read = self._switches.under(REAL), _decoded(ask.certificate, ask.signature, ask.challenge)
        try:
            who: Holder | Reason = holder(read[0], read[1], read[2], self._cards) if read else "malformed"
        except ProofRefusedError as refused:
            who = refused.reason
        if read is None or not isinstance(who, Holder):
            return Refuse(who if not isinstance(who, Holder) else "malformed")
        certificate, at = certificate_of(read[0]), self._world.clock()
        person = self.store.by_card(who.serial)
        proof = hashlib.sha256(b"".join(read)).hexdigest()
        call = CardCall(
            named=ask.institution,
            holder=who,
            phase=phase(who.ends.astimezone(JAPAN).date(), at.date(), phone=person is not None and person.id == "phone"),
            standing=self._card_status(certificate, issuer_of(certificate, self._cards), at),
            person=effects.sees(person) if person else None,
            proof=proof,
            before=self.store.answered(ask.check_in),
        )
        answer = machine.by_card(call)
        if isinstance(answer, Tell):
            self.store.answer(ask.check_in, proof)
        return answer

    def by_number(self, asked: dict[str, str]) -> Tell:
        """What is told of the holder of an insurance number."""
        return machine.about(self._seen(self._numbered(asked)))

    def by_items(self, asked: dict[str, str], institution: str) -> Tell | Refuse:
        """The answer to a lookup by four items."""
        found = self.store.by_items(asked.get("name", ""), asked.get("born", ""), asked.get("sex", ""))
        within = [one for one in found if _fits(one, asked)]
        seen = [self._switches.under(REAL).sees(one) for one in within]
        return machine.by_items(seen, opened=self.store.is_emergency(institution))

    def refer(self, asked: dict[str, str]) -> Tell:
        """Write down an institution's own number of a person (照会番号)."""
        person = self._numbered(asked)
        if person is None:
            return Tell(status="2", code="SIM0404", validity="4")
        changed = self.store.change(person.id, reference=asked.get("ReferenceNumber", ""))
        return machine.about(self._seen(changed))

    def permit(self, caller: Refuse | None, certificate: str) -> str | Refuse:
        """The permission to use a card without its PIN, base64: a signature over the card's certificate."""
        refused = machine.permit(caller, self._switches.under(REAL).permits("good"))
        read = _decoded(certificate)
        if refused is not None or read is None:
            return refused or Refuse("malformed")
        try:
            issuer_of(certificate_of(read[0]), self._cards)
        except ProofRefusedError as error:
            return Refuse(error.reason)
        signed: bytes = self._permission.sign(PERMISSION + read[0], PKCS1v15(), SHA256())
        return base64.b64encode(signed).decode()

    def register(self, certificate: str) -> Refuse | None:
        """Take a card as insurance card, as the portal asks; the refusal, if any."""
        read = _decoded(certificate)
        if read is None:
            return Refuse("malformed")
        try:
            found = certificate_of(read[0])
            issuer_of(found, self._cards)
        except ProofRefusedError as error:
            return Refuse(error.reason)
        person = self.store.by_card(found.serial_number)
        refused = machine.register(self._seen(person))
        if refused is None and person is not None:
            self.store.change(person.id, registered=True)
        return refused

    def now(self) -> float:
        """The replica's moment, in seconds."""
        return self._world.clock().timestamp()

    def close(self) -> None:
        """Hang up and let go of the book."""
        self._institution_status.close()
        self._card_status.close()
        self.store.close()

    def _issued(self, der: bytes) -> tuple[Certificate, Certificate]:
        """An institution's certificate and its issuer; what a signature once proved is not proved again.

        Raises:
            ProofRefusedError: it is none.
        """
        if der not in self._callers:
            certificate = certificate_of(der)
            known = (certificate, issuer_of(certificate, self._institutions))
            self._callers = dict([*self._callers.items(), (der, known)][-CALLERS:])
        return self._callers[der]

    def _numbered(self, asked: dict[str, str]) -> Person | None:
        return self.store.by_number(*(asked.get(name, "").strip() for name in NUMBERED))

    def _seen(self, person: Person | None) -> Person | None:
        return None if person is None else self._switches.under(REAL).sees(person)

    def _standing(self, certificate: Certificate, issuer: Certificate, at: datetime) -> Standing:
        """What the authority says of an institution; believed for a moment, as a stapled answer would be."""
        key = certificate.fingerprint(SHA256())
        known = self._believed.get(key)
        if known is None or not 0 <= (at - known[0]).total_seconds() < STATUS_SECONDS:
            known = (at, self._institution_status(certificate, issuer, at))
            self._believed[key] = known
        return known[1]


def _fits(person: Person, asked: dict[str, str]) -> bool:
    """Address or insurer, whichever was given."""
    address, insurer = asked.get("address", ""), asked.get("insurer", "")
    return person.address == address if address else person.insurer == insurer


def _decoded(*parts: str) -> tuple[bytes, ...] | None:
    try:
        return tuple(base64.b64decode(part, validate=True) for part in parts)
    except (binascii.Error, ValueError):
        return None
