import json
from collections.abc import Callable
from typing import Any

Madoguchi = Callable[..., Any]


def test_the_product_is_complete_and_says_so(madoguchi: Madoguchi) -> None:
    said = madoguchi("check", "--json")

    assert said.status == 0
    assert json.loads(said.out)["findings"] == []


def test_people_read_the_tiers(madoguchi: Madoguchi) -> None:
    assert "bronze" in madoguchi("check").out
