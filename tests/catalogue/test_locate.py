"""Every key of a TOML text is found on its line."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import madoguchi.catalogue
from madoguchi.catalogue.locate import Path as Way
from madoguchi.catalogue.locate import line_of, locate

TEXT = '''# a comment [not.a.table]
name = "one # two"
list = [
    { x = 1, "y.z" = [2, 3] },   # ] not the end
    { x = """
three = 4
""" },
]
dotted.key = 'it''s = [not] a table'

[table]
"quoted.key" = 1
inline = { a = { b = "}" } }

[[many]]
id = 1
[many.inner]
id = 2

[[many]]
id = 3
[[many.deep]]
id = 4
[[many.deep]]
id = 5
'''.replace("'it''s", "'its")

PLACES: dict[Way, int] = {
    ("name",): 2,
    ("list", 0, "x"): 4,
    ("list", 0, "y.z", 1): 4,
    ("list", 1, "x"): 5,
    ("dotted", "key"): 9,
    ("table",): 11,
    ("table", "quoted.key"): 12,
    ("table", "inline", "a", "b"): 13,
    ("many", 0, "id"): 16,
    ("many", 0, "inner", "id"): 18,
    ("many", 1, "id"): 21,
    ("many", 1, "deep", 0, "id"): 23,
    ("many", 1, "deep", 1, "id"): 25,
}


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_key_is_found_on_its_line(place: Way) -> None:
    assert PLACES[place] == locate(TEXT)[place]


def test_what_is_not_written_is_looked_for_around_it() -> None:
    assert PLACES[("many", 0, "inner", "id")] - 1 == line_of(locate(TEXT), ("many", 0, "inner", "missing"))


def test_an_empty_text_has_one_line() -> None:
    assert line_of(locate(""), ("anything", 3)) == 1


def leaves(value: Any, path: Way = ()) -> list[Way]:
    if isinstance(value, dict):
        return [path] * bool(path) + [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [path] + [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [path]


def test_every_value_of_every_file_of_the_catalogue_is_found() -> None:
    root = Path(madoguchi.catalogue.__file__).parent
    for file in root.rglob("*.toml"):
        text = file.read_text("utf-8")
        written = locate(text)
        missing = [leaf for leaf in leaves(tomllib.loads(text)) if leaf not in written]
        assert missing == [], file.name
