"""Answers questions for the status of certificates, with "unknown" for what was never issued (RFC 6960 §2.2, §4.2.1).

certomancer keeps the book. Its own responder goes through all certificates and examines its key anew for each question, which
takes longer than a whole check-in; here the book is looked up by number, and the answer is put together from its parts.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from asn1crypto import ocsp
from certomancer.registry import PKIArchitecture, ServiceLabel
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key

from madoguchi.replica.card.tlv import tlv

SEQUENCE, BITS, OCTETS, OBJECT, CODE, MOMENT = 0x30, 0x03, 0x04, 0x06, 0x0A, 0x18
"""Tags of DER (X.690 §8)."""

GOOD: Final = tlv(0x80, b"")
UNKNOWN: Final = tlv(0x82, b"")
BASIC: Final = tlv(OBJECT, bytes.fromhex("2B0601050507300101"))
NONCE: Final = tlv(OBJECT, bytes.fromhex("2B0601050507300102"))
SHA256_RSA: Final = tlv(SEQUENCE, tlv(OBJECT, bytes.fromhex("2A864886F70D01010B")) + b"\x05\x00")

HASHES: Final = ("sha1", "sha256")
"""By which a question may name an issuer."""

MALFORMED: Final = tlv(SEQUENCE, tlv(CODE, b"\x01"))
UNAUTHORISED: Final = tlv(SEQUENCE, tlv(CODE, b"\x06"))
"""Answers that nobody signs (RFC 6960 §4.2.1)."""


class Responder:
    """One of an architecture's services that answers, with its book by number."""

    def __init__(self, made: PKIArchitecture, service: str) -> None:
        """Open the book as it is now."""
        info = made.service_registry.get_ocsp_info(ServiceLabel(service))
        own, issuer = made.get_cert(info.responder_cert), made.get_cert(info.resolve_issuer_cert(made))
        # The key is the replica's own; to examine it anew takes as long as fifty answers.
        key = load_der_private_key(
            made.key_set.get_private_key(info.signing_key).dump(), None, unsafe_skip_rsa_key_validation=True
        )
        if not isinstance(key, RSAPrivateKey):
            raise ValueError(service)  # noqa: TRY004 - the declaration is wrong, not a type
        self._key = key
        self._lasts = info.validity_period or timedelta()
        self._issuers = {(getattr(issuer.subject, one), getattr(issuer.public_key, one)) for one in HASHES}
        self._book = {
            spec.serial: spec.revocation
            for name, specs in made.enumerate_certs_by_issuer()
            if name == info.for_issuer
            for spec in specs
        }
        self._name = tlv(0xA2, tlv(OCTETS, own.public_key.sha1))
        self._behind = tlv(0xA0, tlv(SEQUENCE, own.dump()))

    def answer(self, request: bytes, at: datetime) -> bytes:
        """The answer to a question, DER.

        Raises:
            ValueError: the question is none.
        """
        read = ocsp.OCSPRequest.load(request, strict=True)
        asked = [one["req_cert"] for one in read["tbs_request"]["request_list"]]
        if not asked:
            return MALFORMED
        if any((one["issuer_name_hash"].native, one["issuer_key_hash"].native) not in self._issuers for one in asked):
            return UNAUTHORISED
        told = b"".join(self._one(one, at) for one in asked)
        nonce = read.nonce_value
        more = tlv(0xA1, tlv(SEQUENCE, tlv(SEQUENCE, NONCE + tlv(OCTETS, nonce.dump())))) if nonce is not None else b""
        return self._signed(tlv(SEQUENCE, self._name + _moment(at) + tlv(SEQUENCE, told) + more))

    def _one(self, asked: ocsp.CertId, at: datetime) -> bytes:
        serial = asked["serial_number"].native
        revoked = self._book.get(serial)
        status = UNKNOWN if serial not in self._book else GOOD
        if revoked is not None and revoked.revoked_since <= at:
            status = revoked.to_ocsp_asn1().dump()
        return tlv(SEQUENCE, asked.dump() + status + _moment(at) + tlv(0xA0, _moment(at + self._lasts)))

    def _signed(self, told: bytes) -> bytes:
        signature = tlv(BITS, b"\0" + self._key.sign(told, PKCS1v15(), SHA256()))
        basic = tlv(SEQUENCE, told + SHA256_RSA + signature + self._behind)
        return tlv(SEQUENCE, tlv(CODE, b"\0") + tlv(0xA0, tlv(SEQUENCE, BASIC + tlv(OCTETS, basic))))


def _moment(at: datetime) -> bytes:
    return tlv(MOMENT, f"{at.astimezone(UTC):%Y%m%d%H%M%SZ}".encode())
