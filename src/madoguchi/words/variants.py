"""Lists every sentence a message can become, without running it: each variant of each selector, references followed."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice, product

import msgspec
from fluent.syntax import ast as ftl

from madoguchi.words.translate import Entry

PATIENT_FILES = frozenset({"patient.ftl", "screens-patient.ftl", "notice.ftl"})
"""The files whose messages a patient sees; all other messages are for staff."""

MOST = 1000
"""More variants than this of one message are not read: nobody could review them either."""


class Line(msgspec.Struct, frozen=True):
    """One text as it can stand on a screen; a value put in at run time reads `{$name}`."""

    message: str
    attribute: str
    lang: str
    text: str
    file: str
    line: int

    @property
    def name(self) -> str:
        """How the words are asked for it: `step-x` or `step-x.how`."""
        return f"{self.message}.{self.attribute}" if self.attribute else self.message


def for_patients(entry: Entry) -> bool:
    """Whether a patient sees this message."""
    return entry.file.rpartition("/")[2] in PATIENT_FILES


def patterns(entry: Entry) -> Iterator[tuple[str, ftl.Pattern]]:
    """The value of an entry (under the empty name) and its attributes, in the order they are written."""
    if entry.node.value is not None:
        yield "", entry.node.value
    for attribute in entry.node.attributes:
        yield attribute.id.name, attribute.value


def lines(entries: Mapping[str, Entry], lang: str) -> Iterator[Line]:
    """Every text of every message of a language. Terms are read where a message uses them."""
    for entry in entries.values():
        if isinstance(entry.node, ftl.Message):
            for attribute, pattern in patterns(entry):
                for text in islice(_texts(pattern, entries, (entry.key,)), MOST):
                    yield Line(entry.key, attribute, lang, text, entry.file, entry.line)


def references(node: ftl.BaseNode) -> Iterator[tuple[str, str]]:
    """Key and attribute of every message and term a pattern points at."""
    if isinstance(node, ftl.MessageReference | ftl.TermReference):
        hyphen = "-" if isinstance(node, ftl.TermReference) else ""
        yield hyphen + node.id.name, node.attribute.name if node.attribute else ""
    for child in _children(node):
        yield from references(child)


def variables(node: ftl.BaseNode, entries: Mapping[str, Entry], seen: tuple[str, ...] = ()) -> frozenset[str]:
    """The values a pattern asks for, those of the messages it points at among them."""
    if isinstance(node, ftl.VariableReference):
        return frozenset({node.id.name})
    found: frozenset[str] = frozenset()
    if isinstance(node, ftl.MessageReference):
        target = _target(node, entries)
        if target is not None and node.id.name not in seen:
            found |= variables(target, entries, (*seen, node.id.name))
    for child in _children(node):
        found |= variables(child, entries, seen)
    return found


def _children(node: ftl.BaseNode) -> Iterator[ftl.BaseNode]:
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ftl.BaseNode):
                yield child


def _target(node: ftl.MessageReference | ftl.TermReference, entries: Mapping[str, Entry]) -> ftl.Pattern | None:
    entry = entries.get(("-" if isinstance(node, ftl.TermReference) else "") + node.id.name)
    wanted = node.attribute.name if node.attribute else ""
    return None if entry is None else dict(patterns(entry)).get(wanted)


def _texts(pattern: ftl.Pattern, entries: Mapping[str, Entry], seen: tuple[str, ...]) -> Iterator[str]:
    choices = [list(islice(_choices(element, entries, seen), MOST)) for element in pattern.elements]
    return ("".join(parts) for parts in product(*choices))


def _choices(node: ftl.BaseNode, entries: Mapping[str, Entry], seen: tuple[str, ...]) -> Iterator[str]:
    match node:
        case ftl.TextElement():
            yield node.value
        case ftl.Placeable():
            yield from _choices(node.expression, entries, seen)
        case ftl.StringLiteral() | ftl.NumberLiteral():
            yield str(node.parse()["value"])
        case ftl.SelectExpression():
            yield from chain.from_iterable(_texts(variant.value, entries, seen) for variant in node.variants)
        case ftl.MessageReference() | ftl.TermReference():
            yield from _referenced(node, entries, seen)
        case ftl.VariableReference():
            yield f"{{${node.id.name}}}"
        case ftl.FunctionReference():
            yield from chain.from_iterable(_choices(given, entries, seen) for given in node.arguments.positional)


def _referenced(
    node: ftl.MessageReference | ftl.TermReference, entries: Mapping[str, Entry], seen: tuple[str, ...]
) -> Iterator[str]:
    """A message that leads back to itself says nothing; the resolver refuses it."""
    target = _target(node, entries)
    if target is not None and node.id.name not in seen:
        yield from _texts(target, entries, (*seen, node.id.name))
