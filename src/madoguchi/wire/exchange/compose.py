"""Puts values into a message in the order of its table, groups and all."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from madoguchi.wire.exchange.forms import Tree
from madoguchi.wire.exchange.messages import Element

Rows = list[tuple[tuple[str, ...], str]]


def children(order: Iterable[Element], values: Mapping[str, str]) -> Tree:
    """The elements that have a value, in the table's order; those that the table does not know come last.

    Args:
        order: the part of the table.
        values: text by element name, with slashes where groups lead to it; an empty text leaves the element out.
    """
    names = {row.name: place for place, row in enumerate(order)}
    ranked = sorted((name for name in values if values[name]), key=lambda name: names.get(name, len(names)))
    return _grouped([(tuple(name.split("/")), values[name]) for name in ranked])


def _grouped(rows: Rows) -> Tree:
    tree: Tree = []
    for tag, group in groupby(rows, key=lambda row: row[0][0]):
        members = [(path[1:], text) for path, text in group]
        tree.extend((tag, text) for path, text in members if not path)
        deeper = [(path, text) for path, text in members if path]
        if deeper:
            tree.append((tag, _grouped(deeper)))
    return tree
