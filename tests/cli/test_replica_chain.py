import json
import subprocess
import sys
from pathlib import Path

import pytest


def madoguchi(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "madoguchi", "replica", *words], capture_output=True, text=True, check=False)


def test_all_causes_are_listed_with_the_code_they_show() -> None:
    listed = json.loads(madoguchi("fault", "list", "--json").stdout)

    assert {"id": "line.carrier", "shows": "011"}.items() <= next(one for one in listed if one["id"] == "line.carrier").items()


@pytest.mark.parametrize(
    "words", [("status",), ("fault", "on", "line.carrier"), ("fault", "sideways", "line.carrier"), ("deed", "restart_router")]
)
def test_where_no_chain_is_up_that_is_said_kindly_and_nothing_comes_into_being(words: tuple[str, ...], tmp_path: Path) -> None:
    refused = madoguchi(*words, "--dir", str(tmp_path / "none"))

    assert (2, "", False) == (refused.returncode, refused.stdout, (tmp_path / "none").exists())
    assert "Traceback" not in refused.stderr


def test_a_folder_with_somebody_elses_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "result.xml").write_text("theirs")
    refused = madoguchi("up", "--dir", str(tmp_path))

    assert 2 == refused.returncode
    assert ["result.xml"] == [path.name for path in tmp_path.iterdir()]
