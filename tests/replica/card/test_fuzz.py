"""Hundreds of thousands of random and mutated commands: the card never fails, and never gives what was not earned."""

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from madoguchi.replica.card.card import Card, Elementary, Key, Records, Secret
from madoguchi.replica.card.machine import HANDLERS, power_off, power_on, step, warm_reset
from madoguchi.wire.card.apdu import LONGEST_ANSWER, Command, MalformedApdu
from madoguchi.wire.card.status import StatusWord

SEED = 20261122
SESSION = 400
"""Commands before the next card: one whose secrets are all locked has little left to show."""

PERSONAS = ("adult", "adult", "adult", "child", "phone", "old", "licence", "transit")

Presented = set[tuple[str, int]]
"""What the test itself saw presented rightly: application and secret."""


class Caller:
    """Makes up commands: sensible ones, nearly sensible ones, and noise."""

    def __init__(self, chance: Random, card: Card) -> None:
        self.chance = chance
        self.aids = [one.aid for one in card.issued.applications]
        self.files = [0x3F00, *sorted({file for one in card.issued.applications for file in one.files})]
        self.heads = list(HANDLERS)
        self.kinds: dict[Callable[[Card], Command], int] = {
            self.application: 10,
            self.file: 25,
            self.secret: 20,
            self.question: 5,
            self.piece: 30,
            self.record: 3,
            self.signature: 1,
            self.change: 3,
            self.other: 3,
        }

    def application(self, _: Card) -> Command:
        aid = self.chance.choice(self.aids)
        return Command(0, 0xA4, 4, 0x0C, aid if self.chance.random() < 0.8 else aid[: self.chance.randint(1, 9)])

    def file(self, card: Card) -> Command:
        near = list(card.application.files)
        file = self.chance.choice(near if near and self.chance.random() < 0.9 else self.files)
        return Command(0, 0xA4, 2, 0x0C, file.to_bytes(2))

    def secret(self, card: Card) -> Command:
        """Mostly the right secret of the current file."""
        file = card.file.id if isinstance(card.file, Secret) else self.chance.choice((0x18, 0x12, 0x11))
        right = card.secrets.get((card.application.id, file), b"0000")
        wrong = bytes(self.chance.choices(b"0123456789ABC", k=self.chance.randint(1, 20)))
        named = self.chance.choice((0x80, 0x80, 0x80 | file & 0x1F))
        return Command(0, 0x20, 0, named, right if self.chance.random() < 0.7 else wrong)

    def question(self, _: Card) -> Command:
        return Command(0, 0x20, 0, 0x80)

    def piece(self, _: Card) -> Command:
        size = self.chance.choice((1, 4, 256, self.chance.randint(1, 256), self.chance.randint(1, LONGEST_ANSWER)))
        return Command(0, 0xB0, self.chance.choice((0, 0, 1, 0x7F, 0x8A, 0x82)), self.chance.randrange(256), le=size)

    def record(self, _: Card) -> Command:
        return Command(0, 0xB2, self.chance.randrange(3), self.chance.choice((0x04, 0x0C, 0x14)), le=256)

    def signature(self, _: Card) -> Command:
        data = b"\x41" * self.chance.choice((1, 32))
        return Command(0x80, 0x2A, self.chance.randrange(7), self.chance.choice((0x80, 0x97, 0x9A, 0)), data, 256)

    def change(self, _: Card) -> Command:
        head = self.chance.choice(((0, 0x24, 1, 0x80), (0x80, 0x32, 0, 0x80)))
        return Command(*head, b"7" * self.chance.choice((4, 4, 6, 14, 3, 17)))

    def other(self, _: Card) -> Command:
        return Command(0, self.chance.choice((0x84, 0xCA, 0x88)), 0, self.chance.choice((0, 0xF0, 0x99)), le=8)

    def sensible(self, card: Card) -> bytes:
        (make,) = self.chance.choices(list(self.kinds), list(self.kinds.values()))
        return make(card).encode()

    def next(self, card: Card) -> bytes:
        chance = self.chance
        kind = chance.random()
        if kind < 0.75:
            return self.sensible(card)
        if kind < 0.90:
            return self.mutated(bytearray(self.sensible(card)))
        if kind < 0.97:
            return chance.choice(self.heads) + chance.randbytes(chance.randint(0, 12))
        return chance.randbytes(chance.choice((0, 1, 4, 5, 7, 12, 40, 300)))

    def mutated(self, command: bytearray) -> bytes:
        for _ in range(self.chance.randint(1, 3)):
            at = self.chance.randrange(len(command))
            match self.chance.randrange(4):
                case 0:
                    command[at] ^= 1 << self.chance.randrange(8)
                case 1:
                    command[at] = self.chance.choice((0, 1, 0x7F, 0x80, 0xFF))
                case 2 if len(command) > 1:
                    del command[at]
                case _:
                    command.insert(at, self.chance.randrange(256))
        return bytes(command)


def decoded(command: bytes) -> Command | None:
    try:
        return Command.decode(command)
    except MalformedApdu:
        return None


def check_answer(command: Command | None, answer: bytes) -> None:
    """Sizes and statuses, whatever was asked."""
    sw = int.from_bytes(answer[-2:])
    assert len(answer) >= 2
    assert sw in StatusWord._value2member_map_ or 0x63C0 <= sw <= 0x63CF
    assert sw == StatusWord.DONE or len(answer) == 2
    assert len(answer) - 2 <= ((command.le if command else None) or 0)
    assert command is not None or sw == StatusWord.WRONG_LENGTH


def check_counters(before: Card, after: Card, command: Command | None, answer: bytes) -> None:
    """A counter grows only by the right secret, sinks by one at a wrong one, and never leaves nothing."""
    changed = [at for at in before.tries if before.tries[at] != after.tries[at]]
    if not changed:
        return
    (at,) = changed
    left = before.tries[at]
    assert command is not None
    assert (0x00, 0x20) == (command.cla, command.ins)
    assert left > 0
    if command.data == before.secrets[at]:
        assert (b"\x90\x00", True) == (answer, after.tries[at] > left)
    else:
        assert (bytes((0x63, 0xC0 | left - 1)), left - 1) == (answer, after.tries[at])


def follow(presented: Presented, before: Card, after: Card, command: Command | None, answer: bytes) -> None:
    """What the test believes to be presented, from what it saw alone."""
    if command is None or (answer[-2:] != b"\x90\x00" and answer[:1] != b"\x63"):
        return
    if (command.cla, command.ins, command.p1) == (0, 0xA4, 4) and before.owner != after.owner:
        presented.clear()
    if (command.cla, command.ins) == (0, 0x20) and command.data:
        named = command.p2 & 0x1F or (before.file.id if before.file else 0)
        at = (before.application.id, named)
        presented.add(at) if answer == b"\x90\x00" else presented.discard(at)


def check_access(presented: Presented, after: Card, command: Command | None, answer: bytes) -> bool:
    """Whether guarded bytes came, which must then have been earned."""
    if command is None or len(answer) == 2:
        return False
    file = after.file
    if command.ins == 0x2A and command.p2:
        file = after.application.files[command.p2 & 0x1F or (after.file.id if after.file else 0)]
        assert isinstance(file, Key)
    elif command.ins not in (0xB0, 0xB2):
        return False
    assert isinstance(file, Elementary | Records | Key)
    if file.opens is None:
        return False
    assert any((after.application.id, secret) in presented for secret in file.opens)
    return True


def contents(card: Card, *, free: bool) -> list[bytes]:
    """Files that anybody may read, or those that nobody may without a secret, as the card has them."""
    files = [file for one in card.issued.applications for file in one.files.values() if isinstance(file, Elementary)]
    return [file.content for file in files if (file.opens is None) == free]


class Session:
    """A card, a caller, and what the test knows of both."""

    def __init__(self, chance: Random, fresh: Card) -> None:
        self.card = power_on(fresh)
        self.presented = Presented()
        self.caller = Caller(chance, fresh)
        self.free, self.hidden = contents(fresh, free=True), contents(fresh, free=False)

    def call(self) -> tuple[bytes, bool]:
        """One command, with everything checked that must hold; the answer's status, and whether guarded bytes came."""
        before, raw = self.card, self.caller.next(self.card)
        self.card, answer = step(before, raw)
        command = decoded(raw)
        check_answer(command, answer)
        check_counters(before, self.card, command, answer)
        follow(self.presented, before, self.card, command, answer)
        guarded = check_access(self.presented, self.card, command, answer)
        if not self.presented and len(answer) > 18:
            assert not self.leaks(answer[:-2])
        changed = (before.application.id, before.file.id if before.file else 0)
        assert self.card.secrets is before.secrets or changed in self.presented
        return answer[-2:], guarded

    def leaks(self, data: bytes) -> bool:
        """Whether these bytes stand in a guarded file and in no free one."""
        return any(data in content for content in self.hidden) and not any(data in content for content in self.free)

    def disturb(self, chance: Random) -> None:
        """Take the power and give it again, or reset."""
        off = chance.random() < 0.5
        self.card = power_on(power_off(self.card)) if off else warm_reset(self.card)
        if off:
            self.presented.clear()


def play(issued: Callable[[str], Card], count: int) -> Counter[str]:
    chance, seen = Random(SEED), Counter[str]()
    session = Session(chance, issued("adult"))
    for number in range(count):
        if number % SESSION == 0:
            session = Session(chance, issued(chance.choice(PERSONAS)))
        status, guarded = session.call()
        seen[status.hex().upper()] += 1
        seen["guarded"] += guarded
        if chance.random() < 0.004:
            session.disturb(chance)
    return seen


REACHED = {"9000", "63C0", "63C2", "6700", "6881", "6981", "6982", "6984", "6985", "6986", "6A82", "6A83", "6A86", "6A88"}
REACHED |= {"6B00", "6D00", "6E00", "guarded"}
"""Without these the test would have tried less than it says."""


def test_fifty_thousand_commands(issued: Callable[[str], Card]) -> None:
    seen = play(issued, 50_000)

    assert set() == {name for name in REACHED if not seen[name]}


@pytest.mark.long
def test_a_million_commands(issued: Callable[[str], Card]) -> None:
    seen = play(issued, 1_000_000)

    assert set() == {name for name in REACHED if not seen[name]}
