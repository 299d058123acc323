"""Asks a time server of the house how far this computer's clock is off (SNTP: RFC 4330, RFC 5905 §14)."""

import secrets
import socket
import struct
from datetime import UTC, datetime, timedelta
from typing import Final

from madoguchi.base.clock import Clock

PORT: Final = 123
SECONDS: Final = 2.0
"""How long one answer is waited for."""

_LENGTH: Final = 48
_EPOCH: Final = datetime(1900, 1, 1, tzinfo=UTC)
_ERA: Final = 1 << 32
_CLIENT: Final = 0x23
"""Version 4, mode 3: a client's question."""

_SERVER: Final = 4


class NoTime(Exception):  # noqa: N818 - an answer of its own, not a failure of ours
    """The server gave no time: `silent`, or `garbage` where what it sent cannot be an answer."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def offset(name: str, port: int, clock: Clock) -> timedelta:
    """How far the server's clock is ahead of ours (negative: ours is ahead).

    Raises:
        NoTime: nothing came, or nothing that answers our question.
    """
    # RFC 4330 §3 lets a client send any number as its time: ours is random, so that only an answer to it is believed.
    cookie = secrets.token_bytes(8)
    question = bytes([_CLIENT]) + bytes(39) + cookie
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(name, port, type=socket.SOCK_DGRAM)[0]
        with socket.socket(family, kind, protocol) as line:
            line.settimeout(SECONDS)
            line.connect(address)
            sent = clock()
            line.send(question)
            answer = line.recv(512)
            came = clock()
    except (OSError, UnicodeError) as error:
        raise NoTime("silent") from error
    received, transmitted = read(answer, cookie, came)
    return ((received - sent) + (transmitted - came)) / 2


def read(answer: bytes, cookie: bytes, near: datetime) -> tuple[datetime, datetime]:
    """The moments at which the server received and answered.

    Args:
        answer: the datagram.
        cookie: what our question carried as its time.
        near: our own time, which decides the era of the server's 32-bit seconds.

    Raises:
        NoTime: it is no answer of a server that knows the time.
    """
    if len(answer) < _LENGTH:
        raise NoTime("garbage")
    leap, version, mode, stratum = answer[0] >> 6, answer[0] >> 3 & 7, answer[0] & 7, answer[1]
    if mode != _SERVER or version not in (3, 4) or leap == 3 or not 1 <= stratum <= 15 or answer[24:32] != cookie:
        raise NoTime("garbage")
    received, transmitted = (_moment(answer[at : at + 8], near) for at in (32, 40))
    if transmitted is None or received is None or transmitted < received:
        raise NoTime("garbage")
    return received, transmitted


def _moment(stamp: bytes, near: datetime) -> datetime | None:
    seconds, fraction = struct.unpack("!II", stamp)
    if not seconds:
        return None
    era = round(((near - _EPOCH).total_seconds() - seconds) / _ERA)
    return _EPOCH + timedelta(seconds=seconds + era * _ERA, microseconds=fraction * 1_000_000 // _ERA)
