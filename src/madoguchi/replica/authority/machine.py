"""What the authorities decide about an institution's certificates: when the next one may be issued, and how it is named."""

from datetime import datetime, timedelta
from typing import Final, Literal

import msgspec

from madoguchi.replica.authority.institutions import Issued
from madoguchi.replica.authority.settings import FIRST, MONTHS

EARLIEST: Final = timedelta(days=90)
"""A certificate may be renewed from so many days before its end (docs/protocol/certificates.md)."""


class Renew(msgspec.Struct, frozen=True):
    """The institution asks for its next certificate."""

    at: datetime


class Revoke(msgspec.Struct, frozen=True):
    """The institution's certificate is to be revoked."""

    label: str
    at: datetime


class Keep(msgspec.Struct, frozen=True):
    """A certificate is to be written down as it is now."""

    issued: Issued


class Refuse(msgspec.Struct, frozen=True):
    """Nothing is done, and why."""

    why: Literal["too-early", "unknown"]


def step(issued: tuple[Issued, ...], event: Renew | Revoke) -> Keep | Refuse:
    """What to do about a wish.

    Args:
        issued: every certificate the institution ever had, the newest last.
        event: the wish.
    """
    if isinstance(event, Revoke):
        found = next((one for one in issued if one.label == event.label), None)
        if found is None:
            return Refuse("unknown")
        return Keep(found if found.revoked else msgspec.structs.replace(found, revoked=event.at))
    newest = issued[-1]
    if newest.revoked is None and event.at < newest.ends - EARLIEST:
        return Refuse("too-early")
    return Keep(Issued(f"{FIRST}-{len(issued)}", event.at, lasts_until(event.at)))


def lasts_until(begins: datetime) -> datetime:
    """When a certificate ends that begins now: three years and three months later, on the last day there is."""
    months = begins.year * 12 + begins.month - 1 + MONTHS
    year, month = divmod(months, 12)
    first = begins.replace(year=year, month=month + 1, day=1)
    longest = ((first + timedelta(days=31)).replace(day=1) - first).days
    return first.replace(day=min(begins.day, longest))
