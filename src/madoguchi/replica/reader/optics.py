"""What the reader's two cameras see, drawn for practice, and what can be read in it (docs/protocol/replica-reader.md#pictures).

Without an engine that reads print and faces, markers stand in: a strip under the print of a card, a square beside a face. What
spoils a picture spoils them as it would spoil print and face, so nothing is decided by a switch.
"""

from binascii import crc_hqx
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageStat, UnidentifiedImageError

from madoguchi.replica.card.pictures import PHOTO, drawn, portrait
from madoguchi.replica.reader.settings import DARKEST, FLATTEST, WHITEST
from madoguchi.replica.reader.trouble import Trouble

CARD: Final = (480, 302)
"""A card's face in pixels; its sides are those of ISO/IEC 7810 ID-1."""

STRIP_AT: Final = (40, 258)
CELL: Final = (5, 26)
BEGINS: Final = "1010"
ENDS: Final = "0101"
DIGITS: Final = 14
BLACK: Final = 96
WHITE: Final = 160
"""Brightness below and above which a cell of a marker is believed; in between it is doubtful."""

PLACES: Final = 3
MIDDLE: Final = 1
SCENE: Final = (PHOTO[0] * PLACES, PHOTO[1])
"""What the camera sees: three places side by side; the frame is around the middle one."""

SQUARE: Final = ("1111", "1001", "1011", "1111")
DOT: Final = 6
HEAD: Final = (36, 20, 156, 176)
"""Where the head is on a photo, left, upper, right, lower."""

SAME: Final = 9.0
"""Mean difference of brightness up to which two heads are taken for one. Twice what the photo loses in the chip's coding."""

LARGEST_PICTURE: Final = 8_000_000


class NotAPictureError(ValueError):
    """The bytes are no picture, or too many."""


def face_of_card(name: str, digits: str, photo: int) -> Image.Image:
    """The face of a card as the inner camera sees it when all is well."""
    image = Image.new("L", CARD, 245)
    image.paste(portrait(photo).resize((116, 145)), (340, 60))
    lines = (name, f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}", digits[6:10], digits[10:])
    for row, text in enumerate(lines):
        line = drawn(text).convert("L")
        image.paste(line.resize((line.width * 2, line.height * 2)), (24, 40 + 44 * row))
    mark = drawn("練習").convert("L")
    image.paste(mark.resize((mark.width * 3, mark.height * 3)), (230, 200))
    draw = ImageDraw.Draw(image)
    for bit, box in zip(_bits(digits), _cells(), strict=True):
        draw.rectangle(box, fill=20 if bit == "1" else 245)
    return image


def read_digits(image: Image.Image) -> str:
    """The fourteen digits of 照合番号B on a card's face.

    Raises:
        Trouble: they cannot be read without doubt.
    """
    seen = "".join(_bit(image, box) for box in _cells())
    if "?" in seen or not (seen.startswith(BEGINS) and seen.endswith(ENDS)):
        raise Trouble("face-unreadable")
    body = seen[len(BEGINS) : -len(ENDS)]
    digits = "".join(str(int(body[at : at + 4], 2)) for at in range(0, 4 * DIGITS, 4))
    if len(digits) != DIGITS or crc_hqx(digits.encode(), 0) != int(body[4 * DIGITS :], 2):
        raise Trouble("face-unreadable")
    return digits


def _bits(digits: str) -> str:
    body = "".join(f"{int(digit):04b}" for digit in digits)
    return f"{BEGINS}{body}{crc_hqx(digits.encode(), 0):016b}{ENDS}"


def _cells() -> Iterator[tuple[int, int, int, int]]:
    for at in range(len(BEGINS) + 4 * DIGITS + 16 + len(ENDS)):
        left, upper = STRIP_AT[0] + CELL[0] * at, STRIP_AT[1]
        yield left, upper, left + CELL[0] - 1, upper + CELL[1] - 1


def _bit(image: Image.Image, box: tuple[int, int, int, int]) -> str:
    left, upper, right, lower = box
    light = ImageStat.Stat(image.crop((left + 1, upper + 2, right, lower - 1)))
    if light.stddev[0] > WHITE - BLACK:
        return "?"
    return "1" if light.mean[0] < BLACK else "0" if light.mean[0] > WHITE else "?"


def standing(*photos: int) -> Image.Image:
    """Whoever stands before the camera: nobody, one in the frame, a second one beside."""
    image = Image.linear_gradient("L").rotate(90).resize(SCENE).point([110 + value // 3 for value in range(256)])
    for place, photo in zip((MIDDLE, MIDDLE + 1, MIDDLE - 1), photos, strict=False):
        image.paste(_marked(portrait(photo)), (place * PHOTO[0], 0))
    return image


def _marked(face: Image.Image) -> Image.Image:
    draw = ImageDraw.Draw(face)
    for row, dots in enumerate(SQUARE):
        for column, dot in enumerate(dots):
            box = (column * DOT, row * DOT, (column + 1) * DOT - 1, (row + 1) * DOT - 1)
            draw.rectangle(box, fill=10 if dot == "1" else 245)
    return face


def one_face(scene: Image.Image) -> Image.Image:
    """The one face in the frame.

    Raises:
        Trouble: nothing can be seen, or there is no face, or more than one.
    """
    light = ImageStat.Stat(scene)
    if light.mean[0] < DARKEST:
        raise Trouble("picture-dark")
    if light.mean[0] > WHITEST:
        raise Trouble("picture-bright")
    if light.stddev[0] < FLATTEST:
        raise Trouble("picture-flat")
    places = [scene.crop((at * PHOTO[0], 0, (at + 1) * PHOTO[0], PHOTO[1])) for at in range(PLACES)]
    faces = [place for place in places if _has_square(place)]
    if len(faces) > 1:
        raise Trouble("several-faces")
    if not _has_square(places[MIDDLE]):
        raise Trouble("no-face")
    return places[MIDDLE]


def _has_square(place: Image.Image) -> bool:
    return all(
        _bit(place, (column * DOT, row * DOT, (column + 1) * DOT - 1, (row + 1) * DOT - 1)) == dot
        for row, dots in enumerate(SQUARE)
        for column, dot in enumerate(dots)
    )


def is_same(face: Image.Image, photo: Image.Image) -> bool:
    """Whether a face before the camera and a photo out of a chip show one head."""
    return difference(face, photo) <= SAME


def difference(face: Image.Image, photo: Image.Image) -> float:
    """The mean difference of two heads, 0 to 255."""
    apart = ImageChops.difference(face.convert("L").crop(HEAD), photo.convert("L").resize(PHOTO).crop(HEAD))
    return float(ImageStat.Stat(apart).mean[0])


def picture(data: bytes) -> Image.Image:
    """Bytes as a picture in the camera's size, grey.

    Raises:
        NotAPictureError: they are none.
    """
    if len(data) > LARGEST_PICTURE:
        raise NotAPictureError
    try:
        with Image.open(BytesIO(data)) as opened:
            if opened.width * opened.height > LARGEST_PICTURE * 4:
                raise NotAPictureError
            return opened.convert("L").resize(SCENE) if opened.size != SCENE else opened.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise NotAPictureError from None


def photo_of(data: bytes) -> Image.Image:
    """A chip's photo.

    Raises:
        Trouble: it cannot be decoded.
    """
    try:
        with Image.open(BytesIO(data), formats=("JPEG2000",)) as opened:
            return opened.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Trouble("photo-unreadable") from None


def png(image: Image.Image) -> bytes:
    """A picture as PNG."""
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
