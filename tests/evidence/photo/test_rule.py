from collections.abc import Sequence

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.evidence.photo.engine import Line
from madoguchi.evidence.photo.rule import Decision, decide, numbers
from madoguchi.evidence.photo.titles import titles
from madoguchi.words.translate import load_words

KNOWN = titles(load_catalogue(), load_words())
CODES = [(title.code, title.text) for title in KNOWN]


def lines(texts: Sequence[str]) -> list[Line]:
    rows = ((text, 40.0 * row) for row, text in enumerate(texts))
    return [Line(text, ((0, top), (300, top), (300, top + 30), (0, top + 30)), 0.99) for text, top in rows]


def said(*texts: str) -> Decision:
    return decide(lines(texts), KNOWN)


def first(decision: Decision) -> tuple[str, str]:
    return decision.outcome, decision.choices[0].code if decision.choices else ""


@pytest.mark.parametrize(("code", "title"), CODES)
def test_a_number_with_its_title_is_sure(code: str, title: str) -> None:
    for texts in ((f"【{code}】", title), (f"エラーコード：{code}", title), (f"{code} {title}",)):
        assert ("sure", code) == first(said("10:25", *texts, "受付を中断しました。"))


@pytest.mark.parametrize(("code", "title"), [pair for pair in CODES if pair[0] != "011"])
def test_a_title_that_was_read_well_needs_no_number(code: str, title: str) -> None:
    decision = said(title, "係員をお呼びください")

    assert ("sure", code) == first(decision)
    assert decision.choices[0].why == "title"


def test_a_title_that_any_machine_shows_is_asked_without_its_number() -> None:
    assert ("ask", "011") == first(said("ネットワークエラー"))


@pytest.mark.parametrize(("code", "_title"), CODES)
def test_a_number_alone_never_suffices(code: str, _title: str) -> None:
    for text in (f"【{code}】", f"エラーコード：{code}", f"【{code}】番の方 診察室へ", f"エラー {code} 用紙がありません"):
        assert ("number-alone", "") == first(said(text, "しばらくお待ちください"))


def test_a_bare_number_says_nothing() -> None:
    assert "nothing" == said("101番のかた", "会計へどうぞ").outcome


@pytest.mark.parametrize("code", ["018", "999", "000"])
def test_a_code_nobody_knows_is_named_as_such(code: str) -> None:
    decision = said(f"【{code}】", "未登録の何か")

    assert ("unknown-code", code) == (decision.outcome, decision.code)


def test_a_title_that_contradicts_its_number_is_asked() -> None:
    decision = said("【003】", "マイナンバーカードのロック")

    assert "ask" == decision.outcome
    assert {"003", "004"} <= {choice.code for choice in decision.choices}
    assert all(choice.p < 0.5 for choice in decision.choices)


def test_two_titles_with_their_numbers_are_asked() -> None:
    assert "ask" == said("【101】マイナンバーカードの券面の読取り不可", "【102】顔の撮影不可").outcome


def test_a_number_of_a_neighbour_does_not_win_by_a_similar_title() -> None:
    """902 and 903 differ in a few letters: a misread digit must not decide between them."""
    assert "ask" == said("【902】", "オンライン資格確認等システムの電子証明書エラー").outcome


def test_a_soft_zero_is_still_a_zero() -> None:
    assert ("sure", "003") == first(said("【O03】", "暗証番号入力誤り"))


def test_three_codes_are_given_wherever_one_is() -> None:
    assert 3 == len(said("【003】", "暗証番号入力誤り").choices)
    assert 3 == len(said("ネットワークエラー").choices)


def test_clocks_dates_and_longer_numbers_are_no_codes() -> None:
    found = numbers(["10:03", "2026.001", "電話 0800-080-4583", "12345", "1/003", "価格 1,003円"])

    assert ((), ()) == (found.announced, found.bare)


def test_nothing_read_is_nothing() -> None:
    assert "nothing" == said().outcome
