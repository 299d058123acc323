"""The twelve commands of a look at a card, without any secret, and what follows them (docs/protocol/card-reader.md#asked)."""

from typing import Final, Literal

import msgspec

from madoguchi.evidence.probes.card_reader.gate import BY_FILE, BY_NAME, COUNTER
from madoguchi.wire.card.apdu import Command
from madoguchi.wire.card.applications import Application, FaceFile, JpkiFile, OtherCard

Secret = Literal["pin", "number_b"]
"""Whose tries are counted: the four-digit PIN, and 照合番号B."""


class Ask(msgspec.Struct, frozen=True):
    """One command, and the name its answer goes by; sent only if the one named `after` was answered well."""

    name: str
    command: bytes
    after: str = ""


def choose(application: Application | OtherCard) -> bytes:
    """The command that chooses an application."""
    return BY_NAME + bytes((len(application.aid),)) + application.aid


def open_file(file: JpkiFile | FaceFile) -> bytes:
    """The command that chooses a file of the chosen application."""
    return BY_FILE + b"\x02" + file.to_bytes(2)


def read(offset: int, size: int) -> bytes:
    """The command that reads a piece of the chosen file."""
    return Command(0x00, 0xB0, offset >> 8, offset & 0xFF, le=size).encode()


KINDS: Final[dict[str, Application]] = {"jpki": Application.JPKI, "face": Application.FACE, "text": Application.TEXT}
"""The applications by which a card is known, in the order in which they are asked for."""

TWELVE: Final = (
    *(Ask(name, choose(application)) for name, application in KINDS.items()),
    Ask("jpki-again", choose(Application.JPKI)),
    Ask("pin-file", open_file(JpkiFile.USER_PIN), "jpki-again"),
    Ask("pin", COUNTER, "pin-file"),
    Ask("face-again", choose(Application.FACE)),
    Ask("number_b-file", open_file(FaceFile.NUMBER_B), "face-again"),
    Ask("number_b", COUNTER, "number_b-file"),
    Ask("jpki-certificate", choose(Application.JPKI)),
    Ask("certificate-file", open_file(JpkiFile.USER_CERTIFICATE), "jpki-certificate"),
    Ask("certificate", read(0, 4), "certificate-file"),
)
"""Which applications answer, how many tries two secrets have left, and the head of the user certificate."""

BEYOND: Final = (
    Ask("token-file", open_file(JpkiFile.TOKEN), "jpki-certificate"),
    Ask("token", read(0, 32), "token-file"),
    Ask("present-file", open_file(JpkiFile.PRESENT), "jpki-certificate"),
    Ask("present", read(0, 3), "present-file"),
)
"""Free as well: the label that tells a card from a telephone, and which certificates are there."""

OTHERS: Final = {
    "driving-licence": choose(OtherCard.DRIVING_LICENCE),
    "residence-card": choose(OtherCard.RESIDENCE_CARD),
}
"""Where no application of a My Number Card answers: names by which another card is told kindly."""
