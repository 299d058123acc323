import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from madoguchi.base.settings import Settings, save_settings
from madoguchi.evidence.probes.registry import PROBES
from tests.evidence.probes.inside import ROOT, inside, needs_namespaces
from tests.evidence.probes.test_output_folder import fuse

Madoguchi = Callable[..., Any]


def test_every_probe_says_what_it_saw_as_json_and_nothing_is_created(madoguchi: Madoguchi, tmp_path: Path) -> None:
    said = madoguchi("probe", "--json")

    found = json.loads(said.out)
    assert [probe.id for probe in PROBES] == [one["probe"] for one in found]
    assert {("probe", "state", "value", "evidence", "sure", "since")} == {tuple(one) for one in found}
    assert {"good", "doubtful", "down", "unknown"} >= {one["state"] for one in found}
    assert not (tmp_path / "data").exists()


def test_a_problem_is_a_finding(madoguchi: Madoguchi, tmp_path: Path) -> None:
    save_settings(tmp_path / "data", Settings(terminal_certificate_expires=date(2020, 1, 1), staff_language="en"))

    said = madoguchi("probe")

    assert said.status == 1
    assert "[!!!] The terminal's certificate: It ended on 2020-01-01" in said.out


def test_settings_that_cannot_be_used_are_refused_kindly(madoguchi: Madoguchi, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("same_lan = 'perhaps'", "utf-8")

    assert 2 == madoguchi("probe", "--json").status


@pytest.mark.skipif(not Path("/dev/fuse").exists(), reason="no file system of one's own here")
def test_a_share_that_hangs_for_real_ends_in_unknown_and_the_command_ends(tmp_path: Path) -> None:
    needs_namespaces("mount")
    folder, data = tmp_path / "face", tmp_path / "data"
    folder.mkdir()
    save_settings(data, Settings(folders=(str(folder),)))
    with inside(Settings(), tmp_path) as here:
        holder = os.open("/dev/fuse", os.O_RDWR)
        try:
            fuse(folder, holder, here.enter)
            command = [*here.enter, sys.executable, "-m", "madoguchi", "probe", "--json", "--data", str(data)]
            environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
            done = subprocess.run(command, check=False, capture_output=True, env=environment, timeout=60)
        finally:
            os.close(holder)

    found = {one["probe"]: one["state"] for one in json.loads(done.stdout)}
    assert ("unknown", "good") == (found["output-folder"], found["disk"])
