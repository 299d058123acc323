"""Commands and answers of a card as bytes, short and extended, both ways (ISO/IEC 7816-4; docs/protocol/card.md#commands)."""

from typing import Final, Self

import msgspec

SHORT_DATA: Final = 0xFF
SHORT_ANSWER: Final = 0x100
LONGEST_DATA: Final = 0xFFFF
LONGEST_ANSWER: Final = 0x10000
"""Bytes of data that a command, and bytes that its answer, may carry in the short and in the extended form."""


class MalformedApdu(ValueError):  # noqa: N818 - what came is malformed; that is an answer, not a fault of ours
    """The bytes are no command or no answer; what they were is not kept, because a secret may be among them."""


class Command(msgspec.Struct, frozen=True, gc=False):
    """What is asked of a card. `le` is the longest answer wanted, None where no data is expected back."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = b""
    le: int | None = None

    def __repr__(self) -> str:
        """The header and the sizes; never the data, which may be a secret."""
        return f"Command({self.cla:02X}{self.ins:02X}{self.p1:02X}{self.p2:02X}, {len(self.data)} bytes, le={self.le})"

    def encode(self, *, extended: bool = False) -> bytes:
        """The command as bytes; extended where its sizes need it or the caller wants it.

        Raises:
            MalformedApdu: a size that no form can carry.
        """
        header = bytes((self.cla, self.ins, self.p1, self.p2))
        if len(self.data) > LONGEST_DATA or not 1 <= (1 if self.le is None else self.le) <= LONGEST_ANSWER:
            raise MalformedApdu
        if extended or len(self.data) > SHORT_DATA or (self.le or 0) > SHORT_ANSWER:
            return header + self._extended()
        body = bytes((len(self.data),)) + self.data if self.data else b""
        return header + body + (b"" if self.le is None else bytes((self.le & 0xFF,)))

    def _extended(self) -> bytes:
        asked = b"" if self.le is None else (self.le & 0xFFFF).to_bytes(2)
        if not self.data:
            return b"\0" + asked if asked else b""
        return b"\0" + len(self.data).to_bytes(2) + self.data + asked

    @classmethod
    def decode(cls, raw: bytes) -> Self:
        """The command that bytes are.

        Raises:
            MalformedApdu: the lengths in it do not fit its size.
        """
        size = len(raw)
        if size == 4:
            return cls(raw[0], raw[1], raw[2], raw[3])
        if size < 4:
            raise MalformedApdu
        first = raw[4]
        if size == 5:
            return cls(raw[0], raw[1], raw[2], raw[3], b"", first or SHORT_ANSWER)
        if first == 0:
            return cls._decode_extended(raw)
        end = 5 + first
        if size == end:
            return cls(raw[0], raw[1], raw[2], raw[3], raw[5:end])
        if size == end + 1:
            return cls(raw[0], raw[1], raw[2], raw[3], raw[5:end], raw[end] or SHORT_ANSWER)
        raise MalformedApdu

    @classmethod
    def _decode_extended(cls, raw: bytes) -> Self:
        size = len(raw)
        if size == 7:
            return cls(raw[0], raw[1], raw[2], raw[3], b"", int.from_bytes(raw[5:]) or LONGEST_ANSWER)
        sent = int.from_bytes(raw[5:7])
        end = 7 + sent
        if size < 8 or sent == 0 or size not in (end, end + 2):
            raise MalformedApdu
        asked = None if size == end else int.from_bytes(raw[end:]) or LONGEST_ANSWER
        return cls(raw[0], raw[1], raw[2], raw[3], raw[7:end], asked)


class Response(msgspec.Struct, frozen=True, gc=False):
    """What a card answered: data, and the status word."""

    data: bytes
    sw: int

    def __repr__(self) -> str:
        """The size and the status; never the data, which may be somebody's."""
        return f"Response({len(self.data)} bytes, {self.sw:04X})"

    def encode(self) -> bytes:
        """The answer as bytes."""
        return self.data + self.sw.to_bytes(2)

    @classmethod
    def decode(cls, raw: bytes) -> Self:
        """The answer that bytes are.

        Raises:
            MalformedApdu: fewer than two bytes. A card that is pulled in mid-command looks like this: it is a failure of the
                transport and says nothing about the card.
        """
        if len(raw) < 2:
            raise MalformedApdu
        return cls(raw[:-2], int.from_bytes(raw[-2:]))
