"""Ranks the problems that a sentence may mean, says why, and is honest where it means none that we know."""

import math
from collections.abc import Collection, Mapping
from typing import Final, Protocol

import msgspec
import numpy as np

from madoguchi.catalogue.model import Catalogue
from madoguchi.catalogue.speech import NONE, load_lexicon
from madoguchi.evidence.words.asking import telling
from madoguchi.evidence.words.calibration import chances
from madoguchi.evidence.words.codes import said_codes
from madoguchi.evidence.words.hearing import ELSEWHERE, Heard
from madoguchi.evidence.words.learnt import Kept, hearing, kept

MOST: Final = 5
CODES: Final = 3
"""Where anything is found, at least three of the list are codes of the reader: a topic alone may be a misreading."""

CERTAIN: Final = 0.97
"""The chance that a code which stands in the words is meant."""

LEAST: Final = 0.1
"""Where no problem is likelier than this, too little was understood to name one."""

SUREST: Final = 0.99
"""Words are never surer than this."""

STRANGE: Final = "unknown-code"
REASONS: Final = 2
"""So many words say why."""


class Texts(Protocol):
    """What is asked of the words."""

    def text(self, message: str, lang: str) -> str:
        """A message in a language."""


class Ranked(msgspec.Struct, frozen=True):
    """A problem that the words may mean, how likely, and why.

    The reason is the code that was said, the words that speak for it, or, where only their sound does, its own title.
    """

    code: str
    p: float
    why: str


class Recognised(msgspec.Struct, frozen=True):
    """At most five problems, the likeliest first; none where it is unknown; where two are close, the id of a question."""

    problems: tuple[Ranked, ...]
    unknown: bool
    question: str | None = None


UNKNOWN: Final = Recognised((), unknown=True)


def recognise_words(text: str, words: Texts, catalogue: Catalogue) -> Recognised:
    """The problems that a sentence in people's own words may mean, out of the whole catalogue.

    Args:
        text: what somebody typed or said; it is neither kept nor logged.
        words: the sentences of the product.
        catalogue: the problems there are.
    """
    return rank(text, words, catalogue, kept())


def rank(text: str, words: Texts, catalogue: Catalogue, learnt: Kept) -> Recognised:
    """The same by something else that was learnt."""
    codes = [one for one in catalogue.problems if one.isdigit()]
    said = said_codes(text, codes)
    heard = hearing().hear(text)
    likely = _likely(heard, learnt, catalogue.problems)
    none, elsewhere = likely.pop(NONE), not ELSEWHERE.isdisjoint(heard.named)
    foreign = max(likely.values()) <= max(none, LEAST)
    perhaps = () if foreign and elsewhere else said.perhaps
    strange = (STRANGE,) if said.strange and not elsewhere else ()
    certain = said.codes or perhaps or strange
    if foreign and not certain:
        return UNKNOWN
    if certain:
        rest = sum(p for one, p in likely.items() if one not in certain) or 1.0
        likely = {one: p * (1 - CERTAIN) / rest for one, p in likely.items()} | dict.fromkeys(certain, CERTAIN / len(certain))
    ranked = sorted(likely.items(), key=lambda pair: -pair[1])

    def why(problem: str) -> str:
        if problem in (*said.codes, *said.perhaps):
            return problem
        return _spoken(heard, learnt, problem) or words.text(f"problem-{problem}.name", "ja")

    return Recognised(
        tuple(Ranked(one, round(min(p, SUREST), 4), why(one)) for one, p in _chosen(ranked)),
        unknown=False,
        question=None if certain else telling(ranked, load_lexicon().questions),
    )


def _likely(heard: Heard, learnt: Kept, problems: Collection[str]) -> dict[str, float]:
    """The chance of each problem of the catalogue, and of none."""
    known = [(learnt.rows[piece], weight) for piece, weight in heard.pieces.items() if piece in learnt.rows]
    rows = np.array([row for row, _ in known], np.intp)
    values = np.array([weight for _, weight in known], np.float32) * learnt.rarity[rows]
    unheard = learnt.unheard**2 * sum(weight**2 for piece, weight in heard.pieces.items() if piece not in learnt.rows)
    values /= math.sqrt(float(values @ values) + unheard) or 1.0
    scores = (values @ learnt.weights[rows].astype(np.float32)) * learnt.scales
    shared = chances(scores[None, :], learnt.problems, learnt.calibration)[0].tolist()
    return {one: p for one, p in zip(learnt.problems, shared, strict=True) if one == NONE or one in problems}


def _chosen(ranked: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The head of the list with enough codes of the reader in it, still in order."""
    codes = [pair for pair in ranked if pair[0].isdigit()][:CODES]
    others = [pair for pair in ranked if pair not in codes][: MOST - len(codes)]
    return [pair for pair in ranked if pair in codes or pair in others]


def _spoken(heard: Heard, learnt: Kept, problem: str) -> str:
    """The words of the sentence that speak most for a problem, as the lexicon writes them."""
    column = learnt.problems.index(problem) if problem in learnt.problems else -1
    spoken = {form: _weight(f"thing:{thing}", learnt, column) for thing, form in heard.named.items()}
    best = sorted((form for form, weight in spoken.items() if weight > 0), key=lambda form: -spoken[form])
    return "・".join(best[:REASONS])


def _weight(piece: str, learnt: Kept, column: int) -> float:
    row = learnt.rows.get(piece)
    return 0.0 if row is None else float(learnt.weights[row, column]) * float(learnt.scales[column])


def reasons(text: str, problem: str) -> Mapping[str, float]:
    """How much each piece of a sentence speaks for a problem, the strongest first: for those who write phrases."""
    heard, learnt = hearing().hear(text), kept()
    column = learnt.problems.index(problem)
    spoken = {piece: weight * _weight(piece, learnt, column) for piece, weight in heard.pieces.items()}
    return dict(sorted(spoken.items(), key=lambda pair: -abs(pair[1])))
