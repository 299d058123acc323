"""The authority for institutions and the centre: issues their certificates and says which of them are revoked."""

import tomllib
from collections.abc import Iterable
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any, Final

import msgspec
from asn1crypto import x509
from certomancer.registry import ArchLabel, CertLabel, PKIArchitecture, ServiceLabel
from certomancer.registry.entities import EntityRegistry

from madoguchi.replica.authority.settings import SERVER, YEARS
from madoguchi.replica.card.authority import KeysByName
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.profile import POLICY
from madoguchi.replica.card.responder import Responder

_POLICIES: Final = {"id": "certificate_policies", "value": [{"policy_identifier": POLICY}]}


class Issued(msgspec.Struct, frozen=True):
    """One certificate of the institution: the name of it and of its key, from when to when, and since when it is revoked."""

    label: str
    begins: datetime
    ends: datetime
    revoked: datetime | None = None


class Institutions:
    """The authority over a list of issued certificates."""

    def __init__(self, issued: Iterable[Issued], keys: Keys, began: datetime) -> None:
        """Prepare; certificates are made when they are asked for.

        Args:
            issued: every certificate the institution ever had.
            keys: where private keys come from.
            began: the moment from which the authority itself and the centre's certificate count.
        """
        table = tomllib.loads(files("madoguchi.replica.authority").joinpath("institutions.toml").read_text("utf-8"))
        self._made = PKIArchitecture(
            ArchLabel("institutions"),
            key_set=KeysByName(keys),
            entities=EntityRegistry(table["entities"], table["entity-defaults"]),
            cert_spec_config={**_own(began), **{one.label: _client(one) for one in issued}},
            service_config=table["services"],
            external_url_prefix="",
        )
        self._responder = Responder(self._made, "institution")

    def certificate(self, label: str) -> bytes:
        """A certificate by its name, DER: `authority`, `centre`, or one of the institution's."""
        made: bytes = self._made.get_cert(CertLabel(label)).dump()
        return made

    def status(self, request: bytes, at: datetime) -> bytes:
        """The answer to a question for a certificate's status (OCSP), DER.

        Raises:
            ValueError: the question is none.
        """
        return self._responder.answer(request, at)

    def revoked(self, at: datetime) -> bytes:
        """The list of revoked certificates as it is published on a day, DER."""
        made: bytes = self._made.service_registry.get_crl(ServiceLabel("institution"), at).dump()
        return made


def _own(began: datetime) -> dict[str, Any]:
    """The authority's certificate, the one of who answers for it, and the centre's."""
    lasting = {
        "valid-from": (began - timedelta(days=2000)).isoformat(),
        "valid-to": (began + timedelta(days=365 * YEARS)).isoformat(),
    }
    signs = {"id": "key_usage", "critical": True, "value": x509.KeyUsage({"key_cert_sign", "crl_sign"})}
    proves = {"id": "key_usage", "critical": True, "value": x509.KeyUsage({"digital_signature"})}
    return {
        "authority": {
            "subject": "authority",
            "issuer": "authority",
            "issuer-cert": "authority",
            "validity": lasting,
            "extensions": [{"id": "basic_constraints", "critical": True, "value": {"ca": True}}, signs],
        },
        "status": {
            "issuer": "authority",
            "issuer-cert": "authority",
            "validity": lasting,
            "extensions": [proves, {"id": "extended_key_usage", "value": ["ocsp_signing"]}],
        },
        "centre": {
            "issuer": "authority",
            "issuer-cert": "authority",
            "validity": lasting,
            "extensions": [
                proves,
                {"id": "extended_key_usage", "value": ["server_auth"]},
                {"id": "subject_alt_name", "value": x509.GeneralNames([x509.GeneralName("dns_name", SERVER)])},
                _POLICIES,
            ],
        },
    }


def _client(one: Issued) -> dict[str, Any]:
    made: dict[str, Any] = {
        "subject": "institution",
        "subject-key": one.label,
        "issuer": "authority",
        "issuer-cert": "authority",
        "validity": {"valid-from": one.begins.isoformat(), "valid-to": one.ends.isoformat()},
        "extensions": [
            {"id": "key_usage", "critical": True, "value": x509.KeyUsage({"digital_signature"})},
            {"id": "extended_key_usage", "value": ["client_auth"]},
            _POLICIES,
        ],
    }
    if one.revoked is not None:
        made["revocation"] = {"revoked-since": one.revoked.isoformat(), "reason": "superseded"}
    return made
