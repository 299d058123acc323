"""Sessions with the card, written as scripts (docs/protocol/card.md)."""

import pytest

from madoguchi.replica.card.machine import HANDLERS, step
from tests.replica.card.conftest import Insert
from tests.replica.card.transcript import play


def test_the_third_wrong_pin_locks_the_card(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > EF:0018               # the PIN of the user certificate
        < 9000
        > TRIES
        < 63C3
        > 00200080 "0000"
        < 63C2
        > TRIES                 # asking costs nothing
        < 63C2
        > 00200080 "0001"
        < 63C1
        > 00200080 "0002"       # the try that locks it
        < 63C0
        > 00200080 "0003"       # and every one after that
        < 6984
        > 00200080 "1234"       # even the right one
        < 6984
        > TRIES
        < 63C0
        ! power off
        ! power on
        > JPKI                  # power unlocks nothing
        < 9000
        > EF:0018
        < 9000
        > 00200080 "1234"
        < 6984
        > EF:000A               # the certificate stays readable
        < 9000
        > 00B0000004
        < 3082.. 9000
        """,
    )


def test_the_right_pin_fills_the_counter_again_and_asking_still_answers_with_it(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > EF:0018
        < 9000
        > 00200080 "9999"
        < 63C2
        > 00200080 "1234"
        < 9000
        > TRIES                 # a verified PIN answers 63C3, never 9000
        < 63C3
        """,
    )


def test_what_was_presented_outlives_a_new_selection_of_the_same_application_and_a_warm_reset(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > EF:0018
        < 9000
        > 00200080 "1234"
        < 9000
        > JPKI                  # the same application again: no logout
        < 9000
        > EF:0017
        < 9000
        > 802A0080 "signed?" 00
        < (256) 9000
        ! reset                 # nor is a warm reset
        > EF:0017               # but no application of files is current now
        < 6A82
        > JPKI
        < 9000
        > EF:0017
        < 9000
        > 802A0080 "signed?" 00
        < (256) 9000
        """,
    )


@pytest.mark.parametrize("leaving", ["> FACE\n< 9000", "! power off\n! power on", "> 00A4040C07A0000001510000\n< 9000"])
def test_another_application_and_the_loss_of_power_end_it(insert: Insert, leaving: str) -> None:
    play(
        insert("adult"),
        f"""
        > JPKI
        < 9000
        > EF:0018
        < 9000
        > 00200080 "1234"
        < 9000
        {leaving}
        > JPKI
        < 9000
        > EF:0017
        < 9000
        > 802A0080 "signed?" 00
        < 6982
        """,
    )


def test_a_name_that_is_refused_ends_nothing(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > EF:0018
        < 9000
        > 00200080 "1234"
        < 9000
        > 00A4040C05A000000152      # nobody here
        < 6A82
        > EF:0017
        < 9000
        > 802A0080 "signed?" 00
        < (256) 9000
        """,
    )


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("00", "6700"),
        ("00A4040C0AD392", "6700"),
        ("01A4040C0AD392F000260100000001", "6881"),
        ("83200080", "6881"),
        ("41A40400", "6881"),
        ("10A40400", "6E00"),
        ("90A40400", "6E00"),
        ("FFA40400", "6E00"),
        ("00CB000000", "6D00"),
        ("00D6000001FF", "6D00"),
        ("002C0080", "6D00"),
        ("80A4040C02D392", "6D00"),
    ],
)
def test_what_the_card_does_not_know_it_refuses(insert: Insert, command: str, answer: str) -> None:
    play(insert("adult"), f"> {command}\n< {answer}")


def test_a_card_without_power_says_nothing_and_stays_as_it_is(insert: Insert) -> None:
    reader = insert("adult")
    reader.power(False)
    before = reader.card

    assert (before, b"") == step(before, bytes.fromhex("00200080"))


def test_a_refused_command_changes_nothing(insert: Insert) -> None:
    before = insert("adult").card

    assert all(before is step(before, command + bytes((0xFF, 0xFF, 1, 0, 0)))[0] for command in HANDLERS)
