import random

import pytest

from madoguchi.evidence.photo.picture import picture_of
from madoguchi.evidence.photo.quality import Quality, quality_of
from tests.conftest import LONG
from tests.evidence.photo.screens import SEVERITIES, Conditions, codes, error_screen, photo, png

MILD = SEVERITIES[1]


def measured(how: Conditions, seed: int, share: float | None = None) -> Quality:
    dice = random.Random(seed)
    return quality_of(picture_of(photo(error_screen(dice.choice(codes()), dice), how, dice, share)))


@pytest.mark.parametrize("seed", range(4 if LONG > 1 else 1))
def test_less_light_is_less_brightness(seed: int) -> None:
    assert measured(MILD._replace(light=(0.05, 0.1)), seed).brightness < 60 < measured(MILD, seed).brightness


@pytest.mark.parametrize("seed", range(4 if LONG > 1 else 1))
def test_a_soft_and_a_shaken_photo_have_no_steep_edges(seed: int) -> None:
    assert measured(MILD._replace(blur=(6, 8)), seed).sharpness < 0.085 < measured(MILD, seed).sharpness
    assert measured(MILD._replace(motion=(40, 50)), seed).sharpness < 0.12


@pytest.mark.parametrize("seed", range(4 if LONG > 1 else 1))
def test_a_reflection_is_blown_out(seed: int) -> None:
    assert measured(MILD._replace(glare=(1.6, 2.4)), seed).blown > 0.02


@pytest.mark.parametrize("seed", range(4 if LONG > 1 else 1))
def test_a_small_screen_leaves_the_photo_empty(seed: int) -> None:
    assert measured(MILD, seed, share=0.15).filled < 0.12 < measured(MILD, seed).filled


@pytest.mark.parametrize("seed", range(8))
def test_a_screenshot_is_sharp_and_never_blown_out_be_it_white_or_dark(seed: int) -> None:
    dice = random.Random(seed)
    quality = quality_of(picture_of(png(error_screen(dice.choice(codes()), dice))))

    assert 0.0 == round(quality.blown, 1)
    assert quality.sharpness > 0.3
