"""Pictures of practice cards: readable, and never without their watermark."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from madoguchi.replica.card import pictures
from madoguchi.replica.card.personas import personas


def test_every_sign_of_every_persona_was_drawn() -> None:
    needed = {sign for one in personas().values() for sign in one.name + one.address + one.number + one.code}

    assert set() == needed - set(pictures.glyphs())


def test_a_sign_nobody_drew_is_set_as_printers_do() -> None:
    assert pictures.drawn("〓").tobytes() == pictures.drawn("鱸").tobytes()


def test_sizes() -> None:
    assert (60, 12) == pictures.drawn("練習　花子").size
    assert (24, 12) == pictures.drawn("2285", pictures.CODE_IMAGE).size
    assert (72, 12) == pictures.drawn("990000000017", pictures.NUMBER_IMAGE).size


def test_the_photo_is_a_grey_jpeg_2000_in_its_box() -> None:
    data = pictures.photo(0)
    image = Image.open(BytesIO(data))

    assert (bytes.fromhex("0000000C6A502020"), b"\xff\xd9") == (data[:8], data[-2:])
    assert ("JPEG2000", "L", (192, 240)) == (image.format, image.mode, image.size)


@pytest.mark.parametrize("number", range(4))
def test_no_face_is_without_the_watermark(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    marked = pictures.portrait(number)
    monkeypatch.setattr(pictures, "_stamp", lambda _: None)
    plain = pictures.portrait(number)
    changed = ImageChops.difference(marked, plain)

    # In every quarter, so that no cut is without it.
    for x in (0, 96):
        for y in (0, 120):
            assert changed.crop((x, y, x + 96, y + 120)).getbbox() is not None


def test_four_faces_are_four() -> None:
    assert 4 == len({pictures.portrait(number).tobytes() for number in range(4)})
