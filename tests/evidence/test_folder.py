"""Each result file is understood exactly once, whatever happens to it; nothing in the folder is ever touched."""

import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.folder import Batch, Finding, FolderWatcher
from madoguchi.wire.exchange.samples import build

START = datetime(2026, 1, 15, 9, 0, tzinfo=JAPAN)
SECOND = timedelta(seconds=1)


class Desk:
    """A stand-in for the records and the clock: what was reported, and what was seen, outlives a watcher."""

    def __init__(self, *folders: Path, start: datetime = START) -> None:
        self.folders, self.now = folders, start
        self.reported: list[Batch] = []
        self.passed: list[Batch] = []
        self.marks: set[str] = set()
        self.broken = False
        self.restart()

    def restart(self) -> None:
        self.watcher = FolderWatcher(self.folders, self, self.report, self.pass_over, self.now)

    def seen(self, fingerprint: str, /) -> bool:
        return fingerprint in self.marks

    def report(self, fingerprint: str, folder: str, findings: tuple[Finding, ...]) -> None:
        if self.broken:
            raise OSError(28, "no space left")
        self.marks.add(fingerprint)
        self.reported.append(Batch(fingerprint, folder, findings))

    def pass_over(self, batches: Sequence[Batch]) -> None:
        self.marks.update(batch.fingerprint for batch in batches)
        self.passed.extend(batches)

    def polls(self, times: int = 1, every: timedelta = SECOND) -> list[str]:
        """Poll so many times; the problems reported by these polls ("good" for a good result)."""
        before = len(self.reported)
        for _ in range(times):
            self.now += every
            self.watcher.poll(self.now)
        return [finding.problem or finding.gives for batch in self.reported[before:] for finding in batch.findings]

    def state(self) -> str:
        return self.watcher.states()[0].state


@pytest.fixture
def face(tmp_path: Path) -> Path:
    folder = tmp_path / "OQS" / "face"
    folder.mkdir(parents=True)
    return folder


def drop(folder: Path, case: str, *, at: datetime = START, name: str | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    sample = build(case)
    path = folder / (name or sample.name)
    path.write_bytes(sample.data)
    return dated(path, at)


def dated(path: Path, at: datetime) -> Path:
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def test_a_result_is_reported_after_two_identical_reads_and_never_again(face: Path) -> None:
    desk = Desk(face)
    drop(face, "invalid")

    assert [desk.polls(), desk.polls(), desk.polls(5)] == [[], ["eligibility-invalid"], []]


def test_two_polls_within_the_settling_time_are_one_read(face: Path) -> None:
    desk = Desk(face)
    drop(face, "invalid")

    assert desk.polls(3, every=timedelta(milliseconds=100)) == []
    assert desk.polls(2, every=timedelta(milliseconds=100)) == ["eligibility-invalid"]


def test_a_poll_returns_what_it_reported(face: Path) -> None:
    desk = Desk(face)
    drop(face, "valid")

    batches = [batch for second in (1, 2) for batch in desk.watcher.poll(START + second * SECOND)]

    assert batches == desk.reported
    assert [batch.folder for batch in batches] == [str(face)]


def test_a_half_file_completed_later_gives_its_incident_once(face: Path) -> None:
    desk = Desk(face)
    path = drop(face, "half")
    assert desk.polls(30) == []

    path.write_bytes(build("half-completed").data)

    assert desk.polls(10) == ["eligibility-invalid"]


def test_a_file_that_stays_half_is_told_after_ten_minutes_and_still_counts_when_completed(face: Path) -> None:
    desk = Desk(face)
    path = drop(face, "half")

    assert desk.polls(9, every=timedelta(minutes=1)) == []
    assert desk.polls(5, every=timedelta(minutes=1)) == ["terminal-abnormal-result"]
    assert desk.reported[-1].findings[0] == Finding("terminal-abnormal-result", "notice", "exchange-refused-half")

    dated(path, START).write_bytes(build("half-completed").data)
    assert desk.polls(5) == ["eligibility-invalid"]


def test_a_file_that_keeps_growing_is_not_called_half(face: Path) -> None:
    desk = Desk(face)
    data = build("invalid").data
    path = face / build("invalid").name
    for written in range(0, len(data) - 40, 40):
        path.write_bytes(data[:written])
        dated(path, START)
        assert desk.polls(every=timedelta(minutes=1)) == []

    path.write_bytes(data)

    assert desk.polls(3) == ["eligibility-invalid"]


def test_two_files_of_one_second_are_two(face: Path) -> None:
    desk = Desk(face)
    drop(face, "two-in-one-second-first")
    drop(face, "two-in-one-second-second")

    assert sorted(desk.polls(3)) == ["eligibility-invalid", "good"]


def test_files_are_reported_in_the_order_they_were_written(face: Path) -> None:
    desk = Desk(face)
    drop(face, "none", at=START + 2 * SECOND, name="OQSsiquc01res_face_A_20260115090001.xml")
    drop(face, "invalid", at=START + SECOND, name="OQSsiquc01res_face_B_20260115090002.xml")

    assert desk.polls(3) == ["eligibility-invalid", "eligibility-none"]


@pytest.mark.parametrize("trash", ["face/trash", "trash"])
def test_a_file_moved_to_the_trash_between_polls_is_found_there(face: Path, trash: str) -> None:
    desk = Desk(face)
    path = drop(face, "invalid")
    desk.polls()

    where = face.parent / trash
    where.mkdir()
    path.rename(where / path.name)

    assert desk.polls(5) == ["eligibility-invalid"]


def test_a_file_that_went_to_the_trash_before_the_first_look_is_found_there(face: Path) -> None:
    desk = Desk(face)
    desk.polls()
    drop(face / "trash", "none")

    assert desk.polls(5) == ["eligibility-none"]


def test_a_reported_file_that_is_moved_to_the_trash_is_not_reported_again(face: Path) -> None:
    desk = Desk(face)
    path = drop(face, "invalid")
    desk.polls(2)
    (face / "trash").mkdir()
    path.rename(face / "trash" / path.name)

    assert desk.polls(5) == []


def test_a_whole_file_that_is_deleted_after_one_read_still_counts(face: Path) -> None:
    desk = Desk(face)
    path = drop(face, "invalid")
    desk.polls()
    path.unlink()

    assert desk.polls(3) == ["eligibility-invalid"]


def test_half_a_file_that_is_deleted_says_nothing(face: Path) -> None:
    desk = Desk(face)
    path = drop(face, "half")
    desk.polls()
    path.unlink()

    assert desk.polls(3, every=timedelta(minutes=6)) == []


def test_old_files_open_nothing_and_are_marked_as_seen(face: Path) -> None:
    drop(face, "invalid", at=START - timedelta(minutes=11))
    desk = Desk(face)

    assert desk.polls(5) == []
    assert ([batch.findings for batch in desk.passed], len(desk.marks)) == ([()], 1)


def test_files_of_the_last_ten_minutes_before_the_start_do_open(face: Path) -> None:
    drop(face, "invalid", at=START - timedelta(minutes=9))
    desk = Desk(face)

    assert desk.polls(3) == ["eligibility-invalid"]


def test_old_files_in_the_trash_are_passed_by(face: Path) -> None:
    drop(face / "trash", "invalid", at=START - timedelta(days=1))
    desk = Desk(face)

    assert (desk.polls(3), desk.passed) == ([], [])


def test_a_thousand_files_at_the_start_are_handled_in_one_poll(face: Path) -> None:
    for number in range(990):
        drop(face, "invalid", at=START - timedelta(days=1), name=f"OQSsiquc01res_face_X{number}_20260114090312.xml")
    for number in range(10):
        drop(face, "none", name=f"OQSsiquc01res_face_Y{number}_20260115090000.xml")
    desk = Desk(face)

    assert desk.polls() == []
    assert len(desk.passed) == 990
    assert desk.polls() == ["eligibility-none"] * 10


def test_a_restart_reports_nothing_twice(face: Path) -> None:
    desk = Desk(face)
    drop(face, "invalid")
    drop(face, "still-working", name="OQSsiquc01res_face_W_20260115090001.xml")
    desk.polls(2)

    desk.restart()

    assert (desk.polls(5), len(desk.reported)) == ([], 2)


def test_a_restart_between_the_two_reads_loses_nothing(face: Path) -> None:
    desk = Desk(face)
    drop(face, "invalid")
    desk.polls()

    desk.restart()

    assert desk.polls(3) == ["eligibility-invalid"]


def test_a_report_that_could_not_be_stored_comes_again(face: Path) -> None:
    desk = Desk(face)
    drop(face, "invalid")
    desk.polls()
    desk.broken = True
    with pytest.raises(OSError, match="no space"):
        desk.polls()

    desk.broken = False

    assert desk.polls(3) == ["eligibility-invalid"]


def test_the_same_name_with_new_content_is_a_new_result(face: Path) -> None:
    desk = Desk(face)
    drop(face, "still-working", name="OQSsiquc01res_202601150004.xml")
    assert desk.polls(3) == []

    drop(face, "number-invalid", at=START + SECOND, name="OQSsiquc01res_202601150004.xml")

    assert desk.polls(3) == ["eligibility-invalid"]


def test_an_unplugged_share_is_a_state_and_comes_back(face: Path) -> None:
    desk = Desk(face)
    desk.polls()
    away = face.rename(face.parent / "away")
    desk.polls(3)
    assert desk.state() == "unavailable"

    away.rename(face)
    drop(face, "invalid")

    assert desk.polls(3) == ["eligibility-invalid"]
    assert desk.state() == "watching"


def test_a_share_unplugged_between_the_two_reads_loses_nothing(face: Path) -> None:
    desk = Desk(face)
    drop(face, "invalid")
    desk.polls()
    away = face.rename(face.parent / "away")
    assert desk.polls(3) == []

    away.rename(face)

    assert desk.polls(3) == ["eligibility-invalid"]


@pytest.mark.parametrize("path", ["nowhere", "a\0b"])
def test_a_folder_that_cannot_be_is_unavailable_and_never_an_exception(tmp_path: Path, path: str) -> None:
    desk = Desk(tmp_path / path)

    assert (desk.polls(2), desk.state()) == ([], "unavailable")


def test_one_folder_out_of_reach_does_not_stop_another(tmp_path: Path, face: Path) -> None:
    desk = Desk(tmp_path / "gone", face)
    drop(face, "invalid")

    assert desk.polls(3) == ["eligibility-invalid"]


def test_only_the_first_encrypted_file_of_a_folder_is_told(face: Path) -> None:
    desk = Desk(face)
    for number in range(3):
        drop(face, "zip", name=f"OQSsiquc01res_face_Z{number}_20260115090000.zip")

    assert desk.polls(3) == ["terminal-abnormal-result"]
    assert len(desk.marks) == 3


@pytest.mark.parametrize("case", ["document-type", "too-large", "request"])
def test_a_file_that_can_never_be_read_is_told_once(face: Path, case: str) -> None:
    desk = Desk(face)
    drop(face, case)

    assert desk.polls(5) == ["terminal-abnormal-result"]


def test_requests_and_other_files_are_not_looked_at(face: Path) -> None:
    desk = Desk(face)
    for name in ("OQSsiquc01req_1.xml", "OQSsiquc01res_1.err", "OQSmuquc02res_1.xml", "invalid.xml"):
        drop(face, "invalid", name=name)

    assert (desk.polls(3), desk.marks) == ([], set())


def test_a_fingerprint_tells_neither_name_nor_content(face: Path) -> None:
    desk = Desk(face)
    drop(face, "valid")
    desk.polls(3)

    assert [len(batch.fingerprint) for batch in desk.reported] == [64]
    assert not [
        part
        for part in ("架空", "花子", "9910000001", "0000123")
        if part in repr(desk.reported[0].findings) + desk.reported[0].fingerprint
    ]


def snapshot(folder: Path) -> list[tuple[str, int, int, int, bytes]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        (str(path), path.stat().st_mtime_ns, path.stat().st_ctime_ns, path.stat().st_mode, path.read_bytes()) for path in files
    ]


def test_a_read_only_folder_is_enough_and_nothing_in_it_changes(face: Path) -> None:
    drop(face, "invalid")
    drop(face, "half")
    drop(face, "zip")
    drop(face / "trash", "none", name="OQSsiquc01res_face_T_20260115090000.xml")
    face.chmod(0o555)
    before = snapshot(face), face.stat().st_mtime_ns
    desk = Desk(face)

    problems = desk.polls(5)
    after = snapshot(face), face.stat().st_mtime_ns
    face.chmod(0o755)

    assert sorted(problems) == ["eligibility-invalid", "eligibility-none", "terminal-abnormal-result"]
    assert after == before
