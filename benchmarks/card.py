"""How quick the practice card is, against the least that answers the same commands and against bare signatures."""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.utils import NoDigestInfo

from benchmarks import card_reader
from benchmarks.bare_card import BareCard
from benchmarks.measure import middle
from madoguchi.base.clock import JAPAN
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.card import Elementary
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.issue import issue
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.personas import personas
from madoguchi.replica.card.signing import SHA256_PREFIX

Transmit = Callable[[bytes], bytes]

PERSONA = "adult"
DAY = datetime(2026, 11, 22, tzinfo=JAPAN).date()
PIN = personas()[PERSONA].secrets["user-pin"].encode()

SELECT_JPKI = bytes.fromhex("00A4040C0AD392F000260100000001")
SELECT_PIN = bytes.fromhex("00A4020C020018")
SELECT_KEY = bytes.fromhex("00A4020C020017")
SELECT_CERTIFICATE = bytes.fromhex("00A4020C02000A")
TRIES = bytes.fromhex("00200080")
READ = bytes.fromhex("00B0000000")
SIGN = bytes.fromhex("802A008033") + SHA256_PREFIX + bytes(32) + b"\0"
WHOLE = (SELECT_JPKI, SELECT_PIN, TRIES, SELECT_CERTIFICATE, *(bytes.fromhex(f"00B0{at:02X}0000") for at in range(5)))
"""What a look at a card asks: which application, how many tries, the whole certificate."""

GOALS = {"session": 0.3, "sign": 0.7}
"""Least ratio to the bare one."""


class Cards:
    """The practice card, the bare one with the same content, and the key both sign with."""

    def __init__(self) -> None:
        """Issue a card and put both in the same state: PIN presented, user certificate current."""
        keys = Keys()
        self.card = CardInProcess(issue(personas()[PERSONA], Authority((personas()[PERSONA],), keys, DAY), keys, DAY))
        self.card.power(True)
        self.key = keys.get(f"{PERSONA}-user")
        contents = {
            one.aid: {file.id.to_bytes(2): file.content if isinstance(file, Elementary) else b"" for file in one.files.values()}
            for one in self.card.card.issued.applications
        }
        self.bare = BareCard(contents, 3, self.key)


def rate(transmit: Transmit, commands: Sequence[bytes], seconds: float) -> float:
    """Commands a second."""
    done, began = 0, time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        for _ in range(50):
            for command in commands:
                transmit(command)
        done += 50 * len(commands)
    return done / passed


def signatures(sign: Callable[[], object], seconds: float) -> float:
    """Signatures a second."""
    done, began = 0, time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        sign()
        done += 1
    return done / passed


def turns(ours: Callable[[], float], bare: Callable[[], float], rounds: int) -> dict[str, float]:
    """Both by turns, so that what else runs meets both; medians, and the median of the ratios."""
    pairs = [(ours(), bare()) for _ in range(rounds)]
    return {
        "card": middle([one for one, _ in pairs], 0),
        "bare": middle([one for _, one in pairs], 0),
        "ratio": middle([one / other for one, other in pairs]),
    }


def in_process(seconds: float, rounds: int) -> dict[str, Any]:
    """Commands and signatures a second without any reader."""
    cards = Cards()
    card, bare = cards.card.transmit, cards.bare.transmit
    for command in (*WHOLE, READ):
        if card(command) != bare(command):
            raise RuntimeError(f"the two answer differently: {command.hex()}")
    found: dict[str, Any] = {}
    for name, before, commands in (
        ("session", SELECT_JPKI, WHOLE),
        ("read", SELECT_CERTIFICATE, (READ,)),
        ("tries", SELECT_PIN, (TRIES,)),
        ("select", SELECT_JPKI, (SELECT_CERTIFICATE,)),
    ):
        for one in (card, bare):
            one(before)

        def ours(asked: Sequence[bytes] = commands) -> float:
            return rate(card, asked, seconds)

        def least(asked: Sequence[bytes] = commands) -> float:
            return rate(bare, asked, seconds)

        found[name] = turns(ours, least, rounds)
    for command in (SELECT_JPKI, SELECT_PIN, bytes.fromhex("0020008004") + PIN, SELECT_KEY):
        card(command)
    digest, plain, verbatim = SIGN[5:-1], padding.PKCS1v15(), NoDigestInfo()
    if card(SIGN)[:-2] != cards.key.sign(digest, plain, verbatim):
        raise RuntimeError("the card signs something else")
    found["sign"] = turns(
        lambda: signatures(lambda: card(SIGN), seconds),
        lambda: signatures(lambda: cards.key.sign(digest, plain, verbatim), seconds),
        rounds,
    )
    return found


SECTIONS: dict[str, Callable[[float, int], dict[str, Any]]] = {
    "in_process": in_process,
    "through_reader": card_reader.through_reader,
}
"""Each measures one way to the card; seconds of a measurement and rounds of turns are told."""


def missed(figures: dict[str, dict[str, Any]]) -> list[str]:
    """Goals that were not reached."""
    found = [name for name, goal in GOALS.items() if figures["in_process"][name]["ratio"] < goal]
    # Where there is no smart-card service, the section says why and misses nothing.
    through = figures["through_reader"].get("read")
    return [*found, "through_reader"] if through and through["ratio"] < card_reader.GOAL else found


def main() -> int:
    """Print the figures; 1 where a goal is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true", help="only show that it runs")
    parser.add_argument("--json", action="store_true", help="one line")
    asked = parser.parse_args()
    seconds, rounds = (0.05, 1) if asked.short else (0.5, 5)
    figures = {name: section(seconds, rounds) for name, section in SECTIONS.items()}
    report = {"goals": GOALS, "missed": missed(figures), **figures}
    print(json.dumps(report, indent=None if asked.json else 1))
    return 1 if report["missed"] and not asked.short else 0


if __name__ == "__main__":
    raise SystemExit(main())
