"""Certificates as they come off a card, with filler behind them and issuers of one name."""

from datetime import UTC, date, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from madoguchi.wire.card.certificate import cut, issuer_among, last_day, size_of

SAME_NAME = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "One name for every generation")])
HOLDER = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Holder")])


def made(subject: x509.Name, key: rsa.RSAPrivateKey, signer: rsa.RSAPrivateKey) -> bytes:
    builder = x509.CertificateBuilder(SAME_NAME, subject, key.public_key(), 1)
    builder = builder.not_valid_before(datetime(2025, 1, 1, tzinfo=UTC))
    builder = builder.not_valid_after(datetime(2030, 2, 17, 14, 59, 59, tzinfo=UTC))
    return builder.sign(signer, SHA256()).public_bytes(Encoding.DER)


@pytest.fixture(scope="module")
def keys() -> list[rsa.RSAPrivateKey]:
    return [rsa.generate_private_key(65537, 2048) for _ in range(3)]


def test_filler_behind_a_certificate_is_cut_off(keys: list[rsa.RSAPrivateKey]) -> None:
    der = made(HOLDER, keys[0], keys[1])

    assert (len(der), der, der) == (size_of(der[:4]), cut(der.ljust(3808, b"\xff")), cut(der))


@pytest.mark.parametrize("content", [b"", b"\x30\x82\x01", b"\x30\x82\x04\x00\x01", b"\x00\x00\x04\x4c", b"\xff" * 300])
def test_what_is_no_whole_certificate_gives_none(content: bytes) -> None:
    assert (None, None) == (cut(content), last_day(content))


def test_bytes_that_only_begin_like_one_give_no_day() -> None:
    assert last_day(b"\x30\x82\x00\x02\x05\x00") is None


def test_the_last_day_is_that_of_japan(keys: list[rsa.RSAPrivateKey]) -> None:
    assert date(2030, 2, 17) == last_day(made(HOLDER, keys[0], keys[1]))


def test_the_issuer_is_found_by_signature_because_names_are_all_one(keys: list[rsa.RSAPrivateKey]) -> None:
    der = made(HOLDER, keys[0], keys[2])
    former, present = (made(SAME_NAME, key, key) for key in keys[1:])

    assert present == issuer_among(der, [former, present])
    assert issuer_among(der, [former]) is None
