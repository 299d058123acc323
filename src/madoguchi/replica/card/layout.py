"""What stands on which kind of card, read from the two tables beside this module."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from madoguchi.replica.card.card import Form
from madoguchi.wire.card.status import StatusWord


class FilePlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of bytes: what is in it, and which secrets open it (absent: free; empty: nobody)."""

    id: int
    holds: str
    opens: tuple[int, ...] | None = None


class RecordPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of records."""

    id: int
    holds: tuple[str, ...]
    opens: tuple[int, ...] | None = None


class SecretPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A secret: which one of the holder's, how many tries it has, and how it is written."""

    id: int
    name: str
    tries: int
    form: Form
    length: tuple[int, int]


class KeyPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A private key: which one of the card's, and which secrets open it."""

    id: int
    signs: str
    opens: tuple[int, ...] | None = None
    answers: bool = False


class ApplicationPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An application. `change`: class and instruction that change its secrets; `own`: its key that asks for no secret."""

    id: str
    aid: str
    change: str = ""
    own: str | None = None
    file: tuple[FilePlace, ...] = ()
    record: tuple[RecordPlace, ...] = ()
    secret: tuple[SecretPlace, ...] = ()
    key: tuple[KeyPlace, ...] = ()
    other: tuple[int, ...] = ()
    objects: Mapping[int, str] = {}


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of card."""

    atr: str
    applications: tuple[str, ...]
    refusal: StatusWord
    contactless_atr: str = ""
    token: str = ""
    without: Mapping[str, tuple[int, ...]] = {}
    guards: Mapping[str, Mapping[int, tuple[int, ...]]] = {}


def _read(name: str, shape: Any) -> Any:  # noqa: ANN401 - a type, and a value of it
    table = tomllib.loads(files("madoguchi.replica.card").joinpath(name).read_text("utf-8"))
    # Hexadecimal numbers cannot be keys in TOML: they arrive as text and are made numbers by msgspec's lax mode.
    return msgspec.convert(_numbers(table), shape, strict=False)


def _numbers(value: object) -> object:
    if isinstance(value, dict):
        return {int(key, 16) if key.startswith("0x") else key: _numbers(one) for key, one in value.items()}
    return [_numbers(one) for one in value] if isinstance(value, list) else value


@cache
def places() -> Mapping[str, ApplicationPlace]:
    """Every application by its id."""
    found: dict[str, tuple[ApplicationPlace, ...]] = _read("layout.toml", dict[str, tuple[ApplicationPlace, ...]])
    return {one.id: one for one in found["application"]}


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of card by its name."""
    found: dict[str, Kind] = _read("kinds.toml", dict[str, Kind])
    return found
