"""The ledger's keys as they are kept: the newest wrapped by the passphrase, each older one sealed to the one after it."""

import hashlib
from datetime import datetime
from itertools import pairwise
from typing import Final

import msgspec
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from madoguchi.records.errors import LedgerRefused
from madoguchi.records.seal import About, PrivateKey, SealError, Wrapped, open_sealed, seal, unwrap
from madoguchi.records.tables import ledger, ledger_keys

SHORTEST: Final = 8
"""A passphrase has at least this many characters."""

PrivateKeys = dict[int, PrivateKey]
"""Private keys by their version."""


class KeyRow(msgspec.Struct, frozen=True):
    """One key as it is kept. `wrapped` stands in the newest only, `chained` in the others."""

    version: int
    public_key: bytes
    wrapped: bytes | None
    chained: bytes | None
    made_at: datetime
    destroyed_at: datetime | None


_KEYS = sa.select(ledger_keys).order_by(ledger_keys.c.version.desc())
_NEWEST = _KEYS.limit(1)


def require_strong(passphrase: str) -> None:
    """Refuse a passphrase that is too short.

    Raises:
        LedgerRefused: `weak-passphrase`.
    """
    if len(passphrase.strip()) < SHORTEST:
        raise LedgerRefused("weak-passphrase")


def fingerprint(version: int, public_key: bytes) -> str:
    """A key as the audit log names it: its version and the beginning of the hash of its public half."""
    return f"key-{version}-{hashlib.sha256(public_key).hexdigest()[:16]}"


def newest(connection: sa.Connection) -> KeyRow | None:
    """The key that entries are sealed with now; None where there is no ledger, or none any more."""
    found = connection.execute(_NEWEST).mappings().first()
    return None if found is None or found["destroyed_at"] is not None else KeyRow(**found)


def living(connection: sa.Connection) -> list[KeyRow]:
    """Every key that was not destroyed, the newest first."""
    return [KeyRow(**row) for row in connection.execute(_KEYS).mappings() if row["destroyed_at"] is None]


def add(connection: sa.Connection, public_key: bytes, wrapped: Wrapped, at: datetime) -> int:
    """Keep a new key; its version.

    Raises:
        LedgerRefused: `ledger-exists`.
    """
    if newest(connection) is not None:
        raise LedgerRefused("ledger-exists")
    return _insert(connection, public_key, wrapped, at)


def follow(connection: sa.Connection, older: PrivateKeys, public_key: bytes, wrapped: Wrapped, at: datetime) -> int:
    """Keep a new key to write with from now on, and seal the one before it to it; the new version.

    Raises:
        LedgerRefused: `ledger-locked` where the newest key is not among those that are open.
    """
    before = newest(connection)
    if before is None or before.version not in older:
        raise LedgerRefused("ledger-locked")
    version = _insert(connection, public_key, wrapped, at)
    chained = seal(public_key, older[before.version].private_bytes_raw(), _link(before.version, version))
    # The old passphrase opens nothing from here on: what it opened is gone from the file.
    connection.execute(
        sa.update(ledger_keys).where(ledger_keys.c.version == before.version).values(wrapped=None, chained=chained)
    )
    return version


def _insert(connection: sa.Connection, public_key: bytes, wrapped: Wrapped, at: datetime) -> int:
    version = 1 + (connection.execute(sa.select(sa.func.max(ledger_keys.c.version))).scalar() or 0)
    row = {"version": version, "public_key": public_key, "wrapped": wrapped.encoded(), "made_at": at}
    connection.execute(sa.insert(ledger_keys), row)
    return version


def opened(keys: list[KeyRow], passphrase: str) -> PrivateKeys:
    """Every private key that the passphrase leads to; slow on purpose.

    Raises:
        LedgerRefused: the passphrase is wrong, or the newest key was exchanged.
    """
    first = keys[0]
    try:
        private = unwrap(Wrapped.decoded(first.wrapped or b""), passphrase)
    except SealError:
        raise LedgerRefused("wrong-passphrase") from None
    if private.public_key().public_bytes_raw() != first.public_key:
        raise LedgerRefused("ledger-changed")
    found = {first.version: private}
    for newer, key in pairwise(keys):
        try:
            raw = open_sealed(private, key.chained or b"", _link(key.version, newer.version))
        except SealError:
            break  # this key and those before it are gone; entries sealed with them are found unreadable
        private = found[key.version] = X25519PrivateKey.from_private_bytes(raw)
    return found


def destroy(connection: sa.Connection, at: datetime) -> int:
    """Overwrite every private key and every sealed entry; how many entries became unreadable for ever."""
    for column in (ledger_keys.c.wrapped, ledger_keys.c.chained):
        # Zeros of the same length first: they fall into the place of what stood there.
        zeros = sa.func.zeroblob(sa.func.length(column))
        connection.execute(sa.update(ledger_keys).where(column.is_not(None)).values({column: zeros}))
    connection.execute(
        sa.update(ledger_keys).where(ledger_keys.c.destroyed_at.is_(None)).values(wrapped=None, chained=None, destroyed_at=at)
    )
    return connection.execute(sa.update(ledger).where(ledger.c.sealed != b"").values(sealed=b"", delete_after=None)).rowcount


def _link(version: int, newer: int) -> About:
    return About("ledger_keys", "chained", str(version), newer)
