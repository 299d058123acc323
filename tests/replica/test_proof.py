from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from madoguchi.replica.proof import Holder, ProofRefusedError, authorities, certificate_of, holder

AT = datetime(2026, 4, 1, tzinfo=UTC)
KEY = rsa.generate_private_key(65537, 2048)


def certificate(
    organisation: str = "PRACTICE", policy: str = "2.25.1", key: CertificateIssuerPrivateKeyTypes = KEY
) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7, AT, AT + timedelta(days=1))
    policies = x509.CertificatePolicies([x509.PolicyInformation(x509.ObjectIdentifier(policy), None)])
    return builder.add_extension(policies, critical=False).sign(key, SHA256())


def refused(*, der: bytes, signature: bytes = b"", known: tuple[x509.Certificate, ...] = ()) -> str:
    with pytest.raises(ProofRefusedError) as error:
        holder(der, signature, b"challenge", known)
    return error.value.reason


def test_a_card_of_the_practice_authority_that_signed_is_known_by_its_number() -> None:
    own = certificate()
    signature = KEY.sign(b"challenge", PKCS1v15(), SHA256())

    assert Holder(7, AT + timedelta(days=1)) == holder(own.public_bytes(Encoding.DER), signature, b"challenge", (own,))


@pytest.mark.parametrize(
    ("organisation", "policy"),
    [
        ("JPKI", "2.25.1"),
        ("JPKI-TEST", "2.25.1"),
        ("PRACTICE", "1.2.392.200149.8.5.1.3.30"),
        ("PRACTICE", "1.2.392.200149.8.5.1.1.20"),
    ],
)
def test_a_certificate_of_the_public_service_is_refused_before_anything_else(organisation: str, policy: str) -> None:
    assert "real-certificate" == refused(der=certificate(organisation, policy).public_bytes(Encoding.DER))


def test_what_another_authority_issued_is_foreign() -> None:
    assert "foreign" == refused(der=certificate().public_bytes(Encoding.DER), known=(certificate("OTHER"),))


def test_a_key_of_another_kind_is_foreign() -> None:
    own = certificate(key=ec.generate_private_key(ec.SECP256R1()))

    assert "foreign" == refused(der=own.public_bytes(Encoding.DER), known=(own,))


@pytest.mark.parametrize("der", [b"", b"\x30\x03abc", b"x" * 10_000])
def test_what_is_no_certificate_is_malformed(der: bytes) -> None:
    assert "malformed" == refused(der=der)


def test_no_authority_of_the_public_service_is_ever_trusted(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_bytes(certificate("JPKI").public_bytes(Encoding.PEM))

    with pytest.raises(ProofRefusedError):
        authorities(tmp_path / "ca.pem")


def test_a_practice_certificate_without_policies_is_read() -> None:
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "PRACTICE")])
    plain = x509.CertificateBuilder(name, name, KEY.public_key(), 7, AT, AT + timedelta(days=1)).sign(KEY, SHA256())

    assert 7 == certificate_of(plain.public_bytes(Encoding.DER)).serial_number
