r"""One encrypted file that a passphrase opens, written piece by piece; that half of it is missing is noticed.

`MADOGUCHI SEALED 1\n`, the length of the head (4 bytes, big-endian), the head (msgpack: kind, facts anybody may read, costs,
salt, nonce), a tag over the head alone, then pieces of at most 1 MiB. Each piece is AES-256-GCM under a nonce of 7 random
bytes, a counter of 4 and a mark of 1 on the last (the STREAM construction, doi.org/10.1007/978-3-662-48000-7_24), bound to
the head. `END OF FILE\n` stands last: without it the file is half a file, and nobody has to be asked for a passphrase.
"""

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from madoguchi.records.durable import create_private, settle
from madoguchi.records.seal import COSTS, SALT_BYTES, TAG_BYTES, Costs, SealError, passphrase_key

MAGIC: Final = b"MADOGUCHI SEALED 1\n"
END: Final = b"END OF FILE\n"
PIECE: Final = 1 << 20
_LONGEST_HEAD: Final = 1 << 16
_HEAD_MARK: Final = 2
_LAST_MARK: Final = 1

Flaw = Literal["not-ours", "wrong-passphrase", "incomplete", "changed"]


class SealedFileError(ValueError):
    """The file does not open: it is something else, the passphrase is another, a part is missing, or it was changed."""

    def __init__(self, flaw: Flaw) -> None:
        """Carry the flaw alone."""
        super().__init__(flaw)
        self.flaw: Flaw = flaw


class FileHead(msgspec.Struct, frozen=True):
    """What may be read without the passphrase. Nothing in it is trusted before the tag over it was checked."""

    kind: str
    facts: dict[str, str]
    costs: Costs
    salt: bytes
    nonce: bytes


def write_sealed(  # noqa: PLR0913 - the head is made of them
    path: Path, passphrase: str, kind: str, facts: dict[str, str], content: Iterable[bytes], *, costs: Costs = COSTS
) -> None:
    """Write a file under another name and move it into place when it is whole and on the disk.

    Raises:
        OSError: it could not be written; nothing was put in place.
    """
    # Always the same other name: what a power cut left of one try is overwritten by the next.
    draft = path.with_name(f"{path.name}.part")
    try:
        with create_private(draft) as file:
            _write(
                file, passphrase, FileHead(kind, facts, costs, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(7)), content
            )
            file.flush()
            os.fsync(file.fileno())
        settle(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def read_head(path: Path) -> FileHead:
    """The head, not yet proven.

    Raises:
        SealedFileError: `not-ours` or `incomplete`.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return msgspec.msgpack.decode(_head(file), type=FileHead)


def read_sealed(path: Path, passphrase: str, kind: str) -> Iterator[bytes]:
    """The content piece by piece. It is whole and unchanged only when the last piece has come.

    Raises:
        SealedFileError: with the flaw.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        encoded = _head(file)
        head = msgspec.msgpack.decode(encoded, type=FileHead)
        if head.kind != kind:
            raise SealedFileError("not-ours")
        end = _end(file)
        cipher = _cipher(head, passphrase)
        try:
            cipher.decrypt(_nonce(head, 0, _HEAD_MARK), file.read(TAG_BYTES), encoded)
        except InvalidTag:
            raise SealedFileError("wrong-passphrase") from None
        yield from _pieces(file, cipher, head, encoded, end)


def _write(file: BinaryIO, passphrase: str, head: FileHead, content: Iterable[bytes]) -> None:
    encoded = msgspec.msgpack.encode(head)
    cipher = AESGCM(passphrase_key(passphrase, head.salt, head.costs))
    file.write(MAGIC + len(encoded).to_bytes(4, "big") + encoded)
    file.write(cipher.encrypt(_nonce(head, 0, _HEAD_MARK), b"", encoded))
    waiting, number = bytearray(), 0
    for part in content:
        waiting += part
        while len(waiting) > PIECE:
            file.write(cipher.encrypt(_nonce(head, number, 0), bytes(waiting[:PIECE]), encoded))
            del waiting[:PIECE]
            number += 1
    file.write(cipher.encrypt(_nonce(head, number, _LAST_MARK), bytes(waiting), encoded) + END)


def _pieces(file: BinaryIO, cipher: AESGCM, head: FileHead, encoded: bytes, end: int) -> Iterator[bytes]:
    number = 0
    while True:
        piece = file.read(min(PIECE + TAG_BYTES, end - file.tell()))
        last = file.tell() >= end
        try:
            yield cipher.decrypt(_nonce(head, number, _LAST_MARK if last else 0), piece, encoded)
        except (InvalidTag, ValueError):
            raise SealedFileError("changed") from None
        if last:
            return
        number += 1


def _end(file: BinaryIO) -> int:
    """Where the pieces end."""
    start = file.tell()
    end = max(start, file.seek(0, os.SEEK_END) - len(END))
    file.seek(end)
    if file.read() != END:
        raise SealedFileError("incomplete")
    file.seek(start)
    return end


def _head(file: BinaryIO) -> bytes:
    beginning = file.read(len(MAGIC))
    if beginning != MAGIC:
        raise SealedFileError("incomplete" if MAGIC.startswith(beginning) else "not-ours")
    length = int.from_bytes(file.read(4), "big")
    encoded = file.read(min(length, _LONGEST_HEAD))
    if len(encoded) < length or not length:
        raise SealedFileError("incomplete" if length <= _LONGEST_HEAD else "changed")
    try:
        msgspec.msgpack.decode(encoded, type=FileHead)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise SealedFileError("changed") from None
    return encoded


def _cipher(head: FileHead, passphrase: str) -> AESGCM:
    try:
        return AESGCM(passphrase_key(passphrase, head.salt, head.costs))
    except SealError:
        raise SealedFileError("changed") from None


def _nonce(head: FileHead, number: int, mark: int) -> bytes:
    return head.nonce + number.to_bytes(4, "big") + bytes([mark])
