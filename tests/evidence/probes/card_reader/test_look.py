from datetime import date

import pytest

from madoguchi.evidence.probes.card_reader.look import look
from madoguchi.replica.card.pcsc_fake import FakePcsc, Faults
from tests.evidence.probes.card_reader.cards import Plain, certificate, good

TODAY = date(2026, 11, 24)


class Breaking(FakePcsc):
    """A service whose library raises in the middle."""

    def transmit(self, command: bytes) -> tuple[int, bytes]:
        if len(self.commands) == 7:
            raise RuntimeError
        return super().transmit(command)


def mark(content: bytes) -> str:
    return str(len(content))


def test_a_look_ends_without_power_even_where_something_breaks() -> None:
    service = Breaking({"left": Plain(good())})

    with pytest.raises(RuntimeError):
        look(service, "left", TODAY, mark)

    assert ["disconnect", "close"] == service.calls[-2:]
    assert not service.powered


@pytest.mark.parametrize("after", range(30))
def test_whatever_ends_a_look_the_service_is_let_go(after: int) -> None:
    for faults in (Faults(dies_after=after), Faults(unplugged_after=after), Faults(pulled_after=after)):
        service = FakePcsc({"left": Plain(good())}, faults)
        look(service, "left", TODAY, mark)
        assert (False, 0, "close") == (service.powered, service.open_contexts, service.calls[-1])


def test_the_certificate_is_read_as_far_as_it_goes_and_no_further() -> None:
    whole = certificate(date(2030, 2, 17), 1)
    service = FakePcsc({"left": Plain(good())})

    seen = look(service, "left", TODAY, mark)

    assert str(len(whole)) == seen.mark
    assert len(service.commands) == seen.commands == 12 + -(-len(whole) // 256) + 4


def test_only_the_named_reader_is_touched() -> None:
    class Particular(FakePcsc):
        def state(self, reader: str) -> tuple[int, int]:
            assert reader == "left"
            return super().state(reader)

        def connect(self, reader: str) -> int:
            assert reader == "left"
            return super().connect(reader)

    look(Particular({"right": Plain(good()), "left": None}), "left", TODAY, mark)
