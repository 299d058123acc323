"""Keeps what was learnt in one file of the program and reads it back; where phrases have changed since, it is learnt anew."""

import io
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec
import numpy as np

from madoguchi.catalogue.speech import fingerprint, load_lexicon, load_phrases
from madoguchi.evidence.words.calibration import Calibration, calibrate
from madoguchi.evidence.words.hearing import Hearing
from madoguchi.evidence.words.learning import TUNING, Learnt, Numbers, crossed, learn, parts, wordings

FILE: Final = "learnt.npz"
SEED: Final = 4
"""The seed of every split: tuning and test, and the folds within tuning."""

FINE: Final = 127
"""Weights are kept as whole numbers up to this, with one scale for each problem."""


class Kept(msgspec.Struct, frozen=True):
    """Everything that recognising needs: rows of weights by piece, their scales by problem, and the calibration."""

    rows: dict[str, int]
    rarity: Numbers
    unheard: float
    problems: tuple[str, ...]
    weights: np.ndarray
    scales: Numbers
    calibration: Calibration


def learn_everything(hearing: Hearing) -> tuple[Learnt, Calibration]:
    """Weights of all phrases, with the calibration of the tuning split."""
    phrases = load_phrases()
    tuning, _ = parts(wordings(phrases, hearing), SEED, (TUNING, 1 - TUNING))
    chosen = [phrases[at] for at in tuning]
    learnt = learn(phrases, hearing)
    return learnt, calibrate(crossed(chosen, hearing, learnt.problems, SEED), chosen, learnt.problems)


def packed(learnt: Learnt, calibration: Calibration, mark: str) -> bytes:
    """The file that is kept: the same bytes for the same phrases on the same machine."""
    scales = np.maximum(np.abs(learnt.weights).max(axis=0), 1e-9) / FINE
    stream = io.BytesIO()
    np.savez_compressed(
        stream,
        mark=np.frombuffer(mark.encode(), np.uint8),
        pieces=np.frombuffer("\n".join(learnt.pieces).encode(), np.uint8),
        problems=np.frombuffer("\n".join(learnt.problems).encode(), np.uint8),
        rarity=learnt.rarity.astype(np.float16),
        weights=np.round(learnt.weights / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        numbers=np.array([calibration.sharpness, calibration.reserve, learnt.unheard]),
    )
    return stream.getvalue()


def unpacked(data: bytes) -> tuple[Kept, str]:
    """What a kept file holds, and the mark of the phrases it was learnt from."""
    with np.load(io.BytesIO(data), allow_pickle=False) as kept:
        pieces = _text(kept["pieces"]).split("\n")
        sharpness, reserve, unheard = kept["numbers"].tolist()
        return Kept(
            rows={piece: at for at, piece in enumerate(pieces)},
            rarity=kept["rarity"].astype(np.float32),
            unheard=unheard,
            problems=tuple(_text(kept["problems"]).split("\n")),
            weights=kept["weights"],
            scales=kept["scales"],
            calibration=Calibration(sharpness, reserve),
        ), _text(kept["mark"])


def _text(signs: np.ndarray) -> str:
    return signs.tobytes().decode()


@cache
def hearing() -> Hearing:
    """The program's own words, ready to be found."""
    return Hearing(load_lexicon())


@cache
def kept() -> Kept:
    """What the program has learnt; read once, at the first sentence."""
    found, mark = unpacked(files(__package__).joinpath(FILE).read_bytes())
    now = fingerprint()
    if mark == now:
        return found
    return unpacked(packed(*learn_everything(hearing()), now))[0]
