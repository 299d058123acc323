from pathlib import Path

import pytest

from madoguchi.words.translate import LANGUAGES, BrokenWordsError, Said, Words, WordsError, load_words


def words(folder: Path, **files: str) -> Words:
    """Words made of files named `lang__name`, with `-` of a language written `_`."""
    for lang in LANGUAGES:
        (folder / lang).mkdir(exist_ok=True)
    for name, text in files.items():
        lang, _, file = name.partition("__")
        (folder / lang.replace("_", "-") / f"{file}.ftl").write_text(text, "utf-8")
    return Words(folder)


def test_a_message_is_said_in_the_language_asked_for(tmp_path: Path) -> None:
    said = words(tmp_path, ja__a="wait = お待ちください\n", en__a="wait = Please wait\n").say("wait", "en")
    assert said == Said("Please wait", "en")


def test_a_part_of_a_message_is_asked_for_with_a_dot(tmp_path: Path) -> None:
    made = words(tmp_path, ja__a="step-x = 差し直す\n    .how = 奥まで差します。\n")
    assert made.text("step-x.how", "ja") == "奥まで差します。"


@pytest.mark.parametrize(("asked", "found"), [("ja-easy", "ja"), ("en", "ja"), ("ja", "ja")])
def test_a_missing_translation_falls_back_and_tells_so(tmp_path: Path, asked: str, found: str) -> None:
    assert words(tmp_path, ja__a="wait = お待ちください\n").say("wait", asked) == Said("お待ちください", found)


def test_a_missing_part_falls_back_even_where_the_message_is_there(tmp_path: Path) -> None:
    made = words(tmp_path, ja__a="step-x = 差し直す\n    .how = 奥まで。\n", en__a="step-x = Plug in again\n")
    assert made.say("step-x.how", "en") == Said("奥まで。", "ja")


def test_has_looks_at_one_language_only(tmp_path: Path) -> None:
    made = words(tmp_path, ja__a="wait = 待つ\n    .how = いすで。\n", en__a="wait = Wait\n")
    asked = [("wait", "ja"), ("wait.how", "ja"), ("wait", "en"), ("wait.how", "en"), ("wait", "ja-easy"), ("none", "ja")]
    assert [made.has(message, lang) for message, lang in asked] == [True, True, True, False, False, False]


def test_a_message_no_language_has_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="step-nowhere"):
        words(tmp_path).say("step-nowhere", "ja")


def test_values_are_put_in_without_marks_around_them(tmp_path: Path) -> None:
    assert words(tmp_path, ja__a="left = あと{ $tries }回\n").text("left", "ja", tries=2) == "あと2回"


def test_a_value_nobody_gave_is_an_error_not_a_hole_in_the_sentence(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="since"):
        words(tmp_path, ja__a="say = { $since }から止まっています\n").say("say", "ja")


def test_the_facility_is_a_clinic_and_tries_are_unknown_until_somebody_says_so(tmp_path: Path) -> None:
    facility = "a = { $facility ->\n [dental] 治療\n [medical] 診察\n *[other] 何か\n }\n"
    tries = "b = { $tries ->\n [1] 一\n *[other] 他\n }\n"
    made = words(tmp_path, ja__a=facility + tries)
    assert [made.text("a", "ja"), made.text("a", "ja", facility="dental")] == ["診察", "治療"]
    assert [made.text("b", "ja"), made.text("b", "ja", tries=1)] == ["他", "一"]


@pytest.mark.parametrize(("since", "sentence"), [("9時", "9時から止まっています"), ("", "止まっています")])
def test_a_sentence_may_leave_out_what_is_not_known(tmp_path: Path, since: str, sentence: str) -> None:
    made = words(tmp_path, ja__a='say = { GIVEN($since) ->\n [yes] { $since }から\n *[no] {""}\n }止まっています\n')
    assert made.text("say", "ja", since=since) == sentence


def test_a_duplicate_in_another_file_is_refused_with_both_places(tmp_path: Path) -> None:
    with pytest.raises(BrokenWordsError) as refused:
        words(tmp_path, ja__a="x = 一\n", ja__b="# why\ny = 二\nx = 三\n").has("x", "ja")
    assert (refused.value.file, refused.value.line) == ("ja/b.ftl", 3)
    assert "ja/a.ftl:1" in refused.value.reason


def test_a_duplicate_in_the_same_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenWordsError, match=r"en/a\.ftl:2"):
        words(tmp_path, en__a="x = one\nx = two\n").has("x", "en")


def test_what_is_no_fluent_is_refused_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(BrokenWordsError) as refused:
        words(tmp_path, ja_easy__a="good = いい\n\nこれは Fluent では ない\n").has("good", "ja-easy")
    assert (refused.value.file, refused.value.line) == ("ja-easy/a.ftl", 3)


def test_a_term_and_a_message_of_one_name_are_two_things(tmp_path: Path) -> None:
    assert words(tmp_path, ja__a="-reader = 読取機\nreader = { -reader }を見る\n").text("reader", "ja") == "読取機を見る"


def test_the_words_of_the_package_are_read_once() -> None:
    assert load_words() is load_words()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_of_the_package_greets_patients_itself(lang: str) -> None:
    assert load_words().say("patient-welcome.do", lang).lang == lang
