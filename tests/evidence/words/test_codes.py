"""A code in a sentence is taken at its word; ages, rooms, prices and telephone numbers are left alone."""

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.evidence.words.codes import Said, said_codes

KNOWN = [one for one in load_catalogue().problems if one.isdigit()]


def said(text: str) -> Said:
    return said_codes(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("003って出た", "003"),
        ("エラー ０１１", "011"),
        ("エラー３番が出ました", "003"),
        ("画面に【003】", "003"),
        ("003って何ですか", "003"),
        ("O11と出た", "011"),
        ("Ｏ１１", "011"),
        ("l01と出た", "101"),
        ("ゼロイチイチって出た", "011"),
        ("きゅうまるいちが出てる", "901"),
        ("〇一一と表示", "011"),
        ("11番って出とる", "011"),
        ("2番のエラー", "002"),
        ("code 3", "003"),
        ("error 011 on the screen", "011"),
        ("错误 901", "901"),
        ("오류 901", "901"),
        ("lỗi 101", "101"),
        ("9 0 1", ""),
    ],
)
def test_a_code_is_heard(text: str, code: str) -> None:
    assert said(text).codes == ((code,) if code else ())


def test_two_codes_are_both_heard() -> None:
    assert said("エラー011とエラー013が出た").codes == ("011", "013")


def test_a_bare_number_may_be_a_code() -> None:
    assert said("リーダーに950") == Said(perhaps=("950",))


@pytest.mark.parametrize(
    "text",
    [
        "103歳の患者さん",
        "0800-080-4583 に電話",
        "150円足りない",
        "3番地に引っこし",
        "101番の方どうぞ",
        "101番さん",
        "内線101",
        "101号室の患者さん",
        "302号室",
        "3番の診察室",
        "血糖値が101でした",
        "体温37.5",
        "011-222-3333",
        "市外局番は011",
        "受付番号は101です",
        "整理券101",
        "room 101",
        "10回間違えた",
        "2024年",
    ],
)
def test_other_numbers_are_no_codes(text: str) -> None:
    assert said(text) == Said()


@pytest.mark.parametrize("text", ["エラー777", "E-45って出た", "777と表示された", "エラーコード４５１２"])
def test_a_code_nobody_knows_is_strange(text: str) -> None:
    assert said(text) == Said(strange=True)
