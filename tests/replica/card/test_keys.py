"""Keys are made once, kept where they are told, and readable by their owner only."""

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from madoguchi.replica.card.keys import Keys


def test_a_key_comes_back_from_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet" / "there"

    assert Keys(folder).modulus("one") == Keys(folder).modulus("one")


def test_nobody_else_may_read_it_and_nothing_else_is_left(tmp_path: Path) -> None:
    Keys(tmp_path).get("one")

    assert [("one.pem", 0o600)] == [(path.name, stat.S_IMODE(path.stat().st_mode)) for path in tmp_path.iterdir()]


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keys = Keys()

    assert (keys.modulus("one"), []) == (keys.modulus("one"), list(tmp_path.iterdir()))


def test_two_that_make_the_same_key_at_once_use_the_same(tmp_path: Path) -> None:
    first, second = Keys(tmp_path), Keys(tmp_path)
    first.get("one")
    kept = (tmp_path / "one.pem").read_bytes()
    raced = second._make("one")

    assert (first.modulus("one"), kept) == (
        raced.public_key().public_numbers().n.to_bytes(256),
        (tmp_path / "one.pem").read_bytes(),
    )


def test_a_file_with_another_kind_of_key_is_refused(tmp_path: Path) -> None:
    other = ec.generate_private_key(ec.SECP256R1())
    (tmp_path / "one.pem").write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))

    with pytest.raises(ValueError, match="one"):
        Keys(tmp_path).get("one")
