import os
from pathlib import Path

import pytest

from madoguchi.records.seal import Costs
from madoguchi.records.sealed_file import END, PIECE, SealedFileError, read_head, read_sealed, write_sealed

LIGHT = Costs(1, 1, 8)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.sealed"


def write(path: Path, *content: bytes) -> None:
    write_sealed(path, "correct horse", "backup", {"made_at": "2026-11-24"}, content, costs=LIGHT)


def flaw(path: Path, typed: str = "correct horse", kind: str = "backup") -> str:
    with pytest.raises(SealedFileError) as refused:
        list(read_sealed(path, typed, kind))
    return refused.value.flaw


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7])
def test_what_was_written_is_read(file: Path, size: int) -> None:
    content = os.urandom(size)
    write(file, content[: size // 3], content[size // 3 :])

    assert content == b"".join(read_sealed(file, "correct horse", "backup"))


def test_nothing_of_the_content_can_be_seen_in_the_file(file: Path) -> None:
    write(file, "山田花子".encode() * 50)

    assert "山田花子".encode() not in file.read_bytes()
    assert read_head(file).facts == {"made_at": "2026-11-24"}


def test_another_passphrase_is_told_from_a_damaged_file(file: Path) -> None:
    write(file, b"x" * 100)

    assert flaw(file, "battery staple") == "wrong-passphrase"


@pytest.mark.parametrize("content", [b"x" * 100, b"x" * (2 * PIECE), b"x" * (2 * PIECE + 5)])
def test_half_of_a_file_is_recognised_wherever_it_was_cut(file: Path, content: bytes) -> None:
    write(file, content)
    whole = file.read_bytes()
    edges = {len(whole) - PIECE - 16 * number for number in range(3)}

    for length in sorted({1, 10, 19, 22, 40, 120, len(whole) // 2, len(whole) - 5, len(whole) - 1} | edges):
        if 0 < length < len(whole):
            file.write_bytes(whole[:length])
            assert flaw(file, "any passphrase") == "incomplete", length


def test_a_file_cut_between_two_pieces_is_recognised(file: Path) -> None:
    write(file, b"x" * (2 * PIECE + 5))
    whole = file.read_bytes()
    last_piece = 5 + 16 + len(END)

    file.write_bytes(whole[:-last_piece])
    assert flaw(file) == "incomplete"
    file.write_bytes(whole[:-last_piece] + END)
    assert flaw(file) == "changed"


def test_every_changed_byte_is_noticed(file: Path) -> None:
    write(file, b"x" * 40)
    whole = file.read_bytes()

    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        file.write_bytes(bytes(changed))
        assert flaw(file)


def test_pieces_that_change_places_are_noticed(file: Path) -> None:
    write(file, os.urandom(3 * PIECE))
    whole = file.read_bytes()
    length, start = PIECE + 16, len(whole) - 3 * (PIECE + 16) - len(END)
    one, other = whole[start : start + length], whole[start + length : start + 2 * length]

    file.write_bytes(whole[:start] + other + one + whole[start + 2 * length :])

    assert flaw(file) == "changed"


def test_a_file_of_another_kind_is_not_taken_for_this_one(file: Path) -> None:
    write(file, b"x")

    assert flaw(file, kind="ledger") == "not-ours"
    file.write_bytes(b"a letter to somebody else")
    assert flaw(file) == "not-ours"


def test_what_could_not_be_written_leaves_the_file_of_before(file: Path) -> None:
    write(file, b"old")

    def stops() -> object:
        yield b"new"
        raise OSError

    with pytest.raises(OSError, match=r".*"):
        write(file, *stops())  # type: ignore[misc]
    assert b"".join(read_sealed(file, "correct horse", "backup")) == b"old"
    assert [path.name for path in file.parent.iterdir()] == [file.name]
