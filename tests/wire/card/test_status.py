"""Status words say their names, and how many tries are left."""

import pytest

from madoguchi.wire.card.status import StatusWord, describe, tries_left


@pytest.mark.parametrize(
    ("sw", "said"),
    [
        (0x9000, "9000 DONE"),
        (0x6A82, "6A82 NOT_FOUND"),
        (0x6984, "6984 LOCKED"),
        (0x63C2, "63C2 WRONG, 2 left"),
        (0x63C0, "63C0 WRONG, 0 left"),
        (0x6B01, "6B01"),
    ],
)
def test_a_status_says_number_and_name(sw: int, said: str) -> None:
    assert said == describe(sw)


def test_the_enumeration_prints_as_it_is_described() -> None:
    assert [describe(word) for word in StatusWord] == [str(word) for word in StatusWord]


@pytest.mark.parametrize(
    ("sw", "left"),
    [(0x63C3, 3), (0x63C0, 0), (0x63CF, 15), (0x6984, 0), (0x6983, 0), (0x9000, None), (0x6982, None), (0x6300, None)],
)
def test_tries_left(sw: int, left: int | None) -> None:
    assert left == tries_left(sw)
