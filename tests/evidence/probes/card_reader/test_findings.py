import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.evidence.probes.card_reader.findings import FINDINGS, SERVICE, gravest


def test_every_number_of_the_service_leads_to_a_finding() -> None:
    assert set(SERVICE.values()) <= FINDINGS.keys()


def test_every_code_is_one_the_catalogue_has() -> None:
    codes = {finding.code for finding in FINDINGS.values()} - {None}

    assert {"001", "002", "003", "004", "005", "006", "007", "008", "015"} == codes
    assert codes <= load_catalogue().problems.keys()


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"pin-locked", "certificate-ended"}, "certificate-ended"),
        ({"pin-locked", "number-b-locked"}, "number-b-locked"),
        ({"pin-left", "certificate-good", "number-b-locked"}, "number-b-locked"),
        ({"pin-left", "certificate-grace"}, "certificate-grace"),
    ],
)
def test_the_gravest_comes_first(found: set[str], expected: str) -> None:
    assert expected == gravest(frozenset(found))


def test_no_fault_is_less_grave_than_what_is_none() -> None:
    kinds = [finding.code is not None for finding in FINDINGS.values() if finding.card == "my-number"]
    faults = [number for number, fault in enumerate(kinds) if fault]

    assert len(kinds) > max(faults)
    assert "card-good" == list(FINDINGS)[-1]
