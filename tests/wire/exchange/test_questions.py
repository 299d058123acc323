"""What a file in the folder of requests asks, and everything that is refused there."""

import pytest

from madoguchi.wire.exchange.layout import load_layout
from madoguchi.wire.exchange.questions import QuestionRefused, kind_of, read_question

LAYOUT = load_layout()
NAME = "OQSsiquc01req_202601150001.xml"
HEADER = """<MessageHeader><QualificationConfirmationDate>20260115</QualificationConfirmationDate>
<MedicalInstitutionCode>9910000001</MedicalInstitutionCode><ArbitraryFileIdentifier>A1</ArbitraryFileIdentifier></MessageHeader>"""
PERSON = """<QualificationConfirmSearchInfo><InsurerNumber>990019</InsurerNumber><InsuredCardSymbol>架空</InsuredCardSymbol>
<InsuredIdentificationNumber>0000123</InsuredIdentificationNumber><Birthdate>19800229</Birthdate>
<LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg></QualificationConfirmSearchInfo>"""
BODY = f"<MessageBody>{PERSON}</MessageBody>"


def asked(text: str, name: str = NAME) -> str:
    """The reason why a text is refused, and the element."""
    with pytest.raises(QuestionRefused) as refused:
        read_question(text.encode(), name, LAYOUT)
    return f"{refused.value.reason} {refused.value.element}".strip()


def test_a_question_is_taken_by_name_in_both_encodings() -> None:
    text = f"<XmlMsg>{HEADER}{BODY}</XmlMsg>"
    plain = read_question(text.encode(), NAME, LAYOUT)
    japanese = ('<?xml version="1.0" encoding="Shift_JIS" standalone="no"?>' + text).encode("cp932")
    other = read_question(japanese, NAME, LAYOUT)

    assert ("utf-8", "shift_jis") == (plain.encoding, other.encoding)
    assert ("9910000001", "A1", "  990019", "架空") == (
        other.institution,
        other.identifier,
        other.people[0]["InsurerNumber"],
        other.people[0]["InsuredCardSymbol"],
    )
    assert plain.digest == other.digest


def test_a_bulk_question_asks_for_many() -> None:
    text = f"<XmlMsg>{HEADER}<MessageBody>{PERSON * 3}</MessageBody></XmlMsg>"

    assert 3 == len(read_question(text.encode(), "OQSmuquc01req_202601150002.xml", LAYOUT).people)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("<XmlMsg>", "malformed"),
        (f"<!DOCTYPE x><XmlMsg>{HEADER}{BODY}</XmlMsg>", "doctype"),
        (f"<Other>{HEADER}{BODY}</Other>", "not-a-question"),
        (f"<XmlMsg>{HEADER}</XmlMsg>", "not-a-question"),
        (f"<XmlMsg><MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader>{BODY}</XmlMsg>", "not-a-question"),
        (f"<XmlMsg><MessageHeader/>{BODY}</XmlMsg>", "missing MedicalInstitutionCode"),
        (f"<XmlMsg>{HEADER}<MessageBody/></XmlMsg>", "missing QualificationConfirmSearchInfo"),
        (f"<XmlMsg>{HEADER}<MessageBody>{PERSON * 2}</MessageBody></XmlMsg>", "too-many QualificationConfirmSearchInfo"),
        (f"<XmlMsg>{HEADER}{BODY}</XmlMsg>".replace("19800229", "19800230"), "value Birthdate"),
        (f"<XmlMsg>{HEADER}{BODY}</XmlMsg>".replace("19800229", ""), "missing Birthdate"),
        (f"<XmlMsg>{HEADER}{BODY}</XmlMsg>".replace("990019", "99001９"), "value InsurerNumber"),
        (f"<XmlMsg>{HEADER}{BODY}</XmlMsg>".replace("990019", "123456789"), "value InsurerNumber"),
        (f"<XmlMsg>{HEADER}{BODY}</XmlMsg>".replace("Flg>1<", "Flg>2<"), "value LimitApplicationCertificateRelatedConsFlg"),
        (f"<XmlMsg>{HEADER}{BODY}</XmlMsg>".replace("0000123", "1" * 201), "value InsuredIdentificationNumber"),
    ],
)
def test_what_asks_nothing_is_refused_with_a_reason(text: str, why: str) -> None:
    assert why == asked(text)


@pytest.mark.parametrize(
    "name",
    ["OQSsiquc01res_1.xml", "OQSsiquc01req_1.zip", "OQSsizzz01req_1.xml", "OQSsiquc01req_face_1.xml", "letter.xml", "../x.xml"],
)
def test_a_name_that_no_question_has_is_refused(name: str) -> None:
    assert kind_of(name, LAYOUT) is None
    assert "name" == asked(f"<XmlMsg>{HEADER}{BODY}</XmlMsg>", name)
