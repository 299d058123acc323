"""All tables of the exchange as one value: ours, or for each table the one that a vendor has put in its place."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from madoguchi.wire.exchange.messages import Element, MessageTable
from madoguchi.wire.exchange.names import Family, Mark, NameTable
from madoguchi.wire.exchange.tables import CodeTable

PLAIN_TYPES: Final = frozenset({"text", "digits", "date", "time", "month", "percent", "kana", "padded", "flag"})
"""What an element can hold besides a value of a code table."""


class QuestionKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of question that a terminal answers; the fields are explained at the head of questions.toml."""

    asks: Literal["eligibility", "registration"]
    how: Literal["single", "upload", "collect"]
    header: str
    rows: str
    element: str
    needs: tuple[str, ...]
    mark: Mark
    source: str


class QuestionTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The questions by their prefix, the name of a unit of a collected answer, and the elements that tell a consent."""

    unit: str
    consents: dict[str, str]
    question: dict[str, QuestionKind]


class Layout(msgspec.Struct, frozen=True):
    """Everything that is known of names, codes, messages and questions."""

    names: NameTable
    tables: dict[str, CodeTable]
    messages: MessageTable
    questions: QuestionTable

    def part(self, name: str) -> tuple[Element, ...]:
        """A part of the messages by its name, such as `search`."""
        found: tuple[Element, ...] = getattr(self.messages, name)
        return found


class TableRefused(ValueError):  # noqa: N818 - a refusal is an answer, not a fault
    """A table cannot be used: which file, which line (0 where it concerns the whole), which field, and why."""

    def __init__(self, file: str, line: int, field: str, why: str) -> None:
        """Keep where it is and what is wrong."""
        super().__init__(f"{file}:{line}: {field}: {why}")
        self.file, self.line, self.field, self.why = file, line, field, why


_KINDS: Final[dict[str, Any]] = {
    "names": NameTable,
    "tables": dict[str, CodeTable],
    "messages": MessageTable,
    "questions": QuestionTable,
}


def load_layout(folder: Path | None = None) -> Layout:
    """The tables that come with the product, each replaced by `<name>.toml` of a folder where it has one.

    Raises:
        TableRefused: a table of the folder is no TOML, has not the right shape, or contradicts another.
        OSError: a table of the folder cannot be read.
    """
    texts = {name: _text(name, folder) for name in _KINDS}
    layout = Layout(**{name: _table(name, text) for name, text in texts.items()})
    _names_agree(layout, texts)
    _types_agree(layout, texts)
    _questions_agree(layout, texts)
    return layout


def _text(name: str, folder: Path | None) -> str:
    own = None if folder is None else folder / f"{name}.toml"
    if own is None or not own.exists():
        return files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    try:
        return own.read_text("utf-8")
    except UnicodeDecodeError:
        raise TableRefused(own.name, 0, "", "it is not UTF-8") from None


def _table(name: str, text: str) -> Any:  # noqa: ANN401 - the kind of the table stands in _KINDS
    file = f"{name}.toml"
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        raise TableRefused(file, int(where[1]) if where else 0, "", str(error)) from None
    try:
        return msgspec.convert(told, _KINDS[name])
    except msgspec.ValidationError as error:
        why, path = _where(name, told, error)
        named = re.search(r"`([A-Za-z0-9_]+)`", why)
        line = _line(text, (*path, named[1])) if named else _line(text, path)
        raise TableRefused(file, line, ".".join(path), why) from None


def _where(name: str, told: dict[str, Any], error: msgspec.ValidationError) -> tuple[str, tuple[str, ...]]:
    """Why, and the way to the field. The library does not say which entry of a dictionary it was, so each is tried alone."""
    why, _, path = str(error).partition(" - at `$")
    steps = tuple(word for word in re.findall(r"\.([A-Za-z0-9_]+)", path) if word)
    if "[...]" not in path or name not in _ENTRIES:
        return why, steps
    above, kind = _ENTRIES[name]
    for entry, value in (told[above] if above else told).items():
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError:
            return why, (*((above,) if above else ()), entry, *steps[1 if above else 0 :])
    return why, steps


_ENTRIES: Final[dict[str, tuple[str, Any]]] = {
    "names": ("family", Family),
    "tables": ("", CodeTable),
    "questions": ("question", QuestionKind),
}
"""Where a table has entries by name, and what each of them is."""


def _line(text: str, path: tuple[str, ...]) -> int:
    """The line that a way through the table ends at, as far as it can be followed; 0 where it cannot at all."""
    lines = text.splitlines()
    at = found = 0
    for word in path:
        for number in range(at, len(lines)):
            if not lines[number].startswith("#") and re.search(
                rf"(?<![A-Za-z0-9_]){re.escape(word)}(?![A-Za-z0-9_])", lines[number]
            ):
                at, found = number, number + 1
                break
    return found


def _names_agree(layout: Layout, texts: dict[str, str]) -> None:
    try:
        groups = set(re.compile(layout.names.shape).groupindex)
    except re.error as error:
        raise TableRefused("names.toml", _line(texts["names"], ("shape",)), "shape", str(error)) from None
    missing = {"prefix", "face", "free", "time", "extension"} - groups
    if missing:
        raise TableRefused("names.toml", _line(texts["names"], ("shape",)), "shape", f"no group {', '.join(sorted(missing))}")


def _types_agree(layout: Layout, texts: dict[str, str]) -> None:
    known = PLAIN_TYPES | set(layout.tables)
    for part in (name for name in MessageTable.__struct_fields__ if name not in {"source", "expiry_words"}):
        for row in layout.part(part):
            if row.type not in known:
                line = _line(texts["messages"], (part, row.name))
                raise TableRefused("messages.toml", line, f"{part}.{row.name}", f"no type {row.type}")


def _questions_agree(layout: Layout, texts: dict[str, str]) -> None:
    for prefix, kind in layout.questions.question.items():
        why = _disagreement(layout, prefix, kind)
        if why:
            raise TableRefused("questions.toml", _line(texts["questions"], (prefix,)), f"question.{prefix}", why)


def _disagreement(layout: Layout, prefix: str, kind: QuestionKind) -> str:
    if prefix not in layout.names.family:
        return "no family of this name in names.toml"
    missing = [part for part in (kind.header, kind.rows) if part not in MessageTable.__struct_fields__]
    if missing:
        return f"no part {missing[0]} in messages.toml"
    strangers = sorted(set(kind.needs) - {row.name for row in layout.part(kind.rows)})
    return f"needs {', '.join(strangers)}, which is not among its rows" if strangers else ""
