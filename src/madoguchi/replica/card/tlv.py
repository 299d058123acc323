"""Tags, lengths and offset tables as the card's own records use them (docs/protocol/card.md#records)."""

from collections.abc import Sequence


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
