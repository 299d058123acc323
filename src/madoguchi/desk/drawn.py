"""Keeps a page as it was drawn for as long as nothing on it can have changed."""

import threading
from typing import Final

MOST: Final = 64
"""Pages kept; a desk more and all are drawn anew."""


class Drawn:
    """Pages by name, each with the stamp of what it was drawn from. Safe from any thread."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pages: dict[str, tuple[object, bytes]] = {}
        self._lock = threading.Lock()

    def get(self, name: str, stamp: object) -> bytes | None:
        """The page, if it was drawn from just this."""
        drawn_from, page = self._pages.get(name, (None, b""))
        return page if drawn_from == stamp else None

    def keep(self, name: str, stamp: object, page: bytes) -> None:
        """Keep a page in place of the one before. `stamp` was taken before it was drawn."""
        with self._lock:
            if len(self._pages) >= MOST and name not in self._pages:
                self._pages.clear()
            self._pages[name] = (stamp, page)
