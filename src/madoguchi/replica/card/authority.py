"""The practice authority: issues the personas' certificates, and says at any moment which of them are revoked.

It stands on certomancer, which makes certificates, lists and answers from a declaration and takes time as an argument.
"""

import tomllib
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any, Final

from asn1crypto.keys import PrivateKeyInfo, PublicKeyInfo
from certomancer.registry import ArchLabel, CertLabel, EntityLabel, KeyLabel, KeySet, PKIArchitecture, ServiceLabel
from certomancer.registry.entities import EntityRegistry
from certomancer.registry.keys import AsymKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from msgspec.structs import replace

from madoguchi.base.clock import Clock
from madoguchi.replica.card import profile
from madoguchi.replica.card.dates import dates_of
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.personas import Persona
from madoguchi.replica.card.profile import USAGES, Usage
from madoguchi.replica.card.responder import Responder

GENERATIONS: Final = (("former", 17), ("", 7))
"""Of each authority: how its keys are told apart, and how many years before this one it began. The last is the present one."""

YEARS: Final = 15
"""How long an authority lasts."""


class _Pair:
    """A key as certomancer holds one."""

    def __init__(self, pair: AsymKey) -> None:
        self.key_pair = pair
        self.public_key_info = pair.public
        self.private_key_info = pair.private


class KeysByName(KeySet):
    """The replica's keys in the place of certomancer's files."""

    def __init__(self, keys: Keys) -> None:
        self._kept = keys

    def __getitem__(self, name: KeyLabel) -> _Pair:  # type: ignore[override]
        """The pair of a name, made now where there is none yet."""
        made = self._kept.get(str(name))
        private = made.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        public = made.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return _Pair(AsymKey(public=PublicKeyInfo.load(public), private=PrivateKeyInfo.load(private)))


class Authority:
    """Two authorities, for user and for signature certificates, with their holders."""

    def __init__(self, holders: Iterable[Persona], keys: Keys, today: date) -> None:
        """Prepare; certificates are made when they are asked for.

        Args:
            holders: whose certificates there are.
            keys: where private keys come from.
            today: the day from which the personas' dates are counted.
        """
        self._holders = {one.id: one for one in holders}
        self._today = today
        self._keys = KeysByName(keys)
        self._made = self._build()
        self._responders: dict[Usage, Responder] = {}

    def certificate(self, persona: str, usage: Usage) -> bytes:
        """A persona's certificate, DER."""
        return self._der(f"{persona}-{usage}")

    def own(self, usage: Usage) -> bytes:
        """The certificate of the authority that issues now, DER."""
        return self._der(f"{usage}-ca")

    def generations(self, usage: Usage) -> tuple[bytes, ...]:
        """Every generation of an authority, DER, the present one last. All have one name and different keys."""
        return tuple(self._der(_generation(usage, name)) for name, _ in GENERATIONS)

    def revoked(self, usage: Usage, at: datetime) -> bytes:
        """The list of revoked certificates as it is published on a day, DER."""
        made: bytes = self._made.service_registry.get_crl(ServiceLabel(usage), at).dump()
        return made

    def status(self, usage: Usage, request: bytes, clock: Clock) -> bytes:
        """The answer to a question for a certificate's status (OCSP), DER.

        Raises:
            ValueError: the question is none.
        """
        return self.responder(usage).answer(request, clock())

    def responder(self, usage: Usage) -> Responder:
        """Who answers such questions, with the book as it is now."""
        if usage not in self._responders:
            self._responders[usage] = Responder(self._made, usage)
        return self._responders[usage]

    def revoke(self, persona: str, ago: int | None) -> None:
        """Revoke a persona's certificates some days before today, or take that back."""
        self._holders[persona] = replace(self._holders[persona], revoked_ago=ago)
        self._made = self._build()
        self._responders.clear()

    def _der(self, label: str) -> bytes:
        made: bytes = self._made.get_cert(CertLabel(label)).dump()
        return made

    def _build(self) -> PKIArchitecture:
        table = _table()
        certificates: dict[str, Any] = {}
        for usage in USAGES:
            for name, before in GENERATIONS:
                label = _generation(usage, name)
                begins = date(self._today.year - before, 9, 1)
                certificates[label] = profile.authority(f"{usage}-ca", begins, YEARS, key=label)
            begins = date(self._today.year - GENERATIONS[-1][1], 9, 1)
            certificates[f"{usage}-status"] = profile.status(usage, begins, YEARS)
        for persona in self._holders.values():
            dates = dates_of(persona, self._today)
            for usage in USAGES if persona.signature else USAGES[:1]:
                table["entities"][f"{persona.id}-{usage}"] = profile.subject(persona, dates, usage)
        entities = EntityRegistry(table["entities"], table["entity-defaults"])
        for persona in self._holders.values():
            for usage in USAGES if persona.signature else USAGES[:1]:
                certificates[f"{persona.id}-{usage}"] = self._holder(persona, usage, entities)
        return PKIArchitecture(
            ArchLabel("practice"),
            key_set=self._keys,
            entities=entities,
            cert_spec_config=certificates,
            service_config=table["services"],
            external_url_prefix="",
        )

    def _holder(self, persona: Persona, usage: Usage, entities: EntityRegistry) -> dict[str, Any]:
        list_name = entities[EntityLabel(f"{usage}-list")]
        made = profile.holder(persona, dates_of(persona, self._today), usage, list_name)
        if persona.revoked_ago is not None:
            made["revocation"] = profile.revocation(self._today - timedelta(days=persona.revoked_ago))
        return made


def _generation(usage: Usage, name: str) -> str:
    return f"{usage}-ca-{name}" if name else f"{usage}-ca"


def _table() -> dict[str, Any]:
    return tomllib.loads(files("madoguchi.replica.card").joinpath("authority.toml").read_text("utf-8"))
