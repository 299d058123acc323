"""Turns scores into chances: how sharp they are, and how readily the answer is that this is none of ours."""

from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np

from madoguchi.catalogue.speech import NONE, Phrase
from madoguchi.evidence.words.learning import Numbers

FALSE_ALARMS: Final = 0.1
"""The share of sentences of no problem that may be answered with one, on phrases whose wording was left out."""

SHARPNESSES: Final = tuple(round(4 * 1.1**step, 3) for step in range(20))


class Calibration(msgspec.Struct, frozen=True):
    """`sharpness`: how much likelier a higher score is. `reserve`: what is added to the score of no problem."""

    sharpness: float
    reserve: float


def chances(scores: Numbers, problems: Sequence[str], calibration: Calibration) -> Numbers:
    """The chance of each problem (and of none) for rows of scores; each row sums to one."""
    lifted = scores.copy()
    lifted[:, problems.index(NONE)] += calibration.reserve
    powers = np.exp(calibration.sharpness * (lifted - lifted.max(axis=1, keepdims=True)))
    shared: Numbers = (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)
    return shared


def calibrate(scores: Numbers, phrases: Sequence[Phrase], problems: Sequence[str]) -> Calibration:
    """The two numbers that fit scores of phrases whose wording was left out.

    The reserve lets just so many sentences of no problem through; the sharpness makes the truth likeliest.
    """
    none = problems.index(NONE)
    truth = np.array([problems.index(phrase.problem) for phrase in phrases])
    best = np.delete(scores, none, axis=1).max(axis=1) - scores[:, none]
    reserve = round(float(np.quantile(best[truth == none], 1 - FALSE_ALARMS)), 3)

    def surprise(sharpness: float) -> float:
        own = chances(scores, problems, Calibration(sharpness, reserve))[np.arange(len(truth)), truth]
        return float(-np.log(np.maximum(own, 1e-9)).mean())

    return Calibration(min(SHARPNESSES, key=surprise), reserve)
