"""Chooses the one question that tells apart problems which are told in the same words."""

from collections.abc import Mapping, Sequence
from typing import Final

from madoguchi.catalogue.speech import Question

CLOSE: Final = 0.15
"""A second problem at least this likely beside the first makes a question worth its answer."""


def telling(ranked: Sequence[tuple[str, float]], questions: Mapping[str, Question]) -> str | None:
    """The question between the two likeliest problems, where they stand close and one is written; the shortest of them.

    Args:
        ranked: problems with their chances, the likeliest first.
        questions: the questions there are.
    """
    if len(ranked) < 2 or ranked[1][1] < CLOSE * ranked[0][1]:
        return None
    between = {ranked[0][0], ranked[1][0]}
    fitting = [name for name, question in questions.items() if between <= set(question.answers.values())]
    return min(fitting, key=lambda name: len(questions[name].answers), default=None)
