from pathlib import Path

import pytest

from madoguchi.replica.directory import NotOurs, claim, throw_away, write_whole


def test_an_empty_folder_becomes_the_replicas_own(tmp_path: Path) -> None:
    ours = claim(tmp_path / "new")

    write_whole(ours / "a.xml", b"whole")

    assert b"whole" == (ours / "a.xml").read_bytes()


def test_a_folder_with_somebody_elses_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "result.xml").write_text("theirs")

    with pytest.raises(NotOurs):
        claim(tmp_path)

    assert ["result.xml"] == [path.name for path in tmp_path.iterdir()]


def test_nothing_is_written_outside_what_the_replica_made(tmp_path: Path) -> None:
    with pytest.raises(NotOurs):
        write_whole(tmp_path / "a.xml", b"")

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("way", ["../a.xml", "x/../../a.xml", "link/a.xml"])
def test_neither_dots_nor_links_lead_out(tmp_path: Path, way: str) -> None:
    ours = claim(tmp_path / "ours")
    (ours / "x").mkdir()
    (tmp_path / "theirs").mkdir()
    (ours / "link").symlink_to(tmp_path / "theirs")

    with pytest.raises(NotOurs):
        write_whole(ours / way, b"")


def test_only_what_the_replica_made_is_thrown_away(tmp_path: Path) -> None:
    throw_away(claim(tmp_path / "ours"))
    with pytest.raises(NotOurs):
        throw_away(tmp_path)

    assert [] == list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_leaves_no_half(tmp_path: Path) -> None:
    ours = claim(tmp_path / "ours")
    (ours / "taken.xml").mkdir()

    with pytest.raises(OSError, match=r"taken\.xml"):
        write_whole(ours / "taken.xml", b"x")

    assert {".madoguchi-replica", "taken.xml"} == {path.name for path in ours.iterdir()}
