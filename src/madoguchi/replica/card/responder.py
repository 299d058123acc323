"""Answers questions for the status of certificates, with "unknown" for what was never issued (RFC 6960 §2.2)."""

from datetime import datetime
from typing import Final

from asn1crypto import ocsp, x509
from certomancer.registry import PKIArchitecture, ServiceLabel
from certomancer.services import CertomancerServiceError, RevocationInfoInterface

UNKNOWN: Final = ocsp.CertStatus("unknown")


class _OrUnknown(RevocationInfoInterface):
    """The authority's book, which certomancer refuses to open for a serial number that is not in it."""

    def __init__(self, book: RevocationInfoInterface) -> None:
        self._book = book

    def get_issuer_cert(self) -> x509.Certificate:
        """The certificate of the authority whose book it is."""
        return self._book.get_issuer_cert()

    def check_revocation_status(
        self, cid: ocsp.CertId, at_time: datetime
    ) -> tuple[ocsp.CertStatus, list[ocsp.SingleResponseExtension]]:
        """How a certificate stands."""
        try:
            found: tuple[ocsp.CertStatus, list[ocsp.SingleResponseExtension]] = self._book.check_revocation_status(cid, at_time)
        except CertomancerServiceError:
            return UNKNOWN, []
        return found


def answer(made: PKIArchitecture, service: str, request: bytes, at: datetime) -> bytes:
    """The answer of one of an architecture's services to a question, DER.

    Raises:
        ValueError: the question is none.
    """
    responder = made.service_registry.summon_responder(ServiceLabel(service), at)
    responder.revinfo_interface = _OrUnknown(responder.revinfo_interface)
    answered: bytes = responder.build_ocsp_response(ocsp.OCSPRequest.load(request, strict=True)).dump()
    return answered
