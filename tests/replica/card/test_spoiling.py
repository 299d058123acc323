"""Cards with content taken away, cut or broken."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, UnidentifiedImageError

from madoguchi.replica.card import spoiling
from madoguchi.replica.card.card import Card, Elementary
from madoguchi.replica.card.tlv import TlvError, values

PHOTO = 0xDF27

Issued = Callable[[str], Card]


def face(card: Card) -> bytes:
    (application,) = [one for one in card.issued.applications if one.id == "face"]
    file = application.files[0x0002]
    assert isinstance(file, Elementary)
    return file.content


def decodes(data: bytes) -> bool:
    try:
        Image.open(BytesIO(data)).load()
    except (UnidentifiedImageError, OSError):
        return False
    return True


def test_the_photo_decodes_as_long_as_nobody_spoils_it(issued: Issued) -> None:
    record = face(issued("adult"))
    damaged = spoiling.photo_damaged(record)

    assert decodes(values(record)[PHOTO])
    assert (False, len(record)) == (decodes(values(damaged)[PHOTO]), len(damaged))


def test_a_cut_face_ends_in_its_photo_and_another_has_none(issued: Issued) -> None:
    record = face(issued("adult"))
    cut = spoiling.photo_cut(record)
    with pytest.raises(TlvError):
        values(cut)

    assert record.startswith(cut)
    assert PHOTO not in values(spoiling.photo_gone(record))


def test_one_file_is_changed_and_no_other(issued: Issued) -> None:
    before = issued("adult")
    after = spoiling.with_content(before, "face", 0x0002, lambda _: b"changed")
    apart = [
        (application.id, file.id)
        for application, changed in zip(before.issued.applications, after.issued.applications, strict=True)
        for file in application.files.values()
        if file != changed.files[file.id]
    ]

    assert [("face", 0x0002)] == apart
    assert b"changed" == face(after)


def test_what_is_not_there_cannot_be_spoilt(issued: Issued) -> None:
    card = issued("licence")

    assert card.tries == spoiling.with_tries(card, "jpki", 0x0018, 0).tries
    assert card.issued == spoiling.with_content(card, "jpki", 0x000A, spoiling.broken).issued


def test_no_counter_is_set_above_its_limit(issued: Issued) -> None:
    assert 3 == spoiling.with_tries(issued("adult"), "jpki", 0x0018, 99).tries["jpki", 0x0018]


@pytest.mark.parametrize(
    ("change", "size", "begins"),
    [(spoiling.padded, 3808, b"\x30\x82"), (spoiling.broken, 1000, b"\x00\x00"), (spoiling.shifted, 1002, b"\x00\x00\x30\x82")],
)
def test_sizes_and_beginnings(change: Callable[[bytes], bytes], size: int, begins: bytes) -> None:
    changed = change(b"\x30\x82".ljust(1000, b"x"))

    assert (size, True) == (len(changed), changed.startswith(begins))
