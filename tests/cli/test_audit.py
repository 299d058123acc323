import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def head(here: Run, hanako: str) -> str:
    assert hanako
    return str(here("audit", "head").out.strip())


def work_on(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / "madoguchi.db", isolation_level=None)) as connection:
        connection.executescript("DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_removed;")
        connection.execute(statement)


def test_a_log_as_it_was_written_ends_with_status_0_and_says_what_is_not_proven(madoguchi: Run, head: str) -> None:
    said = madoguchi("audit", "verify")

    assert said.status == 0
    assert head in said.out
    assert "証明できません" in said.out
    assert "--anchor" in said.out


def test_with_the_present_head_no_cut_is_left_open(here: Run, head: str) -> None:
    told = json.loads(here("audit", "verify", "--anchor", head, "--json").out)

    assert (told["ok"], told["head"], told["findings"]) == (True, head, [])
    assert (told["anchored"], told["unproven"]) == (told["rows"], ["key-holder-after"])


def test_a_changed_row_ends_with_status_1(here: Run, head: str, tmp_path: Path) -> None:
    work_on(tmp_path, "UPDATE audit SET who = 'nobody' WHERE number = 2")

    told = here("audit", "verify", "--json")

    assert told.status == 1
    assert [(one["kind"], one["number"]) for one in json.loads(told.out)["findings"]] == [("changed", 2)]
    assert "2行目" in here("audit").out
    assert head


def test_a_cut_log_is_found_with_the_anchor_only(here: Run, head: str, tmp_path: Path) -> None:
    work_on(tmp_path, "DELETE FROM audit WHERE number > 2")
    work_on_ledger = "DELETE FROM ledger"
    with closing(sqlite3.connect(tmp_path / "data" / "madoguchi.db", isolation_level=None)) as connection:
        connection.execute(work_on_ledger)

    assert here("audit", "verify").status == 0
    told = here("audit", "verify", "--anchor", head, "--json")
    assert told.status == 1
    assert [one["kind"] for one in json.loads(told.out)["findings"]] == ["cut"]
    assert json.loads(told.out)["unproven"] == []
    assert "切り取られ" in here("audit", "verify", "--anchor", head).out


def test_what_is_no_anchor_ends_with_status_2(here: Run, head: str) -> None:
    said = here("audit", "verify", "--anchor", "yesterday")

    assert (said.status, said.out) == (2, "")
    assert "控え" in said.err
    assert head


def test_where_nothing_was_ever_written_nothing_is_wrong_and_nothing_is_made(here: Run, tmp_path: Path) -> None:
    assert here("audit", "verify").status == 0
    assert here("audit", "verify", "--anchor", "5-3f9a-c01d-0000-0000-0000").status == 1
    assert not (tmp_path / "data").exists()


def test_every_kind_of_finding_has_words(here: Run, head: str, tmp_path: Path) -> None:
    (tmp_path / "data" / "audit.key").unlink()

    for language in ("C.UTF-8", "en_GB.UTF-8"):
        said = here("audit", "verify", LC_ALL=language)
        assert (said.status, said.err) == (1, "")
    assert head
