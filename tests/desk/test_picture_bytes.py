import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.desk.picture_bytes import PictureRefused, cleaned, kind_of

PLACE = b"35.6586N 139.7454E"


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(orientation: int) -> bytes:
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0) + PLACE


def jpeg(orientation: int = 1) -> bytes:
    return b"".join(
        [
            b"\xff\xd8",
            segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
            segment(0xE1, exif(orientation)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE),
            segment(0xE2, b"ICC_PROFILE\0" + b"colours"),
            segment(0xE2, b"MPF\0" + PLACE),
            segment(0xED, b"Photoshop 3.0\0" + PLACE),
            segment(0xFE, PLACE),
            segment(0xDB, bytes(65)),
            segment(0xDA, b"\1\1\0\0\x3f\0") + b"scan\xff\0one\xff\xd0more",
            segment(0xDA, b"\1\1\0\0\x3f\0") + b"scan two",
            b"\xff\xd9",
            b"a film behind the picture " + PLACE,
        ]
    )


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png() -> bytes:
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
            chunk(b"eXIf", exif(1)[6:]),
            chunk(b"tEXt", b"Location\0" + PLACE),
            chunk(b"IDAT", zlib.compress(b"\0\0")),
            chunk(b"IEND", b""),
            PLACE,
        ]
    )


def webp() -> bytes:
    def piece(name: bytes, body: bytes) -> bytes:
        return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)

    pieces = piece(b"VP8X", bytes([0x0C | 0x10]) + bytes(9)) + piece(b"VP8 ", b"picture") + piece(b"EXIF", PLACE)
    pieces += piece(b"XMP ", PLACE + b".")
    return b"RIFF" + struct.pack("<I", len(pieces) + 4) + b"WEBP" + pieces


PICTURES = {"jpeg": jpeg(), "png": png(), "webp": webp()}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_known_by_its_first_bytes(kind: str) -> None:
    assert kind_of(PICTURES[kind]) == kind


@pytest.mark.parametrize("kind", PICTURES)
def test_nothing_says_where_it_was_taken(kind: str) -> None:
    assert PLACE in PICTURES[kind]

    found, picture = cleaned(PICTURES[kind])
    assert (found, kind_of(picture)) == (kind, kind)
    assert PLACE not in picture


@pytest.mark.parametrize("kind", PICTURES)
def test_a_clean_picture_stays_as_it_is(kind: str) -> None:
    _kind, once = cleaned(PICTURES[kind])

    assert cleaned(once) == (kind, once)


def test_the_picture_itself_its_colours_and_every_scan_stay() -> None:
    _kind, picture = cleaned(jpeg())

    assert all(part in picture for part in (b"JFIF", b"colours", b"scan\xff\0one\xff\xd0more", b"scan two"))
    assert picture.endswith(b"\xff\xd9")


@pytest.mark.parametrize("turn", range(2, 9))
def test_a_picture_taken_upright_stays_upright(turn: int) -> None:
    _kind, picture = cleaned(jpeg(turn))

    body = picture[picture.index(b"Exif\0\0") + 6 :]
    assert struct.unpack_from(">HHIH", body, 10) == (0x0112, 3, 1, turn)


def test_a_picture_that_is_plain_needs_no_mark() -> None:
    assert b"Exif" not in cleaned(jpeg(1))[1]


def test_a_webp_no_longer_announces_what_was_taken_out() -> None:
    _kind, picture = cleaned(webp())

    assert picture[20] == 0x10
    assert struct.unpack_from("<I", picture, 4)[0] == len(picture) - 8


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP" * 0 + b"PK\3\4"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureRefused):
        cleaned(data)


@pytest.mark.parametrize("kind", PICTURES)
def test_half_a_picture_is_refused(kind: str) -> None:
    whole = cleaned(PICTURES[kind])[1]

    for length in range(len(whole)):
        with pytest.raises(PictureRefused):
            cleaned(whole[:length])


@given(st.sampled_from(sorted(PICTURES)), st.data())
def test_damaged_bytes_are_refused_or_cleaned_and_nothing_else(kind: str, data: st.DataObject) -> None:
    picture = bytearray(PICTURES[kind])
    for place in data.draw(st.lists(st.integers(0, len(picture) - 1), min_size=1, max_size=4)):
        picture[place] = data.draw(st.integers(0, 255))

    try:
        cleaned(bytes(picture))
    except PictureRefused:
        return
    assert kind_of(bytes(picture)) is not None
