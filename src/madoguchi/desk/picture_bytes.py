"""Tells a picture by its first bytes, and takes out everything that says where, when and with what it was taken."""

import struct
from collections.abc import Iterator
from typing import Final, Literal

Kind = Literal["jpeg", "png", "webp"]

MEDIA_TYPES: Final[dict[Kind, str]] = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs"})
_WEBP_DROPPED: Final = frozenset({b"EXIF", b"XMP "})
_ORIENTATION: Final = 0x0112
"""The one EXIF tag that is kept (Exif 2.32 §4.6.4): without it pictures taken upright would lie on their side."""


class PictureRefused(ValueError):  # noqa: N818 - it is said as a refusal, not as an error
    """The bytes are no picture we take, or are cut off."""


def kind_of(data: bytes) -> Kind | None:
    """JPEG, PNG or WebP by the first bytes; the name of a file says nothing."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(_PNG):
        return "png"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def cleaned(data: bytes) -> tuple[Kind, bytes]:
    """The same picture without place, time, camera, comments, previews, and anything behind its end.

    Raises:
        PictureRefused: no JPEG, PNG or WebP, or not whole.
    """
    kind = kind_of(data)
    if kind is None:
        raise PictureRefused
    pieces = {"jpeg": _jpeg, "png": _png, "webp": _webp}[kind]
    try:
        return kind, b"".join(pieces(data))
    except (struct.error, IndexError) as error:
        raise PictureRefused from error


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Segments of ISO/IEC 10918-1 Annex B. Kept of the APPn: JFIF (0), colour profile (2), Adobe's colour transform (14)."""
    yield data[:2]
    place = 2
    while True:
        if data[place] != 0xFF:
            raise PictureRefused
        marker = data[place + 1]
        if marker == 0xFF:  # a fill byte
            place += 1
            continue
        if marker == 0xD9:
            yield b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, place + 2)
        end = place + 2 + length
        body = data[place + 4 : end]
        if length < 2 or end > len(data):
            raise PictureRefused
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            yield from _upright(body[6:])
        elif not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in (0xE0, 0xEE) or body.startswith(b"ICC_PROFILE"):
            yield data[place:end]
        place = end
        if marker == 0xDA:
            place = _end_of_scan(data, end)
            yield data[end:place]


def _end_of_scan(data: bytes, place: int) -> int:
    """Where the next marker stands after compressed data; stuffed zeros and restart markers belong to the data."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            raise PictureRefused
        if data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2


def _upright(tiff: bytes) -> Iterator[bytes]:
    """A new EXIF segment that holds the orientation and nothing else; none where it is unknown or plain."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return
    try:
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, first)
        entries = (struct.unpack_from(order + "HHIHH", tiff, first + 2 + 12 * number) for number in range(count))
        turn = next((value for tag, _type, _count, value, _rest in entries if tag == _ORIENTATION), 1)
    except struct.error:
        return
    if 2 <= turn <= 8:
        body = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
        yield b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    place = len(_PNG)
    while True:
        length, name = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if end > len(data):
            raise PictureRefused
        if name in _PNG_KEPT:
            yield data[place:end]
        place = end
        if name == b"IEND":
            return


def _webp(data: bytes) -> Iterator[bytes]:
    pieces: list[bytes] = []
    place, end = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    if end > len(data):
        raise PictureRefused
    while place < end:
        name, length = struct.unpack_from("<4sI", data, place)
        after = place + 8 + length + length % 2
        if after > end:
            raise PictureRefused
        piece = data[place:after]
        if name == b"VP8X":
            # Bits 3 and 2 announce EXIF and XMP (RFC 9649 §2.7).
            piece = piece[:8] + bytes([piece[8] & ~0x0C & 0xFF]) + piece[9:]
        if name not in _WEBP_DROPPED:
            pieces.append(piece)
        place = after
    body = b"WEBP" + b"".join(pieces)
    yield b"RIFF" + struct.pack("<I", len(body)) + body
