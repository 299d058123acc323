from datetime import datetime
from pathlib import Path

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.probes.card_reader.presence import PcscReader
from madoguchi.evidence.probes.probe import Reading, Surroundings
from madoguchi.replica.card.pcsc_fake import FakePcsc, Faults
from tests.evidence.probes.card_reader.cards import Plain, good


def looked(service: FakePcsc | None, reader: str = "left") -> Reading:
    surroundings = Surroundings(Path(), lambda: datetime(2026, 11, 24, tzinfo=JAPAN), card_reader=reader)
    return PcscReader(lambda: service).look(surroundings)


def test_a_reader_that_is_there_is_good_and_its_card_is_left_alone() -> None:
    service = FakePcsc({"left": Plain(good())})

    assert ("good", {"pcsc-reader": "good"}) == (looked(service).state, looked(service).observes)
    assert "connect" not in service.calls
    assert [] == service.commands


@pytest.mark.parametrize(
    ("faults", "value"),
    [
        (Faults(calls={"open": 0x8010001D}), "service"),
        (Faults(calls={"readers": 0x8010001E}), "service"),
        (Faults(calls={"readers": 0x8010002E}), "gone"),
        (Faults(calls={"state": 0x80100017}), "gone"),
        (Faults(bits=0x08), "gone"),
    ],
)
def test_what_is_gone_is_told(faults: Faults, value: str) -> None:
    service = FakePcsc({"left": None}, faults)

    reading = looked(service)

    assert ("down", value) == (reading.state, reading.value)
    assert 0 == service.open_contexts


def test_a_reader_of_another_name_is_not_ours() -> None:
    assert "gone" == looked(FakePcsc({"right": None})).value


def test_without_a_library_or_a_name_nothing_is_known() -> None:
    assert ("unknown", "evidence-pcsc-reader-not-available") == (looked(None).state, looked(None).evidence)
    assert ("unknown", "evidence-pcsc-reader-not-set") == (looked(None, "").state, looked(None, "").evidence)
