from io import BytesIO

import pytest
from PIL import Image

from madoguchi.evidence.photo.picture import SIDE, NotAPictureError, picture_of


def picture(kind: str = "JPEG", size: tuple[int, int] = (200, 100), **more: object) -> bytes:
    image = Image.new("RGB", size, "white")
    image.paste("black", (0, 0, size[0] // 2, size[1]))
    kept = BytesIO()
    image.save(kept, kind, **more)
    return kept.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_kinds_a_telephone_makes_are_read(kind: str) -> None:
    assert (100, 200, 3) == picture_of(picture(kind)).shape


def test_a_large_picture_is_made_smaller() -> None:
    assert (SIDE // 2, SIDE, 3) == picture_of(picture(size=(4000, 2000))).shape


def test_a_photo_taken_upright_is_turned_the_way_it_was_seen() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its left side
    turned = picture_of(picture(exif=exif))

    assert (200, 100, 3) == turned.shape
    assert turned[10, 50].sum() < turned[190, 50].sum()


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<svg/>", picture()[:300], picture("PNG")[:-40], picture("GIF"), picture("BMP"), picture(size=(20, 90))],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPictureError):
        picture_of(content)


def test_a_small_file_that_unfolds_without_end_is_refused() -> None:
    unfolding = BytesIO()
    Image.new("1", (9_000, 9_000)).save(unfolding, "PNG")

    assert len(unfolding.getvalue()) < 50_000
    with pytest.raises(NotAPictureError):
        picture_of(unfolding.getvalue())
