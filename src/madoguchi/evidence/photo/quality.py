"""Measures why a photo may be hard to read: darkness, blown-out light, soft edges, a screen too far away."""

from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from madoguchi.evidence.photo.picture import Picture

    Grey = NDArray[np.float32]

WEIGHTS: Final = (0.299, 0.587, 0.114)
"""Brightness of red, green and blue (ITU-R BT.601)."""

WHITE: Final = 250
"""From this level on nothing is drawn any more: the light has eaten it."""

FADING: Final = 40
"""Around a reflection the light falls off slowly: white lies beside nearly white, so many levels below."""

BLOCK: Final = 32
"""Side of the squares in which something is looked for, in pixels."""

CONTRAST: Final = 10.0
"""Least spread of brightness in a square where something stands."""

FLAT: Final = 24.0
"""Least contrast a sharpness is measured against, so that noise in the dark is no edge."""


class Quality(msgspec.Struct, frozen=True):
    """Brightness of the brighter parts (0 to 255), blown-out share, steepness of edges (0 to 0.5), share that holds a thing."""

    brightness: float
    blown: float
    sharpness: float
    filled: float


def quality_of(picture: "Picture") -> Quality:
    """The measures of a picture."""
    import numpy as np  # noqa: PLC0415 - loaded only where a photo is read

    grey = np.asarray(picture @ np.array(WEIGHTS, np.float32), np.float32)
    calm = np.asarray((grey[:-1, :-1] + grey[1:, :-1] + grey[:-1, 1:] + grey[1:, 1:]) / 4, np.float32)
    part = _filled(calm)
    return Quality(float(np.percentile(grey, 90)), _blown(grey), _sharpness(part), part.size / calm.size)


def _filled(calm: "Grey") -> "Grey":
    """The part of the picture in which something stands; all of it where that is nowhere."""
    import numpy as np  # noqa: PLC0415

    high, wide = (side // BLOCK for side in calm.shape)
    squares = calm[: high * BLOCK, : wide * BLOCK].reshape(high, BLOCK, wide, BLOCK)
    rows, columns = np.nonzero(squares.std(axis=(1, 3)) > CONTRAST)
    if not len(rows):
        return calm
    (top, bottom), (left, right) = ((int(found.min()), int(found.max()) + 1) for found in (rows, columns))
    return calm[top * BLOCK : bottom * BLOCK, left * BLOCK : right * BLOCK]


def _blown(grey: "Grey") -> float:
    """The share of white that fades into its surroundings; a white screen ends at an edge, and is white by its nature."""
    import numpy as np  # noqa: PLC0415

    white = grey >= WHITE
    share = float(white.mean())
    fading = float(((grey >= WHITE - FADING) & ~white).mean())
    # Where most is white it may be the ground of the screen, whose few grey pixels are the rims of letters.
    least = 0.15 if np.median(grey) < WHITE else 0.05
    return share if fading > share * least else 0.0


def _sharpness(part: "Grey") -> float:
    """The steepest edges against the contrast there is: 0.5 where black meets white from one pixel to the next.

    Measured along both sides; the softer one counts, since a shaken photo keeps the edges that lie along the movement.
    """
    import numpy as np  # noqa: PLC0415

    steps = (np.abs(part[2:] - part[:-2]) / 2, np.abs(part[:, 2:] - part[:, :-2]) / 2)
    low, high = np.percentile(part, (1, 99))
    return float(min(np.percentile(each, 99.5) for each in steps) / max(float(high - low), FLAT))
