"""Six words on a bad line: they come back as they were said, or not at all."""

import itertools
import random
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madoguchi.wire.telephone.six_words import COUNT, NotHeard, capacity, heard, plain, spoken, word_list

NUMBERS = st.integers(0, capacity() - 1)


@given(NUMBERS)
def test_every_number_comes_back(number: int) -> None:
    assert number == heard(" ".join(spoken(number)))


@given(NUMBERS)
def test_words_written_without_spaces_come_back(number: int) -> None:
    assert number == heard("".join(spoken(number)))


@given(NUMBERS, st.integers(0, COUNT - 1), st.integers(0, len(word_list()) - 1))
def test_one_wrong_word_is_always_noticed(number: int, place: int, wrong: int) -> None:
    words = list(spoken(number))
    if words[place] == word_list()[wrong]:
        return
    words[place] = word_list()[wrong]

    with pytest.raises(NotHeard) as refused:
        heard(" ".join(words))
    assert "sum" == refused.value.reason


def test_every_single_wrong_word_there_can_be_is_noticed() -> None:
    words = spoken(20261124)

    missed = 0
    for place, wrong in itertools.product(range(COUNT), word_list()):
        said = [*words[:place], wrong, *words[place + 1 :]]
        missed += wrong != words[place] and not refused(said)

    assert 0 == missed


@settings(max_examples=50)
@given(NUMBERS)
def test_any_two_words_in_each_others_place_are_noticed(number: int) -> None:
    words = spoken(number)
    for one, other in itertools.combinations(range(COUNT), 2):
        if words[one] != words[other]:
            swapped = list(words)
            swapped[one], swapped[other] = words[other], words[one]
            assert refused(swapped)


def test_two_wrong_words_slip_through_as_seldom_as_a_check_word_allows() -> None:
    chance, tried = random.Random(7), 20_000
    missed = 0
    for _ in range(tried):
        words = list(spoken(chance.randrange(capacity())))
        for place in chance.sample(range(COUNT), 2):
            words[place] = chance.choice([word for word in word_list() if word != words[place]])
        missed += not refused(words)

    assert missed / tried < 3 / len(word_list())


@pytest.mark.parametrize(
    "typed",
    [
        "{0} {1} {2} {3} {4} {5}",
        "{0}、{1}、{2}、{3}、{4}、{5}",
        "  {0}　{1}\n{2}\t{3}・{4} , {5} 。",
        "{0}{1} {2}{3} {4}{5}",
    ],
)
def test_spaces_and_commas_do_not_matter(typed: str) -> None:
    assert 4711 == heard(typed.format(*spoken(4711)))


def test_neither_kana_nor_width_matters() -> None:
    katakana = " ".join("".join(chr(ord(sign) + 0x60) for sign in word) for word in spoken(4711))
    half = katakana.translate(str.maketrans("アイウエオカキクケコ", "ｱｲｳｴｵｶｷｸｹｺ"))

    assert 4711 == heard(katakana) == heard(half)
    assert "がぎぱ" == plain("ｶﾞｷﾞﾊﾟ")


def test_a_misheard_word_that_is_none_is_named_and_the_one_that_fits_is_offered() -> None:
    words = list(spoken(4711))
    meant, words[2] = words[2], words[2][:-1] + "ぷ"

    with pytest.raises(NotHeard) as refusal:
        heard(" ".join(words))

    assert ("word", 3, meant) == (refusal.value.reason, refusal.value.place, refusal.value.perhaps)


@pytest.mark.parametrize("typed", ["", "さくら", "a b c d e f", " ".join(spoken(1)[:5]), " ".join((*spoken(1), "いちご"))])
def test_what_is_not_six_words_is_refused(typed: str) -> None:
    with pytest.raises(NotHeard):
        heard(typed)


@pytest.mark.parametrize("number", [-1, capacity()])
def test_a_number_without_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        spoken(number)


def test_the_list_is_a_prime_number_of_plain_short_words() -> None:
    words = word_list()

    assert 509 == len(words) == len(set(words))
    assert all(re.fullmatch(r"[あ-ん]{3,4}", word) for word in words)
    assert not set("ぁぃぅぇぉっゃゅょゎゐゑを") & set("".join(words))
    assert 509 == len({plain(word) for word in words})


def test_no_two_words_sound_alike_on_a_line_that_swallows_consonants() -> None:
    close = [(one, other) for one, other in itertools.combinations(word_list(), 2) if sounding(one, other) < 3]

    assert [] == close


def refused(words: Sequence[str]) -> bool:
    try:
        heard(" ".join(words))
    except NotHeard:
        return True
    return False


ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "y": "や ゆ よ",
    "w": "わ",
    "N": "ん",
}
SOUNDS = {kana: (row, vowel) for row, line in ROWS.items() for kana, vowel in zip(line, "aiueo", strict=False)}
CONFUSED = ("ktp", "gdbr", "mn", "shz", "yw", "kg", "td", "pb", "hb", "hp", "zd", "tz")
"""Consonants that a telephone confuses before the same vowel: those of one kind, and voiced with unvoiced."""


def apart(one: str, other: str) -> int:
    """How clearly two kana differ: 0 not, 1 in a way that a line may swallow, 2 clearly."""
    (row, vowel), (row2, vowel2) = SOUNDS[one], SOUNDS[other]
    if one == other:
        return 0
    if vowel == vowel2:
        bare = "" in (row, row2) and {row, row2} & set("ywh")
        return 1 if bare or any(row in kind and row2 in kind for kind in CONFUSED if row and row2) else 2
    return 1 if row == row2 and {vowel, vowel2} in ({"i", "e"}, {"o", "u"}) else 2


def sounding(one: str, other: str) -> int:
    """How clearly two words differ when spoken; a kana too many or too few counts as a clear difference."""
    row = [2 * length for length in range(len(other) + 1)]
    for length, kana in enumerate(one, 1):
        left = [2 * length]
        for at, against in enumerate(other, 1):
            left.append(min(row[at] + 2, left[-1] + 2, row[at - 1] + apart(kana, against)))
        row = left
    return row[-1]


def test_kana_of_one_sound_may_be_written_either_way() -> None:
    number = next(one for one in range(10_000) if "づ" in "".join(spoken(one)))
    words = " ".join(spoken(number))

    assert number == heard(words.replace("づ", "ず")) == heard(words)
