"""Forbids the system to write this process's memory to a disk: for a moment it holds what patients wrote."""

import ctypes
import sys
from typing import Final

_CORE: Final = 4
"""RLIMIT_CORE, the same number on Linux and macOS: getrlimit(2)."""

_DUMPABLE: Final = 4
"""PR_SET_DUMPABLE, prctl(2). At 0 no dump is made, not even for a program that collects them (core(5), which says that such
a program is called whatever the limit is), and no other process of the same user may read this one's memory."""

_NO_REPORT: Final = 0x0001 | 0x0002
"""SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX: Windows ends a failed process without a report of its memory."""


class _Limit(ctypes.Structure):
    """`struct rlimit`: what holds now, and up to where this process may raise it again."""

    _fields_ = (("now", ctypes.c_ulong), ("most", ctypes.c_ulong))


def forbid_dumps() -> bool:
    """Forbid memory dumps of this process and of every process it starts, for good; whether the system agreed."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_REPORT)
        return True
    system = ctypes.CDLL(None)
    agreed: bool = system.setrlimit(_CORE, ctypes.byref(_Limit(0, 0))) == 0
    if sys.platform == "linux":
        agreed = system.prctl(_DUMPABLE, *map(ctypes.c_ulong, (0, 0, 0, 0))) == 0 and agreed
    return agreed
