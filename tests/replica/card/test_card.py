"""A card as a value."""

from collections.abc import Callable

import pytest

from madoguchi.replica.card.card import Card, Refusal, need_open, pick
from madoguchi.wire.card.status import StatusWord

Issued = Callable[[str], Card]


def test_a_fresh_card_has_no_power_and_every_try(issued: Issued) -> None:
    card = issued("adult")

    assert (False, 3, 5, 10) == (card.powered, *(card.tries[at] for at in (("jpki", 0x18), ("jpki", 0x1B), ("face", 0x12))))


def test_a_file_that_is_not_there_is_refused_by_what_was_asked_for(issued: Issued) -> None:
    card = issued("adult")
    with pytest.raises(Refusal) as current:
        pick(card, 0)
    with pytest.raises(Refusal) as named:
        pick(card, 5)

    assert (StatusWord.NO_CURRENT_FILE, StatusWord.NOT_FOUND) == (current.value.word, named.value.word)


def test_nobody_opens_what_an_empty_set_guards(issued: Issued) -> None:
    with pytest.raises(Refusal) as refused:
        need_open(issued("adult"), frozenset())

    assert StatusWord.NOT_ALLOWED == refused.value.word
