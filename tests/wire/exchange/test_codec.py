"""Bytes of a result file become codes and flags; nothing of a person survives, and nothing but a refusal is raised."""

import json
import traceback

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.base.xml import LIMIT
from madoguchi.wire.exchange.codec import ExchangeRefused, Qualification, decode, read_result
from madoguchi.wire.exchange.messages import message_table
from madoguchi.wire.exchange.samples import build

REASONS = {"", "encoding", "size", "doctype", "malformed", "encrypted", "not-a-result", "empty"}


def refusal(data: bytes, name: str | None = None) -> str:
    try:
        read_result(data, name)
    except ExchangeRefused as refused:
        return refused.reason
    return ""


def document(header: str, body: str = "") -> bytes:
    return f"<XmlMsg><MessageHeader>{header}</MessageHeader><MessageBody>{body}</MessageBody></XmlMsg>".encode()


SUCCESS = "<SegmentOfResult>1</SegmentOfResult>"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeff<a>髙</a>".encode(), "<a>髙</a>"),
        ("\ufeff<a>髙</a>".encode("utf-16-le"), "<a>髙</a>"),
        ("\ufeff<a>髙</a>".encode("utf-16-be"), "<a>髙</a>"),
        (
            '<?xml version="1.0" encoding="Shift_JIS"?><a>髙﨑①</a>'.encode("cp932"),
            '<?xml version="1.0" encoding="Shift_JIS"?><a>髙﨑①</a>',
        ),
        (
            "<?xml version='1.0' encoding='windows-31J'?><a>①</a>".encode("cp932"),
            "<?xml version='1.0' encoding='windows-31J'?><a>①</a>",
        ),
        ('<?xml version="1.0" encoding="UTF-8"?><a>𠮷</a>'.encode(), '<?xml version="1.0" encoding="UTF-8"?><a>𠮷</a>'),
        ("<a>𠮷</a>".encode(), "<a>𠮷</a>"),
        ("<a>髙﨑</a>".encode("cp932"), "<a>髙﨑</a>"),
        ('<?xml version="1.0" encoding="UTF-8"?><a>髙</a>'.encode("cp932"), '<?xml version="1.0" encoding="UTF-8"?><a>髙</a>'),
        (
            '<?xml version="1.0" encoding="Shift_JIS"?><a>\u0081</a>'.encode(),
            '<?xml version="1.0" encoding="Shift_JIS"?><a>\u0081</a>',
        ),
    ],
    ids=[
        "bom",
        "utf-16-le",
        "utf-16-be",
        "shift_jis",
        "windows-31j",
        "utf-8",
        "silent-utf-8",
        "silent-cp932",
        "false-utf-8",
        "false-cp932",
    ],
)
def test_bytes_are_decoded_by_mark_then_declaration_then_utf_8_then_the_windows_code_page(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04rest", "encrypted"),
        (b'<?xml version="1.0" encoding="EUC-JP"?><a/>', "encoding"),
        (b"\xff\xfe<", "encoding"),
        (b"\xfd\xff\x81", "encoding"),
        (b" " * (LIMIT + 1), "size"),
        (b"<!DOCTYPE a><XmlMsg/>", "doctype"),
        (b"<XmlMsg>", "malformed"),
        (b"\x00" * 100, "malformed"),
        (b"<html/>", "not-a-result"),
        (b"<XmlMsg><MessageHeader/></XmlMsg>", "not-a-result"),
        (b'<x:XmlMsg xmlns:x="urn:x"/>', "not-a-result"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_a_zip_is_encrypted_by_its_name_whatever_it_holds() -> None:
    assert refusal(build("valid").data, "OQSsiquc01res_202601150004.zip") == "encrypted"


def test_a_billion_laughs_are_not_laughed() -> None:
    bomb = '<!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><XmlMsg>&b;</XmlMsg>'

    assert refusal(bomb.encode()) == "doctype"


def test_insurance_and_medical_assistance_are_two_qualifications() -> None:
    result = read_result(build("assistance-beside-insurance").data)

    assert result.qualifications == (Qualification("1", "01"), Qualification("1", "A1"))
    assert result.medical_assistance


def test_a_validity_of_its_own_is_believed_before_that_of_the_body() -> None:
    result = read_result(build("assistance-valid-insurance-ended").data)

    assert [one.validity for one in result.qualifications] == ["2", "1"]


def test_an_empty_result_list_is_no_qualification() -> None:
    assert read_result(build("none").data).qualifications == ()


def test_order_does_not_matter() -> None:
    plain, shuffled = read_result(build("new-exists").data), read_result(build("shuffled").data)

    assert (plain.validity, plain.qualifications) == (shuffled.validity, shuffled.qualifications)


def test_unknown_elements_are_counted_and_named_without_their_text() -> None:
    result = read_result(build("unknown-element").data)

    assert (result.unknown_count, result.unknown_tags) == (3, ("MihonInner", "MihonNewElement", "MihonNewGroup"))


def test_an_element_name_that_could_be_somebodys_is_counted_but_not_kept() -> None:
    result = read_result(document(SUCCESS, "<架空花子/><N0000123456/>"))

    assert (result.unknown_count, result.unknown_tags) == (2, ())


def test_a_black_dot_is_told_by_where_it_stands() -> None:
    assert read_result(build("black-dot-everywhere", "shift_jis").data).black_dot_in == ("address", "name", "number")


def test_a_black_dot_in_a_message_is_no_black_dot_of_a_person() -> None:
    data = document(
        SUCCESS,
        "<ProcessingResultStatus>1</ProcessingResultStatus><ProcessingResultMessage>●お知らせ</ProcessingResultMessage>",
    )

    assert read_result(data).black_dot_in == ()


def test_codes_of_the_reply_are_kept_and_its_messages_are_not() -> None:
    result = read_result(build("header-abnormal").data)

    assert (result.segment, result.error_code) == ("9", "SIM0900")
    assert "異常" not in repr(result)


def test_a_coded_field_with_free_text_is_dropped() -> None:
    data = document(SUCCESS + "<ErrorCode>架空　花子</ErrorCode>", "<QualificationValidity>架空</QualificationValidity>")

    assert (read_result(data).error_code, read_result(data).validity) == (None, None)


PLANTED = ("架空　花子", "ｶｸｳ ﾊﾅｺ", "架空県見本市一丁目２番", "見本記号", "A1B2C3D4", "88776655", "000-0001", "P-24434")


def every_form(text: str) -> set[bytes]:
    escaped = json.dumps(text)[1:-1].encode()
    return {text.encode(name, "ignore") for name in ("utf-8", "utf-16-le", "utf-16-be", "cp932", "euc_jp")} | {
        escaped,
        escaped.upper(),
    }


@pytest.mark.parametrize("planted", PLANTED)
def test_nothing_of_a_person_survives_in_any_encoding(planted: str) -> None:
    table = message_table()
    person = "".join(f"<{row.tag}>{planted}</{row.tag}>" for row in table.qualification)
    search = "".join(f"<{row.tag}>{planted}</{row.tag}>" for row in table.search)
    body = (
        f"<ProcessingResultMessage>{planted}</ProcessingResultMessage><QualificationConfirmationKey>{planted}</QualificationConfirmationKey>"
        f"<QualificationConfirmSearchInfo>{search}</QualificationConfirmSearchInfo>"
        f"<Fresh kept='{planted}'>{planted}</Fresh><!--{planted}-->"
        f"<ResultList><ResultOfQualificationConfirmation>{person}</ResultOfQualificationConfirmation></ResultList>"
    )
    header = f"{SUCCESS}<ArbitraryFileIdentifier>{planted}</ArbitraryFileIdentifier><ErrorMessage>{planted}</ErrorMessage>"

    result = read_result(document(header, body), f"OQSsiquc01res_face_{planted.replace(' ', '')}_20260115090312.xml")

    held = repr(result).encode() + msgspec.json.encode(result) + json.dumps(msgspec.to_builtins(result)).encode()
    assert not [form for part in (planted, *planted.split()) for form in every_form(part) if form in held]


def test_a_refusal_holds_nothing_of_the_file() -> None:
    name = "子花空架"[::-1]
    with pytest.raises(ExchangeRefused) as refused:
        read_result(f"<XmlMsg><Name {name}></XmlMsg>".encode())

    assert name not in "".join(traceback.format_exception(refused.value))
    assert refused.value.__context__ is None or name not in repr(refused.value.__context__)


@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    assert refusal(data) in REASONS


PIECES = [
    b"<XmlMsg>",
    b"</XmlMsg>",
    b"<MessageHeader>",
    b"</MessageHeader>",
    b"<SegmentOfResult>",
    b"1",
    b"\x81",
    b"&#x0;",
    b"&a;",
    b"<![CDATA[",
    b"]]>",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=4)), max_size=20))
def test_pieces_of_results_are_read_or_refused(pieces: list[bytes]) -> None:
    assert refusal(b"".join(pieces)) in REASONS


@given(st.data())
def test_a_result_with_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(build("assistance-beside-insurance", data.draw(st.sampled_from(["utf-8", "shift_jis"]))).data)
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    assert refusal(bytes(whole), data.draw(st.one_of(st.none(), st.text(max_size=40)))) in REASONS
