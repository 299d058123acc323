import random
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from madoguchi.guide.events import IncidentOpened, Observed
from madoguchi.records import LogFilter, Records
from madoguchi.records.database import FILE

WRITER = """
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from madoguchi.guide.events import IncidentOpened, Observed
from madoguchi.records import Records

nine = datetime(2026, 11, 24, tzinfo=UTC)
records = Records.open(Path(sys.argv[1]))
for number in count():
    incident = f"{sys.argv[2]}-{number}"
    records.append(incident, [IncidentOpened(nine, incident, "011"), Observed(nine, "code", "012")])
    print(incident, flush=True)
"""
"""Appends for ever, and says so only after an append returned."""

NINE = datetime(2026, 11, 24, tzinfo=UTC)


def killed_writer(data: Path, name: str, after: int) -> list[str]:
    """Starts a writer, kills it the hard way while it writes, and gives what it had acknowledged."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(data), name], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        heard = [writer.stdout.readline().strip() for _ in range(after)]
        writer.kill()
        return [*heard, *(line.strip() for line in writer.stdout if line.endswith("\n"))]


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(11)
    acknowledged: list[str] = []

    for number in range(4):
        acknowledged += killed_writer(tmp_path, f"writer{number}", chance.randrange(1, 60))
        records = Records.open(tmp_path)
        kept = {incident for incident in acknowledged if len(records.events(incident)) == 2}
        listed = {row.incident for row in records.export(LogFilter())}
        # At most one append per writer was on the disk before its writer could say so.
        assert set(acknowledged) == kept
        assert kept <= listed
        assert len(listed - kept) <= number + 1
        records.close()


@pytest.mark.parametrize("cut", [1, 24, 4096, 5000, 20000])
def test_a_torn_log_never_stops_a_start(tmp_path: Path, cut: int) -> None:
    killed_writer(tmp_path, "a", 12)
    log = tmp_path / f"{FILE}-wal"
    log.write_bytes(log.read_bytes()[:-cut])

    records = Records.open(tmp_path)
    listed = [row.incident for row in records.export(LogFilter())]
    assert all(len(records.events(incident)) == 2 for incident in listed)
    records.append("b", [IncidentOpened(NINE, "b", "012")])
    assert records.load("b") is not None
    records.close()


@pytest.mark.parametrize("content", [b"", b"left behind by something that died", bytes(32768)])
def test_a_stale_lock_never_stops_a_start(tmp_path: Path, content: bytes) -> None:
    acknowledged = killed_writer(tmp_path, "a", 3)
    (tmp_path / f"{FILE}-shm").write_bytes(content)

    records = Records.open(tmp_path)
    assert all(records.load(incident) is not None for incident in acknowledged)
    records.close()


def test_a_restart_shows_the_identical_incident(tmp_path: Path) -> None:
    first = Records.open(tmp_path)
    first.append("a", [IncidentOpened(NINE, "a", "003", "1"), Observed(NINE, "tries_left", "1")])
    before = first.load("a")
    first.close()

    second = Records.open(tmp_path)
    assert before == second.load("a")
    second.close()


def test_a_reader_creates_nothing(tmp_path: Path) -> None:
    assert Records.open_existing(tmp_path) is None
    assert Records.open_existing(tmp_path / "nowhere") is None
    assert list(tmp_path.iterdir()) == []


def test_a_reader_leaves_the_folder_as_it_found_it(tmp_path: Path) -> None:
    records = Records.open(tmp_path)
    records.append("a", [IncidentOpened(NINE, "a", "011")])
    records.close()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    reader = Records.open_existing(tmp_path)
    assert reader is not None
    assert reader.load("a") is not None
    reader.close()
    assert before == {file.name: file.read_bytes() for file in tmp_path.iterdir()}


def test_a_reader_sees_what_a_running_desk_has_just_written(tmp_path: Path) -> None:
    records = Records.open(tmp_path)
    reader = Records.open_existing(tmp_path)
    records.append("a", [IncidentOpened(NINE, "a", "011")])

    assert reader is not None
    assert reader.load("a") is not None
    reader.close()
    records.close()
