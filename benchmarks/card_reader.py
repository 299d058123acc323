"""How quick the practice card is through the real smart-card service, against a card that only says the same thing back.

`echo PORT`: that card. `inside READER SECONDS`: commands a second through the service, said as JSON; both are started by
`through_reader`, in namespaces of their own.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.measure import middle
from madoguchi.base.clock import now
from madoguchi.evidence.probes.card_reader.press import CardReader
from madoguchi.replica.card.vpcd import Vpcd
from tests.clients.stack import PORT, READER, Stack, missing

GOAL = 0.5
"""Least ratio to the echo."""

READS = ("00A4040C0AD392F000260100000001", "00A4020C02000A", "00B0000000")
"""Choose the user certificate; the last command is the one that is counted."""


class Echo:
    """A card that answers every command with as many bytes as a long read."""

    atr = bytes.fromhex("3BE000FF8131FE4514")

    def power(self, _on: bool, /) -> None:  # noqa: FBT001 - a switch
        """It has no memory."""

    def reset(self) -> None:
        """It has no memory."""

    def transmit(self, _command: bytes, /) -> bytes:
        """256 bytes and success."""
        return bytes(256) + b"\x90\x00"


def inside(reader: str, seconds: float) -> dict[str, float]:
    """Reads a second, and what one look of the probe takes, on a reader of this machine."""
    # The library is an extra, and only this process needs it.
    from smartcard import scard as library  # noqa: PLC0415

    scard: Any = library
    _, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    code, card, protocol = scard.SCardConnect(context, reader, scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T1)
    if code:
        raise RuntimeError(scard.SCardGetErrorMessage(code))
    *before, read = (list(bytes.fromhex(command)) for command in READS)
    for command in before:
        scard.SCardTransmit(card, protocol, command)
    done, began = 0, time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        _, answer = scard.SCardTransmit(card, protocol, read)
        if len(answer) != 258:
            raise RuntimeError(len(answer))
        done += 1
    scard.SCardDisconnect(card, scard.SCARD_UNPOWER_CARD)
    scard.SCardReleaseContext(context)
    return {"reads": round(done / passed)}


def looks(reader: str, many: int) -> dict[str, float]:
    """Milliseconds of one look, from reaching the service to letting it go."""
    probe, taken = CardReader(now), []
    for _ in range(many):
        began = time.perf_counter()
        probe.press(reader)
        taken.append((time.perf_counter() - began) * 1000)
    return {"look_ms": middle(taken)}


def through_reader(seconds: float, rounds: int) -> dict[str, Any]:
    """The practice card and the echo by turns on one service; then a look, and OpenSC's dump as a whole process."""
    why = missing()
    if why:
        return {"left_out": why}
    with tempfile.TemporaryDirectory() as folder:
        stack = Stack(Path(folder) / "stack")
        try:
            return _measured(stack, seconds, rounds)
        finally:
            stack.stop()


def _measured(stack: Stack, seconds: float, rounds: int) -> dict[str, Any]:
    words = (sys.executable, "-m", "benchmarks.card_reader")
    pairs, dumps = [], []
    for _ in range(rounds):
        with stack.card("adult"):
            ours = json.loads(stack.run(*words, "inside", READER, str(seconds)).out)["reads"]
            for _ in range(3):
                began = time.perf_counter()
                said = stack.run("pkcs15-tool", "--dump")
                dumps.append(time.perf_counter() - began)
                if said.status:
                    raise RuntimeError(said.all)
        with stack.served(*words, "echo", str(PORT), log=stack.folder / "echo.log"):
            echo = json.loads(stack.run(*words, "inside", READER, str(seconds)).out)["reads"]
        pairs.append((ours, echo))
    with stack.card("adult"):
        look = json.loads(stack.run(*words, "looks", READER, "100").out)
    return {
        "read": {
            "card": middle([one for one, _ in pairs], 0),
            "bare": middle([one for _, one in pairs], 0),
            "ratio": middle([one / other for one, other in pairs]),
        },
        **look,
        "dump_seconds": middle(dumps),
    }


def main(what: str, *rest: str) -> None:
    """One of the processes that `through_reader` starts."""
    if what == "echo":
        Vpcd(Echo(), "127.0.0.1", int(rest[0])).serve()
    elif what == "looks":
        print(json.dumps(looks(rest[0], int(rest[1]))))
    else:
        print(json.dumps(inside(rest[0], float(rest[1]))))


if __name__ == "__main__":
    main(*sys.argv[1:])
