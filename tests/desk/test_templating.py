import pytest
from jinja2 import UndefinedError

from madoguchi.desk.templating import environment
from madoguchi.words.translate import WordsError, load_words


def draw(source: str, **values: object) -> str:
    return environment(load_words()).from_string(source).render(**values)


def test_a_sentence_is_in_the_language_of_the_page_unless_another_is_wanted() -> None:
    japanese, english = draw("{{ t('nav-desk') }}", page_lang="ja"), draw("{{ t('nav-desk') }}", page_lang="en")

    assert japanese != english
    assert draw("{{ t('nav-desk', lang='en') }}", page_lang="ja") == english


def test_easy_japanese_becomes_ruby() -> None:
    assert "<ruby>" in draw("{{ t('patient-wait.do', lang='ja-easy') }}{{ t('patient-show-paper.do', lang='ja-easy') }}")


def test_values_are_escaped() -> None:
    assert draw("{{ value }}", value="<script>") == "&lt;script&gt;"
    assert "<b>" not in draw("{{ t('dock-chosen', way='<b>') }}")


def test_a_value_that_was_forgotten_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(UndefinedError):
        draw("{{ forgotten }}")


def test_a_sentence_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(WordsError):
        draw("{{ t('no-such-sentence') }}")
