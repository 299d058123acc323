"""What a reader meets when the contact to a card is bad."""

import pytest

from madoguchi.replica.card.contact import Delayed, Failing, FirstFails, Pulled, Spoilt, Spoken, Stuttering
from madoguchi.wire.card.applications import Application
from tests.replica.card.conftest import Insert

JPKI = bytes.fromhex("00A4040C0AD392F000260100000001")
FACE = bytes.fromhex("00A4040C0AD3921000310001010402")
DONE, FAILURE = b"\x90\x00", b"\x6f\x00"


def test_a_card_that_is_pulled_never_answers_again_and_has_no_power(insert: Insert) -> None:
    card = insert("adult")
    pulled = Pulled(card, 2)

    assert [DONE, DONE, b"", b""] == [pulled.transmit(JPKI) for _ in range(4)]
    assert not card.card.powered


def test_one_answer_is_lost_on_the_way(insert: Insert) -> None:
    stuttering = Stuttering(insert("adult"), 1)

    assert [DONE, b"", DONE] == [stuttering.transmit(JPKI) for _ in range(3)]


def test_the_first_command_after_every_power_on_fails(insert: Insert) -> None:
    first = FirstFails(insert("adult"))
    before = [first.transmit(JPKI) for _ in range(2)]
    first.reset()
    warm = first.transmit(JPKI)
    first.power(False)
    first.power(True)

    assert [FAILURE, DONE, DONE, FAILURE, DONE] == [*before, warm, first.transmit(JPKI), first.transmit(JPKI)]


def test_one_application_fails_and_the_others_answer(insert: Insert) -> None:
    failing = Failing(insert("adult"), Application.JPKI.aid)

    assert [FAILURE, FAILURE, DONE] == [failing.transmit(command) for command in (JPKI, JPKI[:4] + b"\x02\xd3\x92", FACE)]


def test_a_late_answer_is_the_same_answer(insert: Insert) -> None:
    waited: list[float] = []

    assert (DONE, [0.3]) == (Delayed(insert("adult"), 0.3, waited.append).transmit(JPKI), waited)


@pytest.mark.parametrize("answer", [bytes(40), b"\x00"])
def test_another_answer_to_a_reset(insert: Insert, answer: bytes) -> None:
    assert answer == Spoken(insert("adult"), lambda _: answer).atr


def test_whatever_is_not_spoilt_is_passed_on(insert: Insert) -> None:
    card = insert("adult")
    spoilt = Spoilt(card)
    spoilt.transmit(JPKI)
    spoilt.reset()
    spoilt.power(False)

    assert (card.atr, False) == (spoilt.atr, card.card.powered)
