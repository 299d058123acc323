"""Weights tell their own phrases apart, and wordings never stand on both sides of a split."""

import numpy as np

from madoguchi.catalogue.speech import NONE, Phrase
from madoguchi.evidence.words.learning import crossed, directions, learn, parts, wordings
from madoguchi.evidence.words.learnt import hearing

TOLD = tuple(
    Phrase(text, problem, "ja")
    for problem, texts in {
        "003": ("暗証番号をまちがえた", "パスワードがちがう", "暗証番号を忘れた", "番号を忘れてしまった"),
        "011": ("ネットワークにつながらない", "ネットが切れた", "回線がつながらない", "通信が切れている"),
        NONE: ("今日は雨です", "雨がすごい", "予約をしたい", "予約の変更"),
    }.items()
    for text in texts
)


def test_what_was_learnt_gives_each_phrase_its_own_problem() -> None:
    learnt = learn(TOLD, hearing())
    rows = directions([hearing().hear(phrase.text).pieces for phrase in TOLD], learnt.pieces, learnt.rarity, learnt.unheard)

    best = [learnt.problems[at] for at in (rows @ learnt.weights).argmax(axis=1)]

    assert [phrase.problem for phrase in TOLD] == best


def test_a_sentence_of_unknown_pieces_points_nowhere() -> None:
    learnt = learn(TOLD, hearing())

    assert not directions([hearing().hear("xyzzy").pieces], learnt.pieces, learnt.rarity, learnt.unheard).any()


def test_phrases_that_sound_alike_are_one_wording() -> None:
    told = [Phrase(text, "001", "ja") for text in ("カードが読めません", "かーどがよめません", "ネットが切れた")]

    one, other, third = wordings(told, hearing())

    assert one == other != third


def test_parts_hold_everything_once_and_no_wording_twice() -> None:
    wording = [0, 0, 1, 2, 3, 3, 4, 5, 6, 7]
    dealt = parts(wording, 4, (0.5, 0.5))

    assert sorted(np.concatenate(dealt).tolist()) == list(range(10))
    assert {wording[at] for at in dealt[0]}.isdisjoint({wording[at] for at in dealt[1]})
    assert [part.tolist() for part in dealt] == [part.tolist() for part in parts(wording, 4, (0.5, 0.5))]


def test_left_out_phrases_are_scored_by_the_others() -> None:
    problems = ("003", "011", NONE)

    scores = crossed(TOLD, hearing(), problems, 4)

    right = [problems[at] == phrase.problem for at, phrase in zip(scores.argmax(axis=1), TOLD, strict=True)]
    assert scores.shape == (len(TOLD), 3)
    assert sum(right) > len(TOLD) / 2
