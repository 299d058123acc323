"""What is kept of a passphrase: enough to know it again and to open what it seals, and nothing that shows it.

Argon2id with the second set of costs that RFC 9106 §4 recommends; what it gives is parted into one value to compare and one
key. One derivation runs at a time, so that many tries at once do not fill the memory.
"""

import hmac
import os
import threading
import unicodedata
from datetime import datetime
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.records.administrator import Administrator

SHORTEST: Final = 10
LONGEST: Final = 200
"""Length of a passphrase in characters; NIST SP 800-63B §3.1.1 asks for eight beside a second factor."""

MEMORY_KIB: Final = 64 * 1024
PASSES: Final = 3
LANES: Final = 4

_NONCE: Final = 12
_ABOUT: Final = b"madoguchi second factor 1"

_one_at_a_time = threading.Lock()


def trouble(passphrase: str, again: str) -> str:
    """Why a passphrase cannot be taken, as a message, or nothing."""
    if not SHORTEST <= len(passphrase) <= LONGEST:
        return "login-length"
    if holds_my_number(passphrase):
        return "field-my-number"
    return "login-not-same" if _plain(passphrase) != _plain(again) else ""


def keep(passphrase: str, secret: bytes, spare: str, at: datetime) -> Administrator:
    """What is kept of a passphrase and of the secret of the one-time codes.

    Args:
        passphrase: as it was typed.
        secret: of the one-time codes.
        spare: hash of the code for a lost telephone.
        at: the present moment.
    """
    salt, nonce = os.urandom(16), os.urandom(_NONCE)
    verifier, key = _derive(passphrase, salt, MEMORY_KIB, PASSES, LANES)
    second = nonce + AESGCM(key).encrypt(nonce, secret, _ABOUT)
    return Administrator(at, salt, MEMORY_KIB, PASSES, LANES, verifier, second, spare=spare)


def opened(kept: Administrator, passphrase: str) -> bytes | None:
    """The secret of the one-time codes where the passphrase is right, otherwise None. Slow on purpose."""
    verifier, key = _derive(passphrase[:LONGEST], kept.salt, kept.memory, kept.passes, kept.lanes)
    if not hmac.compare_digest(verifier, kept.verifier):
        return None
    try:
        return AESGCM(key).decrypt(kept.second[:_NONCE], kept.second[_NONCE:], _ABOUT)
    except InvalidTag:
        return None


def _plain(passphrase: str) -> str:
    """One form for the ways in which keyboards write the same signs: wide and narrow, composed or not."""
    return unicodedata.normalize("NFKC", passphrase)


def _derive(passphrase: str, salt: bytes, memory: int, passes: int, lanes: int) -> tuple[bytes, bytes]:
    with _one_at_a_time:
        slow = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
        root = slow.derive(_plain(passphrase).encode("utf-8", "surrogatepass"))
    return _part(root, b"verifier"), _part(root, b"second factor")


def _part(root: bytes, name: bytes) -> bytes:
    return HKDFExpand(SHA256(), 32, b"madoguchi administrator " + name).derive(root)
