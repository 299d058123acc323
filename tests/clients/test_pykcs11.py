"""PyKCS11, unmodified, logs in, signs and logs out."""

import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate

from tests.clients.stack import Stack, module

SCRIPT = str(Path(__file__).with_name("pykcs11_login.py"))


def test_it_signs_and_the_signature_verifies(stack: Stack, work: Path) -> None:
    with stack.card("adult"):
        said = stack.run(sys.executable, SCRIPT, module(), "1234", str(work))

    assert said.status == 0, said.all
    key = load_der_x509_certificate((work / "certificate").read_bytes()).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    key.verify((work / "signature").read_bytes(), (work / "words").read_bytes(), padding.PKCS1v15(), SHA256())


def test_a_wrong_pin_is_refused_and_costs_one_try(stack: Stack, work: Path) -> None:
    with stack.card("adult"):
        said = stack.run(sys.executable, SCRIPT, module(), "9999", str(work))
        found = stack.madoguchi("card", "--json")

    assert "CKR_PIN_INCORRECT" in said.err
    assert '"pin": 2' in found.out
