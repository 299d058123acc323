"""One question is asked where two problems stand close, and none where the answer is plain."""

from madoguchi.catalogue.speech import Question
from madoguchi.evidence.words.asking import telling

QUESTIONS = {
    "wide": Question({"a": "001", "b": "002", "c": "003"}),
    "narrow": Question({"a": "001", "b": "002"}),
    "other": Question({"a": "011", "b": "012"}),
}


def test_close_problems_are_told_apart_by_the_shortest_question() -> None:
    assert "narrow" == telling([("001", 0.5), ("002", 0.4)], QUESTIONS)
    assert "wide" == telling([("003", 0.5), ("002", 0.4)], QUESTIONS)


def test_nothing_is_asked_where_the_first_is_far_ahead_or_no_question_is_written() -> None:
    assert telling([("001", 0.9), ("002", 0.05)], QUESTIONS) is None
    assert telling([("001", 0.5), ("011", 0.4)], QUESTIONS) is None
    assert telling([("001", 0.5)], QUESTIONS) is None
