import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from madoguchi.evidence.probes.glance import DATED, glance, last_seen, newcomers
from tests.evidence.probes.files import put, request, result
from tests.evidence.probes.surround import MONDAY, SetClock

MINUTE = timedelta(minutes=1)


def test_results_refusals_and_questions_are_told_apart_and_nothing_else_counts(tmp_path: Path) -> None:
    result(tmp_path, MONDAY)
    request(tmp_path, MONDAY)
    put(tmp_path, "OQSsiquc01req_202611300002.err", MONDAY)
    put(tmp_path, "notes.txt", MONDAY)
    (tmp_path / "trash").mkdir()

    found = glance(tmp_path, SetClock(), {})

    assert (1, 1, 1) == tuple(map(len, (found.results, found.refused, found.requests)))
    assert (5, True, MONDAY) == (found.names, found.whole, found.newest)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = result(tmp_path, MONDAY)
    (tmp_path / "OQSsiquc01res_face_0002_20261130100000.xml").symlink_to(target)

    assert 1 == len(glance(tmp_path, SetClock(), {}).results)


def test_what_came_between_two_looks_is_remembered_with_the_bounds_of_its_coming(tmp_path: Path) -> None:
    kept: dict[str, Any] = {}
    clock = SetClock()
    glance(tmp_path, clock, kept)
    clock.go(seconds=30)
    result(tmp_path, MONDAY + timedelta(seconds=10), named=MONDAY + timedelta(seconds=9))

    glance(tmp_path, clock, kept)
    clock.go(seconds=30)
    glance(tmp_path, clock, kept)

    (came,) = newcomers(kept)
    assert (MONDAY, MONDAY + timedelta(seconds=30)) == (came.after, came.before)
    assert (MONDAY + timedelta(seconds=10), MONDAY + timedelta(seconds=9)) == (came.changed, came.named)


def test_what_came_while_nobody_looked_for_long_says_nothing_of_when(tmp_path: Path) -> None:
    kept: dict[str, Any] = {}
    clock = SetClock()
    glance(tmp_path, clock, kept)
    clock.go(hours=12)
    result(tmp_path, MONDAY)

    glance(tmp_path, clock, kept)

    assert [] == list(newcomers(kept))


def test_an_unchanged_folder_is_not_gone_through_again(tmp_path: Path) -> None:
    kept: dict[str, Any] = {}
    result(tmp_path, MONDAY)
    first = glance(tmp_path, SetClock(), kept)

    assert first is glance(tmp_path, SetClock(), kept)
    assert [first] == last_seen([tmp_path, tmp_path / "never"], kept)


def test_a_hundred_thousand_files_are_looked_at_within_bounds(tmp_path: Path) -> None:
    for number in range(100_000):
        os.close(os.open(tmp_path / f"OQSsiquc01res_face_{number:06}_20261130100000.xml", os.O_CREAT | os.O_WRONLY))
    put(tmp_path, "OQSsiquc01req_202611300002.err", MONDAY)

    found = glance(tmp_path, SetClock(), {})

    assert not found.whole
    assert DATED == len(found.results)
    assert found.newest is not None
    assert found.names <= 100_001


def test_a_folder_that_is_not_there_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        glance(tmp_path / "gone", SetClock(), {})
