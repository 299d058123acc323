from collections.abc import Callable

import pytest
from PIL import Image

from madoguchi.replica.card.pictures import photo, portrait
from madoguchi.replica.reader import damage, optics
from madoguchi.replica.reader.trouble import Trouble

DIGITS = "55021720352285"
FACE = optics.face_of_card("練習　花子", DIGITS, 0)
ONE = optics.standing(0)


def reason(do: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(Trouble) as trouble:
        do()
    return trouble.value.code, trouble.value.reason


@pytest.mark.parametrize("digits", [DIGITS, "0" * 14, "9" * 14, "01234567890123"])
def test_what_is_printed_is_read(digits: str) -> None:
    assert digits == optics.read_digits(optics.face_of_card("渡●　花", digits, 3))


@pytest.mark.parametrize(
    "spoils", [damage.dirty, damage.covered, damage.worn, damage.askew, damage.smeared, damage.mirrored, damage.black]
)
def test_what_spoils_the_print_spoils_the_reading(spoils: Callable[[Image.Image], Image.Image]) -> None:
    assert ("101", "face-unreadable") == reason(lambda: optics.read_digits(spoils(FACE)))


def test_no_single_damaged_cell_is_read_as_another_digit() -> None:
    for at in range(80):
        spoilt = FACE.copy()
        left = optics.STRIP_AT[0] + at * optics.CELL[0]
        box = (left, optics.STRIP_AT[1], left + optics.CELL[0] - 1, optics.STRIP_AT[1] + optics.CELL[1] - 1)
        light = spoilt.getpixel((left + 2, optics.STRIP_AT[1] + 10))
        spoilt.paste(20 if light == 245 else 245, box)
        assert "101" == reason(lambda spoilt=spoilt: optics.read_digits(spoilt))[0]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("scene", "why"),
    [
        (damage.black(ONE), "picture-dark"),
        (damage.stuck(ONE), "picture-flat"),
        (damage.hazy(ONE), "picture-flat"),
        (damage.blinded(ONE), "picture-bright"),
        (damage.outside(ONE), "no-face"),
        (optics.standing(), "no-face"),
        (damage.crowded(ONE), "several-faces"),
        (optics.standing(0, 1), "several-faces"),
        (portrait(0).resize(optics.SCENE), "no-face"),
    ],
)
def test_a_scene_without_one_face_to_be_seen_is_102(scene: Image.Image, why: str) -> None:
    assert ("102", why) == reason(lambda: optics.one_face(scene))


@pytest.mark.parametrize("number", range(4))
def test_a_face_is_the_one_on_its_photo_and_on_no_other(number: int) -> None:
    face = optics.one_face(optics.standing(number))
    photos = [optics.photo_of(photo(one)) for one in range(4)]

    assert [one == number for one in range(4)] == [optics.is_same(face, one) for one in photos]


def test_a_covered_face_and_one_that_changed_do_not_match() -> None:
    for spoils in (damage.masked, damage.older):
        assert not optics.is_same(optics.one_face(spoils(ONE)), optics.photo_of(photo(0)))


def test_a_photo_that_cannot_be_decoded_is_015() -> None:
    assert ("015", "photo-unreadable") == reason(lambda: optics.photo_of(photo(0)[:60]))
    assert "015" == reason(lambda: optics.photo_of(optics.png(ONE)))[0]


@pytest.mark.parametrize("data", [b"", b"x" * 100, optics.png(ONE)[:50], bytes(optics.LARGEST_PICTURE + 1)])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(optics.NotAPictureError):
        optics.picture(data)


def test_any_picture_is_taken_in_the_cameras_size() -> None:
    assert optics.SCENE == optics.picture(optics.png(Image.new("RGB", (1920, 1080), "white"))).size
