"""What can be read, and how."""

import pytest

from tests.replica.card.conftest import Insert
from tests.replica.card.transcript import play


def test_a_certificate_is_read_in_pieces_or_at_once(insert: Insert) -> None:
    card = insert("adult")
    play(card, "> JPKI\n< 9000\n> EF:000A\n< 9000")
    length = 4 + int.from_bytes(card.transmit(bytes.fromhex("00B0000004"))[2:4])
    pieces = b"".join(card.transmit(bytes.fromhex(f"00B0{at:04X}00"))[:-2] for at in range(0, length, 256))
    whole = card.transmit(bytes.fromhex("00B00000000000"))

    assert (length, pieces) == (len(whole) - 2, whole[:-2])


def test_offsets_sizes_and_short_names(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > 00B0000004            # no file is current
        < 6986
        > 00B0860020            # 0006 by its short name, from the first byte: the label
        < 4A504B494150494343544F4B454E32 .. 9000
        > 00B0000004            # it is current now
        < 4A504B49 9000
        > 00B0009C04
        < (4) 9000
        > 00B0009E00            # the last two bytes: fewer than asked for is no error
        < (2) 9000
        > 00B000A001            # past the end
        < 6B00
        > 00B07FFF01
        < 6B00
        > 00B086A001
        < 6B00
        > 00B0850001            # no such short name
        < 6A82
        > 00B00000              # nothing asked for
        < 6700
        > 00B000000101
        < 6700
        """,
    )


def test_files_of_other_kinds_are_not_read_so(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > EF:0018
        < 9000
        > 00B0000004
        < 6981
        > EF:0017
        < 9000
        > 00B0000004
        < 6981
        > EF:0016
        < 9000
        > 00B0000004
        < 6981
        > EF:0009                # protected, and nothing opens it
        < 9000
        > 00B0000004
        < 6982
        > COMMON
        < 9000
        > EF:0001
        < 9000
        > 00B0000004
        < 6981
        """,
    )


def test_the_record_of_the_card_itself_is_free(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > COMMON
        < 9000
        > 00B2010C00             # by the short name of its file
        < 011C 39395245 .. 3939303031 (8) 9000
        > EF:0001
        < 9000
        > 00B2010400
        < 011C (28) 9000
        > 00B2020400
        < 6A83
        > 00B2000400
        < 6A83
        > 00B2010500
        < 6A86
        > 00B2017400
        < 6A82
        > 00B20104
        < 6700
        > JPKI
        < 9000
        > 00B2010400
        < 6986
        > EF:000A
        < 9000
        > 00B2010400
        < 6981
        """,
    )


def test_some_facts_are_told_right_after_power_on(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > 00CA00F000             # the municipality
        < 3939303031 9000
        > 00CA00F200             # the day the card ends
        < 3230333530323137 9000
        > 00CA004500
        < (15) 9000
        > 00CA5F5100             # the answer to reset without its first byte
        < E000FF8131FE4514 9000
        > 00CA00F100
        < 6A88
        > 00CA00F0
        < 6700
        > JPKI
        < 9000
        > 00CA00F000
        < 6A88
        """,
    )


SECRETS = {
    "pin": ("0011", "5678"),
    "number-a": ("0014", "990000000017"),
    "number-b": ("0015", "55021720352285"),
}


OPENS = {
    "pin": {"0001", "0002", "0003", "0006", "0007"},
    "number-a": {"0001", "0003", "0006", "0007"},
    "number-b": {"0002", "0003", "0006", "0007"},
}


@pytest.mark.parametrize(("secret", "opened"), OPENS.items())
def test_each_secret_opens_its_own_files_of_the_text_application(insert: Insert, secret: str, opened: set[str]) -> None:
    file, value = SECRETS[secret]
    card = insert("adult")
    play(card, f'> TEXT\n< 9000\n> EF:{file}\n< 9000\n> 00200080 "{value}"\n< 9000')
    for guarded in ("0001", "0002", "0003", "0006", "0007"):
        play(card, f"> EF:{guarded}\n< 9000\n> 00B0000001\n< {'(1) 9000' if guarded in opened else '6982'}")


def test_free_and_guarded_files_of_the_face_application(insert: Insert) -> None:
    card = insert("adult")
    play(card, "> FACE\n< 9000")
    for free in ("0003", "0004"):
        play(card, f"> EF:{free}\n< 9000\n> 00B0000001\n< (1) 9000")
    for guarded in ("0001", "0002", "0005", "0006"):
        play(card, f"> EF:{guarded}\n< 9000\n> 00B0000001\n< 6982")
    play(
        card,
        """
        > EF:0012               # the number printed on the face
        < 9000
        > 00200080 "55021720352285"
        < 9000
        > EF:0002               # opens what is printed
        < 9000
        > 00B00000000000
        < FF20 82 .. 9000
        > EF:0005               # and never the twelve digits
        < 9000
        > 00B0000001
        < 6982
        > EF:0001
        < 9000
        > 00B0000001
        < 6982
        > EF:0011
        < 9000
        > 00200080 "550217"
        < 9000
        > EF:0001
        < 9000
        > 00B00000000000
        < FF10 (545) 9000
        """,
    )
