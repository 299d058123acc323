import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.words.ruby import UNREAD, html, plain, spoken

KANJI = st.text(st.sampled_from("診察受付機械人々一関ヶ原顔写真"), min_size=1, max_size=4)
READINGS = st.text(st.sampled_from("しんさつうけきかいひとカード"), min_size=1, max_size=6)
ORDINARY = st.text(st.sampled_from("はをにカード、。 <>&\"'ab1{}()"), max_size=6)
PIECES = st.lists(st.tuples(ORDINARY, KANJI, READINGS, ORDINARY.map(lambda text: text + "。")), max_size=5)


def test_a_reading_becomes_real_ruby() -> None:
    assert html("漢字[かんじ]") == "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>"


@pytest.mark.parametrize(
    ("text", "ruby_over"),
    [
        ("受[う]けられます", ["受"]),
        ("カードの顔写真[かおじゃしん]", ["顔写真"]),
        ("人々[ひとびと]", ["人々"]),
        ("関ヶ原[せきがはら]", ["関ヶ原"]),
        ("思[おも]い出[だ]す", ["思", "出"]),
        ("1回[かい]", ["回"]),
        ("ただの[かっこ]", []),
        ("漢字[kanji]", []),
    ],
)
def test_the_base_is_the_run_of_kanji_directly_before_the_bracket(text: str, ruby_over: list[str]) -> None:
    assert re.findall(r"<ruby>(.*?)<rp>", html(text)) == ruby_over


def test_markup_in_a_sentence_stays_a_sentence() -> None:
    assert html('<b>人[ひと]</b> & "') == "&lt;b&gt;<ruby>人<rp>（</rp><rt>ひと</rt><rp>）</rp></ruby>&lt;/b&gt; &amp; &#34;"


def test_a_new_line_stays_one() -> None:
    assert html("いすに\n待[ま]つ").startswith("いすに<br><ruby>")


def test_what_is_read_aloud_holds_the_reading_once() -> None:
    assert spoken("受付[うけつけ]の 人[ひと]に") == "うけつけの ひとに"


def test_plain_text_drops_the_readings() -> None:
    assert plain("受付[うけつけ]の 人[ひと]に") == "受付の 人に"


@given(PIECES)
def test_no_reading_is_lost_or_doubled(pieces: list[tuple[str, str, str, str]]) -> None:
    text = "".join(f"{before}{kanji}[{reading}]{after}" for before, kanji, reading, after in pieces)
    assert spoken(text) == "".join(before + reading + after for before, _, reading, after in pieces)
    assert plain(text) == "".join(before + kanji + after for before, kanji, _, after in pieces)
    assert len(re.findall("<ruby>", html(text))) == len(pieces)
    assert not UNREAD.search(text)


@given(st.text())
def test_only_ruby_and_line_breaks_are_markup_whatever_the_text(text: str) -> None:
    tags = set(re.findall(r"<[^>]*>", html(text)))
    assert tags <= {"<ruby>", "</ruby>", "<rp>", "</rp>", "<rt>", "</rt>", "<br>"}


@given(PIECES)
def test_a_kanji_without_reading_is_noticed(pieces: list[tuple[str, str, str, str]]) -> None:
    text = "".join(f"{before}{kanji}[{reading}]{after}" for before, kanji, reading, after in pieces) + "窓口へ"
    assert [found[0] for found in UNREAD.finditer(text)] == ["窓口"]
