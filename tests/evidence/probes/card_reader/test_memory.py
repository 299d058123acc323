from datetime import UTC, datetime, timedelta

from madoguchi.evidence.probes.card_reader.memory import CARDS, Memory

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def minutes(many: int) -> datetime:
    return NINE + timedelta(minutes=many)


def test_a_card_has_another_mark_in_every_session() -> None:
    first, second = Memory(), Memory()

    assert first.mark(b"certificate") == first.mark(b"certificate")
    assert first.mark(b"certificate") != second.mark(b"certificate")


def test_a_card_that_was_read_well_elsewhere_blames_the_reader() -> None:
    memory = Memory()
    memory.good("left", "a", NINE)

    told = memory.failed("right", "a", minutes(3), another=False)

    assert ("good-elsewhere", "reader") == (told.name, told.part)


def test_the_same_card_read_well_here_before_decides_nothing() -> None:
    memory = Memory()
    memory.good("left", "a", NINE)

    assert "undecided" == memory.failed("left", "a", minutes(3), another=False).part


def test_a_good_read_ends_a_row_of_failures() -> None:
    memory = Memory()
    memory.failed("left", "", NINE, another=False)
    memory.good("left", "a", minutes(1))

    assert "card" == memory.failed("left", "", minutes(2), another=True).part


def test_two_readers_do_not_mix() -> None:
    memory = Memory()
    memory.failed("left", "", NINE, another=False)

    assert "undecided" == memory.failed("right", "", minutes(1), another=True).part


def test_only_the_latest_cards_are_remembered() -> None:
    memory = Memory()
    for number in range(CARDS + 1):
        memory.good("left", str(number), NINE)

    assert "undecided" == memory.failed("right", "0", NINE, another=False).part
    assert "reader" == memory.failed("third", str(CARDS), NINE, another=False).part
