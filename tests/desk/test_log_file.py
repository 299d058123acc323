import csv
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.desk.log_file import COLUMNS, cells, csv_line, exported, moment
from madoguchi.records import LogRow

Desk = Any

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)


def row(**changed: Any) -> LogRow:
    told: dict[str, Any] = {
        "incident": "a",
        "problem": "003",
        "desk": "1",
        "source": "staff",
        "opened_at": NINE,
        "closed_at": NINE + timedelta(minutes=4),
        "status": "closed",
        "how": "reported",
        "cause": None,
        "way": None,
        "fixed_by": None,
    }
    return LogRow(**(told | changed))


@given(st.lists(st.text("ab,\"'é漢 ", max_size=20), min_size=1, max_size=6))
def test_what_goes_into_a_line_comes_out_of_it(fields: list[str]) -> None:
    assert fields == next(csv.reader([csv_line(fields)], strict=True))


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(begins: str) -> None:
    assert csv_line([begins + "1"]) == f'"\'{begins}1"\r\n'


def test_a_quote_is_doubled() -> None:
    assert csv_line(['a"b', "c,d", ""]) == '"a""b","c,d",""\r\n'


def test_a_moment_is_told_in_japans_time() -> None:
    assert moment(NINE) == "2026-11-24 09:00"


def test_every_column_has_its_heading_and_its_cell(desk: Desk) -> None:
    around = desk.context.around()

    lines = list(exported(iter([row()]), around))
    assert len(lines) == 2
    assert lines[0].startswith("\ufeff")
    assert set(cells(row(), around)) == set(COLUMNS)


def test_ids_become_words_and_what_is_unknown_stays_empty(desk: Desk) -> None:
    around = desk.context.around()

    told = cells(row(fixed_by="reseat-card", way="visual", cause="card.not_seated"), around)
    assert all(told[name] for name in ("fixed", "way", "cause"))
    unknown = cells(row(fixed_by="gone", way="gone", cause="gone", problem="777", closed_at=None, desk=None), around)
    assert [unknown[name] for name in ("fixed", "way", "cause", "name", "minutes", "desk")] == [""] * 6
    assert unknown["problem"] == "777"
