"""Ranks the problems that a code, words, a result file or a photo may mean, without opening anything."""

from typing import TYPE_CHECKING, Final

import msgspec

from madoguchi.catalogue.model import Catalogue
from madoguchi.desk.answer import Around
from madoguchi.desk.intake import WORDS_LIMIT, Report, by_code, by_file
from madoguchi.desk.refusals import Refused
from madoguchi.desk.telling import Reply, put
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.evidence.words import Ranked, recognise_words
from madoguchi.words.translate import Words

if TYPE_CHECKING:
    from madoguchi.evidence.photo.reading import PhotoReading

MOST: Final = 5
"""Problems in a list."""


class Recognition(msgspec.Struct, frozen=True, omit_defaults=True):
    """At most five problems, the likeliest first; none where it is `unknown`.

    `question` is one to put to the person where the first ones are about as likely, with the problem that each of its
    `answers` leads to; `refused` is why a photo or words gave nothing.
    """

    problems: tuple[Ranked, ...]
    unknown: bool
    question: str = ""
    refused: str = ""
    answers: tuple[Reply, ...] = ()


def recognition(report: Report, content: bytes | None, words: Words, catalogue: Catalogue, lang: str = "ja") -> Recognition:
    """What may be meant. `lang` is the language of a question.

    Raises:
        Refused: nothing was told, or it cannot be understood as what it was given for.
    """
    told = [given for given in (report.code, report.words, content) if given is not None]
    if len(told) != 1:
        raise Refused("unknown-field" if told else "empty")
    if report.code is not None:
        return _certain((by_code(report.code, catalogue).problem,), "code")
    if content is not None:
        findings = [finding for finding in by_file(content) if finding.gives != "good"]
        why = (words.text(finding.why, "ja") for finding in findings)
        return _certain(tuple(finding.problem for finding in findings), *why)
    text = report.words or ""
    if not text.strip() or len(text) > WORDS_LIMIT:
        raise Refused("empty" if not text.strip() else "too-large", field="words")
    if holds_my_number(text):
        raise Refused("my-number", field="words")
    return by_sentence(text, words, catalogue, lang)


def by_sentence(text: str, words: Words, catalogue: Catalogue, lang: str) -> Recognition:
    """What a sentence may mean; the number of a person is refused and not looked at any further."""
    if holds_my_number(text):
        return Recognition((), unknown=True, refused="my-number")
    found = recognise_words(text, words, catalogue)
    question, answers = put(found.question, words, lang) if found.question else ("", ())
    return Recognition(found.problems, found.unknown, question, answers=answers)


def by_photo(reading: "PhotoReading", around: Around) -> Recognition:
    """What a photo may show; the number of a code nobody knows is not among the problems."""
    ranked = tuple(Ranked(seen.code, seen.p, around.text(f"photo-why-{seen.why}")) for seen in reading.problems[:MOST])
    question = around.text("photo-search-which") if reading.ask else ""
    return Recognition(ranked, reading.unknown, question, reading.refused)


def _certain(problems: tuple[str, ...], *why: str) -> Recognition:
    ranked = [Ranked(problem, 1.0, reason) for problem, reason in zip(problems, why, strict=True)]
    first = {each.code: each for each in reversed(ranked)}
    chosen = tuple(first[problem] for problem in dict.fromkeys(problems))[:MOST]
    return Recognition(chosen, unknown=not chosen)
