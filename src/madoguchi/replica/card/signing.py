"""What a card does with its private keys, and the challenges it makes (docs/protocol/card.md#signing)."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.hashes import SHA256
from msgspec.structs import replace

from madoguchi.replica.card.card import Card, Key, Refusal, Signer, TerminalKey, need_open, pick
from madoguchi.replica.card.keys import EXPONENT
from madoguchi.wire.card.apdu import SHORT_ANSWER, Command
from madoguchi.wire.card.status import StatusWord

SHA256_PREFIX: Final = bytes.fromhex("3031300D060960864801650304020105000420")
"""What stands before a SHA-256 digest in a DigestInfo (RFC 8017 §9.2)."""

VERBATIM: Final = 0x00
_DONE: Final = StatusWord.DONE.to_bytes(2)
_PADDING: Final = 11
"""Bytes that PKCS #1 v1.5 needs besides the data."""
_NAMED: Final = 0x80
_NEVER: Final = 0x60


class _Way(msgspec.Struct, frozen=True):
    """What a way makes of data, and what data it takes: of one size, with a beginning."""

    make: Callable[[Signer, bytes], bytes]
    exactly: int | None = None
    begins: bytes = b""


def _verbatim(signer: Signer, data: bytes) -> bytes:
    return signer.pkcs1(data)


def _digest(signer: Signer, data: bytes) -> bytes:
    return signer.pkcs1(SHA256_PREFIX + data)


def _hashed(signer: Signer, data: bytes) -> bytes:
    return _digest(signer, hashlib.sha256(data).digest())


def _pss(signer: Signer, data: bytes) -> bytes:
    return signer.pss(data)


def _pss_hashed(signer: Signer, data: bytes) -> bytes:
    return signer.pss(hashlib.sha256(data).digest())


WAYS: Final[Mapping[int, _Way]] = {
    VERBATIM: _Way(_verbatim),
    0x01: _Way(_digest, exactly=32),
    0x02: _Way(_verbatim, exactly=51, begins=SHA256_PREFIX),
    0x03: _Way(_hashed),
    0x04: _Way(_pss, exactly=32),
    0x05: _Way(_pss_hashed),
}
"""By P1: data as they stand, a bare digest, a DigestInfo, data the card hashes; the last two again with PSS padding."""


def sign(card: Card, command: Command) -> tuple[Card, bytes]:
    """A signature by the application's own key at P2 = 00, else by the current key or the one a short name means."""
    if command.p2 == 0:
        own = card.application.own
        if own is None:
            raise Refusal(StatusWord.WRONG_PARAMETERS)
        return card, _made(own, command, command.p1)
    key = _key(card, command)
    if key.answers:
        raise Refusal(StatusWord.WRONG_KIND_OF_FILE)
    need_open(card, key.opens)
    return card, _made(key.signer, command, command.p1)


def answer_challenge(card: Card, command: Command) -> tuple[Card, bytes]:
    """INTERNAL AUTHENTICATE: a signature over what the other side made up. One key of the card answers."""
    if command.p1:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    key = _key(card, command)
    if not key.answers:
        raise Refusal(StatusWord.WRONG_KIND_OF_FILE)
    return card, _made(key.signer, command, VERBATIM)


def make_challenge(card: Card, command: Command) -> tuple[Card, bytes]:
    """GET CHALLENGE: bytes nobody can foresee who does not know the seed."""
    if command.p1 or command.p2:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    if command.data or not 1 <= (command.le or 0) <= SHORT_ANSWER:
        raise Refusal(StatusWord.WRONG_LENGTH)
    made = hashlib.shake_256(card.issued.seed + card.challenges.to_bytes(8)).digest(command.le or 0)
    return replace(card, challenges=card.challenges + 1), made + _DONE


def check_terminal(card: Card, command: Command) -> tuple[Card, bytes]:
    """A permission to use the card without its PIN. What is shown outside has no public form: ours stands in for it.

    A card that was given no key to believe a permission by believes none (permitting.py).
    """
    file = card.file
    if not isinstance(file, TerminalKey):
        raise Refusal(StatusWord.CONDITIONS_NOT_MET)
    if command.p1 or command.p2:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    try:
        RSAPublicNumbers(EXPONENT, file.modulus).public_key().verify(command.data, file.covers, PKCS1v15(), SHA256())
    except InvalidSignature:
        raise Refusal(StatusWord.WRONG_WITHOUT_LIMIT) from None
    return replace(card, verified=card.verified | {file.id}), _DONE


def _key(card: Card, command: Command) -> Key:
    if not command.p2 & _NAMED or command.p2 & _NEVER:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    key = pick(card, command.p2 & 0x1F)
    if not isinstance(key, Key):
        raise Refusal(StatusWord.WRONG_KIND_OF_FILE)
    return key


def _made(signer: Signer, command: Command, p1: int) -> bytes:
    way, data = WAYS.get(p1), command.data
    if way is None:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    if not data or way.exactly not in (None, len(data)) or (command.le or 0) < signer.size:
        raise Refusal(StatusWord.WRONG_LENGTH)
    if not data.startswith(way.begins) or (p1 == VERBATIM and len(data) > signer.size - _PADDING):
        raise Refusal(StatusWord.CONDITIONS_NOT_MET)
    return way.make(signer, data) + _DONE
