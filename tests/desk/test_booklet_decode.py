"""The booklet's file carries all it needs to read telephone words without a desk."""

import json

import msgspec

from madoguchi.desk.booklet_decode import data, script
from madoguchi.evidence.telephone_words import tables
from madoguchi.wire.telephone.six_words import word_list
from tests.desk.conftest import Desk


def test_the_lists_and_tables_are_those_of_the_program(desk: Desk) -> None:
    carried = json.loads(script(desk.context.around())[0])

    assert [*word_list()] == carried["words"]
    assert json.loads(msgspec.json.encode(tables())) == carried["tables"]


def test_every_id_a_table_can_name_has_a_name_in_words(desk: Desk) -> None:
    names = data(desk.context.around())["names"]

    assert isinstance(names, dict)
    for table in tables():
        assert set(table.probes) <= set(names["probes"])
        assert set(table.readers) <= set(names["readers"])
        assert {space.problem for space in table.problems} <= set(names["problems"])


def test_no_name_can_end_the_script_it_stands_in(desk: Desk) -> None:
    told, code = script(desk.context.around("en"))

    assert "<" not in told
    assert "</" not in code
