"""Reads how people speak of the problems: phrases, words that mean the same, how words sound, and telling questions."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import msgspec

from madoguchi.catalogue.crosscheck import Fault
from madoguchi.catalogue.load import CatalogueFile, folder_files, load_catalogue

NONE: Final = "none"
"""The table of sentences that tell of no problem at all."""

PHRASES: Final = "phrases"
LEXICON: Final = "lexicon"
QUESTIONS: Final = "questions.toml"
READINGS: Final = "readings.toml"
FIRST: Final = "ja"
"""The language whose list of things is complete: a thing that only another language names is a slip of the pen."""

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people say of one problem."""

    says: tuple[str, ...]


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One telling question between problems that are told in the same words: each answer leads to one of them."""

    answers: dict[str, str]


class Phrase(msgspec.Struct, frozen=True):
    """One sentence as it may be said, and the problem it tells of; `group` is the file it stands in."""

    text: str
    problem: str
    group: str


class Lexicon(msgspec.Struct, frozen=True):
    """Words by the thing they name (all languages), how words sound, and questions by their id."""

    concepts: dict[str, tuple[str, ...]]
    readings: dict[str, str]
    questions: dict[str, Question]


def load_phrases(root: Traversable | None = None, problems: Collection[str] | None = None) -> tuple[Phrase, ...]:
    """All phrases in the order of files and tables.

    Args:
        root: another catalogue than the program's own.
        problems: the problems there are; without it, those of the program's catalogue.

    Raises:
        CatalogueError: the first thing found wrong, with file, line, field and remedy.
    """
    known = {*(load_catalogue().problems if problems is None else problems), NONE}
    found: dict[str, Phrase] = {}
    for file in folder_files(_root(root), PHRASES):
        for problem, value in file.values.items():
            told = file.read((problem,), value, Phrases)
            file.check(_phrase_faults(problem, told, known, found))
            found |= {text: Phrase(text, problem, file.stem) for text in told.says if text not in found}
    return tuple(found.values())


def _phrase_faults(problem: str, told: Phrases, known: Collection[str], found: dict[str, Phrase]) -> Iterator[Fault]:
    if problem not in known:
        yield Fault((problem,), f"there is no problem `{problem}`: correct the name of the table")
    for index, text in enumerate(told.says):
        path = (problem, "says", index)
        if not text.strip():
            yield Fault(path, "the phrase is empty: write it or remove it")
        if text in told.says[:index]:
            yield Fault(path, f"the phrase `{text}` stands twice in this table: keep one of them")
        elif text in found and found[text].problem != problem:
            yield Fault(path, f"the phrase `{text}` already stands under `{found[text].problem}`: keep one of them")


def load_lexicon(root: Traversable | None = None, problems: Collection[str] | None = None) -> Lexicon:
    """The words, readings and questions. Arguments and errors are those of `load_phrases`."""
    if root is None and problems is None:
        return _own_lexicon()
    known = load_catalogue().problems if problems is None else problems
    return _read_lexicon(_root(root), known)


@cache
def _own_lexicon() -> Lexicon:
    return _read_lexicon(_root(None), load_catalogue().problems)


def _read_lexicon(root: Traversable, problems: Collection[str]) -> Lexicon:
    concepts: dict[str, tuple[str, ...]] = {}
    readings: dict[str, str] = {}
    languages = sorted(folder_files(root, LEXICON), key=lambda file: (file.stem != FIRST, file.stem))
    for file in languages:
        if file.name.endswith(f"/{READINGS}"):
            file.only("readings")
            readings = file.tables("readings", str)
            continue
        file.only("concepts")
        told = file.tables("concepts", tuple[str, ...])
        file.check(_concept_faults(told, None if file.stem == FIRST else concepts))
        concepts |= {name: (*concepts.get(name, ()), *forms) for name, forms in told.items()}
    file = CatalogueFile(QUESTIONS, root / QUESTIONS)
    file.only("question")
    questions = file.tables("question", Question)
    file.check(_question_faults(questions, problems))
    return Lexicon(concepts, readings, questions)


def _concept_faults(told: dict[str, tuple[str, ...]], known: Collection[str] | None) -> Iterator[Fault]:
    for name, forms in told.items():
        if ID.fullmatch(name) is None:
            yield Fault(("concepts", name), "a thing is named in small letters with dashes: correct the name")
        if known is not None and name not in known:
            yield Fault(("concepts", name), f"`{FIRST}.toml` does not name `{name}`: correct the name or add it there first")
        for index, form in enumerate(forms):
            if not form.strip():
                yield Fault(("concepts", name, index), "the word is empty: write it or remove it")


def _question_faults(questions: dict[str, Question], problems: Collection[str]) -> Iterator[Fault]:
    for name, question in questions.items():
        if len(question.answers) < 2:
            yield Fault(("question", name, "answers"), "a question needs two answers or more: add one")
        for answer, problem in question.answers.items():
            if problem not in problems:
                path = ("question", name, "answers", answer)
                yield Fault(path, f"there is no problem `{problem}`: correct the name")


def fingerprint(root: Traversable | None = None) -> str:
    """A short sum over everything the weights are learnt from: another one says that they are to be learnt again."""
    total = sha256()
    for name in (PHRASES, LEXICON):
        for each in _sorted((_root(root) / name).iterdir()):
            total.update(each.name.encode() + b"\0" + each.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()[:16]


def _sorted(found: Iterable[Traversable]) -> list[Traversable]:
    return sorted((each for each in found if each.name.endswith(".toml")), key=lambda each: each.name)


def _root(root: Traversable | None) -> Traversable:
    return files("madoguchi.catalogue") if root is None else root
