"""Codes are understood as people write them, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.evidence.written import parse_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("011", "011"),
        ("11", "011"),
        ("3", "003"),
        ("３番", "003"),
        ("エラー11", "011"),
        ("エラーコード：０１１", "011"),
        ("ｴﾗｰ 11", "011"),
        ("【011】", "011"),
        ("［９０１］", "901"),
        ("「950」番", "950"),
        ("第3号", "003"),
        ("番号 103", "103"),
        ("No.12", "012"),
        ("№12", "012"),
        ("error 004", "004"),
        ("  011\n", "011"),
        ("0011", "0011"),
        ("123456", "123456"),
        ("E-12", "E-12"),
        ("Ｅ１２", "E12"),
        ("IA0007", "IA0007"),
    ],
)
def test_a_code_is_read_as_people_write_it(text: str, code: str) -> None:
    assert parse_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "番",
        "エラー",
        "顔が合わない",
        "011 と 012",
        "1234567",
        "ABCDE1",
        "E--1",
        "1.5",
        "<b>11</b>x",
        "'; DROP TABLE",
        "0" * 41,
        "２０２６年",
        "٣",
    ],
)
def test_anything_else_is_no_code(text: str) -> None:
    assert parse_code(text) is None


@given(st.text(max_size=60))
def test_what_is_read_is_itself_a_code(text: str) -> None:
    code = parse_code(text)

    assert code is None or parse_code(code) == code


@given(st.integers(0, 999))
def test_every_number_up_to_999_has_three_digits(number: int) -> None:
    assert parse_code(str(number)) == f"{number:03d}"
