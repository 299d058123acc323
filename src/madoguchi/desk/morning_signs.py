"""What machines know of the morning check: looks that a probe has done, and what a good read this morning has shown."""

from datetime import datetime
from typing import Final

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around
from madoguchi.desk.chain_table import MorningLook, chain_table
from madoguchi.desk.chain_view import at_time
from madoguchi.desk.context import Context
from madoguchi.evidence.probes.probe import Reading

BY_A_READ: Final = ("screen", "card")
"""Looks that a card that was read today has already done: the screen was on, and a card was taken."""


class Sign(msgspec.Struct, frozen=True):
    """How a look went without anybody: `good` or `bad`, and by what that is known."""

    state: str
    text: str


def known(context: Context, around: Around) -> dict[str, Sign]:
    """What is known now, by item; a look that no machine can do is absent."""
    signs: dict[str, Sign] = {}
    read = context.records.last_good()
    if read is not None and _same_day(read, around.now):
        signs |= dict.fromkeys(BY_A_READ, Sign("good", around.text("morning-known-read", time=at_time(read, around))))
    readings = context.chain.rounds.readings()
    for look in chain_table().morning:
        reading = _decides(look, readings)
        if reading is not None:
            text = around.text("morning-known", time=at_time(reading.since or around.now, around))
            evidence = around.text(reading.evidence, **reading.args)
            signs[look.item] = Sign("good" if reading.state == "good" else "bad", f"{text}{evidence}")
    return signs


def _decides(look: MorningLook, readings: dict[str, Reading]) -> Reading | None:
    """The reading that settles a look: any bad news first, then the good word of the probe that can give it."""
    bad = next((readings[one] for one in look.down if one in readings and readings[one].state == "down"), None)
    good = readings.get(look.good)
    return bad or (good if good is not None and good.state == "good" else None)


def _same_day(one: datetime, other: datetime) -> bool:
    return one.astimezone(JAPAN).date() == other.astimezone(JAPAN).date()
