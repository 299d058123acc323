import random

import pytest

from madoguchi.desk.photo_upload import PARTS, Upload, parsed
from madoguchi.desk.refusals import Refused


def form(*parts: tuple[str, bytes], boundary: str = "b0") -> bytes:
    pieces = (f"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + content for head, content in parts)
    return b"\r\n".join(pieces) + f"\r\n--{boundary}--\r\n".encode()


def test_a_form_gives_its_photo_and_its_fields() -> None:
    photo = random.Random(1).randbytes(200_000) + b"\r\n--b\r\n\r\n"

    body = form(('name="desk"', "受付2".encode()), ('name="photo"; filename="a.jpg"', photo))
    assert Upload(photo, {"desk": "受付2"}) == parsed(body, "b0")


def test_the_first_file_that_is_not_empty_counts() -> None:
    body = form(('name="photo"; filename=""', b""), ('name="chosen"; filename="x.png"', b"two"))

    assert b"two" == parsed(body, "b0").photo


def test_no_file_is_an_empty_photo() -> None:
    assert Upload(b"", {"desk": "1"}) == parsed(form(('name="desk"', b"1")), "b0")


@pytest.mark.parametrize(
    ("body", "boundary"),
    [
        (b"", "b0"),
        (b"nonsense", "b0"),
        (form(('name="photo"; filename="a"', b"cut")), ""),
        (form(('name="photo"; filename="a"', b"cut"))[:-8], "b0"),
        (b"--b0\r\nno head at all\r\n--b0--\r\n", "b0"),
        (form(*[('name="x"', b"")] * (PARTS + 2)), "b0"),
    ],
)
def test_what_is_no_whole_form_is_refused(body: bytes, boundary: str) -> None:
    with pytest.raises(Refused):
        parsed(body, boundary)
