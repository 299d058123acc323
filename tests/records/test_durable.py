import os
import stat
from pathlib import Path

import pytest

from madoguchi.records.durable import create_private, settle, write_durably


def test_a_file_is_put_in_place_whole(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", b"old")
    write_durably(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="the system knows no modes")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", b"secret")

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_where_nothing_can_be_written_the_old_file_stands(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "inside").write_bytes(b"old")

    with pytest.raises(OSError, match=r".+"):
        write_durably(tmp_path / "a", b"new")
    assert (tmp_path / "a" / "inside").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_a_power_cut_left_of_one_try_is_overwritten_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"half of someth")

    with create_private(tmp_path / "a.part") as file:
        file.write(b"all")
    settle(tmp_path / "a.part", tmp_path / "a")

    assert (tmp_path / "a").read_bytes() == b"all"
