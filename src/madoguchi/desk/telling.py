"""Puts a telling question into words: the question and, for each answer, the problem it leads to."""

from typing import Protocol

import msgspec

from madoguchi.catalogue.speech import load_lexicon


class Texts(Protocol):
    """What is asked of the words."""

    def text(self, message: str, lang: str) -> str:
        """A message in a language."""


class Reply(msgspec.Struct, frozen=True):
    """An answer that can be given to a question, and the problem that is then meant."""

    code: str
    text: str


def put(question: str, words: Texts, lang: str) -> tuple[str, tuple[Reply, ...]]:
    """A question by its id, in words, with its answers in the order they are written in."""
    answers = load_lexicon().questions[question].answers
    replies = tuple(Reply(problem, words.text(f"telling-{question}.{answer}", lang)) for answer, problem in answers.items())
    return words.text(f"telling-{question}", lang), replies
