"""What is told to the desk, as values and checked: a code as people write it, words, a result file, names of desks."""

import re
from typing import Final, Literal

import msgspec

from madoguchi.catalogue.model import Catalogue
from madoguchi.desk.refusals import OF_A_FILE, Refused
from madoguchi.evidence.meaning import Finding, meaning
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.evidence.words import recognise_words
from madoguchi.evidence.written import parse_code
from madoguchi.guide.events import How, Outcome
from madoguchi.wire.exchange.codec import ExchangeRefused, read_result
from madoguchi.words.translate import Words

WORDS_LIMIT: Final = 500
"""Longest free text read, in characters."""

NAME_LIMIT: Final = 20
"""Longest name of a desk or a source, in characters."""

UNKNOWN: Final = "unknown-code"
NO_CODE: Final = "no-code"

_NAME: Final = re.compile(r"\w(?:[\w ・.\-]*[\w.])?")
_DIGITS: Final = 6
"""More digits than this are no name of a desk, but perhaps somebody's number."""


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is the matter: a code as it is written, free words, or the text of a result file; exactly one of them."""

    code: str | int | None = None
    words: str | None = None
    file: str | None = None
    desk: str | None = None
    reader: str | None = None
    source: str | None = None
    practice: bool = False


class Observation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What else became known; `probes` by probe."""

    code: str | int | None = None
    words: str | None = None
    tries_left: int | None = None
    face_tries: int | None = None
    transaction_running: bool | None = None
    probes: dict[str, Literal["good", "down", "unknown"]] = {}


class Answered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the current step went."""

    step: str
    outcome: Outcome


class Closing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How an incident ended, and what it had been, where that is known."""

    how: How
    cause: str | None = None


class Named(msgspec.Struct, frozen=True):
    """A problem, and what is known beyond its name as kind and value."""

    problem: str
    observed: tuple[tuple[str, str], ...] = ()


def by_code(code: str | int, catalogue: Catalogue) -> Named:
    """The problem a code means: 3, ３番 and 【003】 are 003; a topic's id is that topic; a code nobody knows is kept.

    Raises:
        Refused: it is no code at all.
    """
    if isinstance(code, int):
        if not 0 <= code <= 999:
            raise Refused("bad-code", field="code")
        code = f"{code:03d}"
    if code in catalogue.problems:
        return Named(code)
    written = parse_code(code)
    if written is None:
        raise Refused("bad-code", field="code")
    if written in catalogue.problems:
        return Named(written)
    return Named(UNKNOWN, (("code", written),))


def by_words(text: str, words: Words, catalogue: Catalogue) -> Named:
    """The problem that free words tell of, or that no code is shown. The words themselves are not kept.

    Raises:
        Refused: there are none, or too many.
    """
    if not text.strip():
        raise Refused("empty", field="words")
    if len(text) > WORDS_LIMIT:
        raise Refused("too-large", field="words")
    if holds_my_number(text):
        raise Refused("my-number", field="words")
    found = recognise_words(text, words, catalogue)
    return Named(found.problems[0].code if found.problems else NO_CODE)


def by_file(content: bytes, name: str | None = None) -> tuple[Finding, ...]:
    """What a result file means.

    Raises:
        Refused: it cannot be read as one.
    """
    try:
        return meaning(read_result(content, name))
    except ExchangeRefused as refused:
        raise Refused(OF_A_FILE[refused.reason], field="file") from None


def name_of_place(text: str, field: str = "desk") -> str:
    """A short name of a desk, a source or a colleague's place, as it is kept.

    Raises:
        Refused: it is empty, long, full of digits, or holds signs that belong in no name.
    """
    name = text.strip()
    fits = len(name) <= NAME_LIMIT and _NAME.fullmatch(name) and sum(sign.isdigit() for sign in name) <= _DIGITS
    if not fits:
        raise Refused("bad-desk" if field == "desk" else "unknown-field", field=field)
    return name


def observed(observation: Observation, words: Words, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The facts of an observation as kind and value.

    Raises:
        Refused: there are none, or one makes no sense.
    """
    facts: list[tuple[str, str]] = []
    if observation.code is not None:
        named = by_code(observation.code, catalogue)
        facts += named.observed or [("problem", named.problem)]
    if observation.words is not None:
        facts.append(("problem", by_words(observation.words, words, catalogue).problem))
    for kind, count in (("tries_left", observation.tries_left), ("face_tries", observation.face_tries)):
        if count is not None:
            if not 0 <= count <= 10:
                raise Refused("unknown-field", field=kind)
            facts.append((kind, str(count)))
    if observation.transaction_running is not None:
        facts.append(("transaction_running", "yes" if observation.transaction_running else "no"))
    facts += [(f"probe:{_probe(probe)}", value) for probe, value in observation.probes.items()]
    if not facts:
        raise Refused("empty")
    return tuple(facts)


def _probe(name: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", name):
        raise Refused("unknown-field", field="probes")
    return name
