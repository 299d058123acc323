"""What dirt, light, wear and broken cameras do to a picture: each takes a grey picture and gives the spoilt one."""

from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from madoguchi.replica.card.pictures import PHOTO
from madoguchi.replica.reader.optics import HEAD, MIDDLE


def dirty(image: Image.Image) -> Image.Image:
    """Spots over the lower half of a card's face."""
    spoilt, dice = image.copy(), Random(7)  # noqa: S311 - the same dirt every time
    draw = ImageDraw.Draw(spoilt)
    for _ in range(40):
        x, y, size = dice.randrange(image.width), dice.randrange(image.height // 2, image.height), dice.randrange(8, 30)
        draw.ellipse((x, y, x + size, y + size), fill=dice.randrange(80, 150))
    return spoilt


def covered(image: Image.Image) -> Image.Image:
    """A milky case before the print, which takes all contrast."""
    return Image.blend(image, Image.new("L", image.size, 200), 0.7)


def worn(image: Image.Image) -> Image.Image:
    """Print that has nearly gone."""
    return Image.blend(image, Image.new("L", image.size, 250), 0.8)


def askew(image: Image.Image) -> Image.Image:
    """A card that lies at an angle."""
    return image.rotate(9, fillcolor=128)


def smeared(image: Image.Image) -> Image.Image:
    """A glass with fingers on it."""
    return image.filter(ImageFilter.GaussianBlur(6))


def mirrored(image: Image.Image) -> Image.Image:
    """A lamp that mirrors on the card."""
    spoilt = image.copy()
    ImageDraw.Draw(spoilt).ellipse((image.width // 4, image.height // 2, image.width, image.height * 3 // 2), fill=255)
    return spoilt.filter(ImageFilter.GaussianBlur(3))


def black(image: Image.Image) -> Image.Image:
    """A camera that gives nothing."""
    return Image.new("L", image.size, 0)


def stuck(image: Image.Image) -> Image.Image:
    """A camera that gives one grey."""
    return Image.new("L", image.size, 127)


def hazy(image: Image.Image) -> Image.Image:
    """A lens with a film on it: everything is there, and hardly to be told from the rest."""
    return Image.blend(image.filter(ImageFilter.GaussianBlur(12)), Image.new("L", image.size, 170), 0.9)


def blinded(image: Image.Image) -> Image.Image:
    """The sun in the lens."""
    return Image.blend(image, Image.new("L", image.size, 255), 0.9)


def outside(image: Image.Image) -> Image.Image:
    """Somebody who stands half a step aside."""
    moved = ImageChops.offset(image, PHOTO[0] // 2, 0)
    moved.paste(150, (0, 0, PHOTO[0] // 2, image.height))
    return moved


def crowded(image: Image.Image) -> Image.Image:
    """Somebody else beside the one in the frame."""
    spoilt = image.copy()
    spoilt.paste(image.crop((MIDDLE * PHOTO[0], 0, (MIDDLE + 1) * PHOTO[0], PHOTO[1])), (0, 0))
    return spoilt


def masked(image: Image.Image) -> Image.Image:
    """A mask over mouth and nose and sunglasses, in the frame."""
    spoilt, left = image.copy(), MIDDLE * PHOTO[0]
    draw = ImageDraw.Draw(spoilt)
    draw.rectangle((left + HEAD[0], HEAD[3] - 70, left + HEAD[2], HEAD[3]), fill=250)
    draw.rectangle((left + HEAD[0], 96, left + HEAD[2], 118), fill=10)
    return spoilt


def older(image: Image.Image) -> Image.Image:
    """Somebody who looks different from a photo of years ago: other hair, other light."""
    return image.point([min(255, value + 40) for value in range(256)])
