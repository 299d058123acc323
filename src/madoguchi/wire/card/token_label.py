"""What a card says of itself for free: its label, and which certificates are on it (docs/protocol/card.md#files)."""

from enum import Enum

import msgspec

LABEL_SIZE = 32
"""The label's bytes at the beginning of the token's file, filled with blanks."""

PRESENT = 0x8F
"""The mark of a certificate that is there."""


class Token(Enum):
    """Labels of a token's file, and with them what lies on the reader."""

    CARD = "JPKIAPICCTOKEN2"
    OLD_CARD = "JPKIAPICCTOKEN"
    """住基カード: looks alike, and is no Individual Number Card."""
    ANDROID = "JPKIAPGPSETOKEN"
    IPHONE = "JPKIAPIOSTOKEN"

    def __str__(self) -> str:
        """Its name."""
        return self.name

    @property
    def is_phone(self) -> bool:
        """Whether it is a telephone, which shows its certificate only after its PIN."""
        return self in (Token.ANDROID, Token.IPHONE)


class Certificates(msgspec.Struct, frozen=True):
    """Which certificates are on a card."""

    signature: bool
    user: bool


def token(content: bytes) -> Token | None:
    """What a token's file, or the beginning of it, says; None where nobody knows the label."""
    label = content[:LABEL_SIZE].decode("ascii", "replace").strip(" \0")
    return next((one for one in Token if one.value == label), None)


def certificates(content: bytes) -> Certificates | None:
    """Which certificates a card says it has; None where the file is too short to say."""
    return Certificates(content[0] == PRESENT, content[1] == PRESENT) if len(content) >= 2 else None
