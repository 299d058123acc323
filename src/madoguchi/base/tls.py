"""Certificates for a desk in its own house: a local authority that can vouch for private addresses only, and what it signs.

Names and addresses outside the house cannot be vouched for even by somebody who steals the key: the authority carries name
constraints (RFC 5280 §4.2.1.10), which browsers keep to.
"""

import ipaddress
from datetime import datetime, timedelta
from typing import Final

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_YEARS: Final = 10
SERVER_DAYS: Final = 30
RENEW_DAYS: Final = 10
"""A server certificate lives a month and is renewed while a third of it is left."""

_SLACK: Final = timedelta(days=1)
"""Certificates are valid from the day before: a tablet's clock may be slow."""

DOMAINS: Final = ("local", "home.arpa", "internal", "lan")
"""Names that never leave a house: RFC 6762, RFC 8375, ICANN's reserved `internal`, and the custom of routers."""

NETWORKS: Final = (
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8"),
    *("fc00::/7", "fe80::/10", "::1/128"),
)
"""Private and link-local addresses (RFC 1918, 3927, 4193, 4291), and this machine itself."""

_PRIVATE: Final = tuple(map(ipaddress.ip_network, NETWORKS))


class Pair(msgspec.Struct, frozen=True):
    """A certificate and its private key, both as PEM."""

    certificate: bytes
    key: bytes


def address_of(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address a text is, or None."""
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def is_private(host: str) -> bool:
    """Whether a host is an address or a name that exists inside a house only."""
    address = address_of(host)
    if address is not None:
        return any(address.version == network.version and address in network for network in _PRIVATE)
    return any(host.endswith(f".{domain}") for domain in DOMAINS)


def new_authority(at: datetime) -> Pair:
    """A local authority for this desk, valid for AUTHORITY_YEARS.

    Args:
        at: the present moment.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    identity = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    # The end of its key's name tells the authorities of two desks apart on one tablet.
    name = _name(f"Madoguchi authority {identity.digest[-3:].hex()}")
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(at - _SLACK)
        .not_valid_after(at + timedelta(days=366 * AUTHORITY_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints([*map(x509.DNSName, DOMAINS), *map(x509.IPAddress, _PRIVATE)], None), critical=True)
        .add_extension(identity, critical=False)
        .sign(key, SHA256())
    )
    return _pair(made, key)


def issue(authority: Pair, hosts: frozenset[str], at: datetime) -> Pair:
    """A server certificate with a fresh key for private hosts, valid for SERVER_DAYS.

    Args:
        authority: the local authority.
        hosts: addresses and names.
        at: the present moment.

    Raises:
        ValueError: a host is not private, or there is none.
    """
    if not hosts or not all(map(is_private, hosts)):
        raise ValueError("a local authority vouches for private hosts")
    signer = x509.load_pem_x509_certificate(authority.certificate)
    signing = load_pem_private_key(authority.key, None)
    if not isinstance(signing, ec.EllipticCurvePrivateKey):
        raise ValueError("an authority of ours signs with an elliptic curve")  # noqa: TRY004 - the file is wrong, not its type
    key = ec.generate_private_key(ec.SECP256R1())
    # A blank in it: verifiers take a common name without one for a host name and hold it against the constraints.
    made = (
        x509.CertificateBuilder(signer.subject, _name("Madoguchi desk"), key.public_key(), x509.random_serial_number())
        .not_valid_before(at - _SLACK)
        .not_valid_after(min(at + timedelta(days=SERVER_DAYS), signer.not_valid_after_utc))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(list(map(_alternative, sorted(hosts)))), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False)
        .sign(signing, SHA256())
    )
    return _pair(made, key)


def is_due(server: bytes, authority: bytes, hosts: frozenset[str], at: datetime) -> bool:
    """Whether a server certificate must be made anew: near its end, not valid yet, for other hosts, or of another authority.

    Args:
        server: the certificate as PEM; anything else is due.
        authority: the authority's certificate as PEM.
        hosts: what it should vouch for.
        at: the present moment.
    """
    try:
        certificate, signer = x509.load_pem_x509_certificate(server), x509.load_pem_x509_certificate(authority)
        named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (ValueError, x509.ExtensionNotFound):
        return True
    told = {str(one.value) for one in named}
    left = certificate.not_valid_after_utc - at
    early = certificate.not_valid_before_utc > at
    return told != hosts or early or left < timedelta(days=RENEW_DAYS) or certificate.issuer != signer.subject


def fingerprint(certificate: bytes) -> str:
    """The SHA-256 of a PEM certificate, in capital hexadecimal pairs as devices show it."""
    return x509.load_pem_x509_certificate(certificate).fingerprint(SHA256()).hex(":").upper()


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _alternative(host: str) -> x509.GeneralName:
    address = address_of(host)
    return x509.DNSName(host) if address is None else x509.IPAddress(address)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _pair(certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> Pair:
    return Pair(certificate.public_bytes(Encoding.PEM), key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
