"""Asks an authority how a certificate stands (OCSP, RFC 6960), and believes only an answer that the authority signed."""

from datetime import datetime, timedelta
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate, ExtendedKeyUsage, ExtensionNotFound, ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from madoguchi.replica.calling import Address, Kept, NotAnsweredError, NotConnectedError, Question
from madoguchi.replica.centre.machine import Standing
from madoguchi.replica.centre.settings import PATIENCE_SECONDS

SLACK: Final = timedelta(minutes=5)
"""How far an answer's moment may be from ours."""

_TOLD: Final[dict[ocsp.OCSPCertStatus, Standing]] = {
    ocsp.OCSPCertStatus.GOOD: "good",
    ocsp.OCSPCertStatus.REVOKED: "revoked",
    ocsp.OCSPCertStatus.UNKNOWN: "unknown",
}


class Status:
    """An authority's door for questions."""

    def __init__(self, address: Address, path: str) -> None:
        """Nothing is asked yet."""
        self._path = path
        self._line = Kept(lambda: address)

    def __call__(self, certificate: Certificate, issuer: Certificate, at: datetime) -> Standing:
        """How a certificate stands; `silent` where nobody answers, or the answer is not the authority's."""
        # SHA-1 only names the issuer here (RFC 6960 §4.1.1); nothing is trusted for it.
        question = ocsp.OCSPRequestBuilder().add_certificate(certificate, issuer, SHA1()).build()  # noqa: S303
        try:
            told = self._line.ask(Question("POST", self._path, question.public_bytes(Encoding.DER)), PATIENCE_SECONDS)
            answer = ocsp.load_der_ocsp_response(told.content)
            if (
                not told.is_success
                or answer.response_status != ocsp.OCSPResponseStatus.SUCCESSFUL
                or not _believable(answer, issuer, at)
            ):
                return "silent"
        except (NotConnectedError, NotAnsweredError, ValueError):
            return "silent"
        return _TOLD[answer.certificate_status] if answer.serial_number == certificate.serial_number else "silent"

    def close(self) -> None:
        """Hang up."""
        self._line.close()


def _believable(answer: ocsp.OCSPResponse, issuer: Certificate, at: datetime) -> bool:
    """Whether somebody signed the answer whom the issuer trusts with that, and not long ago."""
    if answer.next_update_utc is None or not answer.this_update_utc - SLACK <= at <= answer.next_update_utc + SLACK:
        return False
    return any(_speaks_for(one, issuer) and _signed(answer, one) for one in answer.certificates)


def _speaks_for(responder: Certificate, issuer: Certificate) -> bool:
    try:
        responder.verify_directly_issued_by(issuer)
        uses = responder.extensions.get_extension_for_class(ExtendedKeyUsage).value
    except (InvalidSignature, ValueError, TypeError, ExtensionNotFound):
        return False
    return ExtendedKeyUsageOID.OCSP_SIGNING in uses


def _signed(answer: ocsp.OCSPResponse, responder: Certificate) -> bool:
    key, digest = responder.public_key(), answer.signature_hash_algorithm
    if not isinstance(key, rsa.RSAPublicKey) or digest is None:
        return False
    try:
        key.verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), digest)
    except InvalidSignature:
        return False
    return True
