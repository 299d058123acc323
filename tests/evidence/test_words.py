"""Free words lead to the problems whose names they share, and to an honest "unknown" where they share none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.catalogue.load import load_catalogue
from madoguchi.evidence.words import CODES, MOST, Recognised, phrases, pieces, recognise_words
from madoguchi.words.translate import load_words


def recognise(text: str) -> Recognised:
    return recognise_words(text, load_words(), load_catalogue())


def first(text: str) -> str:
    return recognise(text).problems[0].code


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ネットワークエラーと出ています", "011"),
        ("ﾈｯﾄﾜｰｸｴﾗｰ", "011"),
        ("暗証番号をまちがえてしまいました", "003"),
        ("患者さんの名前に●が入っています", "black-dot"),
        ("電子処方箋だけ使えません", "950"),
        ("スマホで受付したい患者さんがいます", "phone-card"),
        ("リーダーの画面が真っ暗です", "no-code"),
        ("端末のメモリが足りないようです", "014"),
        ("Network error on the screen", "011"),
        ("The patient forgot the PIN", "003"),
    ],
)
def test_a_sentence_near_a_title_finds_its_problem(text: str, problem: str) -> None:
    assert first(text) == problem


@pytest.mark.parametrize("text", ["エラー３番が出ました", "003って何ですか", "画面に【003】", "code 3"])
def test_a_code_among_words_is_taken_at_its_word(text: str) -> None:
    assert first(text) == "003"
    assert recognise(text).problems[0].why == "003"


@pytest.mark.parametrize("text", ["103歳の患者さん", "0800-080-4583 に電話", "150円足りない", "3番地に引っこし"])
def test_other_numbers_are_no_codes(text: str) -> None:
    assert not [one for one in recognise(text).problems if one.why == one.code]


@pytest.mark.parametrize(
    "text", ["", "あ", "今日の天気は晴れ", "駐車場はどこですか", "asdfghjkl", "What time is lunch today?", "🙂🙂🙂"]
)
def test_what_no_title_speaks_of_is_unknown(text: str) -> None:
    assert recognise(text) == Recognised((), unknown=True)


@given(st.one_of(st.text(max_size=80), st.sampled_from([phrase for one in phrases().values() for phrase in one])))
def test_a_list_is_short_ordered_and_holds_codes_of_the_reader_beside_topics(text: str) -> None:
    found = recognise(text)
    chances = [one.p for one in found.problems]

    assert found.unknown == (not found.problems)
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) <= 1.001
    assert found.unknown or len([one for one in found.problems if one.code.isdigit()]) >= CODES
    assert len({one.code for one in found.problems}) == len(found.problems) <= MOST


def test_every_problem_is_found_by_its_own_name() -> None:
    words, catalogue = load_words(), load_catalogue()
    names = {one: words.text(f"problem-{one}.name", "ja") for one in catalogue.problems}

    assert {one: name for one, name in names.items() if one not in [each.code for each in recognise(name).problems][:2]} == {}


def test_phrases_speak_of_problems_that_exist_and_leave_none_out() -> None:
    assert set(phrases()) == set(load_catalogue().problems)


def test_width_case_and_kana_make_no_difference() -> None:
    assert pieces("ﾈｯﾄﾜｰｸ ＰＩＮ") == pieces("ねっとわーく pin")
