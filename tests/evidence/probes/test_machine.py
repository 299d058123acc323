from datetime import timedelta
from pathlib import Path

import psutil

from madoguchi.base.clock import now
from madoguchi.evidence.probes.machine import connections, memory, started


def test_the_systems_own_files_and_psutil_tell_the_same_memory(tmp_path: Path) -> None:
    available, total = memory()
    elsewhere, total_elsewhere = memory(tmp_path)

    assert total == total_elsewhere == psutil.virtual_memory().total
    assert abs(available - elsewhere) < total / 4


def test_the_last_start_is_the_same_from_both(tmp_path: Path) -> None:
    assert started() < now()
    assert abs(started() - started(tmp_path)) < timedelta(minutes=1)


def test_a_file_of_another_shape_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text("MemTotal: many\n", "ascii")
    (tmp_path / "uptime").write_text("", "ascii")

    assert memory()[1] == memory(tmp_path)[1]
    assert abs(started() - started(tmp_path)) < timedelta(minutes=1)


def test_connections_are_known_by_name_from_both(tmp_path: Path) -> None:
    assert {"lo"} <= connections().keys() & connections(tmp_path / "gone").keys()


def test_a_connection_that_was_switched_off_carries_nothing(tmp_path: Path) -> None:
    (tmp_path / "lan0").mkdir()
    (tmp_path / "lan1").mkdir()
    (tmp_path / "lan1" / "carrier").write_text("1\n", "ascii")

    assert {"lan0": False, "lan1": True} == connections(tmp_path)
