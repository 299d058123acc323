from pathlib import Path

import pytest

from madoguchi.words.coverage import Gap, gaps
from madoguchi.words.translate import LANGUAGES, Entry, load_words, read_entries


def languages(folder: Path, **files: str) -> dict[str, dict[str, Entry]]:
    for lang in LANGUAGES:
        (folder / lang).mkdir()
    for name, text in files.items():
        lang, _, file = name.partition("__")
        (folder / lang.replace("_", "-") / f"{file.replace('_', '-')}.ftl").write_text(text, "utf-8")
    return {lang: read_entries(lang, folder) for lang in LANGUAGES}


def test_a_staff_message_is_missed_in_english_but_not_in_easy_japanese(tmp_path: Path) -> None:
    found = gaps(languages(tmp_path, ja__steps_chain="step-x = 差し直す\n"))
    assert found == (Gap("missing", "step-x", "en", "ja/steps-chain.ftl", 1),)


def test_a_patient_message_is_missed_in_every_language(tmp_path: Path) -> None:
    found = gaps(languages(tmp_path, en__patient="patient-x =\n    .do = Wait.\n"))
    assert [(gap.message, gap.lang) for gap in found] == [("patient-x.do", "ja"), ("patient-x.do", "ja-easy")]


def test_a_missing_part_of_a_message_is_found(tmp_path: Path) -> None:
    found = gaps(languages(tmp_path, ja__ways="way-x = 紙\n    .how = 見る\n", en__ways="way-x = Paper\n"))
    assert [(gap.message, gap.lang) for gap in found] == [("way-x.how", "en")]


def test_terms_belong_to_their_language(tmp_path: Path) -> None:
    assert gaps(languages(tmp_path, ja__ways="-reader = 読取機\n")) == ()


@pytest.mark.parametrize("pointing", ["{ nowhere }", "{ -nothing }", "{ way-x.how }"])
def test_a_reference_to_nothing_is_found(tmp_path: Path, pointing: str) -> None:
    found = gaps(languages(tmp_path, ja__ways=f"way-x = 紙\nway-y = {pointing}\n", en__ways="way-x = Paper\nway-y = Y\n"))
    assert [(gap.kind, gap.message, gap.detail) for gap in found] == [("dangling", "way-y", pointing.strip("{} "))]


def test_a_value_only_the_translation_asks_for_is_found(tmp_path: Path) -> None:
    found = gaps(languages(tmp_path, ja__contacts="say = { $code }です\n", en__contacts="say = { $code } at { $when }\n"))
    assert [(gap.kind, gap.lang, gap.detail) for gap in found] == [("stray", "en", "$when")]


def test_nothing_is_missing_in_any_language_of_the_package() -> None:
    assert gaps(load_words().entries) == ()


def test_every_refusal_says_what_it_is_what_became_of_it_and_what_to_do() -> None:
    words = load_words()
    refusals = [key for key in words.entries["ja"] if key.startswith("error-")]
    parts = ("title", "detail", "remedy")
    assert [key for key in refusals for part in parts if not words.has(f"{key}.{part}", "ja")] == []
    assert len(refusals) >= 35
