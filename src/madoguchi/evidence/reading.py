"""One read of a result file: a hash and what it means; the content itself is let go at once."""

import hashlib

import msgspec

from madoguchi.base import xml
from madoguchi.evidence.listing import Entry
from madoguchi.evidence.meaning import Finding, meaning, refusal
from madoguchi.evidence.opening import read_shared
from madoguchi.wire.exchange.codec import ExchangeRefused, read_result

UNFINISHED = frozenset({"malformed", "empty", "encoding"})
"""Refusals that a file still being written gives."""


class Reading(msgspec.Struct, frozen=True):
    """What one read gave.

    `fingerprint` is a hash of name and content; `opened` is False where the file was gone or locked by its writer.
    `findings` is None while the file seems unfinished; `late` is the notice should it stay so.
    """

    fingerprint: str
    opened: bool
    findings: tuple[Finding, ...] | None
    late: tuple[Finding, ...] = ()


def read_entry(entry: Entry) -> Reading:
    """Read a listed file whole, once."""
    try:
        data = read_shared(entry.path, xml.LIMIT + 1)
    except OSError:
        return Reading(fingerprint(entry.name, b"\0unreadable"), opened=False, findings=None, late=(refusal("unreadable"),))
    mark = fingerprint(entry.name, data)
    try:
        return Reading(mark, opened=True, findings=meaning(read_result(data, entry.name)))
    except ExchangeRefused as refused:
        if refused.reason in UNFINISHED:
            return Reading(mark, opened=True, findings=None, late=(refusal("half"),))
        return Reading(mark, opened=True, findings=(refusal(refused.reason),))


def fingerprint(name: str, data: bytes) -> str:
    """The hash under which a file is remembered: it tells neither name nor content."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass") + b"\0" + data).hexdigest()
