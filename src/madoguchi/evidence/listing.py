"""Which result files lie in a watched folder and in the trash beside it, by names and dates alone."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec

from madoguchi.wire.exchange.names import desk_reads

TRASH = "trash"
"""Where a receipt computer moves what it has read: inside the folder or beside it (docs/protocol/exchange.md#folders)."""


class Entry(msgspec.Struct, frozen=True):
    """A result file as the folder shows it: `changed` is its modification time in nanoseconds of the epoch."""

    path: Path
    size: int
    changed: int
    in_trash: bool

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


class Listing(msgspec.Struct, frozen=True):
    """What a folder shows: files by name, those of the trash among them, and the names in the trash that were passed over."""

    entries: dict[str, Entry]
    skipped: frozenset[str]


def list_results(folder: Path, skip_in_trash: Collection[str] = ()) -> Listing:
    """The result files of a folder. A name that lies in the folder hides the same name in the trash.

    Args:
        folder: the watched folder.
        skip_in_trash: names that need no second look in the trash, where files only ever arrive.

    Raises:
        OSError: the folder is not there or may not be listed. A missing trash is none.
        ValueError: the folder's path can be none at all.
    """
    bins, here = [folder.parent / TRASH], {}
    with os.scandir(folder) as found:
        for one in found:
            if one.name.casefold() == TRASH:
                bins.append(Path(one.path))
            elif (entry := _entry(one, in_trash=False)) is not None:
                here[entry.name] = entry
    thrown, skipped = {}, set()
    for one in (one for trash in bins for one in _contents(trash)):
        if one.name in here:
            continue
        if one.name in skip_in_trash:
            skipped.add(one.name)
        elif (entry := _entry(one, in_trash=True)) is not None:
            thrown[entry.name] = entry
    return Listing(thrown | here, frozenset(skipped))


def _contents(trash: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(trash) as found:
            yield from found
    except OSError:
        return


def _entry(one: os.DirEntry[str], *, in_trash: bool) -> Entry | None:
    try:
        # A link is never followed: it could lead anywhere.
        if not desk_reads(one.name) or not one.is_file(follow_symlinks=False):
            return None
        facts = one.stat(follow_symlinks=False)
    except OSError:
        return None  # moved between the listing and the look
    return Entry(Path(one.path), facts.st_size, facts.st_mtime_ns, in_trash)
