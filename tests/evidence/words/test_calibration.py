"""Chances are chances: they sum to one, follow the scores, and the reserve lets few sentences of no problem through."""

import numpy as np

from madoguchi.catalogue.speech import NONE, Phrase
from madoguchi.evidence.words.calibration import FALSE_ALARMS, Calibration, calibrate, chances

PROBLEMS = ("001", "002", NONE)


def test_chances_sum_to_one_and_follow_the_scores() -> None:
    shared = chances(np.array([[0.9, 0.2, 0.1], [0.1, 0.2, 0.3]], np.float32), PROBLEMS, Calibration(8.0, 0.0))

    assert np.allclose(shared.sum(axis=1), 1)
    assert shared.argmax(axis=1).tolist() == [0, 2]


def test_a_reserve_makes_none_likelier() -> None:
    scores = np.array([[0.5, 0.2, 0.4]], np.float32)

    assert chances(scores, PROBLEMS, Calibration(8.0, 0.0)).argmax() == 0
    assert chances(scores, PROBLEMS, Calibration(8.0, 0.2)).argmax() == 2


def test_the_reserve_lets_just_the_share_of_false_alarms_through() -> None:
    random = np.random.default_rng(4)
    phrases = [Phrase(f"{at}", NONE if at % 2 else "001", "ja") for at in range(400)]
    scores = random.normal(0.3, 0.2, (400, 3)).astype(np.float32)

    found = calibrate(scores, phrases, PROBLEMS)
    alarms = [chances(scores[at : at + 1], PROBLEMS, found).argmax() != 2 for at in range(1, 400, 2)]

    assert abs(sum(alarms) / len(alarms) - FALSE_ALARMS) <= 0.02


def test_sharp_scores_call_for_more_sharpness_than_blurred_ones() -> None:
    phrases = [Phrase(f"{at}", PROBLEMS[at % 3], "ja") for at in range(300)]
    right = np.eye(3, dtype=np.float32)[[at % 3 for at in range(300)]]
    blurred = right * 0.3 + np.random.default_rng(4).normal(0, 0.3, (300, 3)).astype(np.float32)

    assert calibrate(right, phrases, PROBLEMS).sharpness > calibrate(blurred, phrases, PROBLEMS).sharpness
