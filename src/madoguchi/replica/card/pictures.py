"""The pictures a practice card carries: a drawn face that says 練習 all over, and printed lines as one-bit images."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

LINE: Final = 12
"""Height of a printed line in pixels, and width of a full-width sign."""

PHOTO: Final = (192, 240)
NUMBER_IMAGE: Final = (72, LINE)
CODE_IMAGE: Final = (24, LINE)
"""Sizes seen outside (docs/protocol/card.md#records)."""

WATERMARK: Final = "練習"
_MISSING: Final = "〓"
"""What printers set where they have no sign."""
_SCALE: Final = 3
_SKIN: Final = (205, 190, 215, 198)
_HAIR: Final = (60, 40, 95, 150)
"""Greys of the drawn faces."""


@cache
def glyphs() -> Mapping[str, Image.Image]:
    """The signs that the personas need, each LINE high, drawn once from a font (glyphs.txt: a sign, then its rows)."""
    found: dict[str, Image.Image] = {}
    for block in files("madoguchi.replica.card").joinpath("glyphs.txt").read_text("utf-8").split("\n\n"):
        sign, *rows = block.strip("\n").split("\n")
        image = Image.new("1", (len(rows[0]), LINE), 1)
        image.putdata([0 if dot == "#" else 1 for row in rows for dot in row])
        found[sign] = image
    return found


def drawn(text: str, size: tuple[int, int] | None = None) -> Image.Image:
    """A printed line; a sign nobody drew becomes 〓. With a size, it is cut or filled to it."""
    signs = [glyphs().get(sign, glyphs()[_MISSING]) for sign in text]
    image = Image.new("1", size or (max(1, sum(sign.width for sign in signs)), LINE), 1)
    at = 0
    for sign in signs:
        image.paste(sign, (at, 0))
        at += sign.width
    return image


def png(image: Image.Image) -> bytes:
    """An image as PNG."""
    made = BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()


def portrait(number: int) -> Image.Image:
    """A drawn face, nobody's, with the watermark across it."""
    skin, hair = _SKIN[number % len(_SKIN)], _HAIR[number % len(_HAIR)]
    image = Image.new("L", PHOTO, 235)
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((16, 190, 176, 280), 60, fill=120)
    draw.ellipse((36, 20, 156, 176), fill=hair)
    draw.ellipse((50, 44, 142, 192), fill=skin)
    for x in (76, 116):
        draw.ellipse((x - 7, 104, x + 7, 114), fill=30)
        draw.line((x - 11, 92, x + 11, 92), fill=hair, width=4)
    draw.line((96, 116, 92, 138, 100, 138), fill=130, width=2)
    draw.arc((78, 140, 114, 162), 20, 160, fill=90, width=3)
    _stamp(image)
    return image


def _stamp(image: Image.Image) -> None:
    """The watermark, once large and in a grid, so that no cut is without it."""
    mark = drawn(WATERMARK)
    small = mark.resize((mark.width * 2, mark.height * 2))
    large = mark.resize((mark.width * 2 * _SCALE, mark.height * 2 * _SCALE))
    for y in range(4, image.height, 48):
        for x in range(4 + y // 48 % 2 * 40, image.width, 80):
            image.paste(170, (x, y), _ink(small))
    image.paste(60, ((image.width - large.width) // 2, image.height - large.height - 4), _ink(large))


def _ink(mark: Image.Image) -> Image.Image:
    return mark.convert("L").point(lambda dot: 255 - dot).convert("1")


def photo(number: int) -> bytes:
    """A drawn face as a card keeps it: grey JPEG 2000 in its box format."""
    made = BytesIO()
    portrait(number).save(made, "JPEG2000", irreversible=True, quality_mode="rates", quality_layers=[16], no_jp2=False)
    return made.getvalue()
