"""Tags, lengths and offset tables as the card's own records use them (docs/protocol/card.md#records)."""

from collections.abc import Iterator, Sequence


class TlvError(ValueError):
    """A record has another form than its tags and lengths say, or ends before them."""


def length(size: int) -> bytes:
    """A length in BER: one byte up to 127, else as many as it takes behind a byte that counts them."""
    if size < 0x80:
        return bytes((size,))
    wide = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes((0x80 | len(wide),)) + wide


def tlv(tag: int, value: bytes) -> bytes:
    """A tag of one or two bytes, the length, the value."""
    return tag.to_bytes(1 if tag < 0x100 else 2) + length(len(value)) + value


def tabled(outer: int, table: int, items: Sequence[bytes]) -> bytes:
    """Finished items in an outer tag, behind a table that tells how far each one is from the first byte of all."""
    space = len(tlv(table, bytes(2 * len(items))))
    at = len(outer.to_bytes(2)) + len(length(space + sum(map(len, items)))) + space
    offsets = []
    for item in items:
        offsets.append(at.to_bytes(2))
        at += len(item)
    return tlv(outer, tlv(table, b"".join(offsets)) + b"".join(items))


def _item(content: bytes, at: int) -> tuple[int, int, int]:
    """The tag of two bytes at a place, and where its value begins and ends."""
    head = content[at : at + 3]
    if len(head) < 3:
        raise TlvError
    begins, size = at + 3, head[2]
    if size & 0x80:
        wide = size & 0x7F
        size = int.from_bytes(content[begins : begins + wide])
        begins += wide
        if not 1 <= wide <= 2 or begins > len(content):
            raise TlvError
    if begins + size > len(content):
        raise TlvError
    return int.from_bytes(head[:2]), begins, begins + size


def items(record: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Every item within a record's outer tag: its tag, its distance from the record's first byte, its value.

    Raises:
        TlvError: tags and lengths do not fit the bytes, as in a record that was cut.
    """
    _, at, ends = _item(record, 0)
    while at < ends:
        tag, begins, behind = _item(record[:ends], at)
        yield tag, at, record[begins:behind]
        at = behind


def values(record: bytes) -> dict[int, bytes]:
    """The values within a record's outer tag by their tags.

    Raises:
        TlvError: as with `items`.
    """
    return {tag: value for tag, _, value in items(record)}
