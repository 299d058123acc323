import pytest

from madoguchi.replica.card.pcsc_fake import FakePcsc, Faults


class Card:
    def __init__(self) -> None:
        self.powered: list[bool] = []

    def power(self, on: bool) -> None:  # noqa: FBT001 - as a reader does it
        self.powered.append(on)

    def transmit(self, command: bytes) -> bytes:
        return command + b"\x90\x00"


def opened(faults: Faults = Faults()) -> tuple[FakePcsc, Card]:  # noqa: B008
    card = Card()
    service = FakePcsc({"left": card, "right": None}, faults)
    service.open()
    return service, card


def test_a_card_answers_and_loses_its_power_at_the_end() -> None:
    service, card = opened()

    assert (0, ("left", "right")) == service.readers()
    assert 0x20 == service.state("left")[1]
    assert 0 == service.connect("left")
    assert (0, b"\x00\xa4\x90\x00") == service.transmit(b"\x00\xa4")
    service.disconnect()

    assert [True, False] == card.powered


def test_a_reader_without_a_card_is_empty() -> None:
    service, _card = opened()

    assert (0x10, 0x8010000C) == (service.state("right")[1], service.connect("right"))


def test_a_pulled_card_first_answers_nothing_and_fails_one_call_later() -> None:
    service, _card = opened(Faults(pulled_after=1))
    service.connect("left")

    assert [(0, b"\x01\x90\x00"), (0, b""), (0x80100069, b"")] == [service.transmit(b"\x01") for _ in range(3)]
    assert 0x10 == service.state("left")[1]


@pytest.mark.parametrize(("faults", "number"), [(Faults(dies_after=1), 0x8010001D), (Faults(unplugged_after=1), 0x80100017)])
def test_a_service_or_a_reader_can_go_in_the_middle(faults: Faults, number: int) -> None:
    service, _card = opened(faults)
    service.connect("left")

    assert 0 == service.transmit(b"\x01")[0] or faults.unplugged_after is not None
    assert number == service.transmit(b"\x01")[0]


def test_any_call_can_be_given_a_number() -> None:
    service = FakePcsc({"left": Card()}, Faults(calls={"open": 0x8010001E}))

    assert 0x8010001E == service.open()
    assert 0 == service.open_contexts
