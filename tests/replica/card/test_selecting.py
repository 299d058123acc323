"""How applications and files become current."""

import pytest

from tests.replica.card.conftest import Insert
from tests.replica.card.transcript import play


@pytest.mark.parametrize("name", ["JPKI", "FACE", "TEXT", "JUKI", "COMMON", "00A4040C07A0000001510000"])
def test_every_application_is_selected_by_its_name(insert: Insert, name: str) -> None:
    play(insert("adult"), f"> {name}\n< 9000\n> {name.replace('00A4040C', '00A40400')}\n< 9000")


def test_the_beginning_of_a_name_is_enough_so_success_does_not_prove_which_it_was(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > 00A4040C 05 D392F00026
        < 9000
        > EF:000A
        < 9000
        > 00A4040C 08 D392100031000101    # four applications begin so: the first of them
        < 9000
        > EF:0012
        < 9000
        > TRIES
        < 63CA
        """,
    )


@pytest.mark.parametrize("name", ["0BD392F00026010000000100", "07A0000000590000", "10" + "D392F000260100000001FFFFFFFFFFFF"])
def test_a_name_that_is_longer_or_another_is_not_found(insert: Insert, name: str) -> None:
    play(insert("adult"), f"> 00A4040C{name}\n< 6A82")


def test_files_are_named_in_one_way_only(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > EF:0018                   # before any application
        < 6A82
        > JPKI
        < 9000
        > 00A4020C 02 0018
        < 9000
        > 00A40200 02 0018
        < 9000
        > 00A4000C 02 0018          # as a file of any kind
        < 6A82
        > 00A4010C 02 0018          # as a directory
        < 6A86
        > 00A4080C 02 0018          # by its path
        < 6A86
        > 00A4020C 02 0099
        < 6A82
        > 00A4020C 01 18
        < 6700
        > 00A40204 02 0018
        < 6A86
        """,
    )


def test_the_master_file_cannot_be_reached(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > 00A40000
        < 6A86
        > 00A4000C 02 3F00
        < 6A82
        > JPKI
        < 9000
        > 00A40000                  # has no effect inside an application
        < 9000
        > EF:000A
        < 9000
        """,
    )


def test_a_new_selection_of_the_application_forgets_the_file(insert: Insert) -> None:
    play(insert("adult"), "> JPKI\n< 9000\n> EF:000A\n< 9000\n> JPKI\n< 9000\n> 00B0000004\n< 6986")
