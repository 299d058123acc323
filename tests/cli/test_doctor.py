import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Madoguchi = Callable[..., Any]


def test_one_report_that_can_be_pasted(madoguchi: Madoguchi) -> None:
    said = madoguchi("doctor")

    assert said.status == 0
    assert "[ok] catalogue" in said.out


def test_a_part_that_fails_is_a_finding(madoguchi: Madoguchi, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("broken", "utf-8")

    said = madoguchi("doctor", "--json")

    assert said.status == 1
    assert {part["name"]: part["ok"] for part in json.loads(said.out)["parts"]}["settings"] is False
