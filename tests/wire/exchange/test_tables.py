"""The code tables are whole and let nothing through that they do not list."""

import re

import pytest

from madoguchi.wire.exchange.tables import code_tables, listed


def test_every_table_has_its_number_a_source_and_values() -> None:
    tables = code_tables()

    assert all(re.fullmatch(r"OQSCD0[0-9]{2}", number) for number in tables)
    assert all(table.source and table.values for table in tables.values())


def test_validity_has_its_six_values() -> None:
    assert sorted(code_tables()["OQSCD006"].values) == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(("value", "passes"), [("3", "3"), ("7", None), ("架空　花子", None), ("", None), (None, None)])
def test_a_coded_field_carries_only_listed_values(value: str | None, passes: str | None) -> None:
    assert listed("OQSCD006", value) == passes
