"""Free words to problems: a search over names, summaries and everyday phrases, honest where it finds nothing."""

import math
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

import msgspec

from madoguchi.catalogue.model import Catalogue

LANGUAGES = ("ja", "en")
MOST = 5
CODES = 3
"""Where anything is found, at least three of the list are codes of the reader: a topic alone may be a misreading."""

LEAST = 0.2
"""Below this score the honest answer is that we do not know (chosen on the sentences of tests/evidence/test_words.py)."""

CERTAIN = 2.0
"""The score of a code that stands in the words, above all that titles can give."""

_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_NOISE = re.compile(r"[\W_]+")
_SAID_CODE = re.compile(
    r"(?:エラー|コード|error|code)\D{0,3}([0-9]{1,3})(?![0-9])|(?<![0-9])([0-9]{1,3})番(?![地目])", re.IGNORECASE
)
_BARE_CODE = re.compile(r"(?<![0-9.,-])([0-9]{3})(?![0-9.,-]|[歳才円人年分時件回枚台])")


class Texts(Protocol):
    """What the search asks of the words; it is also the key under which titles are kept."""

    def __hash__(self) -> int:
        """By identity."""

    def has(self, message: str, lang: str) -> bool:
        """Whether a language has a message."""

    def text(self, message: str, lang: str) -> str:
        """Its text."""


class Ranked(msgspec.Struct, frozen=True):
    """A problem that the words may mean, how likely, and why we think so: the code itself, or the title that is nearest."""

    code: str
    p: float
    why: str


class Recognised(msgspec.Struct, frozen=True):
    """At most five problems, the likeliest first; none where it is unknown."""

    problems: tuple[Ranked, ...]
    unknown: bool


class Titles:
    """The titles of all problems as pieces of letters, each piece weighed by how few problems have it."""

    def __init__(self, texts: Texts, ids: Collection[str]) -> None:
        """Take the titles of these problems."""
        self._codes = [one for one in ids if one.isdigit()]
        self._titles = {one: [*_said(texts, one, ".name"), *phrases().get(one, ())] for one in ids}
        self._names = {one: [pieces(title) for title in titles] for one, titles in self._titles.items()}
        self._all = {one: _union([*self._names[one], *map(pieces, _said(texts, one, ".summary"))]) for one in ids}
        holders = Counter(piece for held in self._all.values() for piece in held)
        self._weights = {piece: math.log((len(ids) + 1) / (count + 0.5)) for piece, count in holders.items()}
        self._unheard = math.log((len(ids) + 1) / 0.5)

    def recognise(self, text: str) -> Recognised:
        """The problems that a sentence may mean."""
        asked, certain = pieces(text), _codes_in(text, self._codes)
        scores = {one: CERTAIN if one in certain else self._score(asked, one) for one in self._all}
        ranked = sorted(scores, key=lambda one: -scores[one])
        if not ranked or scores[ranked[0]] < LEAST:
            return Recognised((), unknown=True)
        codes = [one for one in ranked if one in self._codes][:CODES]
        chosen = [*codes, *[one for one in ranked if one not in codes][: MOST - len(codes)]]
        # A sharp share of the squares, with a rest for what no title speaks of.
        squares = {one: score**2 for one, score in scores.items()}
        whole = sum(squares.values()) + LEAST**2
        return Recognised(
            tuple(
                Ranked(one, round(squares[one] / whole, 4), self._why(asked, one) if one not in certain else one)
                for one in sorted(chosen, key=lambda one: -scores[one])
            ),
            unknown=False,
        )

    def _score(self, asked: frozenset[str], one: str) -> float:
        """How much of the question all titles cover, and how much of the nearest title the question covers: half and half."""
        heard = self._weight(asked & self._all[one]) / (self._weight(asked) or 1)
        return (heard + max((self._near(asked, name) for name in self._names[one]), default=0.0)) / 2

    def _near(self, asked: frozenset[str], name: frozenset[str]) -> float:
        return self._weight(asked & name) / (self._weight(name) or 1)

    def _why(self, asked: frozenset[str], one: str) -> str:
        nearest = zip(self._titles[one], self._names[one], strict=True)
        return max(nearest, key=lambda pair: self._near(asked, pair[1]), default=("", frozenset()))[0]

    def _weight(self, held: frozenset[str]) -> float:
        return sum(self._weights.get(piece, self._unheard) for piece in held)


def recognise_words(text: str, words: Texts, catalogue: Catalogue) -> Recognised:
    """The problems that a sentence in people's own words may mean, out of the whole catalogue.

    Args:
        text: what somebody typed or said; it is neither kept nor logged.
        words: the sentences of the product.
        catalogue: the problems there are.
    """
    return _titles(words, tuple(catalogue.problems)).recognise(text)


@lru_cache(maxsize=4)
def _titles(words: Texts, ids: tuple[str, ...]) -> Titles:
    return Titles(words, ids)


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """Everyday phrases by problem, as they come with the product."""
    text = files(__package__).joinpath("phrases.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, tuple[str, ...]])


def _said(texts: Texts, one: str, part: str) -> list[str]:
    key = f"problem-{one}{part}"
    return [texts.text(key, lang) for lang in LANGUAGES if texts.has(key, lang)]


def _union(parts: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*parts)


def _codes_in(text: str, known: Sequence[str]) -> frozenset[str]:
    plain = unicodedata.normalize("NFKC", text)
    said = [first or second for first, second in _SAID_CODE.findall(plain)] + _BARE_CODE.findall(plain)
    return frozenset(code.zfill(3) for code in said) & frozenset(known)


def pieces(text: str) -> frozenset[str]:
    """What a text is compared by, after width, case and kana are made one.

    Japanese, which has no spaces, falls into pieces of two and three letters; Latin words stay whole.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)
    runs = [run for run in _NOISE.split(plain) if run]
    letters = {
        run[start : start + size]
        for run in runs
        if not run.isascii()
        for size in (2, 3)
        for start in range(len(run) - size + 1)
    }
    return frozenset(letters | {run for run in runs if run.isascii() and len(run) > 1})
