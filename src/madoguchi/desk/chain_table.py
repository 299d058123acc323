"""What the desk makes of its probes, as data: which problem a dead link opens, which good word speaks for a whole link."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from madoguchi.catalogue.model import Problem
from madoguchi.evidence.probes.probe import Link, Reading


class MorningLook(msgspec.Struct, frozen=True):
    """A look of the morning check that a probe can do, and the problem to open where it is not good."""

    item: str
    problem: str
    good: str
    down: tuple[str, ...]


class ChainTable(msgspec.Struct, frozen=True):
    """The table of `chain.toml`."""

    opens: dict[str, str]
    proves: dict[Link, tuple[str, ...]]
    morning: tuple[MorningLook, ...]


@cache
def chain_table() -> ChainTable:
    """The table, read once."""
    return msgspec.convert(tomllib.loads((files(__package__) / "chain.toml").read_text("utf-8")), ChainTable)


def opens(reading: Reading) -> str | None:
    """The problem that a dead link opens; None where it opens none, or where nothing is down."""
    if reading.state != "down":
        return None
    seen = [kind for kind, value in reading.observes.items() if value == "down"] or [reading.probe]
    return next((problem for one in seen if (problem := chain_table().opens.get(one))), None)


def facts(readings: Mapping[str, Reading], problem: Problem) -> dict[str, str]:
    """What the guide may learn of a problem from the readings, by probe of the models; bad news before good.

    What is observed of one stage alone (`area-notice/prescription`) is told to problems of that stage under the probe's name,
    in place of what the probe says of everything else.
    """
    known: dict[str, str] = {}
    for reading in readings.values():
        for kind, value in reading.observes.items():
            probe, _, stage = kind.partition("/")
            fits = stage == problem.stage if stage else f"{kind}/{problem.stage}" not in chain_table().opens
            if fits and known.get(probe) != "down":
                known[probe] = value
    return known


def learned(before: Reading | None, after: Reading) -> set[str]:
    """The probes of the models about which something else is known now."""
    old = before.observes if before is not None else {}
    return {kind.partition("/")[0] for kind in old.keys() | after.observes.keys() if old.get(kind) != after.observes.get(kind)}
