"""Cards for the probe's own tests: what lies in them is a dictionary, and anything else they refuse."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

JPKI = bytes.fromhex("D392F000260100000001")
FACE = bytes.fromhex("D3921000310001010402")
TEXT = bytes.fromhex("D3921000310001010408")

File = bytes | int
"""What can be read, or a status word that answers the question for tries."""


@cache
def certificate(not_after: date, number: int = 1) -> bytes:
    """A certificate whose last moment is the last second of a day in Japan."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATIONAL_UNIT_NAME, f"みほん{one}" * 10) for one in range(4)])
    end = datetime(not_after.year, not_after.month, not_after.day, 14, 59, 59, tzinfo=UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), number, end - timedelta(days=1800), end)
    return made.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def good(not_after: date = date(2030, 2, 17), number: int = 1) -> dict[bytes, dict[int, File]]:
    """A card with nothing wrong."""
    return {
        JPKI: {
            0x18: 0x63C3,
            0x0A: certificate(not_after, number) + bytes(100),
            0x06: b"JPKIAPICCTOKEN2".ljust(160),
            0x08: b"\x8f\x8f\x00",
        },
        FACE: {0x12: 0x63CA},
        TEXT: {},
    }


class Plain:
    """A card that answers what a look asks. `refusal` is what it says to a name it does not know."""

    def __init__(self, inside: dict[bytes, dict[int, File]], refusal: int = 0x6A82, first: int = 0) -> None:
        self.inside = inside
        self.refusal = refusal
        self.first = first
        self.select_status: dict[bytes, int] = {}
        self.current: dict[int, File] = {}
        self.file: File | None = None

    def power(self, _on: bool, /) -> None:  # noqa: FBT001 - as a reader does it
        self.current, self.file = {}, None

    def transmit(self, command: bytes) -> bytes:
        if self.first:
            word, self.first = self.first, 0
            return word.to_bytes(2)
        return self._answer(command)

    def _answer(self, command: bytes) -> bytes:
        if command[:3] == b"\x00\xa4\x04":
            name = command[5:]
            word = self.select_status.get(name, 0x9000 if name in self.inside else self.refusal)
            if word == 0x9000:
                self.current, self.file = self.inside[name], None
            return word.to_bytes(2)
        if command[:3] == b"\x00\xa4\x02":
            self.file = self.current.get(int.from_bytes(command[5:7]))
            return b"\x6a\x82" if self.file is None else b"\x90\x00"
        if command == bytes.fromhex("00200080") and isinstance(self.file, int):
            return self.file.to_bytes(2)
        if command[1] == 0xB0 and isinstance(self.file, bytes):
            offset, size = int.from_bytes(command[2:4]), command[4] or 256
            return self.file[offset : offset + size] + b"\x90\x00"
        return b"\x6d\x00"
