"""The evaluation set keeps its promise: enough sentences of every kind, known problems, nothing twice, nobody's number."""

import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, Final

from madoguchi.catalogue.load import load_catalogue

SENTENCES: Final[list[dict[str, Any]]] = tomllib.loads(Path(__file__).with_name("held_out.toml").read_text("utf-8"))["sentence"]
PROBLEMS: Final = load_catalogue().problems
NO_WORDS_OF_ITS_OWN: Final = {"unknown-code"}


def kind(problem: str) -> str:
    return PROBLEMS[problem].kind


def folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def test_every_sentence_has_words_meanings_and_a_language() -> None:
    for sentence in SENTENCES:
        assert set(sentence) == {"text", "means", "lang"}
        assert sentence["text"].strip() == sentence["text"] != ""
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][A-Za-z]+)?", sentence["lang"])


def test_there_are_five_hundred_sentences_or_more() -> None:
    assert len(SENTENCES) >= 500


def test_every_meaning_is_a_problem_of_the_catalogue_and_named_once() -> None:
    for sentence in SENTENCES:
        assert set(sentence["means"]) <= set(PROBLEMS), sentence
        assert len(set(sentence["means"])) == len(sentence["means"]), sentence


def test_every_code_has_fourteen_japanese_sentences_and_every_topic_five() -> None:
    best = Counter(sentence["means"][0] for sentence in SENTENCES if sentence["means"] and sentence["lang"] == "ja")

    few = {
        problem: best[problem]
        for problem in set(PROBLEMS) - NO_WORDS_OF_ITS_OWN
        if best[problem] < (14 if kind(problem) == "code" else 5)
    }

    assert few == {}


def test_few_sentences_mean_more_than_one_problem() -> None:
    open_ones = [sentence for sentence in SENTENCES if len(sentence["means"]) > 1]

    assert len(open_ones) <= len(SENTENCES) // 20


def test_sixty_sentences_with_a_meaning_come_in_ten_other_languages() -> None:
    languages = Counter(sentence["lang"] for sentence in SENTENCES if sentence["means"] and sentence["lang"] != "ja")

    assert languages.total() >= 60
    assert len(languages) >= 10
    assert min(languages.values()) >= 5


def test_a_hundred_and_twenty_sentences_are_about_something_else() -> None:
    assert sum(not sentence["means"] for sentence in SENTENCES) >= 120


def test_no_sentence_stands_twice() -> None:
    twice = [text for text, times in Counter(folded(sentence["text"]) for sentence in SENTENCES).items() if times > 1]

    assert twice == []


def test_no_sentence_holds_a_number_of_twelve_digits() -> None:
    for sentence in SENTENCES:
        assert not re.search(r"(?:\d[\s-]*){12}", unicodedata.normalize("NFKC", sentence["text"])), sentence
