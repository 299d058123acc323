"""Whether a card really answered: its certificate chains to the practice authority, and its key signed the challenge."""

from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import (
    Certificate,
    CertificatePolicies,
    ExtensionNotFound,
    load_der_x509_certificate,
    load_pem_x509_certificates,
)
from cryptography.x509.oid import NameOID

REAL_ORGANISATIONS: Final = frozenset({"JPKI", "JPKI-TEST"})
REAL_POLICIES: Final = "1.2.392.200149.8.5.1."
"""What stands in certificates of the public service (docs/protocol/card.md#certificates). The replica takes none of them."""

LARGEST_CERTIFICATE: Final = 4096

Reason = Literal["malformed", "real-certificate", "foreign", "not-signed"]


class ProofRefusedError(ValueError):
    """The proof is none; carries why."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason alone: a certificate is somebody's."""
        super().__init__(reason)
        self.reason: Reason = reason


class Holder(msgspec.Struct, frozen=True):
    """Who a certificate stands for: its number, and until when it says so itself."""

    serial: int
    ends: datetime


def authorities(file: Path) -> tuple[Certificate, ...]:
    """The authorities in a file of certificates, one after the other.

    Raises:
        ProofRefusedError: one of them is an authority of the public service.
    """
    found = tuple(load_pem_x509_certificates(file.read_bytes()))
    for one in found:
        refuse_real(one)
    return found


def refuse_real(certificate: Certificate) -> None:
    """Go on only with a certificate that nobody could take for a real one.

    Raises:
        ProofRefusedError: it is one of the public service.
    """
    names = (*certificate.issuer, *certificate.subject)
    if any(one.oid == NameOID.ORGANIZATION_NAME and one.value in REAL_ORGANISATIONS for one in names):
        raise ProofRefusedError("real-certificate")
    try:
        policies = certificate.extensions.get_extension_for_class(CertificatePolicies).value
    except ExtensionNotFound:
        return
    if any(one.policy_identifier.dotted_string.startswith(REAL_POLICIES) for one in policies):
        raise ProofRefusedError("real-certificate")


def certificate_of(der: bytes) -> Certificate:
    """A certificate that is read and is no real one.

    Raises:
        ProofRefusedError: `malformed` or `real-certificate`.
    """
    if len(der) > LARGEST_CERTIFICATE:
        raise ProofRefusedError("malformed")
    try:
        certificate = load_der_x509_certificate(der)
        refuse_real(certificate)
    except ProofRefusedError:
        raise
    except ValueError:
        raise ProofRefusedError("malformed") from None
    return certificate


def issuer_of(certificate: Certificate, known: tuple[Certificate, ...]) -> Certificate:
    """The authority that issued a certificate, found by its signature: several have one name, and most are the newest one's.

    Raises:
        ProofRefusedError: none of them did.
    """
    for one in reversed(known):
        try:
            certificate.verify_directly_issued_by(one)
        except (ValueError, TypeError, InvalidSignature):
            continue
        return one
    raise ProofRefusedError("foreign")


def holder(certificate: bytes, signature: bytes, challenge: bytes, known: tuple[Certificate, ...]) -> Holder:
    """Who signed a challenge with a card's key for user authentication (利用者証明用). Dates and revocation are not looked at.

    Args:
        certificate: DER, as the card gave it.
        signature: RSA, PKCS#1 v1.5 over SHA-256 of the challenge.
        challenge: what was to be signed.
        known: the practice authorities.

    Raises:
        ProofRefusedError: the proof is none.
    """
    read = certificate_of(certificate)
    issuer_of(read, known)
    key = read.public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        raise ProofRefusedError("foreign")
    try:
        key.verify(signature, challenge, padding.PKCS1v15(), SHA256())
    except InvalidSignature:
        raise ProofRefusedError("not-signed") from None
    return Holder(read.serial_number, read.not_valid_after_utc)
