"""The process that reads photos: takes pictures on standard input, answers on standard output, ends when it is left alone."""

import os
import sys
from typing import IO

import msgspec

from madoguchi.catalogue.load import load_catalogue
from madoguchi.evidence.photo.engine import Engine
from madoguchi.evidence.photo.pipe import receive, send
from madoguchi.evidence.photo.reading import PhotoReading, Read, read_photo, refused
from madoguchi.evidence.photo.titles import Title, titles
from madoguchi.words.translate import load_words


def known_titles() -> tuple[Title, ...]:
    """The titles of the product's own codes."""
    return titles(load_catalogue(), load_words())


def read_here(content: bytes) -> PhotoReading:
    """Read one photo in this process: for the command line, which ends right after."""
    return read_photo(content, Engine().lines, known_titles())


def serve(came: IO[bytes], goes: IO[bytes], read: Read, known: tuple[Title, ...]) -> None:
    """Answer picture after picture until the other side goes.

    A failure of the engine is answered as a photo that could not be read: its trace could quote what was in the picture.
    """
    while (content := receive(came)) is not None:
        try:
            reading = read_photo(content, read, known)
        except Exception:  # noqa: BLE001 - see above
            reading = refused("failed")
        send(goes, msgspec.json.encode(reading))


def main() -> None:
    """Serve on the standard streams; whatever else writes to standard output would spoil the answers and is dropped."""
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        serve(sys.stdin.buffer, answers, Engine().lines, known_titles())


if __name__ == "__main__":
    main()
