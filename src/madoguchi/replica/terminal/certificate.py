"""The institution's certificate: whether it holds at a moment, when its end is called to mind, and that it is no real one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Literal

import msgspec
from cryptography import x509

from madoguchi.replica.proof import ProofRefusedError, refuse_real

State = Literal["good", "not-yet", "expired", "revoked", "unreadable", "real"]

REMINDERS: Final = (90, 60, 30, 15, 7)
"""Days before the end at which the client reminds; from the last one on every day (docs/protocol/certificates.md#reminders)."""


class Held(msgspec.Struct, frozen=True):
    """A certificate as far as the terminal looks at it."""

    serial: int
    begins: datetime
    ends: datetime
    real: bool


class Mpki(msgspec.Struct, frozen=True):
    """What the client in the task bar says: how the certificate is, and whether it reminds today.

    `step` is the reminder that was reached last (90, 60, 30, 15, 7; 0 after the end), None before the first.
    """

    state: State
    begins: datetime | None = None
    ends: datetime | None = None
    days_left: int | None = None
    step: int | None = None
    reminds_today: bool = False


def hold(path: Path) -> Held | None:
    """The certificate in a PEM file, the first where there are several; None where there is none to be read."""
    try:
        found = x509.load_pem_x509_certificate(path.read_bytes())
        return Held(found.serial_number, found.not_valid_before_utc, found.not_valid_after_utc, _is_real(found))
    except (OSError, ValueError):
        return None


def _is_real(certificate: x509.Certificate) -> bool:
    try:
        refuse_real(certificate)
    except ProofRefusedError:
        return True
    return False


def revoked_in(path: Path) -> frozenset[int]:
    """The serial numbers of the list of revoked certificates that was delivered to the terminal; empty where none was."""
    try:
        data = path.read_bytes()
        load = x509.load_pem_x509_crl if b"-----BEGIN" in data else x509.load_der_x509_crl
        return frozenset(one.serial_number for one in load(data))
    except (OSError, ValueError):
        return frozenset()


def state_of(held: Held | None, revoked: frozenset[int], now: datetime) -> State:
    """How a certificate is at a moment."""
    if held is None:
        return "unreadable"
    if held.real:
        return "real"
    if now > held.ends:
        return "expired"
    if now < held.begins:
        return "not-yet"
    return "revoked" if held.serial in revoked else "good"


def reminded(held: Held | None, revoked: frozenset[int], now: datetime) -> Mpki:
    """What the client says at a moment."""
    state = state_of(held, revoked, now)
    if held is None:
        return Mpki(state)
    days = (held.ends - now.astimezone(UTC)) // timedelta(days=1)
    step = 0 if days < 0 else min((mark for mark in REMINDERS if days <= mark), default=None)
    return Mpki(state, held.begins, held.ends, days, step, days in REMINDERS or days < REMINDERS[-1])
