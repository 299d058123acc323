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


def test_models_are_weighed_with_the_three_numbers_to_measure(madoguchi: Madoguchi) -> None:
    said = madoguchi("check", "--models", "--json")
    told = {each["problem"]: each for each in json.loads(said.out)}

    assert said.status == 0
    assert {"001", "011", "950"} <= told.keys()
    assert all(len(each["measure"]) == 3 and each["weak"] == (each["share"] < 0.6) for each in told.values())
    assert "011" in madoguchi("check", "--models").out
