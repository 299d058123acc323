"""The code tables of the exchange (OQSCD001 to 044) as values, each with its source and mark."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from madoguchi.wire.exchange.names import Mark


class CodeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table: the official Japanese name of the field and what each value means."""

    name: str
    mark: Mark
    source: str
    values: dict[str, str]


@cache
def code_tables() -> dict[str, CodeTable]:
    """Every table by its number, such as `OQSCD006`."""
    text = files(__package__).joinpath("tables.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, CodeTable])


def listed(table: str, value: str | None) -> str | None:
    """The value itself where the table lists it, else None: free text can never pass through a coded field."""
    return value if value is not None and value in code_tables()[table].values else None
