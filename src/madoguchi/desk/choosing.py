"""The page between words and a problem: a telling question or a few choices, and ways on where nothing is known."""

from typing import Final

import msgspec

from madoguchi.desk.answer import Around
from madoguchi.desk.intake import NO_CODE, UNKNOWN
from madoguchi.desk.staff import Choice
from madoguchi.desk.telling import put
from madoguchi.evidence.words import Recognised, recognise_words

FEW: Final = 3
"""So many problems are shown: more to read is no help at a desk."""

HARDLY: Final = 0.05
"""Less likely problems than this are not shown beside the first."""

WAYS_ON: Final = (NO_CODE, UNKNOWN, "call-centre-busy")
"""Where words tell nothing: no number stands there, a number nobody knows, nobody answers the telephone."""


class ChooseView(msgspec.Struct, frozen=True):
    """What the page shows; `question` is empty where none is worth asking."""

    desk: str
    practice: bool
    text: str
    unknown: bool
    question: str
    choices: tuple[Choice, ...]
    others: tuple[Choice, ...] = ()


def choose_view(text: str, desk: str, around: Around, *, practice: bool) -> ChooseView:
    """The page for words that somebody typed. The words go back to the field they came from, and nowhere else."""
    found = recognise_words(text, around.words, around.catalogue)
    if found.unknown:
        ways = tuple(_choice(one, around) for one in WAYS_ON)
        return ChooseView(desk, practice, text, unknown=True, question="", choices=ways)
    if found.question is None:
        return ChooseView(desk, practice, text, unknown=False, question="", choices=_few(found, around))
    question, replies = put(found.question, around.words, around.lang)
    answers = tuple(Choice(one.code, one.text, around.text(f"problem-{one.code}.name")) for one in replies)
    asked = {one.id for one in answers}
    others = tuple(one for one in _few(found, around) if one.id not in asked)
    return ChooseView(desk, practice, text, unknown=False, question=question, choices=answers, others=others)


def _few(found: Recognised, around: Around) -> tuple[Choice, ...]:
    likely = [one.code for index, one in enumerate(found.problems[:FEW]) if index == 0 or one.p >= HARDLY]
    return tuple(_choice(one, around) for one in likely)


def _choice(problem: str, around: Around) -> Choice:
    return Choice(problem, around.text(f"problem-{problem}.name"), around.text(f"problem-{problem}.summary"))
