"""Seals what must stay secret: written with a public key, read with a private key that a passphrase wraps. No I/O.

A sealed value is `01 · ephemeral public key 32 · sealed data key 48 · nonce 12 · AES-256-GCM ciphertext and tag`. The data key
is fresh for each value; the key that seals it comes from X25519 (RFC 7748) by HKDF-SHA256 (RFC 5869) over both public keys.
"""

import secrets
import unicodedata
from functools import lru_cache
from typing import Final, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PrivateKey = X25519PrivateKey
"""Opens what was sealed to its public key."""

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
SALT_BYTES: Final = 16

_FORMAT: Final = b"\x01"
_PURPOSE: Final = b"madoguchi sealed value 1"
_ONCE: Final = bytes(NONCE_BYTES)
"""The nonce under a key that is used exactly once."""

_HEAD: Final = len(_FORMAT) + KEY_BYTES + KEY_BYTES + TAG_BYTES + NONCE_BYTES


class SealError(ValueError):
    """It cannot be opened: changed, moved, of another key, or the passphrase is not the right one. Says nothing else."""

    def __init__(self) -> None:
        """Carry nothing: what was sealed may be somebody's data."""
        super().__init__("sealed")


class About(msgspec.Struct, frozen=True, array_like=True):
    """Where a sealed value belongs. It opens nowhere else."""

    table: str
    column: str
    row: str
    key_version: int


class Costs(msgspec.Struct, frozen=True, array_like=True):
    """How much work one try of a passphrase is (Argon2id, RFC 9106): passes, parallel lanes, KiB of memory."""

    passes: int = 3
    lanes: int = 4
    memory: int = 64 * 1024


COSTS: Final = Costs()
"""The second recommendation of RFC 9106 §4."""

_MOST: Final = Costs(64, 64, 1024 * 1024)
"""Costs above these are taken for damage: nobody's desk is made to work for an hour by a changed file."""


class Wrapped(msgspec.Struct, frozen=True, array_like=True):
    """A secret that a passphrase opens."""

    costs: Costs
    salt: bytes
    nonce: bytes
    ciphertext: bytes
    format: Literal[1] = 1

    def encoded(self) -> bytes:
        """As one value for a column or a file."""
        return msgspec.msgpack.encode(self)

    @classmethod
    def decoded(cls, data: bytes) -> "Wrapped":
        """What `encoded` gave.

        Raises:
            SealError: it is something else.
        """
        try:
            return msgspec.msgpack.decode(data, type=cls)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise SealError from None


def new_ledger_key(passphrase: str, costs: Costs = COSTS) -> tuple[bytes, Wrapped]:
    """A new pair: the public key, to write with, and the private key as the passphrase wraps it."""
    private = X25519PrivateKey.generate()
    return private.public_key().public_bytes_raw(), wrap(private, passphrase, costs)


def wrap(private: PrivateKey, passphrase: str, costs: Costs = COSTS) -> Wrapped:
    """A private key that this passphrase opens."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(passphrase_key(passphrase, salt, costs))
    return Wrapped(costs, salt, nonce, cipher.encrypt(nonce, private.private_bytes_raw(), _wrapped_with(costs, salt)))


def unwrap(wrapped: Wrapped, passphrase: str) -> PrivateKey:
    """The private key. Slow on purpose.

    Raises:
        SealError: another passphrase, or something was changed.
    """
    try:
        cipher = AESGCM(passphrase_key(passphrase, wrapped.salt, wrapped.costs))
        raw = cipher.decrypt(wrapped.nonce, wrapped.ciphertext, _wrapped_with(wrapped.costs, wrapped.salt))
        return X25519PrivateKey.from_private_bytes(raw)
    except (InvalidTag, ValueError):
        raise SealError from None


def rewrap(wrapped: Wrapped, passphrase: str, new_passphrase: str, costs: Costs = COSTS) -> Wrapped:
    """The same private key under a new passphrase.

    Raises:
        SealError: the old passphrase is not the right one.
    """
    return wrap(unwrap(wrapped, passphrase), new_passphrase, costs)


def passphrase_key(passphrase: str, salt: bytes, costs: Costs) -> bytes:
    """A key of 32 bytes from a passphrase; full-width and half-width letters are the same passphrase.

    Raises:
        SealError: costs nobody would have chosen.
    """
    if costs.passes > _MOST.passes or costs.lanes > _MOST.lanes or costs.memory > _MOST.memory:
        raise SealError
    try:
        slow = Argon2id(salt=salt, length=KEY_BYTES, iterations=costs.passes, lanes=costs.lanes, memory_cost=costs.memory)
        return slow.derive(unicodedata.normalize("NFKC", passphrase).encode())
    except ValueError:
        raise SealError from None


class Sender(msgspec.Struct, frozen=True):
    """One half of sealing one value, which needs nothing of it: whom it is for, the ephemeral public key, the key it gives."""

    public_key: bytes
    sender: bytes
    key: bytes


def sender_for(public_key: bytes) -> Sender:
    """What seals one value to a public key. Never to be used for two."""
    ephemeral = X25519PrivateKey.generate()
    shared = ephemeral.exchange(_read_public(public_key))
    sender = ephemeral.public_key().public_bytes_raw()
    return Sender(public_key, sender, _sealing_key(shared, sender, public_key))


def seal(public_key: bytes, plaintext: bytes, about: About, ready: Sender | None = None) -> bytes:
    """A value that only the private key of `public_key` opens, and only in the place it is about.

    Args:
        public_key: whose private key opens it.
        plaintext: the value.
        about: its place.
        ready: what was made ready for one value, if it was.
    """
    once = ready if ready is not None and ready.public_key == public_key else sender_for(public_key)
    place = msgspec.msgpack.encode(about)
    data_key, nonce = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(NONCE_BYTES)
    sealed_key = AESGCM(once.key).encrypt(_ONCE, data_key, place)
    return b"".join((_FORMAT, once.sender, sealed_key, nonce, AESGCM(data_key).encrypt(nonce, plaintext, place)))


def open_sealed(private_key: PrivateKey, sealed: bytes, about: About) -> bytes:
    """What was sealed.

    Raises:
        SealError: a bit was changed, it stands in another place, or it was sealed to another key.
    """
    if len(sealed) < _HEAD + TAG_BYTES or sealed[:1] != _FORMAT:
        raise SealError
    sender, sealed_key = sealed[1:33], sealed[33:81]
    place = msgspec.msgpack.encode(about)
    try:
        shared = private_key.exchange(X25519PublicKey.from_public_bytes(sender))
        opener = AESGCM(_sealing_key(shared, sender, private_key.public_key().public_bytes_raw()))
        data_key = opener.decrypt(_ONCE, sealed_key, place)
        return AESGCM(data_key).decrypt(sealed[81:_HEAD], sealed[_HEAD:], place)
    except (InvalidTag, ValueError):
        raise SealError from None


@lru_cache(maxsize=8)
def _read_public(public_key: bytes) -> X25519PublicKey:
    """A public key ready for use; the same one seals many values."""
    return X25519PublicKey.from_public_bytes(public_key)


def _sealing_key(shared: bytes, sender: bytes, receiver: bytes) -> bytes:
    # Both public keys go in: X25519 passes over one bit of its input, and a changed bit must not pass.
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=sender + receiver, info=_PURPOSE).derive(shared)


def _wrapped_with(costs: Costs, salt: bytes) -> bytes:
    return b"madoguchi wrapped key 1" + msgspec.msgpack.encode((costs, salt))
