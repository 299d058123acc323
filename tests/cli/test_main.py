from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from madoguchi.cli.main import COMMANDS

Madoguchi = Callable[..., Any]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_the_function_of_its_module_or_several(name: str) -> None:
    module = import_module(f"madoguchi.cli.{name}")

    assert callable(getattr(module, "command", None) or module.app)


def test_help_lists_every_command(madoguchi: Madoguchi) -> None:
    said = madoguchi("--help")

    assert said.status == 0
    assert all(name in said.out for name in COMMANDS)


@pytest.mark.parametrize("words", [("nonsense",), ("explain", "--nonsense"), ("desk", "--port", "x")])
def test_what_is_no_command_ends_with_two_and_without_a_traceback(madoguchi: Madoguchi, words: tuple[str, ...]) -> None:
    said = madoguchi(*words)

    assert (said.status, said.out) == (2, "")
    assert "Traceback" not in said.err


def test_broken_settings_are_told_with_their_file(madoguchi: Madoguchi, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("facility_kind = 3", "utf-8")

    said = madoguchi("explain", "003", "--json")

    assert (said.status, said.out) == (2, "")
    assert "settings.toml" in said.err
    assert "Traceback" not in said.err
