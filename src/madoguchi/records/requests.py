"""Tells a request that comes again from another one under the same key, keeping nothing that says what was asked.

The mark is an HMAC under a key that stands beside the database, over the request's own key too, which is nowhere kept: whoever
holds the files and guesses at what was written cannot ask the mark whether the guess is right.
"""

import hashlib
import hmac
from typing import Final

import msgspec

PURPOSE: Final = b"madoguchi request 1\n"
"""Sets these marks apart from everything else that is made with the key."""

_WHICH: Final = 8
"""Digits that name the key a mark was made with: marks of two keys cannot be compared."""

_MARK: Final = 48


def mark(secret: bytes, *told: object) -> str:
    """The mark of a request.

    Args:
        secret: the key beside the database.
        told: the request's key, and all that it asks.
    """
    which = hashlib.sha256(PURPOSE + secret).hexdigest()[:_WHICH]
    return which + hmac.digest(secret, PURPOSE + msgspec.json.encode(told), hashlib.sha256).hex()[:_MARK]


def same(before: str | None, now: str | None) -> bool:
    """Whether both marks are of one request, as far as they can be compared."""
    if before is None or now is None or before[:_WHICH] != now[:_WHICH]:
        return True
    return hmac.compare_digest(before, now)
