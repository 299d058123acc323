"""From the bytes of a file in the terminal's folder `req` to the question it asks."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

import msgspec
from lxml import etree

from madoguchi.base import xml
from madoguchi.wire.exchange.codec import ExchangeRefused, decode
from madoguchi.wire.exchange.forms import Encoding
from madoguchi.wire.exchange.layout import Layout, QuestionKind
from madoguchi.wire.exchange.messages import Element
from madoguchi.wire.exchange.names import FileName, parse_name

MOST_PEOPLE: Final = 5_000
"""People in one bulk question that we take; what a real terminal takes is not public."""

_SHIFT_JIS = re.compile(
    rb"""\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*["'](?:shift[_-]?jis|x-sjis|sjis|windows-31j|cp932|ms932)["']""", re.IGNORECASE
)


class QuestionRefused(ValueError):  # noqa: N818 - a refusal is an answer, not a fault
    """A file that asks nothing we can answer; `reason` is one word, `element` names where it stands and never a value."""

    def __init__(self, reason: str, element: str = "") -> None:
        """Keep why and where."""
        super().__init__(f"{reason} {element}".strip())
        self.reason, self.element = reason, element


class Question(msgspec.Struct, frozen=True):
    """What a file asks: `people` has a dictionary by element name for each person, `digest` is of what is asked."""

    name: FileName
    kind: QuestionKind
    encoding: Encoding
    header: dict[str, str]
    people: tuple[dict[str, str], ...]
    digest: str

    @property
    def institution(self) -> str:
        """The institution that asks."""
        return self.header.get("MedicalInstitutionCode", "")

    @property
    def identifier(self) -> str:
        """What the asker calls this question, empty where it has no name."""
        return self.header.get("ArbitraryFileIdentifier", "")


def kind_of(name: str, layout: Layout) -> QuestionKind | None:
    """Which kind of question a file of this name must be; None where no question has such a name."""
    parts = parse_name(name, layout.names)
    if parts is None or parts.face or parts.extension != "xml":
        return None
    return layout.questions.question.get(parts.prefix)


def read_question(data: bytes, name: str, layout: Layout) -> Question:
    """The question that a file asks.

    Raises:
        QuestionRefused: `name`, `not-a-question`, `missing`, `value`, `too-many`, or a reason of the codec.
    """
    parts, kind = parse_name(name, layout.names), kind_of(name, layout)
    if parts is None or kind is None:
        raise QuestionRefused("name")
    root = _root(data)
    header, body = root.find("MessageHeader"), root.find("MessageBody")
    if root.tag != "XmlMsg" or header is None or body is None or header.find("SegmentOfResult") is not None:
        raise QuestionRefused("not-a-question")
    people = [body] if not kind.element else body.findall(kind.element)
    if not people:
        raise QuestionRefused("missing", kind.element)
    if len(people) > (MOST_PEOPLE if kind.how == "upload" else 1):
        raise QuestionRefused("too-many", kind.element)
    head = _values(header, layout.part(kind.header), layout, ("MedicalInstitutionCode",))
    asked = tuple(_values(one, layout.part(kind.rows), layout, kind.needs) for one in people)
    encoding: Encoding = "shift_jis" if _SHIFT_JIS.match(data) else "utf-8"
    digest = hashlib.sha256(msgspec.json.encode([parts.prefix, head, asked], order="sorted")).hexdigest()
    return Question(parts, kind, encoding, head, asked, digest)


def _root(data: bytes) -> etree._Element:
    try:
        return xml.parse(decode(data))
    except (ExchangeRefused, xml.XmlRefused) as refused:
        raise QuestionRefused(refused.reason) from None


def _values(parent: etree._Element, rows: tuple[Element, ...], layout: Layout, needs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for row in rows:
        text = (parent.findtext(row.name) or "").strip()
        if not text:
            continue
        if len(text) > LONGEST or not _fits(text, row.type, layout):
            raise QuestionRefused("value", row.name)
        found[row.name] = text.rjust(8) if row.type == "padded" else text
    missing = [name for name in needs if name not in found]
    if missing:
        raise QuestionRefused("missing", missing[0])
    return found


LONGEST: Final = 200
"""Characters in one element of a question; the longest known field has 50."""


def _fits(text: str, kind: str, layout: Layout) -> bool:
    if kind in layout.tables:
        return text in layout.tables[kind].values
    return _TYPES[kind](text)


def _moment(pattern: str) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        try:
            return f"{datetime.strptime(text, pattern):{pattern}}" == text  # noqa: DTZ007 - only its digits matter
        except ValueError:
            return False

    return fits


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


_TYPES: Final[Mapping[str, Callable[[str], bool]]] = {
    "text": lambda _text: True,
    "kana": lambda _text: True,
    "digits": _digits,
    "percent": _digits,
    "padded": lambda text: _digits(text) and len(text) <= 8,
    "flag": lambda text: text in {"0", "1"},
    "date": _moment("%Y%m%d"),
    "time": _moment("%Y%m%d%H%M%S"),
    "month": _moment("%Y%m"),
}
