"""How a sample looks as bytes: written plainly, or spoilt in one of the ways files are spoilt."""

import html
import io
import zipfile
from collections.abc import Callable
from typing import Literal

from madoguchi.base import xml

Encoding = Literal["utf-8", "shift_jis"]
ENCODINGS: tuple[Encoding, ...] = ("utf-8", "shift_jis")

Node = str | list[tuple[str, "Node"]]
"""A text, or children in their order."""

Tree = list[tuple[str, Node]]
"""Elements in their order, each with its tag."""


def _write(tree: Tree, indent: str = "") -> str:
    return "".join(
        f"{indent}<{tag}>{html.escape(node, quote=False)}</{tag}>\n"
        if isinstance(node, str)
        else f"{indent}<{tag}>\n{_write(node, indent + '  ')}{indent}</{tag}>\n"
        for tag, node in tree
    )


def _declaration(encoding: Encoding) -> str:
    announced = {"utf-8": "UTF-8", "shift_jis": "Shift_JIS"}[encoding]
    return f'<?xml version="1.0" encoding="{announced}" standalone="no"?>\n'


def _encode(text: str, encoding: Encoding) -> bytes:
    return text.encode({"utf-8": "utf-8", "shift_jis": "cp932"}[encoding], errors="xmlcharrefreplace")


def _plain(tree: Tree, encoding: Encoding) -> bytes:
    return _encode(_declaration(encoding) + _write(tree), encoding)


def _reversed(tree: Tree) -> Tree:
    return [(tag, node if isinstance(node, str) else _reversed(node)) for tag, node in reversed(tree)]


def _with_body(tree: Tree, body: Tree) -> Tree:
    ((_, inside),) = tree
    return [("XmlMsg", [*inside[:1], *body])] if not isinstance(inside, str) else tree


def _words(tree: Tree) -> str:
    return " ".join(node if isinstance(node, str) else _words(node) for _, node in tree)


def _half(tree: Tree, encoding: Encoding) -> bytes:
    whole = _plain(tree, encoding)
    return whole[: len(whole) * 3 // 5]


def _zipped(tree: Tree, encoding: Encoding) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mihon.xml"), _plain(tree, encoding))
    return held.getvalue()


FORMS: dict[str, Callable[[Tree, Encoding], bytes]] = {
    "plain": _plain,
    "half": _half,
    "zip": _zipped,
    "shuffled": lambda tree, encoding: _plain(_reversed(tree), encoding),
    "empty": lambda _tree, _encoding: b"",
    "not-xml": lambda tree, encoding: _encode(_words(tree), encoding),
    "empty-body": lambda tree, encoding: _plain(_with_body(tree, [("MessageBody", "")]), encoding),
    "no-body": lambda tree, encoding: _plain(_with_body(tree, []), encoding),
    "byte-order-mark": lambda tree, encoding: b"\xef\xbb\xbf" + _plain(tree, encoding),
    "no-declaration": lambda tree, encoding: _encode(_write(tree), encoding),
    "false-declaration": lambda tree, encoding: _encode(_declaration("utf-8") + _write(tree), encoding),
    "line-ends": lambda tree, encoding: _plain(tree, encoding).replace(b"\n", b"\r\n"),
    "dots-as-references": lambda tree, encoding: _encode(
        (_declaration(encoding) + _write(tree)).replace("●", "&#x25CF;"), encoding
    ),
    "document-type": lambda tree, encoding: _encode(_declaration(encoding) + "<!DOCTYPE XmlMsg>\n" + _write(tree), encoding),
    "too-large": lambda tree, encoding: _plain(tree, encoding) + b" " * xml.LIMIT,
}
"""The ways a file can look, by the word that samples.toml uses."""
