"""The names of the files the terminal exchanges: read and built from a table (docs/protocol/exchange.md#names)."""

import re
import tomllib
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from madoguchi.base.clock import JAPAN

Mark = Literal["C", "CC", "I", "K", "U"]
"""How well a fact is known: confirmed once, twice, inferred, general knowledge, unknown."""


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of file. `pair` is the family that answers it or that it answers; `reads` says the desk reads it."""

    interface: str
    name: str
    pair: str
    mark: Mark
    source: str
    reads: bool = False


class NameTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything known about names: the shape as a regular expression, the systems, the families by prefix."""

    shape: str
    system: dict[str, str]
    family: dict[str, Family]


class FileName(msgspec.Struct, frozen=True):
    """A name taken apart. `prefix` may belong to a family that the table does not know; `time` is Japan's."""

    prefix: str
    face: bool
    free: str
    time: datetime | None
    extension: str


@cache
def name_table() -> NameTable:
    """The table that comes with the product."""
    text = files(__package__).joinpath("names.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), NameTable)


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    # Windows does not distinguish capitals in names, and a copy may have changed those of the extension.
    return re.compile(pattern, re.IGNORECASE)


def parse_name(name: str, table: NameTable | None = None) -> FileName | None:
    """The parts of a file name (not a path), or None where it is no exchange file; `table` replaces ours."""
    table = table or name_table()
    found = _shape(table.shape).match(name)
    if found is None:
        return None
    time = _time(found["time"])
    return FileName(
        prefix=_as_listed(found["prefix"], table),
        face=found["face"] is not None,
        # Fourteen digits that are no moment belong to the free part.
        free=found["free"] if time else name[found.start("free") : found.start("extension") - 1],
        time=time,
        extension=found["extension"].lower(),
    )


def build_name(parts: FileName) -> str:
    """The file name of these parts: what `parse_name` reads back."""
    face = "face_" if parts.face else ""
    stamp = f"{parts.time:%Y%m%d%H%M%S}" if parts.time else ""
    joint = "_" if parts.free and stamp else ""
    return f"{parts.prefix}_{face}{parts.free}{joint}{stamp}.{parts.extension}"


def reply_name(request: FileName, extension: str = "xml", table: NameTable | None = None) -> FileName | None:
    """The name under which a request is answered: same free part, the paired family; None for an unknown family."""
    family = (table or name_table()).family.get(request.prefix)
    if family is None or not request.prefix.endswith("req"):
        return None
    return msgspec.structs.replace(request, prefix=family.pair, extension=extension)


def desk_reads(name: str) -> bool:
    """Whether the desk reads a file of this name: an eligibility result, by reader or by number, as XML or as ZIP."""
    # Asked of every file of a folder at every look, so without taking the name apart.
    low = name.lower()
    return low.startswith(_read_prefixes()) and low.endswith((".xml", ".zip")) and "/" not in low and "\\" not in low


@cache
def _read_prefixes() -> tuple[str, ...]:
    return tuple(f"{prefix.lower()}_" for prefix, family in name_table().family.items() if family.reads)


def _as_listed(prefix: str, table: NameTable) -> str:
    return next((known for known in table.family if known.lower() == prefix.lower()), prefix)


def _time(digits: str | None) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=JAPAN) if digits else None
    except ValueError:
        return None
