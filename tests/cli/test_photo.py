"""`madoguchi recognise --photo` tells what a photo shows, and nothing of what else is in it."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said
from tests.evidence.photo.screens import SEVERITIES, codes, error_screen, photo, photograph, png, private_number, private_screen

Madoguchi = Callable[..., Said]

WITHOUT = (
    "import sys, importlib.util as u; f = u.find_spec; u.find_spec = lambda n, *a: None if n == 'rapidocr' else f(n, *a)\n"
)
"""A machine on which the extra is not installed, as far as the program can see."""


def lay(folder: Path, content: bytes) -> str:
    path = folder / "photo.jpg"
    path.write_bytes(content)
    return str(path)


def test_a_photo_gives_its_code_and_two_others(madoguchi: Madoguchi, tmp_path: Path) -> None:
    dice = random.Random(1)
    said = madoguchi("recognise", "--photo", lay(tmp_path, photograph(error_screen("103", dice), 1, dice)), "--json")
    found = json.loads(said.out)

    assert (0, {"problems", "unknown"}) == (said.status, set(found))
    assert "103" == found["problems"][0]["code"]
    assert 3 == len(found["problems"])
    assert {"code", "p", "why"} == set(found["problems"][0])


def test_a_dark_photo_is_told_to_be_dark(madoguchi: Madoguchi, tmp_path: Path) -> None:
    dice = random.Random(0)
    dark = SEVERITIES[1]._replace(light=(0.03, 0.04), noise=8)
    path = lay(tmp_path, photo(error_screen("904", dice), dark, dice))

    assert {"problems": [], "unknown": True, "refused": "dark"} == json.loads(
        madoguchi("recognise", "--photo", path, "--json").out
    )
    assert "暗くて" in madoguchi("recognise", "--photo", path).out


def test_what_is_no_picture_ends_with_status_2_and_kind_words(madoguchi: Madoguchi, tmp_path: Path) -> None:
    said = madoguchi("recognise", "--photo", lay(tmp_path, b"<xml/>"), "--json")

    assert (2, "not-a-picture") == (said.status, json.loads(said.out)["refused"])
    assert "JPEG" in said.err
    assert 2 == madoguchi("recognise", "--photo", str(tmp_path / "none.jpg")).status


def test_somebodys_number_is_not_repeated(madoguchi: Madoguchi, tmp_path: Path) -> None:
    number = private_number(random.Random(3))
    said = madoguchi("recognise", "--photo", lay(tmp_path, png(private_screen(random.Random(3)))), "--json")

    assert {"problems": [], "unknown": True, "refused": "private-number"} == json.loads(said.out)
    assert number not in said.out + said.err
    assert number[:4] not in said.out + said.err


def test_without_the_extra_it_says_so_and_names_the_other_ways(madoguchi: Madoguchi, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT)
    path = lay(tmp_path, png(error_screen(codes()[0], random.Random(1))))
    said = madoguchi("recognise", "--photo", path, "--json", PYTHONPATH=str(tmp_path))

    assert (2, {"problems": [], "unknown": True, "refused": "not-available"}) == (said.status, json.loads(said.out))
    assert "番号かことば" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("both", [("--words", "カード"), ("--file", "x.xml")])
def test_a_photo_is_asked_for_alone(madoguchi: Madoguchi, tmp_path: Path, both: tuple[str, str]) -> None:
    assert 2 == madoguchi("recognise", "--photo", str(tmp_path / "x.jpg"), *both).status
