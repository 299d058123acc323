"""The memory of the terminal's process: a real limit, what a check-in needs of it, and three real ways to run short."""

import ctypes
import mmap
import resource
from contextlib import suppress
from pathlib import Path
from typing import Final

WORKING: Final = 40_000_000
"""Bytes that one check-in needs for a moment, for pictures."""

CRUMB: Final = 12_000_000
"""What is left over when nothing more can be taken: enough to say so, too little to work."""

WORN: Final = 16_000_000
"""What a worn memory module still gives beyond what is taken."""

ARENA_MAX: Final = -8
"""mallopt(3): M_ARENA_MAX."""

_lost: Final[list[mmap.mmap]] = []


def taken() -> int:
    """Bytes of address space that the process has taken."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def limit(room: int) -> None:
    """Let the process take so many bytes more than it has now, and not one beyond."""
    # The C library sets 64 MB of addresses aside for each thread, which several readers at once would use up without need.
    with suppress(AttributeError):
        ctypes.CDLL(None).mallopt(ARENA_MAX, 1)
    resource.setrlimit(resource.RLIMIT_AS, (taken() + room, resource.getrlimit(resource.RLIMIT_AS)[1]))


def limited() -> bool:
    """Whether the process has a limit; without one the machine itself would be exhausted, so nothing is leaked."""
    return resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY


def _take(size: int) -> mmap.mmap:
    """Memory from the system itself: what the allocator keeps back for a thread would hide that there is none left.

    Raises:
        MemoryError: the system gives none.
    """
    try:
        return mmap.mmap(-1, size)
    except OSError:
        raise MemoryError from None


def work() -> None:
    """Take what a check-in needs and give it back.

    Raises:
        MemoryError: there is not enough.
    """
    _take(WORKING).close()


def leak() -> None:
    """Take everything but a crumb and never give it back, as a program does that was left on for days."""
    if not limited():
        return
    try:
        while True:
            _lost.append(_take(CRUMB))
    except MemoryError:
        if _lost:
            _lost.pop().close()


def work_beside_an_update() -> None:
    """Work while another program has taken everything for a moment."""
    leak()
    try:
        work()
    finally:
        while _lost:
            _lost.pop().close()


def work_on_worn_modules() -> None:
    """Work with less memory than was bought."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (taken() + WORN, hard))
    try:
        work()
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
