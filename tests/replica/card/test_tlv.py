"""Tags, lengths and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.replica.card.tlv import TlvError, items, length, tabled, tlv, values


@pytest.mark.parametrize(
    ("size", "written"), [(0, "00"), (127, "7F"), (128, "8180"), (255, "81FF"), (256, "820100"), (65535, "82FFFF")]
)
def test_lengths(size: int, written: str) -> None:
    assert written == length(size).hex().upper()


def test_tags_of_one_and_of_two_bytes() -> None:
    assert (b"\x01\x01A", b"\xdf\x22\x01A") == (tlv(0x01, b"A"), tlv(0xDF22, b"A"))


CONTENTS = st.lists(st.binary(max_size=400), min_size=1, max_size=9)


@given(CONTENTS)
def test_the_table_tells_where_each_item_begins(contents: list[bytes]) -> None:
    whole = tabled(0xFF20, 0xDF21, [tlv(0xDF22 + at, content) for at, content in enumerate(contents)])
    (_, _, table), *found = items(whole)

    assert [(0xDF22 + at, content) for at, content in enumerate(contents)] == [(tag, value) for tag, _, value in found]
    assert [at for _, at, _ in found] == [int.from_bytes(table[at : at + 2]) for at in range(0, len(table), 2)]


@given(CONTENTS, st.data())
def test_a_record_that_was_cut_is_noticed(contents: list[bytes], data: st.DataObject) -> None:
    whole = tabled(0xFF20, 0xDF21, [tlv(0xDF22, content) for content in contents])
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]

    with pytest.raises(TlvError):
        values(cut)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_record_or_none(content: bytes) -> None:
    try:
        found = list(items(content))
    except TlvError:
        return

    assert [] == [tag for tag, at, value in found if content[at : at + 2] != tag.to_bytes(2) or value not in content]
