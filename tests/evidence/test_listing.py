"""A folder shows its result files and those in the trash inside or beside it, and nothing else."""

from pathlib import Path

import pytest

from madoguchi.evidence.listing import Listing, list_results

NAME = "OQSsiquc01res_face_{}_20260115090312.xml"


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


def test_results_of_reader_and_number_are_listed_and_other_files_are_not(tmp_path: Path) -> None:
    for name in (
        NAME.format("A"),
        "OQSsiquc01res_1.xml",
        "OQSsiquc01req_1.xml",
        "OQSmuquc02res_1.xml",
        "note.txt",
        "OQSsiquc01res_1.err",
    ):
        put(tmp_path / "face" / name)

    assert set(list_results(tmp_path / "face").entries) == {NAME.format("A"), "OQSsiquc01res_1.xml"}


@pytest.mark.parametrize("trash", ["face/trash", "trash", "face/Trash"])
def test_the_trash_is_looked_into_inside_the_folder_and_beside_it(tmp_path: Path, trash: str) -> None:
    (tmp_path / "face").mkdir()
    path = put(tmp_path / trash / NAME.format("A"))

    (entry,) = list_results(tmp_path / "face").entries.values()

    assert (entry.path, entry.in_trash) == (path, True)


def test_a_file_in_the_folder_hides_its_namesake_in_the_trash(tmp_path: Path) -> None:
    put(tmp_path / "face/trash" / NAME.format("A"))
    path = put(tmp_path / "face" / NAME.format("A"))

    assert [entry.path for entry in list_results(tmp_path / "face").entries.values()] == [path]


def test_names_in_the_trash_can_be_passed_over(tmp_path: Path) -> None:
    put(tmp_path / "face/trash" / NAME.format("A"))

    listing = list_results(tmp_path / "face", {NAME.format("A")})

    assert listing == Listing(entries={}, skipped=frozenset({NAME.format("A")}))


def test_links_and_folders_with_a_results_name_are_passed_by(tmp_path: Path) -> None:
    (tmp_path / "face" / NAME.format("D")).mkdir(parents=True)
    (tmp_path / "face" / NAME.format("L")).symlink_to(put(tmp_path / "elsewhere.xml"))

    assert list_results(tmp_path / "face").entries == {}


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list_results(tmp_path / "gone")
