"""What is kept beside the program is what its phrases teach."""

from importlib.resources import files

import numpy as np
import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.speech import NONE, Phrase, fingerprint
from madoguchi.evidence.words.calibration import Calibration
from madoguchi.evidence.words.learning import learn
from madoguchi.evidence.words.learnt import FILE, hearing, kept, learn_everything, packed, unpacked

LEARNT = learn(
    [Phrase("カードが読めない", "001", "ja"), Phrase("カードが読まない", "001", "ja"), Phrase("雨", NONE, "ja")], hearing()
)


def test_the_kept_file_was_learnt_from_the_phrases_as_they_are() -> None:
    _, mark = unpacked(files("madoguchi.evidence.words").joinpath(FILE).read_bytes())

    assert fingerprint() == mark, "phrases or lexicon changed: run scripts/learn"


def test_what_is_kept_knows_every_problem_and_none() -> None:
    assert {*load_catalogue().problems, NONE} == set(kept().problems)


def test_a_file_holds_what_was_put_into_it() -> None:
    found, mark = unpacked(packed(LEARNT, Calibration(9.0, 0.1), "abc"))

    assert ("abc", Calibration(9.0, 0.1), LEARNT.problems) == (mark, found.calibration, found.problems)
    assert np.allclose(LEARNT.weights, found.weights * found.scales, atol=float(found.scales.max()))
    assert {piece: at for at, piece in enumerate(LEARNT.pieces)} == found.rows


def test_the_same_phrases_make_the_same_file() -> None:
    assert packed(LEARNT, Calibration(9.0, 0.1), "abc") == packed(LEARNT, Calibration(9.0, 0.1), "abc")


@pytest.mark.long
def test_learning_everything_anew_gives_what_is_kept() -> None:
    learnt, calibration = learn_everything(hearing())

    assert kept().calibration == calibration
    assert np.allclose(learnt.weights, kept().weights * kept().scales, atol=float(kept().scales.max()) * 2)
