import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_the_list_shows_nothing_personal(madoguchi: Run, hanako: str) -> None:
    said = madoguchi("ledger", "list")

    assert said.status == 0
    assert hanako in said.out
    assert "山田" not in said.out + said.err
    assert "照会待ち" in said.out


def test_the_list_as_json_is_json_alone(here: Run, hanako: str) -> None:
    (line,) = json.loads(here("ledger", "list", "--json").out)["entries"]

    assert (line["entry"]["id"], line["entry"]["slip"], line["items"]) == (hanako, "7", None)


def test_a_list_of_nothing_makes_nothing(here: Run, tmp_path: Path) -> None:
    said = here("ledger")

    assert (said.status, said.out) == (0, "0件\n")
    assert not (tmp_path / "data").exists()


def test_with_the_passphrase_from_standard_input_the_items_are_shown_and_the_look_is_logged(
    here: Run, hanako: str, tmp_path: Path
) -> None:
    said = here("ledger", "list", "--open", "--who", "鈴木", given="correct horse\n")

    assert "山田 花子  女  1950-04-01  見本健保" in said.out
    with closing(sqlite3.connect(tmp_path / "data" / "madoguchi.db")) as connection:
        rows = connection.execute("SELECT who, device, what FROM audit WHERE record = ?", [hanako]).fetchall()
    assert rows[-1] == ("鈴木", "command-line", "read")


def test_a_wrong_passphrase_is_refused_kindly_and_shows_nothing(here: Run, hanako: str) -> None:
    said = here("ledger", "list", "--open", given="battery staple\n")

    assert (said.status, said.out) == (2, "")
    assert "合言葉" in said.err
    assert "battery" not in said.err
    assert hanako not in said.err


def test_the_sixth_wrong_passphrase_waits(here: Run, hanako: str) -> None:
    for _ in range(5):
        here("ledger", "list", "--open", given="battery staple\n")

    said = here("ledger", "list", "--open", given="correct horse\n")

    assert said.status == 2
    assert " s)" in said.err
    assert hanako not in said.out


def test_a_changed_row_is_told_with_status_1_and_the_others_are_shown(here: Run, hanako: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "data" / "madoguchi.db", isolation_level=None)) as connection:
        connection.execute("UPDATE ledger SET sealed = x'00'")

    said = here("ledger", "list", "--open", "--json", given="correct horse\n")

    assert said.status == 1
    assert json.loads(said.out)["unreadable"] == [hanako]


def test_an_export_is_read_again_with_its_own_passphrase(here: Run, hanako: str, tmp_path: Path) -> None:
    path = tmp_path / "out.sealed"
    said = here("ledger", "export", str(path), "--json", given="correct horse\nbattery staple\n")

    assert json.loads(said.out) == {"file": str(path), "count": 1}
    assert "山田".encode() not in path.read_bytes()
    told = json.loads(here("ledger", "read", str(path), "--json", given="battery staple\n").out)
    assert (told["entries"][0]["entry"]["id"], told["entries"][0]["items"]["name"]) == (hanako, "山田 花子")
    assert here("ledger", "read", str(path), given="correct horse\n").status == 2


@pytest.mark.parametrize("words", [["export"], ["read"], ["hold"], ["export", "/no-such-folder/x"], ["read", "/no-such-file"]])
def test_what_is_missing_is_said_and_nothing_is_done(here: Run, hanako: str, words: list[str]) -> None:
    said = here("ledger", *words, given="correct horse\nbattery staple\n")

    assert (said.status, said.out) == (2, "")
    assert "Traceback" not in said.err
    assert hanako not in said.err


def test_without_a_passphrase_nothing_is_opened(here: Run, hanako: str) -> None:
    assert here("ledger", "list", "--open").status == 2
    assert hanako


def test_the_passphrase_is_changed(here: Run, hanako: str) -> None:
    assert here("ledger", "passphrase", given="correct horse\nbattery staple\n").status == 0

    assert here("ledger", "list", "--open", given="correct horse\n").status == 2
    assert hanako in here("ledger", "list", "--open", given="battery staple\n").out
    assert here("ledger", "passphrase", given="battery staple\nshort\n").status == 2


def test_destroying_is_asked_for_twice_and_then_final(here: Run, hanako: str) -> None:
    assert here("ledger", "destroy").status == 2
    assert here("ledger", "list", "--open", given="correct horse\n").status == 0

    said = here("ledger", "destroy", "--sure", "--json")

    assert json.loads(said.out) == {"count": 1, "emptied": "yes"}
    assert here("ledger", "list", "--open", given="correct horse\n").status == 2
    assert hanako in here("ledger", "list").out


def test_a_held_entry_keeps_the_ledger(here: Run, hanako: str) -> None:
    assert here("ledger", "hold", hanako).status == 0
    assert here("ledger", "destroy", "--sure").status == 2
    assert here("ledger", "release", hanako).status == 0
    assert here("ledger", "destroy", "--sure").status == 0


def test_an_entry_nobody_knows_is_said(here: Run, hanako: str) -> None:
    said = here("ledger", "hold", f"{hanako}x")

    assert said.status == 2
    assert "Traceback" not in said.err


def test_no_option_takes_a_passphrase(here: Run) -> None:
    for name in ("ledger", "backup", "restore", "audit"):
        assert "--passphrase" not in here(name, "--help").out
