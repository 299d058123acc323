"""File names of the exchange are taken apart and put together again."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.base.clock import JAPAN
from madoguchi.wire.exchange.names import FileName, build_name, desk_reads, name_table, parse_name, reply_name

FACE = "OQSsiquc01res_face_9910000001A7_20260115090312.xml"


def test_a_result_of_the_reader_names_its_time() -> None:
    assert parse_name(FACE) == FileName(
        prefix="OQSsiquc01res",
        face=True,
        free="9910000001A7",
        time=datetime(2026, 1, 15, 9, 3, 12, tzinfo=JAPAN),
        extension="xml",
    )


def test_a_name_may_consist_of_its_time_alone() -> None:
    parts = parse_name("OQSsiquc01res_face_20260115090312.xml")

    assert (parts and parts.free, parts and parts.time) == ("", datetime(2026, 1, 15, 9, 3, 12, tzinfo=JAPAN))


def test_digits_that_are_no_moment_stay_in_the_free_part() -> None:
    parts = parse_name("OQSsiquc01res_20261399999999.xml")

    assert (parts and parts.free, parts and parts.time) == ("20261399999999", None)


@pytest.mark.parametrize(
    "name", ["", "readme.txt", "OQSsiquc01res.xml", "OQSsiquc01res_x.exe", "../OQSsiquc01res_x/y.xml", "XXsiquc01res_a.xml"]
)
def test_other_names_are_no_exchange_files(name: str) -> None:
    assert parse_name(name) is None


@pytest.mark.parametrize(
    ("name", "reads"),
    [
        (FACE, True),
        ("OQSsiquc01res_202601150004.xml", True),
        ("oqssiquc01RES_202601150004.XML", True),
        ("OQSsiquc01res_202601150004.zip", True),
        ("OQSsiquc01req_202601150004.xml", False),
        ("OQSsiquc01req_202601150004.err", False),
        ("OQSmuquc02res_202601150004.xml", False),
        ("YZKsiquc01res_202601150004.xml", False),
    ],
)
def test_the_desk_reads_eligibility_results_and_nothing_else(name: str, reads: bool) -> None:  # noqa: FBT001 - a table of cases
    assert desk_reads(name) is reads


def test_a_reply_keeps_the_free_part_of_its_request() -> None:
    request = parse_name("OQSsiquc01req_202601150004.xml")
    assert request is not None

    reply = reply_name(request)

    assert reply is not None
    assert build_name(reply) == "OQSsiquc01res_202601150004.xml"
    assert reply_name(reply) is None


def test_every_family_is_paired_with_one_that_is_paired_with_it() -> None:
    families = name_table().family

    assert all(families[family.pair].pair == prefix for prefix, family in families.items())


@given(st.from_regex(r"\A[A-Za-z0-9_-]{0,20}\Z"), st.booleans(), st.sampled_from(["xml", "zip", "pdf", "err"]))
def test_what_is_read_is_built_again(free: str, face: bool, extension: str) -> None:  # noqa: FBT001 - drawn
    name = f"OQSsiquc01res_{'face_' if face else ''}{free}.{extension}"

    parts = parse_name(name)

    assert parts is not None
    assert build_name(parts) == name


@given(st.from_regex(r"\A(OQSsiquc01res|oqssiquc01RES|OQSsiquc01req|OQSmuquc01res)_[a-z0-9_/.]{0,12}\.(xml|zip|pdf|XML)\Z"))
def test_what_the_desk_reads_is_an_exchange_file_of_a_family_it_reads(name: str) -> None:
    parts = parse_name(name)

    expected = parts is not None and parts.prefix == "OQSsiquc01res" and parts.extension in {"xml", "zip"}
    assert desk_reads(name) is expected
