"""The one way terminal files are opened: for reading only, shared with everybody, read whole, closed at once."""

import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    from ctypes import wintypes

    _GENERIC_READ = 0x80000000
    _SHARE_READ_WRITE_DELETE = 0x1 | 0x2 | 0x4
    _OPEN_EXISTING = 3
    _NORMAL = 0x80
    _INVALID = wintypes.HANDLE(-1).value
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateFileW.restype = wintypes.HANDLE
    _kernel.CreateFileW.argtypes = [
        wintypes.LPCWSTR,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.LPVOID,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.HANDLE,
    ]

    def _open(path: Path) -> int:
        # Python's own open does not share deletion: while it reads, the receipt computer could not move the file away.
        handle = _kernel.CreateFileW(str(path), _GENERIC_READ, _SHARE_READ_WRITE_DELETE, None, _OPEN_EXISTING, _NORMAL, None)
        if handle is None or handle == _INVALID:
            raise ctypes.WinError(ctypes.get_last_error())
        return msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY)

    def read_shared(path: Path, limit: int) -> bytes:
        """The first `limit` bytes of a file, leaving others free to write, move or delete it.

        Raises:
            OSError: it is gone, or may not be read just now.
        """
        with open(_open(path), "rb") as file:
            return file.read(limit)

else:

    def read_shared(path: Path, limit: int) -> bytes:
        """The first `limit` bytes of a file, leaving others free to write, move or delete it.

        Raises:
            OSError: it is gone, or may not be read just now.
        """
        with path.open("rb") as file:
            return file.read(limit)
