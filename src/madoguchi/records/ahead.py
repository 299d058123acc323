"""Makes ready, while the disk is busy with one entry, what seals the next: in a full waiting room one follows the other.

What is made ready seals exactly one value. Nobody who reads the memory of an idle desk finds any: what is not used soon is let
go.
"""

import threading
from typing import Final

from madoguchi.records.seal import Sender, sender_for

PATIENCE: Final = 2.0
"""Seconds after which what nobody used is let go, and the thread ends."""


class Ahead:
    """Holds at most one. Safe from any thread."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Begin with nothing, and without a thread."""
        self._patience = patience
        self._lock = threading.Lock()
        self._asked = threading.Event()
        self._thread: threading.Thread | None = None
        self._ready: Sender | None = None
        self._public_key = b""

    def take(self, public_key: bytes) -> Sender | None:
        """What is ready for this public key, which from now on is the caller's alone; None where nothing is."""
        with self._lock:
            ready, self._ready, self._public_key = self._ready, None, public_key
        return ready if ready is not None and ready.public_key == public_key else None

    def prepare(self) -> None:
        """Make the next ready, for the public key that was asked for last. To be called before the disk is waited for."""
        with self._lock:
            self._asked.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True, name="ahead")
                self._thread.start()

    def _work(self) -> None:
        while True:
            asked = self._asked.wait(self._patience)
            with self._lock:
                if not asked and not self._asked.is_set():
                    self._ready = self._thread = None
                    return
                self._asked.clear()
                public_key = self._public_key
            made = sender_for(public_key)
            with self._lock:
                self._ready = made
