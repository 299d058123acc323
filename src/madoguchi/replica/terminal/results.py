"""The messages that the terminal puts into `res` and `face`, built from what the centre answered by the tables."""

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from madoguchi.base.clock import JAPAN
from madoguchi.replica.terminal.checkin import CheckIn, Consent, Eligibility
from madoguchi.replica.terminal.services import Unit
from madoguchi.replica.terminal.settings import Settings
from madoguchi.wire.exchange.compose import children
from madoguchi.wire.exchange.forms import ENCODINGS, FORMS, Encoding, Tree
from madoguchi.wire.exchange.layout import Layout
from madoguchi.wire.exchange.names import FileName, build_name
from madoguchi.wire.exchange.questions import Question

CONSENT_LASTS: Final = timedelta(hours=24)
"""How long a consent holds in the outpatient flow (docs/protocol/replica-terminal.md#consents)."""

FORMS_OF_PRESCRIPTION: Final = {"electronic": "1", "paper": "2"}
"""Table OQSCD017."""

DONE, WORKING, FAILED = "1", "2", "9"
"""Table OQSCD003."""


def stamp(at: datetime) -> str:
    """A moment as messages write it, in Japan."""
    return f"{at.astimezone(JAPAN):%Y%m%d%H%M%S}"


def face_name(check_in: CheckIn, institution: str, at: datetime) -> str:
    """The name of a reader's result: the institution and a sign of the check-in, which tells nothing of the person."""
    sign = hashlib.sha256(check_in.id.encode()).hexdigest()[:8].upper()
    return build_name(FileName("OQSsiquc01res", True, f"{institution}{sign}", at.astimezone(JAPAN), "xml"))


def face_result(check_in: CheckIn, consent: Consent, settings: Settings, at: datetime, layout: Layout) -> bytes:
    """A reader's result."""
    encoding, institution = settings.face_encoding, settings.institution
    found = check_in.eligibility or Eligibility()
    token = base64.urlsafe_b64encode(hashlib.sha256(check_in.id.encode()).digest()[:12]).decode()
    head = {
        "ProcessExecutionTime": stamp(at),
        "QualificationConfirmationDate": stamp(at)[:8],
        "MedicalInstitutionCode": institution,
        "ArbitraryFileIdentifier": token,
        "ReferenceClassification": "1",
        "SegmentOfResult": DONE,
        "CharacterCodeIdentifier": _character_code(encoding),
    }
    body = {"PrescriptionIssueSelect": FORMS_OF_PRESCRIPTION.get(consent.prescription or "", ""), **_state(found)}
    rows = [row | _consents(consent, at, layout) for row in found.results]
    return _message(layout, head, [*children(layout.part("body"), body), *_list(layout, rows)], encoding)


def number_answer(question: Question, found: Eligibility, at: datetime, layout: Layout) -> bytes:
    """The answer to a question by number."""
    body = children(layout.part("body"), _state(found))
    body.append((question.kind.element, children(layout.part(question.kind.rows), question.people[0])))
    rows = [_tagged(row, question.people[0]) for row in found.results]
    return _message(layout, _head(question, at, DONE), [*body, *_list(layout, rows)], question.encoding)


def reference_answer(question: Question, unit: Unit, at: datetime, layout: Layout) -> bytes:
    """The answer to a registration of the institution's own number."""
    body = children(layout.part("body"), _state(unit))
    body.append((question.kind.element, children(layout.part(question.kind.rows), question.people[0])))
    return _message(layout, _head(question, at, DONE), body, question.encoding)


def received(question: Question, reception: str, at: datetime, layout: Layout) -> bytes:
    """A bulk question was taken: the number under which its answer is fetched."""
    head = _head(question, at, DONE) | {"ReceptionNumber": reception}
    return _message(layout, head, [], question.encoding)


def collected(question: Question, units: tuple[Unit, ...] | None, at: datetime, layout: Layout) -> bytes:
    """The answers to a bulk question, or that the centre is still at it."""
    head = _head(question, at, WORKING if units is None else DONE) | question.people[0]
    if units is None:
        return _message(layout, head, [], question.encoding)
    bad = sum(unit.status != "1" for unit in units)
    head |= {
        "NumberOfProcessingResult": str(len(units)),
        "NumberOfNormalProcessing": str(len(units) - bad),
        "NumberOfError": str(bad),
    }
    upload = layout.questions.question[question.name.prefix.replace("02req", "01req")]
    body: Tree = []
    for unit in units:
        part: Tree = [
            (upload.element, children(layout.part(upload.rows), unit.search)),
            *children(layout.part("body"), _state(unit)),
        ]
        part += [(QUALIFICATION, children(layout.part("qualification"), _tagged(row, unit.search))) for row in unit.results]
        body.append((layout.questions.unit, part))
    return _message(layout, head, body, question.encoding)


def abnormal(question: Question, error: tuple[str, str], at: datetime, layout: Layout) -> bytes:
    """The question could not be answered; `error` is the code and what it means."""
    head = _head(question, at, FAILED) | {"ErrorCode": error[0], "ErrorMessage": error[1]}
    return _message(layout, head, [], question.encoding)


def zipped(name: str, data: bytes) -> bytes:
    """A message in the ZIP form, without a password."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()


QUALIFICATION: Final = "ResultOfQualificationConfirmation"


def _character_code(encoding: Encoding) -> str:
    return str(ENCODINGS.index(encoding))


def _state(found: Eligibility | Unit) -> dict[str, str]:
    return {
        "ProcessingResultStatus": found.status,
        "ProcessingResultCode": found.code,
        "ProcessingResultMessage": found.message,
        "QualificationValidity": found.validity,
    }


def _tagged(row: Mapping[str, str], asked: Mapping[str, str]) -> dict[str, str]:
    """A qualification with the mark that the asker gave this person."""
    return {**row, "ArbitraryIdentifier": asked.get("ArbitraryIdentifier", "")}


def _consents(consent: Consent, at: datetime, layout: Layout) -> dict[str, str]:
    told: dict[str, str] = {}
    for kind, stem in layout.questions.consents.items():
        agreed = kind in consent.consents
        told[f"{stem}ConsFlg"] = "1" if agreed else "0"
        if agreed:
            told[f"{stem}ConsTime"] = stamp(at)
            told[f"{stem}AvailableTime"] = stamp(at + CONSENT_LASTS)
    return told


def _head(question: Question, at: datetime, segment: str) -> dict[str, str]:
    return {
        "ProcessExecutionTime": stamp(at),
        **question.header,
        "ReferenceClassification": "2",
        "SegmentOfResult": segment,
        "CharacterCodeIdentifier": _character_code(question.encoding),
    }


def _list(layout: Layout, rows: list[dict[str, str]]) -> Tree:
    found: Tree = [(QUALIFICATION, children(layout.part("qualification"), row)) for row in rows]
    return [("ResultList", found)] if found else []


def _message(layout: Layout, head: Mapping[str, str], body: Tree, encoding: Encoding) -> bytes:
    order = (*layout.part("header"), *layout.part("bulk_header"))
    tree: Tree = [("XmlMsg", [("MessageHeader", children(order, head)), ("MessageBody", body)])]
    return FORMS["plain"](tree, encoding)
