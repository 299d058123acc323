"""A card in this process."""

from datetime import datetime
from pathlib import Path

from madoguchi.base.clock import JAPAN
from madoguchi.replica.card.in_process import KEYS, insert
from madoguchi.replica.card.personas import personas
from tests.replica.card.transcript import play


def noon() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=JAPAN)


def test_the_same_card_comes_back_from_its_data_directory(tmp_path: Path) -> None:
    first, second = (insert(personas()["child"], tmp_path, noon) for _ in range(2))
    answers = []
    for card in (first, second):
        card.power(True)
        play(card, "> JPKI\n< 9000")
        answers.append(card.transmit(bytes.fromhex("00B08A00000000")))

    assert answers[0] == answers[1]
    assert {"child-user.pem", "child-card.pem", "user-ca.pem"} < {path.name for path in (tmp_path / KEYS).iterdir()}


def test_a_card_that_lies_on_no_reader_is_silent() -> None:
    card = insert(personas()["transit"], clock=noon)
    silent = card.transmit(bytes.fromhex("00200080"))
    card.power(True)
    card.power(True)

    assert (b"", "6986", "3B8F8001804F0CA00000030611003B0000000042") == (
        silent,
        card.transmit(bytes.fromhex("00200080")).hex(),
        card.atr.hex().upper(),
    )
