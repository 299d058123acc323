"""The practice authority: what it issues verifies, what it revokes is told, and it looks like nobody else."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from madoguchi.base.clock import JAPAN
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.personas import personas
from madoguchi.replica.card.profile import USAGES, Usage
from tests.replica.card.conftest import TODAY

NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=JAPAN)


def loaded(der: bytes) -> x509.Certificate:
    return x509.load_der_x509_certificate(der)


def signed_by(one: x509.Certificate, authority: x509.Certificate) -> bool:
    key = authority.public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    try:
        key.verify(one.signature, one.tbs_certificate_bytes, padding.PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True


def asked(authority: Authority, persona: str, usage: Usage, at: datetime) -> ocsp.OCSPResponse:
    certificate, issuer = loaded(authority.certificate(persona, usage)), loaded(authority.own(usage))
    question = ocsp.OCSPRequestBuilder().add_certificate(certificate, issuer, SHA256()).build().public_bytes(Encoding.DER)
    return ocsp.load_der_ocsp_response(authority.status(usage, question, lambda: at))


@pytest.mark.parametrize("usage", USAGES)
def test_generations_have_one_name_and_only_one_of_them_signed(authority: Authority, usage: Usage) -> None:
    generations = [loaded(der) for der in authority.generations(usage)]
    certificate = loaded(authority.certificate("adult", usage))

    assert {certificate.issuer} == {one.subject for one in generations}
    assert [False, True] == [signed_by(certificate, one) for one in generations]
    assert generations[-1] == loaded(authority.own(usage))


@pytest.mark.parametrize("usage", USAGES)
def test_the_other_authority_knows_nothing_of_it(authority: Authority, usage: Usage) -> None:
    other: Usage = "sign" if usage == "user" else "user"

    assert not signed_by(loaded(authority.certificate("adult", usage)), loaded(authority.own(other)))


def test_good_and_revoked_and_good_again(keys: Keys) -> None:
    authority = Authority([personas()["adult"], personas()["revoked"]], keys, TODAY)
    before = asked(authority, "revoked", "user", NOON - timedelta(days=31))
    now = asked(authority, "revoked", "user", NOON)
    good = asked(authority, "adult", "user", NOON)
    authority.revoke("adult", 1)
    lost = asked(authority, "adult", "user", NOON)
    authority.revoke("adult", None)

    assert (ocsp.OCSPCertStatus.GOOD, ocsp.OCSPCertStatus.REVOKED) == (before.certificate_status, now.certificate_status)
    assert (ocsp.OCSPCertStatus.GOOD, ocsp.OCSPCertStatus.REVOKED) == (good.certificate_status, lost.certificate_status)
    assert ocsp.OCSPCertStatus.GOOD == asked(authority, "adult", "user", NOON).certificate_status


def test_the_answer_is_signed_by_whom_the_authority_named(authority: Authority) -> None:
    answer = asked(authority, "adult", "user", NOON)
    (responder,) = answer.certificates
    key = responder.public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    key.verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), SHA256())

    assert signed_by(responder, loaded(authority.own("user")))
    assert NOON.astimezone(UTC) == answer.this_update_utc


def test_bytes_that_are_no_question_are_refused(authority: Authority) -> None:
    with pytest.raises(ValueError, match="trailing"):
        authority.status("user", b"\x30\x00 and more", lambda: NOON)


@pytest.mark.parametrize("usage", USAGES)
def test_the_list_of_revoked_certificates_moves_with_time(authority: Authority, usage: Usage) -> None:
    key = loaded(authority.own(usage)).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    serial = loaded(authority.certificate("revoked", usage)).serial_number
    lists = [x509.load_der_x509_crl(authority.revoked(usage, NOON - timedelta(days=ago))) for ago in (60, 0)]

    assert [True, True] == [one.is_signature_valid(key) for one in lists]
    assert [[], [serial]] == [[entry.serial_number for entry in one] for one in lists]


def test_a_certificate_names_the_place_of_its_list_as_the_list_does(authority: Authority) -> None:
    certificate = loaded(authority.certificate("adult", "user"))
    place = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value[0].full_name
    published = x509.load_der_x509_crl(authority.revoked("user", NOON))
    said = published.extensions.get_extension_for_class(x509.IssuingDistributionPoint).value.full_name

    assert place is not None
    assert list(place) == list(said or [])
