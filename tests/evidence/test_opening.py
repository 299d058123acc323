"""Terminal files are opened through one function, which only reads."""

from pathlib import Path

import pytest

from madoguchi.evidence.opening import read_shared


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(b"0123456789")

    assert (read_shared(file, 100), read_shared(file, 4)) == (b"0123456789", b"0123")


def test_a_file_that_is_gone_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_shared(tmp_path / "gone.xml", 10)
