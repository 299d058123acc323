"""A certificate as it comes off a card: cut out of its file, its last day, its issuer (docs/protocol/card.md#certificates)."""

from collections.abc import Iterable
from datetime import date

from madoguchi.base.clock import JAPAN

SEQUENCE = 0x30


def size_of(head: bytes) -> int | None:
    """How many bytes a certificate has that begins with these four; None where they begin no certificate.

    A card's file is larger than the certificate in it: what follows is filler.
    """
    if len(head) < 4 or head[0] != SEQUENCE or head[1] != 0x82:
        return None
    return 4 + int.from_bytes(head[2:4])


def cut(content: bytes) -> bytes | None:
    """The certificate without the filler behind it; None where there is none or not all of it."""
    size = size_of(content[:4])
    return content[:size] if size is not None and size <= len(content) else None


def last_day(content: bytes) -> date | None:
    """The last day, in Japan, of the certificate in a file; None where there is none that can be read."""
    # Loaded by a look at a card: a desk that never takes one does without.
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415

    der = cut(content)
    try:
        return None if der is None else load_der_x509_certificate(der).not_valid_after_utc.astimezone(JAPAN).date()
    except ValueError:
        return None


def issuer_among(der: bytes, authorities: Iterable[bytes]) -> bytes | None:
    """Which of these authorities' certificates issued a certificate, by its signature; None where none did.

    Names tell nothing: every generation of an authority has the same one.

    Raises:
        ValueError: something among them is no certificate.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - as above
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415 - as above

    certificate = load_der_x509_certificate(der)
    for authority in authorities:
        try:
            certificate.verify_directly_issued_by(load_der_x509_certificate(authority))
        except (InvalidSignature, ValueError, TypeError):
            continue
        return authority
    return None
