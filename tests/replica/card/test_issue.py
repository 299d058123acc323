"""Every persona's card has what that persona's situation needs."""

from collections.abc import Callable

import pytest

from madoguchi.replica.card.card import Card
from madoguchi.replica.card.personas import personas
from tests.replica.card.conftest import Insert
from tests.replica.card.transcript import play


@pytest.mark.parametrize("persona", sorted(personas()))
def test_every_persona_gets_a_card(issued: Callable[[str], Card], persona: str) -> None:
    assert 2 <= len(issued(persona).issued.atr) <= 33


def test_a_child_has_no_signature_certificate(insert: Insert) -> None:
    play(insert("child"), "> JPKI\n< 9000\n> EF:0001\n< 6A82\n> EF:001A\n< 6A82\n> EF:001B\n< 6A82\n> EF:000A\n< 9000")


@pytest.mark.parametrize("persona", ["face-only", "locked"])
def test_a_card_without_a_usable_pin_answers_as_locked(insert: Insert, persona: str) -> None:
    play(
        insert(persona),
        """
        > JPKI
        < 9000
        > EF:0018
        < 9000
        > TRIES
        < 63C0
        > 00200080 "1234"
        < 6984
        > FACE                      # the number printed on it still works
        < 9000
        > EF:0012
        < 9000
        > TRIES
        < 63CA
        """,
    )


def test_a_phone_wants_the_pin_before_its_certificate(insert: Insert) -> None:
    play(
        insert("phone"),
        """
        > FACE
        < 6A82
        > JPKI
        < 9000
        > 00B0860010
        < 4A504B4941504750534554 .. 9000
        > 00B08A0001
        < 6982
        > 00200098 "1234"
        < 9000
        > 00B08A0001
        < 30 9000
        """,
    )


def test_an_old_card_says_that_it_is_one(insert: Insert) -> None:
    play(
        insert("old"),
        "> FACE\n< 6A82\n> JPKI\n< 9000\n> 00B0860010\n< 4A504B494150494343544F4B454E2020 9000\n> EF:000A\n< 6A82",
    )


@pytest.mark.parametrize(("persona", "refusal"), [("licence", "6A82"), ("residence", "6A82"), ("transit", "6E00")])
def test_another_card_refuses(insert: Insert, persona: str, refusal: str) -> None:
    play(insert(persona), f"> JPKI\n< {refusal}\n> FACE\n< {refusal}\n> TEXT\n< {refusal}\n> TRIES\n< 6986")


def test_a_licence_answers_to_its_own_name(insert: Insert) -> None:
    play(insert("licence"), "> 00A4040C07A0000002310100\n< 9000")


def test_the_number_on_the_face_follows_from_the_card(insert: Insert) -> None:
    play(insert("foreign"), '> FACE\n< 9000\n> EF:0012\n< 9000\n> 00200080 "95123120281296"\n< 9000')
