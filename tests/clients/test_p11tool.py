"""GnuTLS's p11tool, unmodified, lists what is on the card."""

from collections.abc import Iterator

import pytest

from tests.clients.stack import Stack, module


@pytest.fixture(scope="module", autouse=True)
def _card(stack: Stack) -> Iterator[None]:
    with stack.card("adult"):
        yield


def test_it_lists_the_tokens_and_the_certificates(stack: Stack) -> None:
    tokens = stack.run("p11tool", "--provider", module(), "--list-tokens")
    certificates = stack.run("p11tool", "--provider", module(), "--list-all-certs", "pkcs11:manufacturer=JPKI")

    assert (tokens.status, certificates.status) == (0, 0), tokens.all + certificates.all
    assert tokens.out.count("token=JPKI") == 2
    assert "X.509 Certificate" in certificates.out


def test_it_logs_in_and_lists_the_private_key(stack: Stack) -> None:
    address = "pkcs11:token=JPKI%20%28User%20Authentication%20PIN%29"
    keys = stack.run("p11tool", "--provider", module(), "--login", "--list-privkeys", address, GNUTLS_PIN="1234")

    assert keys.status == 0, keys.all
    assert "Private key" in keys.out
