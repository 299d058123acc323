"""What is wrong with a card, told by its code through the real service: one look each, without any secret."""

import json
from typing import Final

import pytest

from tests.clients.stack import Stack

FAULTS: Final = {
    "mute": "001",
    "broken-atr": "001",
    "pulled": "001",
    "empty-answer": "001",
    "transit": "002",
    "old-card": "002",
    "pin-locked": "004",
    "number-b-locked": "005",
    "expired": "006",
    "certificate-missing": "006",
    "jpki-missing": "007",
    "face-missing": "007",
    "face-fails": "007",
    "certificate-broken": "007",
    "first-fails": None,
    "certificate-padded": None,
    "pin-tries": None,
    "revoked": None,
}
"""docs/protocol/card-reader.md#found. A revoked card looks well, because only the authority knows."""


@pytest.mark.parametrize(("fault", "code"), FAULTS.items(), ids=FAULTS)
def test_each_fault_is_told_by_its_code(stack: Stack, fault: str, code: str | None) -> None:
    with stack.card("adult", fault):
        said = stack.madoguchi("card", "--json")

    assert code == json.loads(said.out)["verdict"]["code"], said.all
