from pathlib import Path

from madoguchi.base.settings import Settings
from madoguchi.evidence.probes.disk import Disk
from tests.evidence.probes.inside import inside, needs_namespaces
from tests.evidence.probes.surround import around


def test_a_disk_with_room_is_good(tmp_path: Path) -> None:
    reading = Disk().look(around(tmp_path))

    assert ("good", "evidence-disk-good") == (reading.state, reading.evidence)
    assert 1000 < int(reading.value)


def test_the_data_directory_need_not_be_there_yet(tmp_path: Path) -> None:
    assert "good" == Disk().look(around(tmp_path / "never" / "made")).state
    assert [] == list(tmp_path.iterdir())


def test_a_disk_that_fills_up_is_first_tight_and_then_down(tmp_path: Path) -> None:
    needs_namespaces()
    with inside(Settings(), tmp_path) as here:
        here.do("mount", "-t", "tmpfs", "-o", "size=300m", "none", str(tmp_path))
        assert "doubtful" == here.look("disk").state

        here.do("mount", "-o", "remount,size=2m", str(tmp_path))
        full = here.look("disk")

    assert ("down", "evidence-disk-full") == (full.state, full.evidence)
