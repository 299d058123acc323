"""Writes a small file so that a power cut leaves the old one, the new one, or none, never half of one."""

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

OWNER_ONLY: Final = 0o600


def write_durably(path: Path, content: bytes) -> None:
    """Put content in place, readable by its owner only where the system knows owners.

    Raises:
        OSError: nothing was put in place.
    """
    draft = path.with_name(f"{path.name}.part")
    try:
        with create_private(draft) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        settle(draft, path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def create_private(path: Path) -> BinaryIO:
    """An empty file to write into, its owner's only where the system knows owners.

    Raises:
        OSError: it cannot be made.
    """
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, OWNER_ONLY), "wb")


def settle(draft: Path, path: Path) -> None:
    """Move a file that was flushed into its place, and the folder's entry to the disk.

    Raises:
        OSError: it stands where it stood.
    """
    draft.replace(path)
    # Windows opens no folders, and has no need: there the move itself is journalled.
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
