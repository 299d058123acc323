"""A receipt computer that knows nothing of our program: plain xml.etree, and the names that docs/protocol/exchange.md lists."""

import io
import time
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from madoguchi.replica.world import World
from tests.replica.terminal.chain import Centre

ENCODINGS = {"UTF-8": ("utf-8", "0"), "Shift_JIS": ("cp932", "1")}


class ReceiptComputer:
    """Puts questions into `req` and waits in `res`, as the public programs do."""

    def __init__(self, folder: Path, encoding: str) -> None:
        self._folder, self._encoding = folder, encoding
        self._serial = time.time_ns()

    def write(self, prefix: str, header: dict[str, str], *people: tuple[str, dict[str, str]]) -> str:
        """Write a question; its free part."""
        message = ET.Element("XmlMsg")
        self._fill(ET.SubElement(message, "MessageHeader"), header)
        body = ET.SubElement(message, "MessageBody")
        for element, values in people:
            self._fill(ET.SubElement(body, element) if element else body, values)
        self._serial += 1
        declared = f'<?xml version="1.0" encoding="{self._encoding}" standalone="no"?>\n'
        data = (declared + ET.tostring(message, "unicode")).encode(ENCODINGS[self._encoding][0])
        (self._folder / "req" / f"{prefix}_{self._serial}.xml").write_bytes(data)
        return str(self._serial)

    @staticmethod
    def _fill(parent: ET.Element, values: dict[str, str]) -> None:
        for name, text in values.items():
            ET.SubElement(parent, name).text = text

    def read(self, prefix: str, free: str) -> ET.Element:
        """Wait for the answer and take it away."""
        text = self.take(f"{prefix}_{free}.xml").decode(ENCODINGS[self._encoding][0])
        return ET.fromstring(text.partition("?>")[2])  # noqa: S314 - it comes from the terminal that the test started

    def take(self, name: str) -> bytes:
        path, until = self._folder / "res" / name, time.monotonic() + 10
        while time.monotonic() < until:
            if path.exists():
                data = path.read_bytes()
                path.unlink()
                return data
            time.sleep(0.02)
        raise TimeoutError(name)


@pytest.fixture(name="encoding", params=list(ENCODINGS))
def _encoding(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(name="computer")
def _computer(world: World, centre: Centre, encoding: str) -> ReceiptComputer:
    assert not centre.asked
    return ReceiptComputer(world.folder("terminal"), encoding)


def header(**more: str) -> dict[str, str]:
    return {"MedicalInstitutionCode": "9910000001", **more}


def person(number: str = "0000123") -> dict[str, str]:
    return {
        "InsurerNumber": "  990019",
        "InsuredCardSymbol": "架空",
        "InsuredIdentificationNumber": number,
        "Birthdate": "19800229",
        "LimitApplicationCertificateRelatedConsFlg": "1",
        "ArbitraryIdentifier": f"chart-{number}",
    }


def reference(number: str = "0000123") -> dict[str, str]:
    own = {"ReferenceNumber": f"K-{number}", "InsurerNumber": "  990019", "InsuredCardSymbol": "架空"}
    return {**own, "InsuredIdentificationNumber": number, "InsuredBranchNumber": "01"}


SEARCH, REGISTER = "QualificationConfirmSearchInfo", "ReferenceNumberRegistrationInfo"


def test_eligibility_by_number(computer: ReceiptComputer, encoding: str) -> None:
    asked = header(QualificationConfirmationDate="20260115", ArbitraryFileIdentifier=f"T1-{encoding}")
    answer = computer.read("OQSsiquc01res", computer.write("OQSsiquc01req", asked, (SEARCH, person())))
    head, body = answer.find("MessageHeader"), answer.find("MessageBody")
    assert head is not None
    assert body is not None

    assert ["20260115", "9910000001", f"T1-{encoding}", "2", "1", ENCODINGS[encoding][1]] == [
        head.findtext(name)
        for name in (
            "QualificationConfirmationDate",
            "MedicalInstitutionCode",
            "ArbitraryFileIdentifier",
            "ReferenceClassification",
            "SegmentOfResult",
            "CharacterCodeIdentifier",
        )
    ]
    assert ["1", "1", "  990019"] == [
        body.findtext(name) for name in ("ProcessingResultStatus", "QualificationValidity", f"{SEARCH}/InsurerNumber")
    ]
    found = body.find("ResultList/ResultOfQualificationConfirmation")
    assert found is not None
    assert ["架空　花子", "ｶｸｳ ﾊﾅｺ", "  990019", "chart-0000123"] == [
        found.findtext(name) for name in ("Name", "NameKana", "InsurerNumber", "ArbitraryIdentifier")
    ]


def test_somebody_nobody_knows_has_no_qualification(computer: ReceiptComputer) -> None:
    asked = header(QualificationConfirmationDate="20260115")
    answer = computer.read("OQSsiquc01res", computer.write("OQSsiquc01req", asked, (SEARCH, person("9999999"))))

    assert ("1", "4", None) == (
        answer.findtext("MessageHeader/SegmentOfResult"),
        answer.findtext("MessageBody/QualificationValidity"),
        answer.find("MessageBody/ResultList"),
    )


def test_a_number_of_the_institutions_own(computer: ReceiptComputer, centre: Centre) -> None:
    answer = computer.read("OQSsiimm01res", computer.write("OQSsiimm01req", header(), (REGISTER, reference())))

    assert ("1", "1", "K-0000123") == (
        answer.findtext("MessageHeader/SegmentOfResult"),
        answer.findtext("MessageBody/ProcessingResultStatus"),
        answer.findtext(f"MessageBody/{REGISTER}/ReferenceNumber"),
    )
    assert ("/v1/reference-numbers", "K-0000123") == (centre.asked[-1][0], centre.asked[-1][1]["ReferenceNumber"])


@pytest.mark.parametrize(("family", "element", "one"), [("muquc", SEARCH, person), ("muimm", REGISTER, reference)])
def test_a_bulk_question_is_handed_in_and_fetched_when_it_is_done(
    computer: ReceiptComputer, centre: Centre, family: str, element: str, one: Callable[[str], dict[str, str]]
) -> None:
    centre.working = True
    people = [(element, one(number)) for number in ("0000123", "9999999")]
    taken = computer.read(f"OQS{family}01res", computer.write(f"OQS{family}01req", header(), *people))
    reception = taken.findtext("MessageHeader/ReceptionNumber") or ""
    segments = []
    for working in (True, True, False):
        centre.working = working
        free = computer.write(f"OQS{family}02req", header(), ("", {"ReceptionNumber": reception}))
        answer = computer.read(f"OQS{family}02res", free)
        segments.append(answer.findtext("MessageHeader/SegmentOfResult"))
    units = answer.findall("MessageBody/BulkConfirmUnit")

    assert (["2", "2", "1"], True) == (segments, reception.startswith("R"))
    assert ["2", "2", "0"] == [
        answer.findtext(f"MessageHeader/{name}")
        for name in ("NumberOfProcessingResult", "NumberOfNormalProcessing", "NumberOfError")
    ]
    assert ["0000123", "9999999"] == [unit.findtext(f"{element}/InsuredIdentificationNumber") for unit in units]
    assert ["架空　花子", None] == [unit.findtext("ResultOfQualificationConfirmation/Name") for unit in units]


def test_a_reception_number_that_nobody_gave_ends_abnormally(computer: ReceiptComputer) -> None:
    free = computer.write("OQSmuquc02req", header(), ("", {"ReceptionNumber": "R9999"}))
    answer = computer.read("OQSmuquc02res", free)

    assert ("9", True) == (
        answer.findtext("MessageHeader/SegmentOfResult"),
        (answer.findtext("MessageHeader/ErrorCode") or "").startswith("SIM"),
    )


def test_where_it_is_set_the_collected_answer_comes_as_zip(world: World, computer: ReceiptComputer) -> None:
    settings = world.folder("terminal") / "settings.toml"
    plain = settings.read_text("utf-8")
    taken = computer.read("OQSmuquc01res", computer.write("OQSmuquc01req", header(), (SEARCH, person())))
    settings.write_text("zip_collected = true\n" + plain, "utf-8")
    number = taken.findtext("MessageHeader/ReceptionNumber") or ""
    try:
        free = computer.write("OQSmuquc02req", header(), ("", {"ReceptionNumber": number}))
        data = computer.take(f"OQSmuquc02res_{free}.zip")
    finally:
        settings.write_text(plain, "utf-8")

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [f"OQSmuquc02res_{free}.xml"] == archive.namelist()
        assert b"BulkConfirmUnit" in archive.read(archive.namelist()[0])


def test_a_centre_that_is_down_ends_the_question_abnormally_and_the_next_one_well(
    computer: ReceiptComputer, centre: Centre
) -> None:
    asked = header(QualificationConfirmationDate="20260115", ArbitraryFileIdentifier="again")
    centre.says["/v1/eligibility/number"] = (503, {})
    first = computer.read("OQSsiquc01res", computer.write("OQSsiquc01req", asked, (SEARCH, person())))
    centre.says.clear()
    second = computer.read("OQSsiquc01res", computer.write("OQSsiquc01req", asked, (SEARCH, person())))

    assert [("9", "SIM901"), ("1", None)] == [
        (one.findtext("MessageHeader/SegmentOfResult"), one.findtext("MessageHeader/ErrorCode")) for one in (first, second)
    ]
