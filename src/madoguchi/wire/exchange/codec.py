"""From the bytes of a result file to what the desk may know of it: codes, times and flags, and never a person."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal

import msgspec
from lxml import etree

from madoguchi.base import xml
from madoguchi.base.clock import JAPAN
from madoguchi.wire.exchange.messages import known_tags, message_table, shown_by
from madoguchi.wire.exchange.names import parse_name
from madoguchi.wire.exchange.tables import listed

Reason = Literal["encoding", "size", "doctype", "malformed", "encrypted", "not-a-result", "empty"]
"""Why bytes are refused."""

BLACK_DOT = "●"
MEDICAL_ASSISTANCE = "A1"
"""The card classification (OQSCD010) of 医療扶助."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_ANNOUNCED = re.compile(rb"""\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
# What the interface calls Shift_JIS is Windows' code page: 髙 﨑 ① exist only there (docs/protocol/exchange.md#encodings).
_DECODERS = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8"} | dict.fromkeys(
    ("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", "ms932", "csshiftjis"), "cp932"
)
_CODE = re.compile(r"[A-Za-z0-9-]{1,16}")
_SAFE_TAG = re.compile(r"[A-Za-z]{2,60}[0-9]{0,2}")
_TAGS_KEPT = 20


class ExchangeRefused(ValueError):  # noqa: N818 - a refusal is an answer, not a fault
    """The bytes are no result file that can be read; only the reason is kept, because the content may be somebody's."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason: Reason = reason


class Qualification(msgspec.Struct, frozen=True):
    """One qualification of the result list, by its codes alone; `validity` (OQSCD006) is None where missing or unlisted."""

    validity: str | None
    classification: str | None

    @property
    def medical_assistance(self) -> bool:
        """Whether it is 医療扶助 and not a health insurance."""
        return self.classification == MEDICAL_ASSISTANCE


class Result(msgspec.Struct, frozen=True):
    """What the desk keeps of a result file.

    `segment` is OQSCD003, `status` OQSCD004, `validity` OQSCD006 of the body. `error_code` and `result_code` are kept as
    they stand where they look like codes (annex 6-1 is not public); messages are not kept. `side_information` says that a
    success carried a result code, `expiry` that its message speaks of an expiry. `black_dot_in` names the kinds of elements
    that hold a ●. Unknown elements are counted, and named where the name can be nothing but a tag.
    """

    by_reader: bool
    executed_at: datetime | None
    confirmed_for: date | None
    character_code: str | None
    segment: str | None
    status: str | None
    validity: str | None
    error_code: str | None
    result_code: str | None
    side_information: bool
    expiry: bool
    prescription: str | None
    qualifications: tuple[Qualification, ...]
    black_dot_in: tuple[str, ...]
    unknown_count: int
    unknown_tags: tuple[str, ...]

    @property
    def medical_assistance(self) -> bool:
        """Whether 医療扶助 is among the qualifications."""
        return any(one.medical_assistance for one in self.qualifications)


def decode(data: bytes) -> str:
    """The text of a file: by byte order mark, else by its declaration, else strict UTF-8, else the Windows code page.

    Raises:
        ExchangeRefused: `empty`, `size`, `encrypted` (a ZIP) or `encoding`.
    """
    if len(data) > xml.LIMIT:
        raise ExchangeRefused("size")
    if not data.strip():
        raise ExchangeRefused("empty")
    if data.startswith(_ZIP):
        raise ExchangeRefused("encrypted")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], (encoding,))
    announced = _ANNOUNCED.match(data)
    if announced is None:
        return _strictly(data, ("utf-8", "cp932"))
    first = _DECODERS.get(announced[1].decode("ascii").lower())
    if first is None:
        raise ExchangeRefused("encoding")
    return _strictly(data, (first, "utf-8", "cp932"))


def read_result(data: bytes, name: str | None = None) -> Result:
    """What a result file says, without anything of the person.

    Args:
        data: the whole file.
        name: its file name, where known: tells a reader's result and an encrypted one.

    Raises:
        ExchangeRefused: for every reason there is; nothing else is ever raised.
    """
    parts = parse_name(name) if name else None
    if parts is not None and parts.extension == "zip":
        raise ExchangeRefused("encrypted")
    text = decode(data)
    if not text.strip():
        raise ExchangeRefused("empty")
    try:
        root = xml.parse(text)
    except xml.XmlRefused as refused:
        raise ExchangeRefused(_XML_REASONS[refused.reason]) from None
    return _result(root, face=parts is not None and parts.face)


_XML_REASONS: dict[str, Reason] = {"size": "size", "doctype": "doctype", "malformed": "malformed"}


def _strictly(data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ExchangeRefused("encoding")


def _result(root: etree._Element, *, face: bool) -> Result:
    header, body = root.find("MessageHeader"), root.find("MessageBody")
    if root.tag != "XmlMsg" or header is None:
        raise ExchangeRefused("not-a-result")
    segment, status = _coded(header, "SegmentOfResult", "OQSCD003"), _coded(body, "ProcessingResultStatus", "OQSCD004")
    if segment is None and status is None:
        raise ExchangeRefused("not-a-result")
    validity = _coded(body, "QualificationValidity", "OQSCD006")
    code, message = _text(body, "ProcessingResultCode"), _text(body, "ProcessingResultMessage")
    unknown = [_tag(node) for node in root.iter() if _tag(node) not in known_tags()]
    return Result(
        by_reader=face or _coded(header, "ReferenceClassification", "OQSCD002") == "1",
        executed_at=_moment(_text(header, "ProcessExecutionTime")),
        confirmed_for=_day(_text(header, "QualificationConfirmationDate")),
        character_code=_coded(header, "CharacterCodeIdentifier", "OQSCD005"),
        segment=segment,
        status=status,
        validity=validity,
        error_code=_code(_text(header, "ErrorCode")),
        result_code=_code(code),
        side_information=status == "1" and bool(code or message),
        expiry=status == "1" and any(word in (message or "") for word in message_table().expiry_words),
        prescription=_coded(body, "PrescriptionIssueSelect", "OQSCD017"),
        qualifications=tuple(_qualifications(body, validity)),
        black_dot_in=tuple(sorted(set(_black_dots(root)))),
        unknown_count=len(unknown),
        unknown_tags=tuple(sorted({tag for tag in unknown if _SAFE_TAG.fullmatch(tag)})[:_TAGS_KEPT]),
    )


def _qualifications(body: etree._Element | None, validity: str | None) -> Iterator[Qualification]:
    for one in () if body is None else body.iter("ResultOfQualificationConfirmation"):
        # Seen only once per body; a qualification with a validity of its own is believed all the same.
        own = _coded(one, "QualificationValidity", "OQSCD006")
        yield Qualification(validity=own or validity, classification=_coded(one, "InsuredCardClassification", "OQSCD010"))


def _black_dots(root: etree._Element) -> Iterator[str]:
    shows = shown_by()
    for part in root.iter("ResultOfQualificationConfirmation", "QualificationConfirmSearchInfo"):
        for node in part.iter():
            if BLACK_DOT in (node.text or ""):
                yield shows.get(_tag(node), "other")


def _tag(node: etree._Element) -> str:
    return str(node.tag)


def _text(parent: etree._Element | None, tag: str) -> str | None:
    found = None if parent is None else parent.findtext(tag)
    return (found.strip() or None) if found else None


def _coded(parent: etree._Element | None, tag: str, table: str) -> str | None:
    return listed(table, _text(parent, tag))


def _code(value: str | None) -> str | None:
    return value if value is not None and _CODE.fullmatch(value) else None


def _moment(digits: str | None) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=JAPAN) if digits else None
    except ValueError:
        return None


def _day(digits: str | None) -> date | None:
    moment = _moment(f"{digits}000000") if digits else None
    return moment.date() if moment else None
