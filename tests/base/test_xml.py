"""The one XML parser refuses what could hurt and forgets what it refused."""

import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.base.xml import LIMIT, XmlRefused, parse


def reason_for(text: str) -> str:
    with pytest.raises(XmlRefused) as refused:
        parse(text)
    return refused.value.reason


def test_a_document_comes_back_as_its_root() -> None:
    assert parse("<XmlMsg><Name>架空　花子</Name></XmlMsg>").findtext("Name") == "架空　花子"


def test_a_declaration_of_another_encoding_does_not_matter_once_the_text_is_decoded() -> None:
    declared = '<?xml version="1.0" encoding="Shift_JIS" standalone="no"?>\n<a>髙﨑①𠮷</a>'

    assert parse(declared).text == "髙﨑①𠮷"


def test_comments_and_instructions_are_left_out() -> None:
    assert len(parse("<a><!-- x --><?run me?><b/></a>")) == 1


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<!doctype a SYSTEM "file:///nowhere"><a/>',
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "l"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>',
    ],
)
def test_a_document_type_is_refused_before_anything_is_expanded(text: str) -> None:
    assert reason_for(text) == "doctype"


@pytest.mark.parametrize("text", ["", "hello", "<a>", "<a></b>", "<a>&nobody;</a>", "<a>\x00</a>", "<a>\ud800</a>", "<a/><b/>"])
def test_what_is_not_well_formed_is_refused(text: str) -> None:
    assert reason_for(text) == "malformed"


def test_a_tower_of_elements_is_refused() -> None:
    assert reason_for("<a>" * 5_000 + "</a>" * 5_000) == "malformed"


@pytest.mark.parametrize("filling", ["x" * LIMIT, "あ" * (LIMIT // 3)])
def test_more_than_the_limit_is_refused_by_bytes_not_by_letters(filling: str) -> None:
    assert reason_for(f"<a>{filling}</a>") == "size"


def test_a_refusal_quotes_nothing_of_the_document() -> None:
    name = "花子架空"[::-1]  # turned round so that the traceback's own source line cannot hold it
    with pytest.raises(XmlRefused) as refused:
        parse(f"<a><Name {name}></a>")

    assert name not in "".join(traceback.format_exception(refused.value))


@given(st.text())
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    refused = ""
    try:
        parse(text)
    except XmlRefused as error:
        refused = error.reason

    assert refused in {"", "size", "doctype", "malformed"}
