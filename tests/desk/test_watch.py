import os
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from madoguchi.base.settings import Settings, save_settings
from madoguchi.desk.watch import PRACTICE, Watch, WatchedFolder
from madoguchi.wire.exchange.samples import build

Desk = Any


def put(folder: Path, case: str, desk: Desk, encoding: Any = "utf-8", **ago: float) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    sample = build(case, encoding, desk.clock.at)
    return write(folder / sample.name, sample.data, desk.clock.at - timedelta(**ago))


def write(path: Path, content: bytes, at: datetime) -> Path:
    path.write_bytes(content)
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def look(watched: WatchedFolder, desk: Desk, times: int = 3) -> None:
    for _ in range(times):
        watched.poll(desk.clock.at)
        desk.clock.go(seconds=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "face"


def problems(desk: Desk, *, practice: bool = False) -> list[str]:
    return [state.problem for state in desk.context.records.open_states(practice=practice)]


def test_a_result_becomes_an_incident_once_and_at_no_desk(desk: Desk, folder: Path) -> None:
    watched = WatchedFolder(desk.context, folder, practice=False)
    put(folder, "invalid", desk)
    look(watched, desk, 5)

    (state,) = desk.context.records.open_states()

    assert (state.problem, state.desk, state.source) == ("eligibility-invalid", None, "file")
    assert "ReportJoined" not in [type(event).__name__ for event in desk.context.records.events(state.incident)]


def test_after_a_restart_the_same_file_opens_nothing(desk: Desk, folder: Path) -> None:
    put(folder, "invalid", desk)
    look(WatchedFolder(desk.context, folder, practice=False), desk)
    (before,) = desk.context.records.open_states()
    look(WatchedFolder(desk.context, folder, practice=False), desk)

    assert desk.context.records.open_states() == [before]


def test_a_notice_reaches_staff_and_opens_nothing(desk: Desk, folder: Path) -> None:
    put(folder, "black-dot-name", desk, "shift_jis")
    look(WatchedFolder(desk.context, folder, practice=False), desk)

    assert problems(desk) == []
    assert [notice.problem for notice in desk.context.records.notices_since(desk.context.started_at)] == ["black-dot"]


def test_a_half_file_waits_until_it_is_whole(desk: Desk, folder: Path) -> None:
    watched = WatchedFolder(desk.context, folder, practice=False)
    path = put(folder, "invalid", desk)
    whole = path.read_bytes()
    write(path, whole[: len(whole) // 2], desk.clock.at)
    look(watched, desk)
    early = problems(desk)
    write(path, whole, desk.clock.at)
    look(watched, desk)

    assert (early, problems(desk)) == ([], ["eligibility-invalid"])


def test_files_from_long_before_the_start_open_nothing(desk: Desk, folder: Path) -> None:
    put(folder, "invalid", desk, minutes=11)
    look(WatchedFolder(desk.context, folder, practice=False), desk)

    assert problems(desk) == []


def test_the_practice_folder_gives_practice_only(desk: Desk) -> None:
    folder = desk.context.data / PRACTICE
    put(folder, "invalid", desk)
    look(WatchedFolder(desk.context, folder, practice=True), desk)

    assert problems(desk) == []
    assert problems(desk, practice=True) == ["eligibility-invalid"]


def test_a_folder_out_of_reach_is_a_state_and_comes_back(desk: Desk, folder: Path) -> None:
    watched = WatchedFolder(desk.context, folder, practice=False)
    watched.poll(desk.clock.at)
    away = dict(desk.context.folders)
    put(folder, "invalid", desk)
    look(watched, desk)

    assert away == {str(folder): "unavailable"}
    assert desk.context.folders == {str(folder): "watching"}
    assert problems(desk) == ["eligibility-invalid"]


def test_no_name_of_a_file_reaches_the_database(desk: Desk, folder: Path) -> None:
    watched = WatchedFolder(desk.context, folder, practice=False)
    path = put(folder, "invalid", desk, "shift_jis")
    names = [value for value in build("invalid").data.decode().replace("<", ">").split(">") if "架空" in value]
    look(watched, desk)
    stored = b"".join(file.read_bytes() for file in desk.context.data.rglob("*") if file.is_file())

    assert problems(desk) == ["eligibility-invalid"]
    assert path.name.encode() not in stored
    assert not any(name.encode(code) in stored for name in names for code in ("utf-8", "cp932", "utf-16-le"))


def test_folders_follow_the_settings_while_the_desk_runs(desk: Desk, folder: Path) -> None:
    watch = Watch(desk.context)
    save_settings(desk.context.data, Settings(folders=(str(folder),)))
    put(folder, "invalid", desk)
    watch.look()
    try:
        deadline = time.monotonic() + 30
        while not problems(desk) and time.monotonic() < deadline:
            desk.clock.go(seconds=1)
            time.sleep(0.05)
        found = problems(desk)
        save_settings(desk.context.data, Settings())
        watch.look()
    finally:
        watch.stop()

    assert found == ["eligibility-invalid"]
    assert desk.context.folders == {}
