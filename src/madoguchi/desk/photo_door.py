"""The desk's way to the reader of photos: nothing of it is loaded before the first one comes."""

import threading
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from anyio import CapacityLimiter, to_thread

from madoguchi.desk.refusals import Refused

if TYPE_CHECKING:
    from madoguchi.evidence.photo.reader import PhotoReader
    from madoguchi.evidence.photo.reading import PhotoReading

NOT_READ: Final = {
    "not-available": "photo-not-available",
    "busy": "photo-busy",
    "failed": "photo-failed",
    "not-a-picture": "not-a-picture",
    "too-large": "too-large",
}
"""Refusals that say nothing of what is in the photo, by reason: programs get them as problem details."""


class PhotoDoor:
    """Reads photos beside everything else: in threads of its own, so that no screen waits for one."""

    def __init__(self, reader: "PhotoReader | None" = None) -> None:
        """Prepare; a reader is made with the first photo unless one is given."""
        self._reader = reader
        self._lock = threading.Lock()
        self._threads: CapacityLimiter | None = None

    def available(self) -> bool:
        """Whether this desk can read photos."""
        if self._reader is not None:
            return self._reader.available()
        return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2", "rapidfuzz"))

    async def read(self, content: bytes) -> "PhotoReading":
        """What a photo shows."""
        reader = await to_thread.run_sync(self._made)
        if self._threads is None:
            self._threads = CapacityLimiter(4)
        return await to_thread.run_sync(reader.read, content, limiter=self._threads)

    def _made(self) -> "PhotoReader":
        from madoguchi.evidence.photo.reader import PhotoReader  # noqa: PLC0415 - see the first line

        with self._lock:
            if self._reader is None:
                self._reader = PhotoReader()
            return self._reader

    def close(self) -> None:
        """End what was started."""
        if self._reader is not None:
            self._reader.close()


def told(reading: "PhotoReading") -> "PhotoReading":
    """A reading that says something of the photo.

    Raises:
        Refused: the photo was not read at all.
    """
    if reading.refused in NOT_READ:
        raise Refused(NOT_READ[reading.refused])
    return reading
