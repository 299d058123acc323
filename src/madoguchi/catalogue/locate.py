"""On which line of a TOML text each key and array item begins, so that an error can point at it."""

import re
from typing import Final

Path = tuple[str | int, ...]
"""The way to a value: keys, and indices of arrays from 0."""

_SPACE: Final = re.compile(r"(?:\s|#[^\n]*)*")
_STRING: Final = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL)
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR: Final = re.compile(r"[^,\]}\n#]*")


class _Scanner:
    """Walks a text that tomllib has already accepted; it therefore need not refuse anything itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {(): 1}
        self.arrays: dict[tuple[str, ...], int] = {}

    def note(self, path: Path) -> None:
        """Keep the line the scanner stands on for a path, the first time it is met."""
        self.lines.setdefault(path, self.text.count("\n", 0, self.at) + 1)

    def skip(self) -> None:
        """Go past blanks, line ends and comments."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def peek(self) -> str:
        """The next character that counts, or nothing at the end."""
        self.skip()
        return self.text[self.at : self.at + 1]

    def key(self) -> tuple[str, ...]:
        """A dotted key, with the cursor left behind it."""
        parts: list[str] = []
        while True:
            quoted = self.peek() in "\"'"
            match = (_STRING if quoted else _BARE_KEY).match(self.text, self.at)
            if match is None:
                return tuple(parts)
            parts.append(match[0][1:-1] if quoted else match[0])
            self.at = match.end()
            if self.peek() != ".":
                return tuple(parts)
            self.at += 1

    def header(self) -> Path:
        """A table header; gives the path of the table it opens."""
        start = self.at
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        keys = self.key()
        if many:
            self.arrays[keys] = self.arrays.get(keys, -1) + 1
        path: Path = ()
        for depth, name in enumerate(keys, start=1):
            index = self.arrays.get(keys[:depth])
            path += (name,) if index is None else (name, index)
        self.peek()
        end = self.at + (2 if many else 1)
        self.at = start
        for depth in range(1, len(path) + 1):
            self.note(path[:depth])
        self.at = end
        return path

    def pair(self, table: Path) -> None:
        """One `key = value` of a table."""
        start = self.at
        keys = self.key()
        behind, self.at = self.at, start
        for depth in range(1, len(keys) + 1):
            self.note(table + keys[:depth])
        self.at = behind
        self.peek()
        self.at += 1
        self.value(table + keys)

    def value(self, path: Path) -> None:
        """A value of any kind, noting every item within it."""
        opening = self.peek()
        self.note(path)
        if opening in ("[", "{"):
            self.at += 1
            closing = "]" if opening == "[" else "}"
            index = 0
            while self.peek() not in (closing, ""):
                if opening == "[":
                    self.value((*path, index))
                else:
                    self.pair(path)
                index += 1
                if self.peek() == ",":
                    self.at += 1
            self.at += 1
            return
        match = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
        self.at = match.end() if match else len(self.text)


def locate(text: str) -> dict[Path, int]:
    """The line (from 1) of every key, table and array item of a text that is valid TOML."""
    scanner = _Scanner(text)
    table: Path = ()
    while opening := scanner.peek():
        if opening == "[":
            table = scanner.header()
        else:
            scanner.pair(table)
    return scanner.lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a path, or of the nearest table around it that is written down."""
    while path not in lines:
        path = path[:-1]
    return lines[path]
