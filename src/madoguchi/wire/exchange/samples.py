"""Sample result files for a receipt computer or the desk: built from data, with what is known of each beside it."""

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.wire.exchange.compose import children
from madoguchi.wire.exchange.forms import ENCODINGS, FORMS, Encoding, Tree
from madoguchi.wire.exchange.messages import Element, message_table
from madoguchi.wire.exchange.names import FileName, Mark, build_name

MOMENT = datetime(2026, 1, 15, 9, 3, 12, tzinfo=JAPAN)
"""The moment of a sample where none is asked for, so that the same sample is the same bytes."""


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something known of the interface, and how well."""

    fact: str
    mark: Mark


class Common(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What holds for every sample."""

    institution: str
    observed: tuple[Fact, ...]
    unknown: tuple[str, ...]


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One named sample; the fields are explained at the head of samples.toml."""

    ja: str
    en: str
    findings: tuple[tuple[str, Literal["incident", "notice", "good"], str], ...]
    of: tuple[str, ...] = ("hanako",)
    set: dict[str, str] = {}
    set2: dict[str, str] = {}
    header: dict[str, str] = {}
    body: dict[str, str] = {}
    search: bool = False
    by: Literal["face", "number"] = "face"
    form: str = "plain"
    id: str = "9910000001A1"
    second: int | None = None
    encodings: tuple[Encoding, ...] = ENCODINGS
    refused: str | None = None
    observed: tuple[Fact, ...] = ()
    unknown: tuple[str, ...] = ()


class SampleTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in samples.toml."""

    common: Common
    person: dict[str, dict[str, str]]
    case: dict[str, Case]


class Sample(NamedTuple):
    """A file to write: its name, its bytes, and the facts that lie beside it as JSON."""

    name: str
    data: bytes
    sidecar: dict[str, Any]


class NoSuchSample(LookupError):  # noqa: N818 - an answer to a slip, not a fault
    """There is no sample of this name, or not in this encoding; carries what there is."""

    def __init__(self, asked: str, there: Sequence[str]) -> None:
        """Keep what was asked for and what there is."""
        super().__init__(asked)
        self.asked = asked
        self.there = tuple(there)


@cache
def sample_table() -> SampleTable:
    """The samples that come with the product."""
    text = files(__package__).joinpath("samples.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), SampleTable)


def cases() -> dict[str, Case]:
    """Every sample by its name."""
    return sample_table().case


def build(case: str, encoding: Encoding = "utf-8", at: datetime | None = None) -> Sample:
    """The file of one sample, written as if at this moment.

    Raises:
        NoSuchSample: no case of this name, or the case does not exist in this encoding.
    """
    chosen = cases().get(case)
    if chosen is None:
        raise NoSuchSample(case, tuple(cases()))
    if encoding not in chosen.encodings:
        raise NoSuchSample(encoding, chosen.encodings)
    moment = at or MOMENT
    if chosen.second is not None and at is None:
        moment = moment.replace(second=chosen.second)
    data = FORMS[chosen.form](_tree(chosen, encoding, moment), encoding)
    name = build_name(_file_name(chosen, moment))
    return Sample(name, data, _sidecar(case, chosen, encoding, name, data))


def _file_name(case: Case, moment: datetime) -> FileName:
    extension = "zip" if case.form == "zip" else "xml"
    face = case.by == "face"
    return FileName(prefix="OQSsiquc01res", face=face, free=case.id, time=moment if face else None, extension=extension)


def _sidecar(case_id: str, case: Case, encoding: Encoding, name: str, data: bytes) -> dict[str, Any]:
    common = sample_table().common
    return {
        "case": case_id,
        "what": {"ja": case.ja, "en": case.en},
        "file": name,
        "encoding": encoding,
        "sha256": hashlib.sha256(data).hexdigest(),
        "invented": True,
        "official": False,
        "observed": msgspec.to_builtins([*common.observed, *case.observed]),
        "unknown": [*common.unknown, *case.unknown],
        "desk": {
            "refused": case.refused,
            "findings": [{"problem": problem, "gives": gives, "why": why} for problem, gives, why in case.findings],
        },
    }


def _tree(case: Case, encoding: Encoding, moment: datetime) -> Tree:
    table, shared = message_table(), sample_table()
    header = {
        "ProcessExecutionTime": "@time",
        "QualificationConfirmationDate": "@date",
        "MedicalInstitutionCode": shared.common.institution,
        "ArbitraryFileIdentifier": f"Mihon{case.id[-2:]}",
        "ReferenceClassification": "1",
        "SegmentOfResult": "1",
        "CharacterCodeIdentifier": str(ENCODINGS.index(encoding)),
    }
    body = {"PrescriptionIssueSelect": "2", "ProcessingResultStatus": "1", "QualificationValidity": "1"}
    people = [shared.person[one] | change for one, change in zip(case.of, (case.set, case.set2), strict=False)]
    inside: Tree = _children(table.body, body | case.body, moment)
    if case.search:
        wanted = {row.name for row in table.search}
        asked = {tag: text for tag, text in shared.person["hanako"].items() if tag in wanted}
        inside.append(("QualificationConfirmSearchInfo", _children(table.search, asked, moment)))
    results: Tree = [("ResultOfQualificationConfirmation", _children(table.qualification, one, moment)) for one in people]
    if results:
        inside.append(("ResultList", results))
    return [("XmlMsg", [("MessageHeader", _children(table.header, header | case.header, moment)), ("MessageBody", inside)])]


def _children(order: Iterable[Element], values: dict[str, str], moment: datetime) -> Tree:
    return children(order, {name: _value(text, moment) for name, text in values.items()})


def _value(text: str, moment: datetime) -> str:
    written = {"@time": f"{moment:%Y%m%d%H%M%S}", "@date": f"{moment:%Y%m%d}"}
    return f"{moment + timedelta(days=1):%Y%m%d%H%M%S}" if text == "@next-day" else written.get(text, text)
