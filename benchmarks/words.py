"""How well and how fast free words find their problem, beside a plain BM25 and a search in titles, on the same sentences.

`test` is the part of our own phrases that no number was chosen by, asked of what the other part teaches alone; `held out` was
written by somebody who had not seen our phrases, and is asked of the product as it is.
"""

import json
import math
import statistics
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.speech import NONE, Phrase, load_lexicon, load_phrases
from madoguchi.evidence.words import calibration as calibrating
from madoguchi.evidence.words import ranking, recognise_words
from madoguchi.evidence.words.hearing import spelling
from madoguchi.evidence.words.learning import TUNING, crossed, learn, parts, wordings
from madoguchi.evidence.words.learnt import SEED, Kept, hearing, packed, unpacked
from madoguchi.words.translate import load_words

HELD_OUT = Path(__file__).parents[1] / "tests" / "evidence" / "words" / "held_out.toml"
BINS = 10

Sentence = tuple[str, frozenset[str]]
"""What was said, and the problems it may mean; none where it means no problem."""
Ranking = Callable[[str], list[tuple[str, float]]]
"""Problems with their chances, the likeliest first; none where the answer is that it is unknown."""


def grams(text: str) -> list[str]:
    """Pairs of letters within runs: what a plain search compares."""
    return [run[at : at + 2] for run in spelling(text).split() for at in range(max(1, len(run) - 1))]


class BM25:
    """The textbook (k1 = 1.2, b = 0.75) over our phrases: each problem has the score of its best phrase."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        """Count."""
        self.phrases = phrases
        self.counts = [Counter(grams(phrase.text)) for phrase in phrases]
        self.mean = statistics.mean(sum(count.values()) for count in self.counts)
        held = Counter(gram for count in self.counts for gram in count)
        self.rarity = {gram: math.log(1 + (len(phrases) - count + 0.5) / (count + 0.5)) for gram, count in held.items()}

    def rank(self, text: str) -> list[tuple[str, float]]:
        """The best of them; nothing where a sentence of no problem is nearest, or nothing is shared."""
        best: dict[str, float] = {}
        for phrase, count in zip(self.phrases, self.counts, strict=True):
            long = 1.2 * (0.25 + 0.75 * sum(count.values()) / self.mean)
            score = sum(self.rarity[gram] * count[gram] * 2.2 / (count[gram] + long) for gram in grams(text) if gram in count)
            best[phrase.problem] = max(best.get(phrase.problem, 0.0), score)
        return shared(best)


def by_titles() -> Ranking:
    """The nearest name or summary by shared pairs of letters."""
    words = load_words()
    titles = {
        one: [set(grams(words.text(f"problem-{one}{part}", lang))) for part in (".name", ".summary") for lang in ("ja", "en")]
        for one in load_catalogue().problems
    }

    def rank(text: str) -> list[tuple[str, float]]:
        asked = set(grams(text))
        near = {one: max(len(asked & title) / (len(asked) or 1) for title in own) for one, own in titles.items()}
        return shared({one: score if score >= 0.4 else 0.0 for one, score in near.items()})

    return rank


def shared(scores: dict[str, float]) -> list[tuple[str, float]]:
    """Scores as shares, in order; nothing where no problem is first."""
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] <= 0 or ranked[0][0] == NONE:
        return []
    whole = sum(scores.values())
    return [(one, score / whole) for one, score in ranked if one != NONE]


def product(known: Kept | None = None) -> Ranking:
    """The product's own ranking, by what it has learnt or by something else."""
    words, catalogue = load_words(), load_catalogue()
    if known is None:
        return lambda text: [(one.code, one.p) for one in recognise_words(text, words, catalogue).problems]

    def rank(text: str) -> list[tuple[str, float]]:
        found = ranking.rank(text, words, catalogue, known)
        return [(one.code, one.p) for one in found.problems]

    return rank


def measured(rank: Ranking, sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Shares over sentences that mean a problem, false alarms over the others, calibration of the first, milliseconds."""
    seconds, firsts, thirds, alarms, refused = [], [], [], [], []
    sure: list[tuple[float, bool]] = []
    for text, means in sentences:
        began = time.perf_counter()
        ranked = rank(text)
        seconds.append(time.perf_counter() - began)
        codes = [one for one, _ in ranked]
        if ranked:
            sure.append((ranked[0][1], codes[0] in means))
        if not means:
            alarms.append(bool(codes))
            continue
        refused.append(not codes)
        firsts.append(bool(codes) and codes[0] in means)
        thirds.append(not means.isdisjoint(codes[:3]))
    return {
        "sentences": len(sentences),
        "first": share(firsts),
        "among_three": share(thirds),
        "false_alarms": share(alarms),
        "refused": share(refused),
        "calibration_error": round(calibration_error(sure), 3),
        "brier": round(statistics.fmean((p - right) ** 2 for p, right in sure), 3),
        "median_ms": round(statistics.median(seconds) * 1000, 3),
        "p99_ms": round(float(np.quantile(seconds, 0.99)) * 1000, 3),
    }


def share(of: Sequence[bool]) -> float | None:
    """The share of true ones, to three digits; None of nothing."""
    return round(sum(of) / len(of), 3) if of else None


def calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error of the first answers in ten bins of equal width."""
    binned: dict[int, list[tuple[float, bool]]] = {}
    for p, right in sure:
        binned.setdefault(min(BINS - 1, int(p * BINS)), []).append((p, right))
    gaps = (abs(sum(p for p, _ in own) - sum(right for _, right in own)) for own in binned.values())
    return sum(gaps) / len(sure)


def held_out() -> list[Sentence]:
    """The sentences of somebody else."""
    told = tomllib.loads(HELD_OUT.read_text("utf-8"))["sentence"]
    return [(one["text"], frozenset(one["means"]) - {NONE}) for one in told]


def split() -> tuple[list[Phrase], list[Phrase]]:
    """Our phrases: those that numbers are chosen by, and those that only measure."""
    phrases = load_phrases()
    tuning, test = parts(wordings(phrases, hearing()), SEED, (TUNING, 1 - TUNING))
    return [phrases[at] for at in tuning], [phrases[at] for at in test]


def main() -> None:
    """Measure and print JSON."""
    tuning, test = split()
    learnt = learn(tuning, hearing())
    fitted = calibrating.calibrate(crossed(tuning, hearing(), learnt.problems, SEED), tuning, learnt.problems)
    alone, _ = unpacked(packed(learnt, fitted, ""))
    own: list[Sentence] = [(phrase.text, frozenset({phrase.problem}) - {NONE}) for phrase in test]
    others, everything = held_out(), load_phrases()
    recognise_words("", load_words(), load_catalogue())
    result: dict[str, Any] = {
        "phrases": {"tuning": len(tuning), "test": len(test), "things": len(load_lexicon().concepts)},
        "test": {
            "product": measured(product(alone), own),
            "bm25": measured(BM25(tuning).rank, own),
            "titles": measured(by_titles(), own),
        },
        "held_out": {
            "product": measured(product(), others),
            "bm25": measured(BM25(everything).rank, others),
            "titles": measured(by_titles(), others),
        },
    }
    if "--json" in sys.argv:
        print(json.dumps(result, ensure_ascii=False, indent=2))
        return
    for name in ("test", "held_out"):
        for who, figures in result[name].items():
            print(f"{name:9} {who:8} " + " ".join(f"{key} {value}" for key, value in figures.items()))


if __name__ == "__main__":
    main()
