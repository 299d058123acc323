"""Which applications of a card a desk may select, which files it may name, and how other cards are known by theirs.

What is not here cannot be asked for: no key of My Number, no signing key, no file behind a secret
(docs/protocol/card.md#promise).
"""

from enum import Enum, IntEnum


class _Named(Enum):
    """Names of applications; the value is the name in bytes."""

    @property
    def aid(self) -> bytes:
        """The name to select it by."""
        name: bytes = self.value
        return name

    def __str__(self) -> str:
        """Its name and number."""
        return f"{self.name} {self.aid.hex().upper()}"


class Application(_Named):
    """Applications of an Individual Number Card (docs/protocol/card.md#applications)."""

    JPKI = bytes.fromhex("D392F000260100000001")
    """公的個人認証: the user certificate and its PIN."""
    FACE = bytes.fromhex("D3921000310001010402")
    """券面事項確認: what is printed on the card."""
    TEXT = bytes.fromhex("D3921000310001010408")
    """券面事項入力補助: name, address, birth and sex as text."""
    COMMON = bytes.fromhex("D3921000310001010100")
    """共通カード: number, municipality and expiry of the card itself."""


class OtherCard(_Named):
    """How a wrong card is told kindly: the first bytes of the names of its applications."""

    DRIVING_LICENCE = bytes.fromhex("A0000002310100")
    RESIDENCE_CARD = bytes.fromhex("D392F0004F02")


class JpkiFile(IntEnum):
    """Files of JPKI that are free to read, and the PIN whose counter is free to ask."""

    TOKEN = 0x0006
    PRESENT = 0x0008
    USER_CERTIFICATE = 0x000A
    USER_CA = 0x000B
    USER_PIN = 0x0018


class FaceFile(IntEnum):
    """In FACE a desk asks one counter."""

    NUMBER_B = 0x0012


class CommonFile(IntEnum):
    """In COMMON a desk reads one record."""

    CARD = 0x0001
