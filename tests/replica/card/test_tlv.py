"""Tags, lengths and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.replica.card.tlv import length, tabled, tlv


@pytest.mark.parametrize(
    ("size", "written"), [(0, "00"), (127, "7F"), (128, "8180"), (255, "81FF"), (256, "820100"), (65535, "82FFFF")]
)
def test_lengths(size: int, written: str) -> None:
    assert written == length(size).hex().upper()


def test_tags_of_one_and_of_two_bytes() -> None:
    assert (b"\x01\x01A", b"\xdf\x22\x01A") == (tlv(0x01, b"A"), tlv(0xDF22, b"A"))


@given(st.lists(st.binary(max_size=400), min_size=1, max_size=9))
def test_the_table_tells_where_each_item_begins(contents: list[bytes]) -> None:
    items = [tlv(0xDF22 + at, content) for at, content in enumerate(contents)]
    whole = tabled(0xFF20, 0xDF21, items)
    start = whole.index(b"\xdf\x21") + 3
    offsets = [int.from_bytes(whole[start + 2 * at : start + 2 * at + 2]) for at in range(len(items))]

    assert items == [whole[at : at + len(item)] for at, item in zip(offsets, items, strict=True)]
