"""Turns the bytes of a photo into a picture in memory; of what stands around the picture only the way up is looked at."""

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    """Height × width × red, green, blue."""

LIMIT: Final = 12_000_000
"""Largest photo taken, in bytes: what a telephone makes at its best setting."""

PIXELS: Final = 64_000_000
"""More pixels than this come from no telephone; a small file can unfold to any size."""

SIDE: Final = 1600
"""Longest side kept, in pixels: the size the recognition was measured at (docs/protocol/photo.md#engine)."""

LEAST: Final = 32
"""A picture with a shorter side shows no screen."""

_ORIENTATION: Final = 0x0112
_QUARTERS: Final = {3: 2, 6: 3, 8: 1}
"""Quarter turns against the clock by the orientation of Exif 2.32 §4.6.4; mirrored ones come from no camera."""


class NotAPictureError(ValueError):
    """The bytes are no JPEG, PNG or WebP, are cut off, or unfold to more than a picture has."""


def picture_of(content: bytes) -> "Picture":
    """The picture, upright as far as its camera says, at most SIDE pixels long.

    Raises:
        NotAPictureError: there is none.
    """
    import numpy as np  # noqa: PLC0415 - loaded only where a photo is read
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
            if opened.width * opened.height > PIXELS or min(opened.size) < LEAST:
                raise NotAPictureError
            quarters = _QUARTERS.get(opened.getexif().get(_ORIENTATION, 1), 0)
            opened.draft("RGB", (SIDE, SIDE))
            image = opened.convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise NotAPictureError from error
    except (OSError, SyntaxError, ValueError, struct.error, zlib.error) as error:
        raise NotAPictureError from error
    image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return np.ascontiguousarray(np.rot90(np.asarray(image), quarters))
