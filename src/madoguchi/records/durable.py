"""Writes a small file so that a power cut leaves the old one, the new one, or none, never half of one."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600


def write_durably(path: Path, content: bytes) -> None:
    """Put content in place, readable by its owner only where the system knows owners.

    Raises:
        OSError: nothing was put in place.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        settle(Path(name), path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


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
