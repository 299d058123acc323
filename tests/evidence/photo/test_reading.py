import random
from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from madoguchi.evidence.photo.engine import Engine, Line
from madoguchi.evidence.photo.picture import LIMIT
from madoguchi.evidence.photo.reading import PhotoReading, is_private, read_photo
from madoguchi.evidence.photo.worker import known_titles
from tests.conftest import LONG
from tests.evidence.photo.screens import (
    SEVERITIES,
    Shot,
    codes,
    error_screen,
    photo,
    photograph,
    plan,
    png,
    private_number,
    private_screen,
    shots,
)

KNOWN = known_titles()
MILD = SEVERITIES[1]
SEEDS = range(3 if LONG > 1 else 1)


def outcome(shot: Shot, reading: PhotoReading) -> str:
    """`right`, `asked`, `refused` or `wrong`: a code that is not on the screen, given as sure or for a screen without one."""
    first = reading.problems[0].code if reading.problems else ""
    if first == shot.code and not reading.ask:
        return "right"
    if not first:
        return "refused"
    return "asked" if reading.ask and shot.code else "wrong"


def counted(engine: Engine, pictures: list[Shot]) -> Counter[tuple[int, str]]:
    found: Counter[tuple[int, str]] = Counter()
    for shot in pictures:
        reading = read_photo(shot.content, engine.lines, KNOWN)
        found[shot.severity, outcome(shot, reading)] += 1
        assert bool(reading.problems) != bool(reading.refused)
    return found


def some(count: int, seed: int, severities: tuple[int, ...]) -> list[Shot]:
    """Every kind of screen, thinned out by the same dice."""
    return list(shots(random.Random(seed).sample(plan(1, severities), count), seed))


def test_a_few_of_every_kind_are_read_and_none_is_taken_for_another(engine: Engine) -> None:
    found = counted(engine, some(20, 7, (1, 2)) + some(8, 8, (0,)) + some(12, 9, (3,)))

    assert [] == [key for key in found if key[1] == "wrong"]
    assert 0 == sum(count for (severity, what), count in found.items() if severity < 3 and what != "right")
    assert 40 == sum(found.values())


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 12, 13, 14])
def test_all_codes_at_all_severities(engine: Engine, seed: int) -> None:
    pictures = list(shots(plan(1), seed))
    found = counted(engine, pictures)

    assert [] == [key for key in found if key[1] == "wrong"]
    for severity in (0, 1, 2):
        seen = sum(count for (at, _), count in found.items() if at == severity)
        assert found[severity, "right"] >= 0.98 * seen
    assert len(pictures) == sum(found.values()) == 156


FAULTS: list[tuple[str, dict[str, Any], float | None]] = [
    ("dark", {"light": (0.03, 0.05), "noise": 8}, None),
    ("blur", {"blur": (9, 11), "glare": (0.0, 0.0)}, None),
    ("blur", {"motion": (50, 60), "glare": (0.0, 0.0), "light": (0.7, 0.8)}, None),
    ("far", {}, 0.1),
]


@pytest.mark.parametrize(("reason", "how", "share"), FAULTS, ids=["dark", "soft", "shaken", "far"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_photo_that_cannot_be_read_is_told_what_was_wrong(
    engine: Engine, reason: str, how: dict[str, Any], share: float | None, seed: int
) -> None:
    dice = random.Random(seed)
    spoilt = photo(error_screen("904", dice), MILD._replace(**how), dice, share)
    reading = read_photo(spoilt, engine.lines, KNOWN)

    assert ((), reason) == (reading.problems, reading.refused)


def test_a_reflection_over_the_middle_is_called_a_reflection(engine: Engine) -> None:
    dice = random.Random(1)
    values = Image.open(BytesIO(photo(error_screen("904", dice), MILD, dice))).convert("RGB")
    spot = Image.radial_gradient("L").resize((1800, 1300)).point(lambda level: 255 if level < 110 else max(0, 395 - level))
    values.paste("white", (-100, -50), spot)
    reading = read_photo(png(values), engine.lines, KNOWN)

    assert ((), "glare") == (reading.problems, reading.refused)


@pytest.mark.parametrize("quarters", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270])
def test_a_photo_that_lies_on_its_side_is_turned(engine: Engine, quarters: Image.Transpose) -> None:
    dice = random.Random(3)
    image = Image.open(BytesIO(photograph(error_screen("101", dice), 1, dice))).transpose(quarters)

    assert "101" == read_photo(png(image), engine.lines, KNOWN).problems[0].code


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("severity", [0, 1])
def test_a_photo_with_somebodys_number_is_refused_and_nothing_else_is_said(engine: Engine, severity: int, seed: int) -> None:
    dice = random.Random(seed)
    reading = read_photo(photograph(private_screen(dice), severity, dice), engine.lines, KNOWN)

    assert PhotoReading(unknown=True, refused="private-number") == reading


def box(text: str, left: float, top: float, score: float = 0.99) -> Line:
    return Line(text, ((left, top), (left + 90, top), (left + 90, top + 30), (left, top + 30)), score)


def test_a_number_in_pieces_beside_each_other_is_one_number() -> None:
    number = private_number(random.Random(5))
    pieces = [box(number[8:], 220, 12), box(number[:4], 0, 10), box("次の行", 0, 90), box(number[4:8], 110, 11)]

    assert is_private(pieces)
    assert not is_private(pieces[:3])


def test_twelve_digits_that_were_read_unsurely_are_treated_as_a_number() -> None:
    number = private_number(random.Random(6))
    other = number[:-1] + str((int(number[-1]) + 1) % 10)

    assert is_private([box(other, 0, 0, 0.8)])
    assert not is_private([box(other, 0, 0, 0.99)])


def test_what_is_no_picture_or_too_large_is_refused_before_the_engine_is_asked() -> None:
    def never(_picture: object) -> list[Line]:
        raise AssertionError

    assert "not-a-picture" == read_photo(b"%PDF-1.7", never, KNOWN).refused
    assert "too-large" == read_photo(bytes(LIMIT + 1), never, KNOWN).refused


def test_a_picture_of_nothing_is_told_so() -> None:
    reading = read_photo(png(error_screen(codes()[0], random.Random(1))), lambda _picture: (), KNOWN)

    assert (True, "no-text") == (reading.unknown, reading.refused)


def test_a_code_nobody_knows_is_given_for_one_tap() -> None:
    lines = [box("【018】", 0, 0), box("何かのエラー", 0, 50)]
    reading = read_photo(png(error_screen(codes()[0], random.Random(1))), lambda _picture: lines, KNOWN)

    assert ("unknown-code", "018", True) == (reading.refused, reading.code, reading.unknown)
