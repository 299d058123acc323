"""The desk's hand on the process that reads photos: started with the first photo, one at a time, gone after a while alone."""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from madoguchi.evidence.photo.engine import is_available
from madoguchi.evidence.photo.pipe import receive, send
from madoguchi.evidence.photo.reading import PhotoReading, refused

COMMAND: Final = (sys.executable, "-P", "-m", "madoguchi.evidence.photo.worker")
"""`-P`: what lies in the folder the desk was started in is not ours."""

IDLE_SECONDS: Final = 300.0
"""So long the models stay in memory after a photo: the next try, from nearer, comes within a minute or two."""

LIMIT_SECONDS: Final = 60.0
"""Longest wait for an answer, loading included, on a slow machine."""

WAITING: Final = 3
"""Photos that may wait for their turn; each holds its bytes in memory."""


class PhotoReader:
    """Reads photos in a process of its own; without a photo it costs nothing."""

    def __init__(
        self,
        *,
        command: Sequence[str] = COMMAND,
        idle: float = IDLE_SECONDS,
        limit: float = LIMIT_SECONDS,
        available: Callable[[], bool] = is_available,
    ) -> None:
        """Prepare; nothing is started. Times are in seconds."""
        self._command, self._idle, self._limit = command, idle, limit
        self._available = available
        self._turn = threading.Lock()
        self._places = threading.BoundedSemaphore(WAITING)
        self._process: subprocess.Popen[bytes] | None = None
        self._leave: threading.Timer | None = None

    def available(self) -> bool:
        """Whether photos can be read here at all."""
        return self._available()

    @property
    def is_loaded(self) -> bool:
        """Whether the process is there."""
        process = self._process
        return process is not None and process.poll() is None

    def read(self, content: bytes) -> PhotoReading:
        """What a photo shows. Blocks: call it from a worker thread. Never raises; what failed is a refusal."""
        if not self.available():
            return refused("not-available")
        if not self._places.acquire(blocking=False):
            return refused("busy")
        try:
            with self._turn:
                return self._asked(content)
        finally:
            self._places.release()

    def _asked(self, content: bytes) -> PhotoReading:
        self._stay()
        # A reader that hangs is ended, and with it its answer comes to an end.
        watch = threading.Timer(self._limit, self._end)
        watch.daemon = True
        watch.start()
        try:
            return self._exchange(content)
        except (OSError, ValueError):
            self._end()
            return refused("failed")
        finally:
            watch.cancel()
            self._go_later()

    def _exchange(self, content: bytes) -> PhotoReading:
        process = self._started()
        if process.stdin is None or process.stdout is None:
            raise OSError
        send(process.stdin, content)
        answer = receive(process.stdout)
        if answer is None:
            raise OSError
        return msgspec.json.decode(answer, type=PhotoReading)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process

    def _stay(self) -> None:
        if self._leave is not None:
            self._leave.cancel()
            self._leave = None

    def _go_later(self) -> None:
        self._leave = threading.Timer(self._idle, self._leave_alone)
        self._leave.daemon = True
        self._leave.start()

    def _leave_alone(self) -> None:
        # A photo that is being read just now has the turn; its end sets a new time to go.
        if self._turn.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._turn.release()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue

    def close(self) -> None:
        """End the process, if there is one."""
        self._stay()
        self._end()
