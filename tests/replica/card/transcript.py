"""Plays a session with a card that is written down as a script: `>` a command, `<` its answer, `!` what is done to the card.

A command is hexadecimal; a word in quotes stands for its ASCII bytes with their count in front. An answer is hexadecimal with
`..` for any bytes; `(256)` for that many bytes. Lines of other kinds are for the reader.
"""

import re
from collections.abc import Callable, Mapping

from madoguchi.replica.card.contact import Lying

DONE: Mapping[str, Callable[[Lying], None]] = {
    "power off": lambda card: card.power(False),
    "power on": lambda card: card.power(True),
    "reset": lambda card: card.reset(),
}

NAMES = {
    "JPKI": "00A4040C0AD392F000260100000001",
    "FACE": "00A4040C0AD3921000310001010402",
    "TEXT": "00A4040C0AD3921000310001010408",
    "JUKI": "00A4040C0AD3921000310001010401",
    "COMMON": "00A4040C0AD3921000310001010100",
    "TRIES": "00200080",
}
"""Words for the commands that every session has."""


def command(written: str) -> bytes:
    """The bytes that a written command means."""
    words = []
    for word in re.findall(r'"[^"]*"|\S+', written):
        if word.startswith('"'):
            words.append(f"{len(word) - 2:02X}" + word[1:-1].encode().hex())
        elif word.startswith("EF:"):
            words.append(f"00A4020C02{word[3:]}")
        else:
            words.append(NAMES.get(word, word))
    return bytes.fromhex("".join(words))


def matches(written: str, answer: bytes) -> bool:
    pattern = re.sub(r"\((\d+)\)", lambda count: f"(?:[0-9A-F]{{2}}){{{count[1]}}}", written.replace(" ", ""))
    return re.fullmatch(pattern.replace("..", "(?:[0-9A-F]{2})*"), answer.hex().upper()) is not None


def play(card: Lying, script: str) -> None:
    """Play a session; every answer must be the written one."""
    answer = b""
    for number, line in enumerate(script.strip("\n").splitlines(), start=1):
        kind, _, rest = line.strip().partition(" ")
        rest = rest.split("#")[0].strip()
        if kind == "!":
            DONE[rest](card)
        elif kind == ">":
            answer = card.transmit(command(rest))
        elif kind == "<":
            assert matches(rest, answer), f"line {number}: expected {rest}, got {answer.hex().upper()}"
