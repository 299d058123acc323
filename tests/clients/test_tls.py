"""OpenSSL, unmodified, logs in to a TLS 1.2 server with the card's certificate and key."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.stack import Stack, module

PORT = "8443"


@pytest.fixture(scope="module")
def server(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A server that takes only clients whose certificate the practice authority issued; gives its folder."""
    work = tmp_path_factory.mktemp("server")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-keyout", str(work / "server.key"), "-out", str(work / "server.pem")),
        ],
        check=True,
        capture_output=True,
    )
    with stack.card("adult"):
        (work / "authority.pem").write_text(stack.run("pkcs15-tool", "--read-certificate", "3").out, "utf-8")
        (work / "client.pem").write_text(stack.run("pkcs15-tool", "--read-certificate", "1").out, "utf-8")
        serving = stack.start(
            *("openssl", "s_server", "-accept", PORT, "-www", "-tls1_2", "-Verify", "3", "-verify_return_error"),
            *("-cert", str(work / "server.pem"), "-key", str(work / "server.key"), "-CAfile", str(work / "authority.pem")),
            log=work / "server.log",
        )
        try:
            stack.wait(lambda: "ACCEPT" in (work / "server.log").read_text("utf-8"), "the server does not come up")
            yield work
        finally:
            serving.terminate()
            serving.wait(10)


def visit(stack: Stack, work: Path, *more: str) -> str:
    said = stack.run(
        *("openssl", "s_client", "-connect", f"127.0.0.1:{PORT}", "-tls1_2", "-CAfile", str(work / "server.pem"), "-quiet"),
        # OpenSC signs for this card with PKCS #1 v1.5 alone.
        *("-ign_eof", "-sigalgs", "RSA+SHA256", *more),
        given=b"GET / HTTP/1.0\r\n\r\n",
        PKCS11_MODULE_PATH=module(),
    )
    return said.all


def test_the_card_opens_the_door(stack: Stack, server: Path) -> None:
    key = "pkcs11:token=JPKI%20%28User%20Authentication%20PIN%29;id=%01;type=private;pin-value=1234"
    words = ("-engine", "pkcs11", "-keyform", "engine", "-key", key, "-cert", str(server / "client.pem"))

    assert "HTTP/1.0 200 ok" in visit(stack, server, *words)


def test_without_the_card_it_stays_shut(stack: Stack, server: Path) -> None:
    assert "HTTP/1.0 200 ok" not in visit(stack, server)
