"""When the card itself ends."""

from datetime import date

import pytest

from madoguchi.wire.card.expiry import card_ends

RECORD = b"\x01\x1c" + b"99RENSHU0000001" + b"99001" + b"20350217"


def test_the_day_stands_at_the_end_of_the_record() -> None:
    assert date(2035, 2, 17) == card_ends(RECORD)


@pytest.mark.parametrize(
    "record",
    [
        b"",
        RECORD[:-1],
        RECORD + b"0",
        b"\x02" + RECORD[1:],
        RECORD[:-8] + b"20351317",
        RECORD[:-8] + b"2035021x",
        b"\x01\x1c" + b"\xff" * 28,
    ],
)
def test_another_form_has_no_day(record: bytes) -> None:
    assert card_ends(record) is None
