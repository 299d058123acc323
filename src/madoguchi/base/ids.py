"""Names for things that come into being at the desk."""

import secrets
from datetime import datetime

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_OF_BYTE = bytes(ord(_ALPHABET[byte & 31]) for byte in range(256))


def new_id(at: datetime) -> str:
    """A fresh identifier that sorts by time: 10 characters of milliseconds, 10 of chance, lower-case base 32.

    Args:
        at: the moment the thing came into being.
    """
    milliseconds = int(at.timestamp() * 1000)
    stamp = "".join([_ALPHABET[milliseconds >> shift & 31] for shift in range(45, -1, -5)])
    return stamp + secrets.token_bytes(10).translate(_OF_BYTE).decode()
