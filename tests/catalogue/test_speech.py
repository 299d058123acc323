"""How people speak is read as a whole, or stops with file, line, field and remedy."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from madoguchi.catalogue.load import CatalogueError, load_catalogue
from madoguchi.catalogue.speech import NONE, fingerprint, load_lexicon, load_phrases

PROBLEMS = load_catalogue().problems


def test_every_problem_is_spoken_of_and_so_is_what_is_none() -> None:
    told = Counter(phrase.problem for phrase in load_phrases())

    assert {*PROBLEMS, NONE} == set(told)
    assert {} == {problem: count for problem, count in told.items() if count < 19}
    assert told[NONE] >= 120


def test_ten_languages_and_more_speak_of_the_common_problems() -> None:
    common = {"001", "003", "004", "006", "011", "101", "102", "103", "face-mismatch", "no-code", NONE}
    told: dict[str, set[str]] = {}
    for phrase in load_phrases():
        told.setdefault(phrase.group, set()).add(phrase.problem)

    spoken = {group for group, problems in told.items() if not group.startswith("ja") and common <= problems}
    assert {"en", "zh-Hans", "zh-Hant", "ko", "vi", "pt", "es", "id", "tl", "ne", "my", "th"} <= spoken


def test_every_answer_of_a_question_leads_to_a_problem_of_its_own() -> None:
    for question in load_lexicon().questions.values():
        assert len(set(question.answers.values())) == len(question.answers) <= 5


def test_a_copy_elsewhere_reads_the_same(copy: Path) -> None:
    assert load_lexicon() == load_lexicon(copy)
    assert load_phrases() == load_phrases(copy)
    assert fingerprint() == fingerprint(copy)


def test_a_changed_phrase_changes_the_fingerprint_and_a_changed_line_end_does_not(copy: Path) -> None:
    path = copy / "phrases" / "ko.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert fingerprint() == fingerprint(copy)

    path.write_text(path.read_text("utf-8").replace("카드가 잠겼습니다", "카드가 잠겼네"), "utf-8")
    assert fingerprint() != fingerprint(copy)


Load = Callable[..., object]
BREAKAGES = {
    "a table for a problem that is not there": (
        load_phrases,
        "phrases/ko.toml",
        "[007]",
        "[077]",
        "077",
        "no problem `077`",
    ),
    "an empty phrase": (load_phrases, "phrases/ko.toml", '"카드 앱이 고장났어요"', '" "', "007.says[0]", "empty"),
    "a phrase twice in a table": (
        load_phrases,
        "phrases/ko.toml",
        '"카드 앱이 고장났어요"',
        '"카드 자체가 고장"',
        "007.says[1]",
        "twice",
    ),
    "a phrase under two problems": (
        load_phrases,
        "phrases/ko.toml",
        '"카드 앱이 고장났어요"',
        '"카드가 잠겼습니다"',
        "007.says[0]",
        "already stands under `004`",
    ),
    "a field nobody knows": (load_phrases, "phrases/ko.toml", "[007]\nsays", "[007]\nsay", "007.say", "nobody knows"),
    "a text that is no list": (
        load_phrases,
        "phrases/ko.toml",
        '["카드 앱이 고장났어요", "카드 자체가 고장"]',
        '"카드"',
        "007.says",
        "array",
    ),
    "a thing that only one language names": (
        load_lexicon,
        "lexicon/ko.toml",
        "card =",
        "kard =",
        "concepts.kard",
        "add it there first",
    ),
    "a thing with a capital letter": (load_lexicon, "lexicon/ja.toml", "card =", "Card =", "concepts.Card", "small letters"),
    "an empty word": (load_lexicon, "lexicon/ko.toml", '["카드"]', '["카드", ""]', "concepts.card[1]", "empty"),
    "a section nobody knows": (load_lexicon, "lexicon/ko.toml", "[concepts]", "[concept]", "concept", "only the sections"),
    "a question with one answer": (
        load_lexicon,
        "questions.toml",
        'answers = { patient-phone = "phone-card", our-tablet = "mobile-app" }',
        'answers = { patient-phone = "phone-card" }',
        "question.phone-or-app.answers",
        "two answers",
    ),
    "an answer that leads nowhere": (
        load_lexicon,
        "questions.toml",
        'our-tablet = "mobile-app"',
        'our-tablet = "tablet"',
        "question.phone-or-app.answers.our-tablet",
        "no problem `tablet`",
    ),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_a_slip_is_shown_with_its_place_and_remedy(name: str, copy: Path) -> None:
    load, file, old, new, field, remedy = BREAKAGES[name]
    path = copy / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(CatalogueError) as caught:
        load(copy, PROBLEMS)

    assert (file, field) == (caught.value.file, caught.value.field)
    assert remedy in caught.value.remedy
    assert (
        new.splitlines()[-1].split(" =")[0][:8] in path.read_text("utf-8").splitlines()[caught.value.line - 1]
        or caught.value.line > 1
    )
