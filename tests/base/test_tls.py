import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from madoguchi.base.tls import RENEW_DAYS, SERVER_DAYS, Pair, fingerprint, is_due, is_private, issue, new_authority

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def authority() -> Pair:
    return new_authority(NOW)


def shake_hands(authority: Pair, server: Pair, host: str, folder: Path) -> str:
    """Two ends of one socket pair, the asking one with nothing but our authority; the negotiated version, or an error."""
    chain, trusted = folder / "server.pem", folder / "authority.crt"
    chain.write_bytes(server.certificate + server.key)
    trusted.write_bytes(authority.certificate)
    serving, asking = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context(cafile=str(trusted))
    serving.load_cert_chain(chain)
    here, there = socket.socketpair()

    def serve() -> None:
        try:
            serving.wrap_socket(there, server_side=True).close()
        except OSError:
            there.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        with asking.wrap_socket(here, server_hostname=host) as spoken:
            return str(spoken.version())
    finally:
        here.close()
        thread.join()


@pytest.mark.parametrize("host", ["192.168.10.5", "10.0.0.7", "127.0.0.2", "fd00::5", "uketsuke.local"])
def test_a_device_that_trusts_the_authority_trusts_the_desk(authority: Pair, tmp_path: Path, host: str) -> None:
    server = issue(authority, frozenset({host}), NOW)

    assert shake_hands(authority, server, host, tmp_path) == "TLSv1.3"


def test_another_name_of_the_house_is_not_the_desk(authority: Pair, tmp_path: Path) -> None:
    server = issue(authority, frozenset({"192.168.10.5"}), NOW)

    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(authority, server, "192.168.10.6", tmp_path)


def test_the_authority_of_another_desk_is_not_trusted(authority: Pair, tmp_path: Path) -> None:
    server = issue(new_authority(NOW), frozenset({"192.168.10.5"}), NOW)

    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(authority, server, "192.168.10.5", tmp_path)


def test_who_steals_the_key_still_cannot_be_somebody_outside(authority: Pair, tmp_path: Path) -> None:
    """The check of `issue` is ours and can be left out; the constraint in the authority cannot."""
    inside = issue(authority, frozenset({"bank.example.local"}), NOW)
    forged = _with_name(authority, inside, "bank.example")

    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree"):
        shake_hands(authority, forged, "bank.example", tmp_path)


def _with_name(authority: Pair, like: Pair, name: str) -> Pair:
    model, signer = x509.load_pem_x509_certificate(like.certificate), x509.load_pem_x509_certificate(authority.certificate)
    builder = x509.CertificateBuilder(signer.subject, model.subject, model.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(model.not_valid_before_utc).not_valid_after(model.not_valid_after_utc)
    for extension in model.extensions:
        names = isinstance(extension.value, x509.SubjectAlternativeName)
        value = x509.SubjectAlternativeName([x509.DNSName(name)]) if names else extension.value
        builder = builder.add_extension(value, extension.critical)
    key = load_pem_private_key(authority.key, None)
    return Pair(builder.sign(key, SHA256()).public_bytes(Encoding.PEM), like.key)  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["8.8.8.8", "clinic.example", "local", "2001:db8::1", "evil.local.example", ""])
def test_nothing_outside_the_house_is_vouched_for(authority: Pair, host: str) -> None:
    assert not is_private(host)
    with pytest.raises(ValueError, match="private"):
        issue(authority, frozenset({host}), NOW)


def test_a_certificate_is_renewed_in_time_and_not_before(authority: Pair) -> None:
    hosts = frozenset({"192.168.10.5", "uketsuke.local"})
    server = issue(authority, hosts, NOW).certificate

    def due(days: float) -> bool:
        return is_due(server, authority.certificate, hosts, NOW + timedelta(days=days))

    assert [due(0), due(SERVER_DAYS - RENEW_DAYS - 1), due(SERVER_DAYS - RENEW_DAYS + 1), due(SERVER_DAYS + 1)] == [
        False,
        False,
        True,
        True,
    ]


def test_a_clock_set_back_gets_a_certificate_that_is_valid_then(authority: Pair) -> None:
    hosts = frozenset({"192.168.10.5"})
    server = issue(authority, hosts, NOW).certificate

    assert is_due(server, authority.certificate, hosts, NOW - timedelta(days=40))


def test_other_hosts_another_authority_or_no_certificate_are_due(authority: Pair) -> None:
    hosts = frozenset({"192.168.10.5"})
    server = issue(authority, hosts, NOW).certificate

    assert is_due(server, authority.certificate, frozenset({"192.168.10.6"}), NOW)
    assert is_due(server, new_authority(NOW).certificate, hosts, NOW)
    assert is_due(b"", authority.certificate, hosts, NOW)


def test_the_fingerprint_is_written_as_devices_show_it(authority: Pair) -> None:
    pairs = fingerprint(authority.certificate).split(":")

    assert len(pairs) == 32
    assert all(len(pair) == 2 and pair == pair.upper() for pair in pairs)
