"""Secrets: presented, counted, changed."""

import pytest

from tests.replica.card.conftest import Insert
from tests.replica.card.transcript import play

COUNTERS = [
    ("JPKI", "0018", "63C3"),
    ("JPKI", "001B", "63C5"),
    ("FACE", "0011", "63CA"),
    ("FACE", "0012", "63CA"),
    ("FACE", "0013", "63CA"),
    ("TEXT", "0011", "63C3"),
    ("TEXT", "0012", "63C0"),
    ("TEXT", "0014", "63CA"),
    ("TEXT", "0015", "63CA"),
    ("JUKI", "001C", "63C3"),
]


@pytest.mark.parametrize(("application", "file", "tries"), COUNTERS)
def test_every_counter_can_be_asked_for_nothing(insert: Insert, application: str, file: str, tries: str) -> None:
    play(insert("adult"), f"> {application}\n< 9000\n> EF:{file}\n< 9000\n" + f"> TRIES\n< {tries}\n" * 100)


@pytest.mark.parametrize(("application", "file", "tries"), COUNTERS)
def test_every_counter_runs_to_nothing_and_stays_there(insert: Insert, application: str, file: str, tries: str) -> None:
    left = int(tries[-1], 16)
    wrong = "".join(f'> 00200080 "wrong"\n< 63C{count:X}\n' for count in reversed(range(left)))
    play(insert("adult"), f'> {application}\n< 9000\n> EF:{file}\n< 9000\n{wrong}> 00200080 "wrong"\n< 6984\n> TRIES\n< 63C0')


def test_the_number_on_the_face_is_counted_in_each_application_by_itself(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > FACE
        < 9000
        > EF:0012
        < 9000
        > 00200080 "00000000000000"
        < 63C9
        > TEXT
        < 9000
        > EF:0015
        < 9000
        > TRIES
        < 63CA
        """,
    )


def test_a_reference_that_was_issued_blocked_stays_blocked(insert: Insert) -> None:
    play(insert("adult"), '> TEXT\n< 9000\n> EF:0012\n< 9000\n> TRIES\n< 63C0\n> 00200080 "0000"\n< 6984')


def test_only_four_bytes_are_a_question(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > TRIES                     # no secret is current
        < 6986
        > EF:000A
        < 9000
        > TRIES                     # a certificate is none
        < 6981
        > 00200098                  # by its short name
        < 63C3
        > 0020009800
        < 6700
        > 0020009F
        < 6A82
        > 00200000
        < 6A86
        > 00200180
        < 6A86
        > 002000E0
        < 6A86
        > EF:0018
        < 9000
        > 00200080 "12345678901234567"
        < 6700
        > TRIES                     # too long to be looked at: no try was spent
        < 63C3
        > 00200080 "123"            # short enough to be compared: one was
        < 63C2
        > 00200098 "1234"
        < 9000
        """,
    )


def test_a_miss_takes_back_what_the_secret_had_opened(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > EF:001B
        < 9000
        > 00200080 "RENSHU99"
        < 9000
        > EF:0001
        < 9000
        > 00B0000001
        < 30 9000
        > EF:001B
        < 9000
        > 00200080 "RENSHU98"
        < 63C4
        > EF:0001
        < 9000
        > 00B0000001
        < 6982
        """,
    )


def test_a_secret_is_changed_after_it_was_presented(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > 00240180 "4321"
        < 6986
        > EF:000A
        < 9000
        > 00240180 "4321"
        < 6981
        > EF:0018
        < 9000
        > 00240180 "4321"           # not yet
        < 6982
        > 00200080 "1234"
        < 9000
        > 00240080 "4321"
        < 6A86
        > 00240180 "432"
        < 6700
        > 00240180 "43x1"
        < 6985
        > 80320080 "4321"           # the command of other applications
        < 6D00
        > 00240180 "4321"
        < 9000
        > 00200080 "1234"
        < 63C2
        > 00200080 "4321"
        < 9000
        > FACE
        < 9000
        > EF:0012
        < 9000
        > 00240180 "00000000000000" # nothing changes what is printed
        < 6D00
        > JUKI
        < 9000
        > EF:001C
        < 9000
        > 00200080 "9012"
        < 9000
        > 80320080 "2109"
        < 9000
        > 00200080 "2109"
        < 9000
        """,
    )
