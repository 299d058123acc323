"""What stands in a card's certificates: names, extensions, moments (docs/protocol/card.md#certificates)."""

import hashlib
from datetime import UTC, date, datetime, time
from typing import Any, Final, Literal

from asn1crypto import core, x509

from madoguchi.base.clock import JAPAN
from madoguchi.replica.card.dates import Dates, era_year
from madoguchi.replica.card.personas import Persona

Usage = Literal["user", "sign"]
"""利用者証明用 or 署名用."""

USAGES: Final[tuple[Usage, ...]] = ("user", "sign")

POLICY: Final = "2.25.257787732197508896060496517188385434014"
"""The policy of every practice certificate: a number made for this purpose (ITU-T X.667). No real policy is ever named."""

_SAN: Final = "1.2.392.200149.8.5.5"
"""The arc under which a signature certificate carries the four items."""

_KEY_USES: Final[dict[Usage, set[str]]] = {"user": {"digital_signature"}, "sign": {"digital_signature", "non_repudiation"}}


def ends_at(day: date) -> datetime:
    """The last second of a day in Japan, in UTC: 14:59:59."""
    return datetime.combine(day, time(23, 59, 59), JAPAN).astimezone(UTC)


def begins_at(day: date) -> datetime:
    """Ten in the morning in Japan, in UTC: when the office was open."""
    return datetime.combine(day, time(10), JAPAN).astimezone(UTC)


def serial(persona: str, usage: Usage) -> int:
    """The serial number of a persona's certificate: always the same, 64 bits, positive."""
    return int.from_bytes(hashlib.sha256(f"{persona} {usage}".encode()).digest()[:8]) >> 1


def subject(persona: Persona, dates: Dates, usage: Usage) -> dict[str, str]:
    """The name in a certificate. Neither tells who the holder is: the common name holds a moment and a municipality."""
    common = f"{dates.issued:%Y%m%d}100000{persona.municipality}{serial(persona.id, usage) % 10000:04}"
    return {"common-name": common} | ({"locality-name": "Renshu-ken"} if usage == "sign" else {})


def _other(number: int, text: str) -> x509.GeneralName:
    value = core.UTF8String(text, explicit=0)
    return x509.GeneralName("other_name", x509.AnotherName({"type_id": f"{_SAN}.{number}", "value": value}))


def four_items(persona: Persona, dates: Dates) -> x509.GeneralNames:
    """Name, sex, birth and address as a signature certificate carries them, with the flags of replaced signs."""
    era, _ = era_year(dates.born)
    flags = "".join("1" if at in persona.replaced else "0" for at in range(len(persona.name)))
    return x509.GeneralNames(
        [
            _other(1, persona.name),
            _other(2, flags),
            _other(3, str(persona.sex)),
            _other(4, f"{era}{dates.born:%Y%m%d}"),
            _other(5, persona.address),
            _other(6, "0" * len(persona.address)),
        ]
    )


def holder(persona: Persona, dates: Dates, usage: Usage, list_name: x509.Name) -> dict[str, Any]:
    """A holder's certificate as certomancer reads it."""
    extensions: list[dict[str, Any]] = [
        {"id": "key_usage", "critical": True, "value": x509.KeyUsage(_KEY_USES[usage])},
        {"id": "certificate_policies", "critical": True, "value": [{"policy_identifier": POLICY}]},
        {"id": "crl_distribution_points", "value": [{"distribution_point": _in_directory(list_name)}]},
    ]
    if usage == "sign":
        extensions.append({"id": "subject_alt_name", "value": four_items(persona, dates)})
    made: dict[str, Any] = {
        "subject": f"{persona.id}-{usage}",
        "issuer": f"{usage}-ca",
        "issuer-cert": f"{usage}-ca",
        "serial": serial(persona.id, usage),
        "validity": validity(begins_at(dates.issued), ends_at(dates.certificate_ends)),
        "extensions": extensions,
    }
    return made


def _in_directory(name: x509.Name) -> x509.DistributionPointName:
    """Where the list of revoked certificates is found: a name in a directory, as outside; there is no address."""
    return x509.DistributionPointName("full_name", [x509.GeneralName("directory_name", name)])


def revocation(day: date) -> dict[str, str]:
    """That a certificate is revoked from a day on, as certomancer reads it."""
    return {"revoked-since": begins_at(day).isoformat(), "reason": "cessation_of_operation"}


def authority(label: str, begins: date, years: int, *, key: str) -> dict[str, Any]:
    """One generation of an authority's own certificate, signed by itself."""
    return {
        "subject": label,
        "subject-key": key,
        "issuer": label,
        "issuer-cert": key,
        "authority-key": key,
        "validity": validity(begins_at(begins), ends_at(begins.replace(year=begins.year + years))),
        "extensions": [
            {"id": "basic_constraints", "critical": True, "value": {"ca": True}},
            {"id": "key_usage", "critical": True, "value": x509.KeyUsage({"key_cert_sign", "crl_sign"})},
        ],
    }


def status(usage: Usage, begins: date, years: int) -> dict[str, Any]:
    """The certificate of who answers for the status of an authority's certificates."""
    return {
        "issuer": f"{usage}-ca",
        "issuer-cert": f"{usage}-ca",
        "validity": validity(begins_at(begins), ends_at(begins.replace(year=begins.year + years))),
        "extensions": [
            {"id": "key_usage", "critical": True, "value": x509.KeyUsage({"digital_signature"})},
            {"id": "extended_key_usage", "value": ["ocsp_signing"]},
        ],
    }


def validity(begins: datetime, ends: datetime) -> dict[str, str]:
    """From when to when, as certomancer reads it."""
    return {"valid-from": begins.isoformat(), "valid-to": ends.isoformat()}
