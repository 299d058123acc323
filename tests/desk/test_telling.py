"""A telling question is put in the staff's own language, every answer with the problem it leads to."""

import pytest

from madoguchi.catalogue.speech import load_lexicon
from madoguchi.desk.telling import put
from madoguchi.words.translate import load_words


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("question", load_lexicon().questions)
def test_a_question_and_its_answers_have_words(question: str, lang: str) -> None:
    text, replies = put(question, load_words(), lang)

    assert text.endswith(("か", "?"))
    assert list(load_lexicon().questions[question].answers.values()) == [reply.code for reply in replies]
    assert len({reply.text for reply in replies}) == len(replies)
