"""Short secrets that people carry by hand: one-time codes, the spare code, pairing codes, and how each is compared."""

import base64
import hashlib
import hmac
import secrets
import unicodedata
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

SECONDS: Final = 30
DIGITS: Final = 6
"""What every authenticator understands: RFC 6238 with SHA-1, which is what they all assume."""

DRIFT: Final = 1
"""Codes of the time step before and after are taken, too: a telephone's clock is not ours (RFC 6238 §5.2)."""

SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and capitals that nobody mistakes for each other on paper."""

PAIRING_LENGTH: Final = 8
SPARE_LENGTH: Final = 20
GROUP: Final = 4

ISSUER: Final = "Madoguchi"


def new_secret() -> bytes:
    """A secret for one-time codes, as long as RFC 4226 §4 recommends."""
    return secrets.token_bytes(20)


def new_code(length: int) -> str:
    """A code of chance that can be read out."""
    return "".join(secrets.choice(SIGNS) for _ in range(length))


def new_token() -> str:
    """A secret that only a browser keeps."""
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """What is kept of a secret of chance; such a secret needs no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def tidied(typed: str) -> str:
    """A code as it was made, however it was typed: wide signs, small letters, blanks and dashes."""
    plain = unicodedata.normalize("NFKC", typed[:100]).upper()
    return "".join(one for one in plain if one.isalnum())


def grouped(code: str) -> str:
    """A code in groups of four, as people copy it."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def step_of(secret: bytes, typed: str, at: datetime) -> int | None:
    """The time step whose one-time code was typed, or None.

    Args:
        secret: of the one-time codes.
        typed: what somebody typed.
        at: the present moment.
    """
    totp, code = _totp(secret), tidied(typed).encode()
    now = int(at.timestamp()) // SECONDS
    steps = range(now - DRIFT, now + DRIFT + 1)
    fitting = [step for step in steps if hmac.compare_digest(totp.generate(step * SECONDS), code)]
    return fitting[-1] if fitting else None


def enrolment_address(secret: bytes, account: str) -> str:
    """What an authenticator reads from the square."""
    return _totp(secret).get_provisioning_uri(account, ISSUER)


def written(secret: bytes) -> str:
    """The secret as it is typed where no camera is."""
    return grouped(base64.b32encode(secret).decode())


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), SECONDS)  # noqa: S303 - see DIGITS
