"""Counters: asked in four bytes, read from a status."""

import pytest

from madoguchi.wire.card.counters import NUMBER_B_TRIES, QUESTION, USER_PIN_TRIES, Counter, counter


def test_the_question_is_four_bytes() -> None:
    assert bytes.fromhex("00200080") == QUESTION.encode()


@pytest.mark.parametrize(
    ("sw", "left", "locked", "last"),
    [
        (0x63C3, 3, False, False),
        (0x63C2, 2, False, False),
        (0x63C1, 1, False, True),
        (0x63C0, 0, True, True),
        (0x6984, 0, True, True),
        (0x6A82, None, False, True),
    ],
)
def test_what_a_status_says_of_a_counter(sw: int, left: int | None, locked: bool, last: bool) -> None:  # noqa: FBT001
    found = counter(sw, USER_PIN_TRIES)

    assert (Counter(left, 3), locked, last) == (found, found.is_locked, found.is_last)


def test_the_number_on_the_face_has_ten() -> None:
    assert 10 == NUMBER_B_TRIES
