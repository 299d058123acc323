"""The shared folders of the terminal and the outbox from which whole files are moved into them, each exactly once."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from threading import Lock
from typing import Final, Literal

from madoguchi.replica.directory import owned, write_whole
from madoguchi.replica.terminal.settings import FOLDERS, Settings
from madoguchi.replica.terminal.store import Delivery, Store

Condition = Literal["there", "away", "blocked", "full", "barred"]
"""How a shared folder is: away with its host, a file in its place, no room left in it, or closed to the terminal."""

FILLER: Final = ".fill"
WRITER_SECONDS: Final = 1.0
"""How long a delivery waits for the one before it."""

COUNT_SECONDS: Final = 1.0

REASONS: Final = {
    ENOENT: "output-missing",
    ENOTDIR: "output-missing",
    ENOSPC: "output-full",
    EACCES: "output-no-right",
    EPERM: "output-no-right",
    EROFS: "output-no-right",
}


def reason_of(error: OSError) -> str:
    """Why a file could not be put into a shared folder."""
    if isinstance(error, TimeoutError):
        return "output-stuck"
    return REASONS.get(error.errno or 0, "output-lost")


class Shares:
    """`req`, `res` and `face` below the terminal's folder, and `outbox`, which nobody else sees."""

    def __init__(self, terminal: Path, store: Store, settings: Callable[[], Settings]) -> None:
        """Folders are not made here: one that is gone stays gone until somebody brings it back."""
        self._terminal = terminal
        self._store = store
        self._settings = settings
        self._writer = Lock()
        self._counted: tuple[float, int] | None = None
        self._busy: set[Delivery] = set()
        self._stuck = False
        self.outbox = terminal / "outbox"
        self.outbox.mkdir(exist_ok=True)

    def folder(self, share: str) -> Path:
        """Where a shared folder is, or would be."""
        return self._terminal / str(getattr(self._settings().folders, share))

    @contextmanager
    def busy(self, delivery: Delivery) -> Iterator[None]:
        """While somebody delivers this file, nobody else catches up with it."""
        self._busy.add(delivery)
        try:
            yield
        finally:
            self._busy.discard(delivery)

    def seize(self, *, stuck: bool) -> None:
        """Hold the writer as a delivery does that never ends, or let it go again."""
        if stuck and not self._stuck:
            self._stuck = self._writer.acquire(timeout=WRITER_SECONDS)
        elif self._stuck and not stuck:
            self._writer.release()
            self._stuck = False

    def ready(self, delivery: Delivery, data: bytes) -> None:
        """Write a file into the outbox."""
        write_whole(self.outbox / f"{delivery.folder}-{delivery.name}", data)

    def put(self, delivery: Delivery) -> None:
        """Move a file from the outbox into its folder: one step, so it is either here or there.

        Raises:
            OSError: it cannot be put there now; it still lies in the outbox.
        """
        source, target = self.outbox / f"{delivery.folder}-{delivery.name}", self.folder(delivery.folder) / delivery.name
        if not owned(target):
            raise PermissionError(EACCES, os.strerror(EACCES))
        if not self._writer.acquire(timeout=WRITER_SECONDS):
            raise TimeoutError
        try:
            size = source.stat().st_size
            if delivery.folder == "face" and self._used(target.parent) + size > self._settings().face_room:
                raise OSError(ENOSPC, os.strerror(ENOSPC))
            source.rename(target)
            if self._counted is not None:
                self._counted = self._counted[0], self._counted[1] + size
        finally:
            self._writer.release()

    def _used(self, folder: Path) -> int:
        """Bytes in a folder, counted anew where the last count is old: others take files away and put files in."""
        if self._counted is None or time.monotonic() - self._counted[0] > COUNT_SECONDS:
            with os.scandir(folder) as entries:
                used = sum(entry.stat(follow_symlinks=False).st_size for entry in entries if entry.is_file())
            self._counted = time.monotonic(), used
        return self._counted[1]

    def drop(self, delivery: Delivery) -> None:
        """Throw away what lies in the outbox."""
        (self.outbox / f"{delivery.folder}-{delivery.name}").unlink(missing_ok=True)

    def catch_up(self, put: Callable[[Delivery], None]) -> None:
        """Deliver what was written down and not delivered; what no longer lies in the outbox was delivered before the end."""
        for delivery in self._store.deliveries():
            if delivery in self._busy:
                continue
            if (self.outbox / f"{delivery.folder}-{delivery.name}").exists():
                try:
                    put(delivery)
                except OSError:
                    continue
            self._store.delivered(delivery)

    def sweep(self) -> None:
        """Throw away what nobody wrote down: it was being made when the process ended."""
        known = {f"{one.folder}-{one.name}" for one in self._store.deliveries()}
        for path in self.outbox.iterdir():
            if path.name not in known:
                path.unlink()

    def follow(self, conditions: Mapping[str, Condition]) -> None:
        """Bring the folders into these conditions; one that is not named is there."""
        self._counted = None
        for share in FOLDERS:
            place = self.folder(share)
            if owned(place):
                _MAKE[conditions.get(share, "there")](place, self._settings().face_room)


def _away_of(place: Path) -> Path:
    return place.with_name(f".away-{place.name}")


def _away(place: Path, room: int) -> None:
    if place.is_dir() and not _away_of(place).exists():
        _there(place, room)
        place.rename(_away_of(place))


def _there(place: Path, _room: int) -> None:
    if _away_of(place).is_dir():
        if place.is_file():
            place.unlink()
        if not place.exists():
            _away_of(place).rename(place)
    with suppress(FileNotFoundError, NotADirectoryError):
        (place / FILLER).unlink()
    with suppress(FileNotFoundError):
        place.chmod(0o755)


def _blocked(place: Path, room: int) -> None:
    _away(place, room)
    if not place.exists():
        place.touch()


def _full(place: Path, room: int) -> None:
    _there(place, room)
    with suppress(FileNotFoundError), (place / FILLER).open("wb") as filler:
        filler.truncate(room)


def _barred(place: Path, room: int) -> None:
    _there(place, room)
    with suppress(FileNotFoundError):
        place.chmod(0o555)


_MAKE: Final[Mapping[Condition, Callable[[Path, int], None]]] = {
    "there": _there,
    "away": _away,
    "blocked": _blocked,
    "full": _full,
    "barred": _barred,
}
