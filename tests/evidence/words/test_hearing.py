"""However a sentence is written, the same is heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.evidence.words.hearing import LONGEST, spelling
from madoguchi.evidence.words.learnt import hearing


def sound(text: str) -> str:
    return hearing().sound(spelling(text)).replace(" ", "")


def named(text: str) -> set[str]:
    return set(hearing().hear(text).named)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﾈｯﾄﾜｰｸ ＰＩＮ", "ねっとわーく pin"),
        ("リーダ一", "リーダー"),
        ("カ-ド", "カード"),
        ("暗証番号", "あんしょうばんごう"),
        ("暗唱番号", "暗証番号"),
        ("読めへん", "読めない"),
        ("読めません", "よめない"),
        ("つながらん", "つながらない"),
        ("動かねえ", "うごかない"),
        ("●", "■"),
        ("contraseña", "contrasena"),
        ("mật khẩu", "mat khau"),
    ],
)
def test_ways_of_writing_and_speaking_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("あんしょうばんごうをわすれた", {"pin", "forget"}),
        ("PINロック", {"pin", "lock"}),
        ("quên mật khẩu", {"pin", "forget"}),
        ("忘记密码", {"pin", "forget"}),
        ("पासवर्ड बिर्सें", {"pin", "forget"}),
        ("လျှို့ဝှက်နံပါတ်မေ့သွားတယ်", {"pin", "forget"}),
        ("プリンターの電源", {"other-device", "power"}),
    ],
)
def test_the_same_things_are_named_in_any_language(text: str, things: set[str]) -> None:
    assert things <= named(text)


def test_a_latin_word_is_not_found_inside_another() -> None:
    assert "pin" not in named("spinning")
    assert "pin" in named("暗証PINが")


def test_marks_of_scripts_that_write_vowels_as_marks_are_kept() -> None:
    assert spelling("पासवर्ड") == "पासवर्ड"
    assert spelling("รหัสผิด") != spelling("รหสผด")


@given(st.text(max_size=LONGEST * 2))
def test_anything_can_be_heard(text: str) -> None:
    heard = hearing().hear(text)

    assert all(weight > 0 for weight in heard.pieces.values())
    assert heard == hearing().hear(text)
