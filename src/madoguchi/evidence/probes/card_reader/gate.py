"""The lowest layer of the desk towards a card: lets pass only what reads nothing personal, tries nothing and writes nothing."""

from collections.abc import Callable
from typing import Final

from madoguchi.wire.card.applications import Application, FaceFile, JpkiFile, OtherCard

CLASS: Final = 0x00
SELECT: Final = 0xA4
READ: Final = 0xB0
QUERY: Final = 0x20

COUNTER: Final = bytes.fromhex("00200080")
"""The question how many tries are left: four bytes and nothing behind them. Data behind them would be a try."""

BY_NAME: Final = bytes((CLASS, SELECT, 0x04, 0x0C))
BY_FILE: Final = bytes((CLASS, SELECT, 0x02, 0x0C))

FILES: Final[dict[bytes, dict[int, int]]] = {
    Application.JPKI.aid: {
        JpkiFile.USER_PIN: QUERY,
        JpkiFile.USER_CERTIFICATE: READ,
        JpkiFile.TOKEN: READ,
        JpkiFile.PRESENT: READ,
    },
    Application.FACE.aid: {FaceFile.NUMBER_B: QUERY},
    Application.TEXT.aid: {},
    OtherCard.DRIVING_LICENCE.aid: {},
    OtherCard.RESIDENCE_CARD.aid: {},
}
"""Every application that may be chosen, every file in it, and the one thing that may be done with that file."""


class ForbiddenError(RuntimeError):
    """A command that the desk never sends to a card; it was not sent. Carries no byte of it."""


class Gate:
    """Passes commands on to a card, each only if the list above has it."""

    def __init__(self, send: Callable[[bytes], tuple[int, bytes]]) -> None:
        """`send` is the service's own way to the card."""
        self._send = send
        self._application = b""
        self._file = -1

    def transmit(self, command: bytes) -> tuple[int, bytes]:
        """The service's number and the card's answer.

        Raises:
            ForbiddenError: the command is not on the list.
        """
        if not self._may(command):
            raise ForbiddenError("a command that the desk does not send to a card")
        code, answer = self._send(command)
        if command[1] == SELECT and not answer.endswith(b"\x90\x00"):
            # What was not chosen is not there to be asked.
            self._file = -1
            self._application = b"" if command.startswith(BY_NAME) else self._application
        return code, answer

    def _may(self, command: bytes) -> bool:
        if command.startswith(BY_NAME):
            name = command[5:]
            known = len(command) > 4 and command[4] == len(name) and name in FILES
            self._application, self._file = (name, -1) if known else (b"", -1)
            return known
        if command.startswith(BY_FILE):
            file = int.from_bytes(command[5:], "big")
            known = command[4:5] == b"\x02" and len(command) == 7 and file in FILES.get(self._application, {})
            self._file = file if known else -1
            return known
        use = FILES.get(self._application, {}).get(self._file)
        if command == COUNTER:
            return use == QUERY
        return use == READ and len(command) == 5 and command[:2] == bytes((CLASS, READ)) and command[2] < 0x80
