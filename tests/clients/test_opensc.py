"""OpenSC's own programs, unmodified, with the card: what they read is right and what they sign verifies."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from tests.clients.stack import Stack, module

PIN: Final = "1234"
PASSWORD: Final = "RENSHU99"
KEYS: Final = {"user": ("0", PIN, "01"), "signature": ("1", PASSWORD, "02")}


@pytest.fixture(scope="module", autouse=True)
def _card(stack: Stack) -> Iterator[None]:
    with stack.card("adult"):
        yield


def read(stack: Stack, number: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate(stack.run("pkcs15-tool", "--read-certificate", number).out.encode())


def sign(stack: Stack, work: Path, which: str) -> bytes:
    slot, secret, key = KEYS[which]
    words = ["--slot-index", slot, "--login", "--pin", secret, "--sign", "--id", key, "--mechanism", "SHA256-RSA-PKCS"]
    said = stack.run("pkcs11-tool", "--module", module(), *words, "-i", str(work / "words"), "-o", str(work / f"{which}.sig"))
    assert said.status == 0, said.all
    return (work / f"{which}.sig").read_bytes()


def verify(certificate: x509.Certificate, signature: bytes, work: Path) -> None:
    key = certificate.public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    key.verify(signature, (work / "words").read_bytes(), padding.PKCS1v15(), SHA256())


def test_opensc_tool_sees_the_card_and_finds_its_driver(stack: Stack) -> None:
    assert "jpki" in stack.run("opensc-tool", "--name", "--reader", "0").all.lower()


def test_pkcs15_tool_dumps_two_pins_two_keys_and_four_certificates(stack: Stack) -> None:
    dump = stack.run("pkcs15-tool", "--dump")

    assert dump.status == 0, dump.all
    assert (2, 2) == (dump.out.count("PIN ["), dump.out.count("Private RSA Key ["))
    assert ["3", "5"] == [line.split(":")[1].strip() for line in dump.out.splitlines() if "Tries left" in line]


def test_the_user_certificate_is_free_to_read_and_issued_by_the_practice_authority(stack: Stack) -> None:
    user, authority = read(stack, "1"), read(stack, "3")

    user.verify_directly_issued_by(authority)
    assert "JPKI" not in [one.value for one in user.issuer if one.oid == x509.NameOID.ORGANIZATION_NAME]


@pytest.mark.parametrize("which", KEYS)
def test_pkcs11_tool_signs_with_each_key_and_the_signature_verifies(stack: Stack, work: Path, which: str) -> None:
    signature = sign(stack, work, which)

    slot, secret, key = KEYS[which]
    got = stack.run(
        *("pkcs11-tool", "--module", module(), "--slot-index", slot, "--login", "--pin", secret),
        *("--read-object", "--type", "cert", "--id", key, "-o", str(work / "cert.der")),
    )
    assert got.status == 0, got.all
    verify(x509.load_der_x509_certificate((work / "cert.der").read_bytes()), signature, work)
