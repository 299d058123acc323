"""Files as the terminal and the receipt computer would put them down; nothing in them is of anybody."""

import os
from datetime import datetime
from pathlib import Path


def put(folder: Path, name: str, at: datetime) -> Path:
    path = folder / name
    path.write_bytes(b"")
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def result(folder: Path, at: datetime, *, named: datetime | None = None, number: int = 1) -> Path:
    """A result of the reader, changed at a moment; its name may tell another one."""
    return put(folder, f"OQSsiquc01res_face_{number:04}_{named or at:%Y%m%d%H%M%S}.xml", at)


def request(folder: Path, at: datetime, number: int = 1) -> Path:
    return put(folder, f"OQSsiquc01req_20261130{number:04}.xml", at)
