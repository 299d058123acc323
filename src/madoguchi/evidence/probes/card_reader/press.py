"""What a press of 「カードをしらべる」 gives: the look, what it means, card or reader, and the sentences that say why."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Final

import msgspec

from madoguchi.base.clock import JAPAN, Clock
from madoguchi.evidence.probes.card_reader.findings import FINDINGS, Part, gravest
from madoguchi.evidence.probes.card_reader.look import Seen, look
from madoguchi.evidence.probes.card_reader.meaning import Args, Meant
from madoguchi.evidence.probes.card_reader.memory import Memory, Told
from madoguchi.evidence.probes.card_reader.pcsc import Service, installed
from madoguchi.wire.card.phase import Phase

LIMIT_SECONDS: Final = 10.0
"""After this long a look is given up; the next waits until it has come back."""


class Why(msgspec.Struct, frozen=True):
    """A line of evidence: the message `card-found-<name>` with its values."""

    name: str
    args: Args = {}


class Pressed(msgspec.Struct, frozen=True):
    """What was found, without anything personal.

    Attributes:
        reader: the reader that was looked at, or empty.
        readers: all readers, to choose from where none was named.
        card: what lies there: `my-number`, `phone`, `old-resident`, `driving-licence`, `residence-card`, `other`, `silent`,
            `absent`; None where it was not reached.
        code: the number the face reader would show for it, or None.
        part: which part is at fault.
        sure: 0 to 1.
        why: the evidence, the gravest first.
        tries: how many tries are left by secret; None where the card did not say.
        not_after: the last day of the user certificate.
        phase: where it stands today.
    """

    reader: str
    readers: tuple[str, ...]
    card: str | None
    code: str | None
    part: Part
    sure: float
    why: tuple[Why, ...]
    tries: dict[str, int | None]
    not_after: date | None
    phase: Phase | None


class CardReader:
    """The probe. One look at a time, on a press and never by itself."""

    def __init__(self, clock: Clock, service: Callable[[], Service | None] = installed, limit: float = LIMIT_SECONDS) -> None:
        """Look with the service of this computer, or with another in its place."""
        self._clock = clock
        self.service = service
        self._limit = limit
        self._memory = Memory()
        self._looking = threading.Lock()

    def press(self, reader: str, *, another: bool = False) -> Pressed:
        """Look at the card on this reader.

        Args:
            reader: the reader the settings name; empty finds out only which there are.
            another: whether staff say that another card lies there than at the last look that failed.
        """
        # A reader that hangs must neither hang the desk nor be asked a second time meanwhile.
        if not self._looking.acquire(blocking=False):
            return _pressed(_only("too-slow", reader), None)
        done: list[Pressed] = []
        worker = threading.Thread(target=self._work, args=(reader, done), kwargs={"another": another}, daemon=True)
        worker.start()
        worker.join(self._limit)
        if done:
            return done[0]
        return _pressed(_only("too-slow" if worker.is_alive() else "unheard-of", reader), None)

    def _work(self, reader: str, done: list[Pressed], *, another: bool) -> None:
        try:
            done.append(self._press(reader, another=another))
        finally:
            self._looking.release()

    def _press(self, reader: str, *, another: bool) -> Pressed:
        service = self.service()
        if service is None:
            return _pressed(_only("not-available", reader), None)
        at = self._clock()
        seen = look(service, reader, at.astimezone(JAPAN).date(), self._memory.mark)
        name = gravest(frozenset(seen.meant.found))
        told = None
        if FINDINGS[name].part == "undecided":
            told = self._memory.failed(reader, seen.mark, at, another=another)
        elif seen.commands and seen.mark:
            told = self._memory.good(reader, seen.mark, at)
        return _pressed(seen, told)


def _only(name: str, reader: str) -> Seen:
    return Seen(reader, (), Meant({name: {"number": "-"} if name == "unheard-of" else {}}, {}))


def _pressed(seen: Seen, told: Told | None) -> Pressed:
    found = dict(seen.meant.found)
    if not any(FINDINGS[name].code for name in found) and seen.commands:
        found["card-good"] = {}
    first = FINDINGS[gravest(frozenset(found))]
    ranked = sorted(found, key=list(FINDINGS).index)
    why = [Why(name, found[name]) for name in ranked]
    decides = told is not None and first.part == "undecided"
    if told is not None:
        why.append(Why(told.name, {"minutes": told.minutes}))
    return Pressed(
        reader=seen.reader,
        readers=seen.readers,
        card=seen.meant.kind or ("phone" if "phone" in found else first.card),
        code=first.code,
        part=told.part if told is not None and decides else first.part,
        sure=told.sure if told is not None and decides else first.sure,
        why=tuple(why),
        tries=seen.meant.tries,
        not_after=seen.meant.not_after,
        phase=seen.meant.phase,
    )
