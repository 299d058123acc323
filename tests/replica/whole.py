"""The whole chain behind the reader for tests: every link a process, and a hand that lays a persona's card down."""

import base64
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import httpx
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from madoguchi.base.clock import now
from madoguchi.replica.authority.office import keys_of
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.personas import personas
from madoguchi.replica.link import module_of
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.terminal.settings import Settings, as_text
from madoguchi.replica.world import World, create
from tests.replica.terminal.chain import Hand

LINKS = ("authority", "centre", "portal", "prescription", "line", "terminal")


def prepare(world: World) -> None:
    for link in LINKS:
        made = getattr(module_of(link), "prepare", None)
        if made is not None:
            made(world)
    patient = Settings(institution=world.institution, far_seconds=20, poll_seconds=0.05)
    (world.folder("terminal") / "settings.toml").write_text(as_text(patient), "utf-8")


class Whole:
    """A chain that is up."""

    def __init__(self, world: World, links: Supervisor, client: httpx.Client) -> None:
        self.world = world
        self.links = links
        self.client = client
        self._cards = Authority(personas().values(), keys_of(world), world.began.date())

    def hand(self, persona: str = "adult", client: httpx.Client | None = None) -> Hand:
        """A reader on which this persona's card lies."""
        held = base64.b64encode(self._cards.certificate(persona, "user")).decode()
        return Hand(client or self.client, self.world.url("terminal"), held, keys_of(self.world).get(f"{persona}-user"))

    def results(self) -> list[Path]:
        """What lies in `face`, oldest name first."""
        return sorted((self.world.folder("terminal") / "face").glob("*.xml"))


@contextmanager
def whole(folder: Path, names: tuple[str, ...] = LINKS) -> Iterator[Whole]:
    """The chain while it is up."""
    world = create(folder, 7, prepare)
    links = Supervisor(world, names)
    try:
        links.start()
        with httpx.Client(trust_env=False, timeout=20) as client:
            yield Whole(world, links, client)
    finally:
        links.stop()


def centre_caller(world: World, certificate: Path | None = None) -> httpx.Client:
    """Somebody at the centre's door for institutions, with a certificate (its key beside it) or without."""
    context = ssl.create_default_context(cafile=str(world.folder("terminal") / "certificate" / "institution-ca.pem"))
    context.check_hostname = False
    if certificate is not None:
        context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return httpx.Client(verify=context, trust_env=False, base_url=world.url("centre-tls", "https"), timeout=20)


def certificate(key: rsa.RSAPrivateKey, organisation: str, policy: str = "") -> x509.Certificate:
    """A certificate that somebody signed for themselves."""
    name = x509.Name(
        [
            x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(x509.NameOID.ORGANIZATIONAL_UNIT_NAME, "9910000001"),
        ]
    )
    began = now() - timedelta(days=1)
    made = x509.CertificateBuilder(name, name, key.public_key(), 7, began, began + timedelta(days=30))
    if policy:
        told = x509.CertificatePolicies([x509.PolicyInformation(x509.ObjectIdentifier(policy), None)])
        made = made.add_extension(told, critical=True)
    return made.sign(key, SHA256())


def base64_of(one: x509.Certificate) -> str:
    return base64.b64encode(one.public_bytes(Encoding.DER)).decode()
