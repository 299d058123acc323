import os
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.base.clock import now
from madoguchi.base.settings import Settings
from madoguchi.evidence.probes.output_folder import OutputFolder, failure
from madoguchi.evidence.probes.probe import Reading
from tests.evidence.probes.files import put, result
from tests.evidence.probes.inside import OWN_MOUNTS, inside, needs_namespaces
from tests.evidence.probes.surround import MONDAY, SetClock, around

DOWN = {"output-folder": "down"}


def look(*folders: Path) -> Reading:
    return OutputFolder().look(around(folders=folders))


def said(reading: Reading) -> tuple[str, str, dict[str, str]]:
    return reading.state, reading.evidence.removeprefix("evidence-output-folder-"), reading.observes


def test_a_folder_with_a_result_is_good(tmp_path: Path) -> None:
    result(tmp_path, MONDAY - timedelta(minutes=3))

    reading = look(tmp_path)

    assert ("good", "good", {"output-folder": "good"}) == said(reading)
    assert ("3", "09:57") == (reading.value, reading.args["at"])


def test_a_folder_to_which_nothing_ever_came_is_not_called_good(tmp_path: Path) -> None:
    assert ("unknown", "empty", {}) == said(look(tmp_path))


def test_a_folder_that_is_emptied_by_the_receipt_computer_is_good_where_records_know_of_results(tmp_path: Path) -> None:
    reading = OutputFolder().look(around(folders=(tmp_path,), arrivals=lambda: [MONDAY - timedelta(minutes=5)]))

    assert ("good", "5") == (reading.state, reading.value)


def test_the_records_are_not_asked_at_every_look(tmp_path: Path) -> None:
    asked = [0]
    clock = SetClock()

    def arrivals() -> list[datetime]:
        asked[0] += 1
        return []

    here = around(clock=clock, folders=(tmp_path,), arrivals=arrivals)
    result(tmp_path, MONDAY)
    for _ in range(8):
        assert "good" == OutputFolder().look(here).state
        clock.go(seconds=30)

    assert [1] == asked


def test_no_folder_in_the_settings_is_nothing_known() -> None:
    assert ("unknown", "unnamed", {}) == said(look())


def test_a_folder_that_was_moved_away_is_down_and_good_again_when_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "face"
    folder.mkdir()
    result(folder, MONDAY)
    here = around(folders=(folder,))
    assert "good" == OutputFolder().look(here).state

    folder.rename(tmp_path / "elsewhere")
    assert ("down", "missing", DOWN) == said(OutputFolder().look(here))

    (tmp_path / "elsewhere").rename(folder)
    assert "good" == OutputFolder().look(here).state


def test_a_folder_whose_whole_place_is_gone_is_told_apart(tmp_path: Path) -> None:
    assert ("down", "place", DOWN) == said(look(tmp_path / "share" / "face"))


def test_the_worst_of_several_folders_is_told(tmp_path: Path) -> None:
    result(tmp_path, MONDAY)

    assert ("down", "missing", DOWN) == said(look(tmp_path, tmp_path / "gone"))


def test_a_path_that_can_be_none_is_no_crash(tmp_path: Path) -> None:
    assert "down" == look(tmp_path / "a\0b").state


def test_a_new_refusal_of_the_terminal_is_doubtful_and_an_old_one_is_not(tmp_path: Path) -> None:
    result(tmp_path, MONDAY)
    put(tmp_path, "OQSsiquc01req_202611300001.err", MONDAY - timedelta(hours=3))
    assert "good" == look(tmp_path).state

    put(tmp_path, "OQSsiquc01req_202611300002.err", MONDAY - timedelta(minutes=5))

    reading = look(tmp_path)
    assert ("doubtful", "refused", {}) == said(reading)
    assert {"count": 1, "at": "09:55"} == reading.args


def test_a_silence_in_hours_that_are_always_busy_is_doubtful(tmp_path: Path) -> None:
    arrivals = [MONDAY - timedelta(weeks=week, minutes=20) for week in range(1, 7)]
    result(tmp_path, MONDAY - timedelta(hours=2))

    reading = OutputFolder().look(around(folders=(tmp_path,), arrivals=lambda: arrivals))

    assert ("doubtful", "quiet", {}) == said(reading)
    assert (MONDAY - timedelta(hours=2), "08:00", 5) == (reading.since, reading.args["since"], reading.args["days"])


def test_the_same_silence_ends_with_the_next_result(tmp_path: Path) -> None:
    arrivals = [MONDAY - timedelta(weeks=week, minutes=20) for week in range(1, 7)]
    clock = SetClock()
    here = around(clock=clock, folders=(tmp_path,), arrivals=lambda: arrivals)
    result(tmp_path, MONDAY - timedelta(hours=2))
    assert "doubtful" == OutputFolder().look(here).state

    clock.go(seconds=30)
    result(tmp_path, MONDAY, number=2)

    assert "good" == OutputFolder().look(here).state


@pytest.mark.parametrize(("number", "meaning"), [(53, "away"), (64, "away"), (67, "away"), (5, "unreadable")])
def test_windows_numbers_of_a_lost_share_mean_that_its_host_is_away(tmp_path: Path, number: int, meaning: str) -> None:
    error = PermissionError(13, "denied")
    error.winerror = number  # type: ignore[attr-defined, unused-ignore]

    assert meaning == failure(tmp_path, error)


def test_a_share_that_is_unmounted_is_not_mistaken_for_an_empty_folder(tmp_path: Path) -> None:
    needs_namespaces("mount")
    folder = tmp_path / "face"
    folder.mkdir()
    with inside(Settings(folders=(str(folder),)), tmp_path) as here:
        here.do("mount", "-t", "tmpfs", "-o", "size=50m", "none", str(folder))
        here.do("touch", str(folder / "OQSsiquc01res_face_0001_20261130100000.xml"))
        assert "good" == here.look("output-folder").state

        here.do("umount", str(folder))
        assert ("down", "share-lost", DOWN) == said(here.look("output-folder"))

        here.do("mount", "-t", "tmpfs", "-o", "size=50m", "none", str(folder))
        assert ("unknown", "empty", {}) == said(here.look("output-folder"))


def test_a_full_disk_under_the_folder_is_down(tmp_path: Path) -> None:
    needs_namespaces("mount")
    folder = tmp_path / "face"
    folder.mkdir()
    with inside(Settings(folders=(str(folder),)), tmp_path) as here:
        here.do("mount", "-t", "tmpfs", "-o", "size=12m", "none", str(folder))
        here.do("touch", str(folder / "OQSsiquc01res_face_0001_20261130100000.xml"))
        assert "good" == here.look("output-folder").state

        here.do("dd", "if=/dev/zero", f"of={folder}/filler", "bs=1M", "count=4")

        assert ("down", "full", DOWN) == said(here.look("output-folder"))


def test_a_folder_that_may_not_be_read_is_down(tmp_path: Path) -> None:
    needs_namespaces("setpriv")
    folder = tmp_path / "face"
    folder.mkdir()
    result(folder, now())
    # Below the machine's own folder for temporary things, every folder on the way is this test run's.
    for path in (folder, *folder.parents):
        if Path(tempfile.gettempdir()) in path.parents:
            path.chmod(0o755)
    # Root may read everything: another user looks, with rights to nothing but what everybody may.
    nobody = ("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups")
    with inside(Settings(folders=(str(folder),)), tmp_path, nobody) as here:
        assert "good" == here.look("output-folder").state

        folder.chmod(0o700)

        assert ("down", "unreadable", DOWN) == said(here.look("output-folder"))


def fuse(folder: Path, holder: int, prefix: Sequence[str]) -> None:
    """Mount a file system whose program, this test, answers nothing."""
    options = f"fd={holder},rootmode=40000,user_id=0,group_id=0"
    command = [*prefix, "mount", "-i", "-t", "fuse", "-o", options, "none", str(folder)]
    subprocess.run(command, check=True, capture_output=True, pass_fds=(holder,))


@pytest.mark.skipif(not Path("/dev/fuse").exists(), reason="no file system of one's own here")
def test_a_share_whose_host_died_is_away(tmp_path: Path) -> None:
    needs_namespaces("mount")
    folder = tmp_path / "face"
    folder.mkdir()
    with inside(Settings(folders=(str(folder),)), tmp_path, OWN_MOUNTS) as here:
        holder = os.open("/dev/fuse", os.O_RDWR)
        try:
            fuse(folder, holder, here.enter)
        finally:
            os.close(holder)

        assert ("down", "away", DOWN) == said(here.look("output-folder"))
