"""One look at the card on one reader: every call to the service, and what came of it. It raises nothing."""

from collections.abc import Callable
from datetime import date
from typing import Final

import msgspec

from madoguchi.evidence.probes.card_reader.findings import BROKEN, NOT_HERE, SERVICE
from madoguchi.evidence.probes.card_reader.gate import Gate
from madoguchi.evidence.probes.card_reader.meaning import Args, Meant, meant
from madoguchi.evidence.probes.card_reader.pcsc import Code, Service, State
from madoguchi.evidence.probes.card_reader.sequence import BEYOND, KINDS, OTHERS, TWELVE, Ask, read
from madoguchi.wire.card.apdu import MalformedApdu, Response
from madoguchi.wire.card.status import StatusWord

BLOCK: Final = 0x100
LONGEST: Final = 0x1000
"""Bytes of a certificate that are read at most: the largest file seen is 3,808."""

SECOND_LOOK: Final = frozenset({"application-missing", "application-broken", "certificate-broken"})
"""Said of a card only after a second look, with its power taken in between, gave the same."""

RESTARTS: Final = 2
"""How often a look begins anew because another program reset the card."""


class Seen(msgspec.Struct, frozen=True):
    """What one look gave.

    Attributes:
        reader: the reader that was looked at, or empty.
        readers: all that the service knows.
        meant: what was found.
        mark: a hash that tells one card from another within this session only, or empty.
        commands: how many commands the card was sent.
    """

    reader: str
    readers: tuple[str, ...]
    meant: Meant
    mark: str = ""
    commands: int = 0


class Interrupted(Exception):  # noqa: N818 - a look that ends early, not a fault of ours
    """The way to the card ended: with a number of the service, or with an answer that was cut."""

    def __init__(self, code: int | None) -> None:
        """Keep the number; None for an answer of fewer than two bytes."""
        super().__init__(code)
        self.code = code


def look(service: Service, reader: str, today: date, mark: Callable[[bytes], str]) -> Seen:
    """Look at the card on a reader. Whatever happens, the card has no power afterwards and the service is let go.

    Args:
        service: the computer's smart-card service.
        reader: the only reader that may be touched.
        today: the day in Japan.
        mark: makes of a certificate what may be kept for this session.
    """
    names: tuple[str, ...] = ()
    try:
        code = service.open()
        if code != Code.GOOD:
            return _ended(reader, names, code)
        code, names = service.readers()
        if code != Code.GOOD or not names:
            return _ended(reader, names, Code.NO_READERS if code == Code.GOOD else code)
        if not reader:
            return Seen("", names, Meant({"no-reader-named": {}}, {}))
        if reader not in names:
            return _ended(reader, names, Code.UNKNOWN_READER)
        seen = _look(service, reader, names, today, mark)
        if SECOND_LOOK & seen.meant.found.keys():
            seen = _look(service, reader, names, today, mark)
        return seen
    finally:
        service.close()


def _look(service: Service, reader: str, names: tuple[str, ...], today: date, mark: Callable[[bytes], str]) -> Seen:
    for _ in range(RESTARTS + 1):
        code = _at_hand(service, reader)
        if code != Code.GOOD:
            return _ended(reader, names, code)
        talk = Talk(service)
        try:
            answers = talk.all()
            der = answers["certificate"]
            known = mark(der.data) if der.sw == StatusWord.DONE and der.data else ""
            return Seen(reader, names, meant(answers, today), known, talk.commands)
        except Interrupted as interrupted:
            if interrupted.code != Code.RESET_CARD:
                return _ended(reader, names, _whose(service, reader, interrupted.code))
        finally:
            service.disconnect()
    return _ended(reader, names, Code.SHARING_VIOLATION)


def _at_hand(service: Service, reader: str) -> int:
    """Connect to the card, if one lies there and nobody else holds it; the service's number."""
    code, bits = service.state(reader)
    if code != Code.GOOD:
        return code
    for bit, number in _STATES.items():
        if bits & bit:
            return number
    return service.connect(reader)


_STATES: Final[dict[State, Code]] = {
    State.UNKNOWN: Code.UNKNOWN_READER,
    State.UNAVAILABLE: Code.READER_UNAVAILABLE,
    State.EMPTY: Code.NO_CARD,
    State.EXCLUSIVE: Code.SHARING_VIOLATION,
    State.MUTE: Code.UNRESPONSIVE_CARD,
}
"""What a reader's state says before the card is asked: as the number that connecting would give."""


def _whose(service: Service, reader: str, code: int | None) -> int:
    """The number that says why an answer did not come: the service or the reader may have gone, else the card has."""
    asked, names = service.readers()
    if asked != Code.GOOD:
        return asked
    if reader not in names:
        return Code.UNKNOWN_READER
    asked, bits = service.state(reader)
    if asked != Code.GOOD:
        return asked
    if bits & (State.UNKNOWN | State.UNAVAILABLE):
        return Code.READER_UNAVAILABLE
    return Code.REMOVED_CARD if code is None else code


def _ended(reader: str, names: tuple[str, ...], code: int) -> Seen:
    name = SERVICE.get(code, "unheard-of")
    args: Args = {"reader": reader} if name == "reader-gone" else {"number": f"{code:08X}"} if name == "unheard-of" else {}
    return Seen(reader, names, Meant({name: args}, {}))


class Talk:
    """The commands of one look, through the gate."""

    def __init__(self, service: Service) -> None:
        """Speak to the card that `service` is connected to."""
        self._gate = Gate(service.transmit)
        self.commands = 0

    def all(self) -> dict[str, Response]:
        """Every answer of the sequence by name; what cannot succeed any more is not sent.

        Raises:
            Interrupted: the way to the card ended.
        """
        answers = {name: self._first(ask) for name, ask in zip(KINDS, TWELVE, strict=False)}
        if all(answer.sw in NOT_HERE for answer in answers.values()):
            return answers | {name: self._ask(command) for name, command in OTHERS.items()} | {"certificate": Response(b"", 0)}
        for ask in (*TWELVE[len(KINDS) :], *BEYOND):
            before = answers.get(ask.after)
            if before is not None and before.sw != StatusWord.DONE:
                answers[ask.name] = Response(b"", before.sw)
                continue
            answers[ask.name] = self._ask(ask.command)
            if ask.name == "certificate" and answers[ask.name].sw == StatusWord.DONE:
                answers[ask.name] = self._whole(answers[ask.name].data)
        return answers

    def _first(self, ask: Ask) -> Response:
        answer = self._ask(ask.command)
        # One card was seen to fail the first command after it got power, and to be well from the second on.
        return self._ask(ask.command) if self.commands == 1 and answer.sw in BROKEN else answer

    def _whole(self, head: bytes) -> Response:
        """The certificate of which `head` is the beginning: as long as its DER says, whatever fills the file behind it."""
        if len(head) != 4 or head[:2] != b"\x30\x82":
            return Response(head, StatusWord.DONE)
        size = min(4 + int.from_bytes(head[2:]), LONGEST)
        got = b""
        while len(got) < size:
            answer = self._ask(read(len(got), min(BLOCK, size - len(got))))
            if answer.sw != StatusWord.DONE or not answer.data:
                return Response(got, answer.sw if answer.sw in BROKEN else StatusWord.DONE)
            got += answer.data
        return Response(got, StatusWord.DONE)

    def _ask(self, command: bytes) -> Response:
        self.commands += 1
        code, raw = self._gate.transmit(command)
        if code != Code.GOOD:
            raise Interrupted(code)
        try:
            return Response.decode(raw)
        except MalformedApdu:
            # A card pulled in mid-command: the service reports success with an empty answer, and the error one call later.
            raise Interrupted(None) from None
