"""Learns from phrases how much each piece of a sentence speaks for each problem: least squares with a rest, solved once."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from madoguchi.catalogue.speech import Phrase
from madoguchi.evidence.words.hearing import Hearing

Numbers = NDArray[np.float32]

REST: Final = 0.15
"""How little the phrases are followed to the letter; chosen by the tuning split."""

HEARD_TWICE: Final = 2
"""A piece that stands in fewer phrases than this connects no two of them and is not kept."""

ALIKE: Final = 0.5
"""Two phrases that share so much of their sound are one wording, and never stand on both sides of a split."""

FOLDS: Final = 10
TUNING: Final = 0.75
"""The share of wordings that numbers may be chosen by; the rest only measures."""


class Learnt(msgspec.Struct, frozen=True):
    """What was learnt: pieces with their rarity, problems in the order of the columns, and a weight for each pair of them.

    `unheard` is the rarity of a piece that was never met: it lengthens a sentence and points nowhere.
    """

    pieces: tuple[str, ...]
    rarity: Numbers
    unheard: float
    problems: tuple[str, ...]
    weights: Numbers


def learn(phrases: Sequence[Phrase], hearing: Hearing) -> Learnt:
    """The weights that tell these phrases apart best: min |X W - Y|² + rest |W|², in its dual form."""
    heard = [hearing.hear(phrase.text).pieces for phrase in phrases]
    held = Counter(piece for pieces in heard for piece in pieces)
    pieces = tuple(piece for piece, count in held.items() if count >= HEARD_TWICE)
    rarity = np.array([math.log(len(heard) / held[piece]) for piece in pieces], np.float32)
    problems = tuple(sorted({phrase.problem for phrase in phrases}))
    unheard = math.log(len(heard))
    rows = directions(heard, pieces, rarity, unheard)
    told = np.zeros((len(phrases), len(problems)), np.float32)
    told[np.arange(len(phrases)), [problems.index(phrase.problem) for phrase in phrases]] = 1
    near = rows @ rows.T + REST * np.eye(len(phrases), dtype=np.float32)
    return Learnt(pieces, rarity, unheard, problems, rows.T @ np.linalg.solve(near, told))


def directions(heard: Sequence[dict[str, float]], pieces: Sequence[str], rarity: Numbers, unheard: float) -> Numbers:
    """Sentences as rows: known pieces by weight and rarity, shortened by what is not known. All known gives length one."""
    column = {piece: at for at, piece in enumerate(pieces)}
    rows = np.zeros((len(heard), len(pieces)), np.float32)
    lengths = np.zeros((len(heard), 1), np.float32)
    for number, (row, own) in enumerate(zip(rows, heard, strict=True)):
        for piece, weight in own.items():
            at = column.get(piece)
            if at is not None:
                row[at] = weight * rarity[at]
            else:
                lengths[number] += (weight * unheard) ** 2
        lengths[number] += row @ row
    lengths[lengths == 0] = 1
    whole: Numbers = (rows / np.sqrt(lengths)).astype(np.float32)
    return whole


def wordings(phrases: Sequence[Phrase], hearing: Hearing) -> list[int]:
    """For each phrase the number of its wording: phrases that sound alike, directly or through others, share one."""
    sounds = [_sounds(hearing, phrase.text) for phrase in phrases]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(sounds):
        for piece in own:
            holders[piece].append(at)
    leader = list(range(len(phrases)))

    def lead(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    for at, own in enumerate(sounds):
        shared = Counter(other for piece in own for other in holders[piece] if other > at)
        for other, count in shared.items():
            if count >= ALIKE * len(own | sounds[other]):
                first, last = sorted((lead(at), lead(other)))
                leader[last] = first
    return [lead(at) for at in range(len(phrases))]


def _sounds(hearing: Hearing, text: str) -> frozenset[str]:
    return frozenset(piece for piece in hearing.hear(text).pieces if piece.startswith(("sound:", "part:", "script:")))


def parts(wording: Sequence[int], seed: int, shares: Sequence[float]) -> list[NDArray[Any]]:
    """The phrases dealt out by wording: one array of their positions for each share."""
    own = sorted(set(wording))
    random.Random(seed).shuffle(own)  # noqa: S311 - a split that anybody can repeat, nothing secret
    ends = [round(len(own) * sum(shares[: at + 1])) for at in range(len(shares))]
    part = {one: next(at for at, end in enumerate(ends) if index < end) for index, one in enumerate(own)}
    dealt = np.array([part[one] for one in wording])
    return [np.flatnonzero(dealt == at) for at in range(len(shares))]


def crossed(phrases: Sequence[Phrase], hearing: Hearing, problems: Sequence[str], seed: int) -> Numbers:
    """Scores of each phrase by what was learnt without its wording: rows in the order of the phrases."""
    scores = np.zeros((len(phrases), len(problems)), np.float32)
    for left_out in parts(wordings(phrases, hearing), seed, [1 / FOLDS] * FOLDS):
        kept = set(range(len(phrases))) - set(left_out.tolist())
        learnt = learn([phrases[at] for at in sorted(kept)], hearing)
        heard = [hearing.hear(phrases[at].text).pieces for at in left_out]
        columns = [problems.index(problem) for problem in learnt.problems]
        scores[left_out[:, None], np.array(columns)] = (
            directions(heard, learnt.pieces, learnt.rarity, learnt.unheard) @ learnt.weights
        )
    return scores
