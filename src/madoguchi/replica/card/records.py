"""Everything that a persona's card carries, as the bytes that stand in its files (docs/protocol/card.md#records)."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from madoguchi.replica.card import pictures
from madoguchi.replica.card.card import Signer
from madoguchi.replica.card.dates import Dates
from madoguchi.replica.card.personas import Persona
from madoguchi.replica.card.signing import SHA256_PREFIX
from madoguchi.replica.card.tlv import tabled, tlv


class Sources(msgspec.Struct, frozen=True):
    """What the records are made from. Moduli are 256 bytes; `signer` signs records for all cards."""

    persona: Persona
    dates: Dates
    token: str
    user: bytes
    user_ca: bytes
    sign: bytes | None
    sign_ca: bytes
    card_modulus: bytes
    record_modulus: bytes
    signer: Signer
    verifier: Signer
    """Signs the certificate of the records' signer."""


EXPONENT: Final = (65537).to_bytes(3)
PRESENT: Final = 0x8F
"""The mark in the third free file of JPKI for a certificate that is there."""
FILLER: Final = b"\xff"


def _sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def _signed(of: Sources, digested: bytes) -> bytes:
    return of.signer.pkcs1(SHA256_PREFIX + _sha256(digested))


def _public(modulus: bytes) -> bytes:
    return tlv(0x90, EXPONENT) + tlv(0x91, modulus)


def _birth(of: Sources) -> bytes:
    return f"{of.dates.born:%Y%m%d}".encode()


def _token(of: Sources) -> bytes:
    """A PKCS #11 token record of 160 bytes: label, maker, model and number; the rest is left empty."""
    texts = ((of.token, 32), ("MADOGUCHI PRACTICE", 32), ("PRACTICE", 16), (of.persona.serial, 16))
    return b"".join(text.encode().ljust(size) for text, size in texts).ljust(160, b"\0")


def _present(of: Sources) -> bytes:
    return bytes((PRESENT if of.sign else 0, PRESENT if of.user else 0, 0))


def _age(of: Sources) -> bytes:
    items = tlv(0xDF11, _birth(of)) + tlv(0xDF12, _public(of.card_modulus))
    return tlv(0xFF10, items + tlv(0xDF13, _signed(of, items)))


def _face(of: Sources) -> bytes:
    """What is printed. The signature is over three digests; the expiry and the code are outside it."""
    person = of.persona
    first = [tlv(0xDF22, _birth(of)), tlv(0xDF23, b"%d" % person.sex), tlv(0xDF24, _public(of.card_modulus))]
    lines = (pictures.drawn(person.name), pictures.drawn(person.address))
    second = [tlv(0xDF25 + at, pictures.png(line)) for at, line in enumerate(lines)]
    photo = tlv(0xDF27, pictures.photo(person.photo))
    signature = tlv(0xDF28, _signed(of, _sha256(*first) + _sha256(*second) + _sha256(photo)))
    expiry = tlv(0xDF29, f"{of.dates.card_ends:%Y%m%d}".encode())
    code = tlv(0xDF2A, pictures.png(pictures.drawn(person.code, pictures.CODE_IMAGE)))
    return tabled(0xFF20, 0xDF21, [*first, *second, photo, signature, expiry, code])


def _number_image(of: Sources) -> bytes:
    image = tlv(0xDF41, pictures.png(pictures.drawn(of.persona.number, pictures.NUMBER_IMAGE)))
    key = tlv(0xDF42, _public(of.card_modulus))
    return tlv(0xFF40, image + key + tlv(0xDF43, _signed(of, image + key)))


def _my_number(of: Sources) -> bytes:
    return tlv(0xFF10, of.persona.number.encode()) + FILLER * 2


def _items(of: Sources) -> list[bytes]:
    person = of.persona
    return [
        tlv(0xDF22, person.name.encode()),
        tlv(0xDF23, person.address.encode()),
        tlv(0xDF24, _birth(of)),
        tlv(0xDF25, b"%d" % person.sex),
    ]


def _four_items(of: Sources) -> bytes:
    return tabled(0xFF20, 0xDF21, _items(of))


def _hashes(of: Sources) -> bytes:
    both = tlv(0xDF31, _sha256(_my_number(of))) + tlv(0xDF32, _sha256(*_items(of)))
    return tlv(0xFF30, both + tlv(0xDF33, _signed(of, both)))


def _verifiable_certificate(of: Sources) -> bytes:
    """Who signs the records, vouched for by a key above it; neither is anybody's outside."""
    issuer, subject = b"PRACTICE ROOT 01", b"PRACTICE SIGN 01"
    body = tlv(0x5F4E, issuer + subject + _public(of.record_modulus))
    return tlv(0x7F21, body + tlv(0x5F37, of.verifier.pkcs1(SHA256_PREFIX + _sha256(body))))


def _basic(of: Sources) -> bytes:
    named = tlv(0xDF41, b"\x01\x00\x00\x01") + tlv(0xDF42, of.persona.municipality.encode().ljust(16, b"\0"))
    return tlv(0xFF40, named).ljust(256, FILLER)


def _public_key(of: Sources) -> bytes:
    key = _public(of.card_modulus)
    return key + of.signer.pkcs1(SHA256_PREFIX + _sha256(key))


def _card(of: Sources) -> bytes:
    """Number, municipality and expiry of the card itself: 28 signs behind a tag and their count."""
    text = f"{of.persona.serial}{of.persona.municipality}{of.dates.card_ends:%Y%m%d}".encode()
    return tlv(0x01, text)


HOLDS: Final[Mapping[str, Callable[[Sources], bytes]]] = {
    "age": _age,
    "card": _card,
    "card-key": _public_key,
    "card-number": lambda of: of.persona.serial.encode(),
    "expiry": lambda of: f"{of.dates.card_ends:%Y%m%d}".encode(),
    "face": _face,
    "face-basic": _basic,
    "filler": lambda _: FILLER * 16,
    "four-items": _four_items,
    "hashes": _hashes,
    "juki": lambda _: FILLER * 16,
    "municipality": lambda of: of.persona.municipality.encode(),
    "my-number": _my_number,
    "nothing": lambda _: b"",
    "number-image": _number_image,
    "present": _present,
    "session-key": _public_key,
    "sign-ca": lambda of: of.sign_ca,
    "sign-certificate": lambda of: of.sign or b"",
    "text-basic": _basic,
    "token": _token,
    "user-ca": lambda of: of.user_ca,
    "user-certificate": lambda of: of.user,
    "verifiable-certificate": _verifiable_certificate,
}
"""By the name that layout.toml gives a content."""
