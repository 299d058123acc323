"""Which elements the eligibility messages have, in which order and of which type, as a table."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from madoguchi.wire.exchange.names import Mark


class Element(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One element. `name` may lead through groups by slashes; `shows` is what a ● in it concerns."""

    name: str
    type: str
    mark: Mark
    shows: str = "other"
    source: str = ""

    @property
    def tag(self) -> str:
        """The element's own name, without its groups."""
        return self.name.rpartition("/")[2]


class MessageTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The layouts of questions and answers, part by part."""

    source: str
    expiry_words: tuple[str, ...]
    request_header: tuple[Element, ...]
    collect_header: tuple[Element, ...]
    collect: tuple[Element, ...]
    registration: tuple[Element, ...]
    search: tuple[Element, ...]
    header: tuple[Element, ...]
    bulk_header: tuple[Element, ...]
    body: tuple[Element, ...]
    qualification: tuple[Element, ...]


CONTAINERS = frozenset(
    {
        "XmlMsg",
        "MessageHeader",
        "MessageBody",
        "QualificationConfirmSearchInfo",
        "ResultList",
        "ResultOfQualificationConfirmation",
    }
)
"""The elements that hold the others."""


@cache
def message_table() -> MessageTable:
    """The table that comes with the product."""
    text = files(__package__).joinpath("messages.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), MessageTable)


@cache
def known_tags() -> frozenset[str]:
    """Every element name of a result that the tables know, groups and containers among them."""
    table = message_table()
    rows = (*table.header, *table.body, *table.search, *table.qualification)
    return CONTAINERS.union(*(row.name.split("/") for row in rows))


@cache
def shown_by() -> dict[str, str]:
    """What a ● in an element concerns, by the element's name."""
    table = message_table()
    return {row.tag: row.shows for row in (*table.search, *table.qualification)}
