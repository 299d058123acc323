import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Madoguchi = Callable[..., Any]
FIELDS = ["code", "name", "stage", "part", "patient", "staff", "continue", "contacts", "cautions"]


def test_a_code_is_explained_as_json_and_nothing_else(madoguchi: Madoguchi) -> None:
    said = madoguchi("explain", "11", "--json")

    told = json.loads(said.out)

    assert (said.status, said.err) == (0, "")
    assert list(told) == FIELDS
    assert told["code"] == "011"
    assert "0800-080-4583" in [contact["phone"] for contact in told["contacts"]]


def test_everything_is_listed(madoguchi: Madoguchi) -> None:
    told = json.loads(madoguchi("explain", "--list", "--json").out)

    assert {"001", "950", "black-dot", "unknown-code"} <= {each["code"] for each in told}
    assert all(list(each) == FIELDS for each in told)


def test_people_read_what_it_is_what_to_do_and_whom_to_call(madoguchi: Madoguchi) -> None:
    japanese, english = madoguchi("explain", "003").out, madoguchi("explain", "003", "--lang", "en").out

    assert "003" in japanese
    assert "電話する相手" in japanese
    assert "Whom to call" in english


@pytest.mark.parametrize(("asked", "code"), [("エラー11", "011"), ("777", "unknown-code"), ("暗証番号を間違えた", "003")])
def test_codes_and_words_are_understood(madoguchi: Madoguchi, asked: str, code: str) -> None:
    assert json.loads(madoguchi("explain", asked, "--json").out)["code"] == code


@pytest.mark.parametrize("words", [("zzzz qqqq",), (), ("003", "--lang", "xx")])
def test_what_cannot_be_explained_is_said_kindly_and_not_on_standard_output(
    madoguchi: Madoguchi, words: tuple[str, ...]
) -> None:
    said = madoguchi("explain", *words, "--json")

    assert (said.status, said.out) == (2, "")
    assert said.err
    assert "Traceback" not in said.err


def test_reading_creates_nothing(madoguchi: Madoguchi, tmp_path: Path) -> None:
    madoguchi("explain", "003")

    assert list(tmp_path.iterdir()) == []
