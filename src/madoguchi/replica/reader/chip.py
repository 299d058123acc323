"""What the reader asks of a card, command by command (docs/protocol/card.md, docs/protocol/replica-reader.md#card)."""

from typing import Final

from cryptography.x509 import load_der_x509_certificate

from madoguchi.replica.card.contact import Lying
from madoguchi.replica.card.permitting import TERMINAL_KEY, USER_KEY
from madoguchi.replica.card.signing import SHA256_PREFIX
from madoguchi.replica.card.tlv import TlvError, values
from madoguchi.replica.reader.kiosk import Chip
from madoguchi.replica.reader.trouble import Trouble
from madoguchi.wire.card.apdu import SHORT_ANSWER, Command, MalformedApdu, Response
from madoguchi.wire.card.applications import Application, FaceFile, JpkiFile
from madoguchi.wire.card.certificate import cut, size_of
from madoguchi.wire.card.counters import QUESTION
from madoguchi.wire.card.status import StatusWord, tries_left
from madoguchi.wire.card.token_label import Token, token

FACE_RECORD: Final = 0x0002
FACE_TAG: Final = 0xFF20
PHOTO_TAG: Final = 0xDF27
PHOTO_BEGINS: Final = bytes.fromhex("0000000C6A502020")
PHOTO_ENDS: Final = b"\xff\xd9"
SHORTEST_ATR: Final = 2
LONGEST_ATR: Final = 33
ATR_BEGINS: Final = b"\x3b\x3f"

REFUSED: Final = frozenset(
    {
        StatusWord.NOT_FOUND,
        StatusWord.WRONG_PARAMETERS,
        StatusWord.NO_SUCH_INSTRUCTION,
        StatusWord.NO_SUCH_CLASS,
    }
)
"""How a card says that it has no application of a name."""


class Session:
    """A card with power, from the moment it lies there until it is taken."""

    def __init__(self, card: Lying) -> None:
        """Hold the card; nothing is sent yet."""
        self._card = card

    def end(self) -> None:
        """Take the card's power: it forgets what was presented."""
        self._card.power(False)

    def read(self) -> Chip:
        """What lies there, as far as it tells without a secret.

        Raises:
            Trouble: nothing answers, it is another card, or it is broken.
        """
        self._card.power(True)
        atr = self._card.atr
        if not SHORTEST_ATR <= len(atr) <= LONGEST_ATR or atr[:1] not in ATR_BEGINS:
            raise Trouble("chip-silent")
        there = {one: self._select(one) for one in (Application.FACE, Application.JPKI)}
        if not any(there.values()):
            raise Trouble("other-card")
        label = token(self._content(JpkiFile.TOKEN, 32)) if there[Application.JPKI] else None
        if label is Token.OLD_CARD:
            raise Trouble("old-card")
        if label is not None and label.is_phone:
            return Chip("phone", b"", self._tries())
        if not all(there.values()):
            raise Trouble("application-broken")
        return Chip("card", self._certificate(), self._tries())

    def give_pin(self, pin: str) -> int | None:
        """Present the PIN; None where the card took it, else how many tries are left.

        Raises:
            Trouble: the card does not answer so.
        """
        self._again(Application.JPKI)
        self._file(JpkiFile.USER_PIN)
        answer = self._ask(Command(0x00, 0x20, 0x00, 0x80, pin.encode("ascii")))
        if answer.sw == StatusWord.DONE:
            return None
        left = tries_left(answer.sw)
        if left is None:
            raise Trouble("application-broken")
        return left

    def after_pin(self, chip: Chip) -> Chip:
        """What the card tells once it took the PIN: a phone its certificate, and every counter is full again."""
        certificate = chip.certificate or self._certificate()
        return Chip(chip.kind, certificate, self._tries())

    def photo(self, number_b: str, times: int = 1) -> bytes:
        """The photo, opened with the digits of the card's face (照合番号B).

        Args:
            number_b: fourteen digits.
            times: how often they are presented while they are not taken; a reader in order does it once.

        Raises:
            Trouble: the digits are not taken or taken no longer, or there is no picture that can be decoded.
        """
        self._again(Application.FACE)
        self._file(FaceFile.NUMBER_B)
        self._present_b(number_b, times)
        try:
            return self._photo()
        except Trouble as trouble:
            # The photo is the longest reading: whatever goes wrong in it is the picture's, not the card's.
            raise trouble if trouble.reason == "application-broken" else Trouble("photo-unreadable") from None

    def permit(self, permission: bytes) -> None:
        """Show the card a permission to sign without its PIN.

        Raises:
            Trouble: the card does not take it.
        """
        self._again(Application.JPKI)
        self._file(TERMINAL_KEY)
        if self._ask(Command(0x80, 0xA2, 0x00, 0x00, permission)).sw != StatusWord.DONE:
            raise Trouble("permission-unanswered")

    def sign(self, digest: bytes) -> bytes:
        """The card's signature over a SHA-256 digest, after its PIN or a permission.

        Raises:
            Trouble: it does not sign.
        """
        self._file(USER_KEY)
        answer = self._ask(Command(0x80, 0x2A, 0x00, 0x80, SHA256_PREFIX + digest, SHORT_ANSWER))
        if answer.sw != StatusWord.DONE:
            raise Trouble("application-broken")
        return answer.data

    # Single commands.

    def _ask(self, command: Command) -> Response:
        try:
            return Response.decode(self._card.transmit(command.encode()))
        except MalformedApdu:
            raise Trouble("chip-silent") from None

    def _select(self, application: Application) -> bool:
        """Whether the application is there; a failure is believed only the second time."""
        command = Command(0x00, 0xA4, 0x04, 0x0C, application.aid)
        answer = self._ask(command)
        if answer.sw not in REFUSED | {StatusWord.DONE}:
            answer = self._ask(command)
        if answer.sw not in REFUSED | {StatusWord.DONE}:
            raise Trouble("application-broken")
        return answer.sw == StatusWord.DONE

    def _again(self, application: Application) -> None:
        if not self._select(application):
            raise Trouble("application-broken")

    def _file(self, file: int) -> None:
        if self._ask(Command(0x00, 0xA4, 0x02, 0x0C, file.to_bytes(2))).sw != StatusWord.DONE:
            raise Trouble("application-broken")

    def _tries(self) -> int | None:
        self._file(JpkiFile.USER_PIN)
        return tries_left(self._ask(QUESTION).sw)

    def _piece(self, at: int, size: int) -> bytes:
        answer = self._ask(Command(0x00, 0xB0, at >> 8, at & 0xFF, le=size))
        return answer.data if answer.sw == StatusWord.DONE else b""

    def _content(self, file: int, size: int) -> bytes:
        self._file(file)
        return self._piece(0, size)

    def _long(self, begun: bytes, size: int) -> bytes:
        while len(begun) < size:
            piece = self._piece(len(begun), min(SHORT_ANSWER, size - len(begun)))
            if not piece:
                return begun
            begun += piece
        return begun

    def _certificate(self) -> bytes:
        found = self._ask(Command(0x00, 0xA4, 0x02, 0x0C, JpkiFile.USER_CERTIFICATE.to_bytes(2))).sw
        if found == StatusWord.NOT_FOUND:
            raise Trouble("certificate-missing")
        begun = self._piece(0, 4)
        der = cut(self._long(begun, size_of(begun) or 0))
        try:
            load_der_x509_certificate(der or b"")
        except ValueError:
            raise Trouble("application-broken") from None
        return der or b""

    def _present_b(self, number_b: str, times: int) -> None:
        left = tries_left(self._ask(QUESTION).sw)
        if left == 0:
            raise Trouble("number-b-locked")
        for _ in range(times):
            answer = self._ask(Command(0x00, 0x20, 0x00, 0x80, number_b.encode("ascii")))
            if answer.sw == StatusWord.DONE:
                return
            left = tries_left(answer.sw)
            if left is None:
                raise Trouble("application-broken")
            if not left:
                raise Trouble("number-b-locked")
        raise Trouble("face-misread")

    def _photo(self) -> bytes:
        self._file(FACE_RECORD)
        head = self._piece(0, 5)
        if head[:2] != FACE_TAG.to_bytes(2) or head[2] not in (0x81, 0x82):
            raise Trouble("application-broken" if head else "photo-unreadable")
        wide = head[2] & 0x7F
        size = 3 + wide + int.from_bytes(head[3 : 3 + wide])
        try:
            found = values(self._long(head[:5], size)).get(PHOTO_TAG, b"")
        except TlvError:
            raise Trouble("photo-unreadable") from None
        if not (found.startswith(PHOTO_BEGINS) and found.endswith(PHOTO_ENDS)):
            raise Trouble("photo-unreadable")
        return found
