"""Puts a card into a virtual reader: the card's side of vpcd's socket (docs/protocol/card-reader.md#socket)."""

import socket
from typing import Final, Protocol

POWER_OFF: Final = 0
POWER_ON: Final = 1
RESET: Final = 2
SEND_ATR: Final = 4

LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
"""A virtual card is offered to programs of this machine and to nobody else."""

_QUICK: Final = getattr(socket, "TCP_QUICKACK", None)
"""Linux has it; elsewhere the driver's two writes wait for a late acknowledgement, and the card is slow but right."""


class Inserted(Protocol):
    """A card as a reader sees it."""

    @property
    def atr(self) -> bytes:
        """What it answers to a reset."""

    def power(self, on: bool, /) -> None:  # noqa: FBT001 - a switch
        """Give or take its power. Taking it forgets everything that was verified."""

    def reset(self) -> None:
        """Reset it without taking its power: what was verified stays (docs/protocol/card.md#verified)."""

    def transmit(self, command: bytes, /) -> bytes:
        """The answer to one command; nothing where the card has left the field."""


class Vpcd:
    """One card in one slot of a virtual reader."""

    def __init__(self, card: Inserted, host: str, port: int) -> None:
        """Dial the reader, which then sees the card.

        Raises:
            ValueError: the host is not this machine.
            OSError: no virtual reader waits there.
        """
        if host not in LOOPBACK:
            raise ValueError(host)
        self._card = card
        self._socket = socket.create_connection((host, port), timeout=5)
        self._socket.settimeout(None)

    def serve(self) -> None:
        """Answer the reader until it or `leave` ends the connection."""
        try:
            lies = True
            while lies and (message := self._receive()) is not None:
                lies = self._answer(message)
        except OSError:
            # The reader went, or the card was taken out in the middle: either way this card lies in no reader any more.
            pass
        finally:
            self._card.power(False)
            self._socket.close()

    def leave(self) -> None:
        """Take the card out. Safe from another thread and from a signal."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def _answer(self, message: bytes) -> bool:
        """Do what the reader asks; false where the card has left the field."""
        if len(message) != 1:
            answer = self._card.transmit(message)
            if not answer:
                # A message of length 0 leaves the driver waiting, measured for 10 s: a card that is gone hangs up.
                return False
            self._send(answer)
        elif message[0] == SEND_ATR:
            self._send(self._card.atr)
        elif message[0] == RESET:
            self._card.reset()
        elif message[0] in (POWER_OFF, POWER_ON):
            self._card.power(message[0] == POWER_ON)
        return True

    def _send(self, body: bytes) -> None:
        self._socket.sendall(len(body).to_bytes(2, "big") + body)

    def _receive(self) -> bytes | None:
        head = self._exactly(2)
        return None if head is None else self._exactly(int.from_bytes(head, "big"))

    def _exactly(self, size: int) -> bytes | None:
        got = b""
        while len(got) < size:
            if _QUICK is not None:
                # Asked for again before every receive, because the kernel forgets it: without it each command takes 40 ms more.
                self._socket.setsockopt(socket.IPPROTO_TCP, _QUICK, 1)
            piece = self._socket.recv(size - len(got))
            if not piece:
                return None
            got += piece
        return got
