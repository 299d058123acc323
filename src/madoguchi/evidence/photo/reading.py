"""From the bytes of a photo to the problems it may show, or to what was wrong with it; the text in it goes no further."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from madoguchi.evidence.photo.engine import Line
from madoguchi.evidence.photo.picture import LIMIT, SIDE, NotAPictureError, picture_of
from madoguchi.evidence.photo.quality import Quality, quality_of
from madoguchi.evidence.photo.rule import Decision, Why, decide
from madoguchi.evidence.photo.titles import Title
from madoguchi.evidence.private_numbers import holds_my_number

if TYPE_CHECKING:
    from madoguchi.evidence.photo.picture import Picture

DARK: Final = 60.0
"""Brightness below this is dark (docs/protocol/photo.md#causes, as the other limits)."""

BLOWN: Final = 0.02
VERY_BLOWN: Final = 0.25
"""A blown-out share above this is a glare; far above, what is left of the screen tells nothing of its sharpness."""

SOFT: Final = 0.085
VERY_SOFT: Final = 0.045
"""Sharpness below this is a blur; far below, it weighs more than a glare."""

FILLED: Final = 0.12
SMALL: Final = 16.0
"""Where less of the picture than this holds something, or letters are lower (in pixels of a picture 1600 long), it is far."""

CLEAR: Final = 0.95
"""Lines read as surely as this, on average, were not spoilt."""

UNSURE: Final = 0.95
TWELVE: Final = 12
"""Twelve digits in a row of which one may be misread are treated as a My Number, whatever the check says."""

REFUSALS: Final = (
    "not-available",
    "busy",
    "failed",
    "not-a-picture",
    "too-large",
    "private-number",
    "dark",
    "glare",
    "blur",
    "far",
    "number-alone",
    "unknown-code",
    "no-error",
    "no-text",
)
"""Why a photo gives no problem; the sentences are `photo-refused-<reason>`."""


class Seen(msgspec.Struct, frozen=True):
    """A problem the photo may show, how likely, and why we think so (`photo-why-<why>`)."""

    code: str
    p: float
    why: Why


class PhotoReading(msgspec.Struct, frozen=True):
    """What a photo shows. Where `refused` is set there are no problems; `code` is an announced code that nobody knows."""

    problems: tuple[Seen, ...] = ()
    unknown: bool = False
    ask: bool = False
    refused: str = ""
    also: tuple[str, ...] = ()
    """What else was wrong, beside the reason."""
    code: str = ""


Read = Callable[["Picture"], Sequence[Line]]


def refused(reason: str, *also: str, code: str = "") -> PhotoReading:
    """No problem, and why."""
    return PhotoReading(unknown=True, refused=reason, also=also, code=code)


def read_photo(content: bytes, read: Read, known: Sequence[Title]) -> PhotoReading:
    """What a photo shows.

    Args:
        content: the file as it came; it is only looked at.
        read: the engine.
        known: the titles of the codes.
    """
    if len(content) > LIMIT:
        return refused("too-large")
    try:
        picture = picture_of(content)
    except NotAPictureError:
        return refused("not-a-picture")
    lines, decision = _best_way_up(picture, read, known)
    if is_private(lines):
        return refused("private-number")
    if decision.choices:
        seen = tuple(Seen(choice.code, choice.p, choice.why) for choice in decision.choices)
        return PhotoReading(seen, ask=decision.outcome == "ask")
    return _refusal(decision, causes(lines, quality_of(picture), max(picture.shape[:2])), lines)


def _best_way_up(picture: "Picture", read: Read, known: Sequence[Title]) -> tuple[Sequence[Line], Decision]:
    """The lines as the picture lies, or turned by a quarter where they stand on end and say nothing so."""
    import numpy as np  # noqa: PLC0415 - loaded only where a photo is read

    lines = read(picture)
    decision = decide(lines, known)
    if decision.choices or is_private(lines) or not _on_end(lines):
        return lines, decision
    for quarters in (1, 3):
        turned = read(np.ascontiguousarray(np.rot90(picture, quarters)))
        other = decide(turned, known)
        if other.choices or is_private(turned):
            return turned, other
    return lines, decision


def _on_end(lines: Sequence[Line]) -> bool:
    """Whether most lines run from top to bottom: the engine reads those turned, and often upside down."""
    upright = [line for line in lines if _reach(line, 1) > 1.5 * _reach(line, 0)]
    return len(upright) * 2 > len(lines)


def _reach(line: Line, axis: int) -> float:
    return max(corner[axis] for corner in line.corners) - min(corner[axis] for corner in line.corners)


def _refusal(decision: Decision, found: tuple[str, ...], lines: Sequence[Line]) -> PhotoReading:
    if found:
        return refused(found[0], *found[1:])
    if decision.outcome == "unknown-code":
        return refused("unknown-code", code=decision.code)
    if decision.outcome == "number-alone":
        return refused("number-alone")
    return refused("no-error" if lines else "no-text")


def causes(lines: Sequence[Line], quality: Quality, side: int) -> tuple[str, ...]:
    """What made a photo hard to read, the heaviest first; nothing where its lines were read well.

    Args:
        lines: what was read all the same.
        quality: the measures of the picture.
        side: its longer side in pixels.
    """
    sure = sum(line.score for line in lines) / len(lines) if lines else 0.0
    small = max((line.height for line in lines), default=0.0) * SIDE / side
    if sure >= CLEAR and quality.sharpness >= SOFT and small >= SMALL:
        return ()
    measured = (
        ("dark", quality.brightness < DARK),
        ("far", quality.filled < FILLED or 0 < small < SMALL),
        ("glare", quality.blown > VERY_BLOWN),
        ("blur", quality.sharpness < VERY_SOFT),
        ("glare", quality.blown > BLOWN),
        ("blur", quality.sharpness < SOFT),
    )
    return tuple(dict.fromkeys(cause for cause, holds in measured if holds))


def is_private(lines: Sequence[Line]) -> bool:
    """Whether somebody's My Number stands in the picture, in one line or in pieces beside each other."""
    if any(holds_my_number(line.text) for line in lines):
        return True
    rows = _rows([line for line in lines if any(map(str.isdigit, line.text))])
    if any(holds_my_number(" ".join(line.text.strip() for line in row)) for row in rows):
        return True
    return any(
        line.score < UNSURE and sum(map(str.isdigit, line.text)) == TWELVE and not any(map(str.isalpha, line.text))
        for line in lines
    )


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand side by side, from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.middle[1]):
        if rows and abs(rows[-1][-1].middle[1] - line.middle[1]) < line.height * 0.7:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda one: one.middle[0]) for row in rows]
