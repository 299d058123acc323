"""The replica's folder: made by the replica, marked as its own, and the only place it ever writes to."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

MARK: Final = ".madoguchi-replica"
"""A file that says: everything beside and below was made by the replica and may be thrown away."""


class NotOurs(ValueError):  # noqa: N818 - a refusal is an answer, not a fault
    """The folder holds something the replica did not make."""

    def __init__(self, path: Path) -> None:
        """Keep the folder, which the person who named it is told again."""
        super().__init__(f"{path} was not made by the replica: name a folder that is empty or not there yet")
        self.path = path


def claim(path: Path) -> Path:
    """Make a folder the replica's own, or find that it is already.

    Raises:
        NotOurs: the folder holds files and no mark of the replica.
    """
    path = path.absolute()
    if path.exists() and not (path / MARK).exists() and any(path.iterdir()):
        raise NotOurs(path)
    path.mkdir(parents=True, exist_ok=True)
    (path / MARK).touch()
    return path


def owned(path: Path) -> bool:
    """Whether a file or folder really lies inside a folder that the replica made, wherever links and dots lead."""
    path = path.resolve()
    return any((parent / MARK).exists() for parent in (path, *path.parents))


def inside(path: Path) -> Path:
    """The path, if the replica may write there.

    Raises:
        NotOurs: it lies outside every folder that the replica made.
    """
    if not owned(path):
        raise NotOurs(path)
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader meets either nothing or all of it, as the terminal writes its results.

    Raises:
        NotOurs: the file would lie outside the replica's folders.
        OSError: the folder is missing, full or may not be written.
    """
    inside(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def throw_away(path: Path) -> None:
    """Delete a folder of the replica with all that is in it.

    Raises:
        NotOurs: the replica did not make it.
    """
    if not (path / MARK).exists():
        raise NotOurs(path)
    shutil.rmtree(path)
