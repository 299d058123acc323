import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.evidence.probes.card_reader.gate import FILES, ForbiddenError, Gate
from madoguchi.evidence.probes.card_reader.sequence import BEYOND, OTHERS, TWELVE, read

SELECT_JPKI = "00A4040C0AD392F000260100000001"
SELECT_FACE = "00A4040C0AD3921000310001010402"
SELECT_TEXT = "00A4040C0AD3921000310001010408"


class Card:
    """Says yes to everything and remembers what it was sent."""

    def __init__(self, answer: bytes = b"\x90\x00") -> None:
        self.answer = answer
        self.sent: list[bytes] = []

    def __call__(self, command: bytes) -> tuple[int, bytes]:
        self.sent.append(command)
        return 0, self.answer


def refused(*commands: str) -> bool:
    """Whether the last of these commands does not reach the card."""
    card = Card()
    gate = Gate(card)
    for command in commands[:-1]:
        gate.transmit(bytes.fromhex(command))
    with pytest.raises(ForbiddenError) as error:
        gate.transmit(bytes.fromhex(commands[-1]))
    assert commands[-1] not in str(error.value)
    return len(card.sent) == len(commands) - 1


def test_the_whole_sequence_passes() -> None:
    card = Card()
    gate = Gate(card)
    asked = [ask.command for ask in (*TWELVE, *BEYOND)] + [read(0x3000, 256), *OTHERS.values()]

    for command in asked:
        gate.transmit(command)

    assert asked == card.sent


@pytest.mark.parametrize(
    "data", ["0020008004" + "31323334", "002000800131", "0020008000", "00200080000004" + "31323334", "00200098", "00200000"]
)
def test_a_try_at_a_secret_never_passes(data: str) -> None:
    assert refused(SELECT_JPKI, "00A4020C020018", data)


@pytest.mark.parametrize("instruction", ["24", "32", "2C", "D6", "DC", "E0", "E4", "2A", "88", "82", "84", "B2", "CA", "A2"])
def test_nothing_that_writes_signs_or_proves_passes(instruction: str) -> None:
    for command in (f"00{instruction}0000", f"00{instruction}008004" + "31323334", f"80{instruction}008000"):
        assert refused(SELECT_JPKI, "00A4020C02000A", command)


@pytest.mark.parametrize("file", ["0001", "0002", "0009", "0017", "001A", "001B", "0016"])
def test_no_file_beside_the_listed_ones_is_opened(file: str) -> None:
    assert refused(SELECT_JPKI, f"00A4020C02{file}")


@pytest.mark.parametrize("file", ["0001", "0002", "0003", "0005", "0011", "0013", "0014", "0015"])
def test_neither_what_is_printed_nor_what_is_written_on_the_card_is_opened(file: str) -> None:
    assert refused(SELECT_FACE, f"00A4020C02{file}")
    assert refused(SELECT_TEXT, f"00A4020C02{file}")


def test_a_counter_is_asked_and_not_read_and_a_certificate_is_read_and_not_asked() -> None:
    assert refused(SELECT_JPKI, "00A4020C020018", "00B0000000")
    assert refused(SELECT_JPKI, "00A4020C02000A", "00200080")
    assert refused(SELECT_JPKI, "00200080")


def test_another_way_to_name_a_file_or_an_application_does_not_pass() -> None:
    assert refused(SELECT_JPKI, "00A4000C02000A")
    assert refused("00A4040C09D392F0002601000000")
    assert refused(SELECT_JPKI.replace("00A4040C", "00A40400"))
    assert refused(SELECT_JPKI, "00A4020C02000A", "00B0810000")
    assert refused(SELECT_JPKI, "00A4020C02000A", "00B000000000")


def test_what_the_card_did_not_choose_cannot_be_asked() -> None:
    gate = Gate(Card(b"\x6a\x82"))
    gate.transmit(bytes.fromhex(SELECT_JPKI))
    with pytest.raises(ForbiddenError):
        gate.transmit(bytes.fromhex("00A4020C02000A"))


@given(st.lists(st.binary(min_size=0, max_size=24), min_size=1, max_size=8))
def test_of_anything_else_nothing_passes(commands: list[bytes]) -> None:
    known = {*(ask.command for ask in (*TWELVE, *BEYOND)), *OTHERS.values()}
    card = Card()
    gate = Gate(card)
    for command in commands:
        try:
            gate.transmit(command)
        except ForbiddenError:
            continue

    assert set(card.sent) <= known
    assert len(FILES) == 5
