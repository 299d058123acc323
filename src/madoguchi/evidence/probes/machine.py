"""How this computer is: memory, last start and network connections; from the system's own files where it has some."""

import time
from datetime import datetime
from pathlib import Path
from typing import Final

from madoguchi.base.clock import JAPAN

PROC: Final = Path("/proc")
NETWORK: Final = Path("/sys/class/net")
"""Linux tells all of this in small files. Elsewhere psutil does, at the price of loading it into a desk that runs all day."""


def memory(proc: Path = PROC) -> tuple[int, int]:
    """Bytes that programs can still be given, and all there are."""
    try:
        rows = (line.split() for line in (proc / "meminfo").read_text("ascii").splitlines())
        kilobytes = {row[0]: int(row[1]) for row in rows if len(row) > 1}
        return kilobytes["MemAvailable:"] * 1024, kilobytes["MemTotal:"] * 1024
    except (OSError, KeyError, ValueError):
        import psutil  # noqa: PLC0415 - only where there are no such files

        found = psutil.virtual_memory()
        return found.available, found.total


def started(proc: Path = PROC) -> datetime:
    """When this computer was last started, as it reckons from its present clock."""
    try:
        seconds = float((proc / "uptime").read_text("ascii").split()[0])
        return datetime.fromtimestamp(time.time() - seconds, JAPAN)
    except (OSError, IndexError, ValueError):
        import psutil  # noqa: PLC0415 - only where there are no such files

        return datetime.fromtimestamp(psutil.boot_time(), JAPAN)


def connections(network: Path = NETWORK) -> dict[str, bool]:
    """Network connections by name, and whether each carries."""
    try:
        return {one.name: _carries(one) for one in network.iterdir() if one.is_dir()}
    except OSError:
        import psutil  # noqa: PLC0415 - only where there are no such files

        return {name: facts.isup for name, facts in psutil.net_if_stats().items()}


def _carries(connection: Path) -> bool:
    try:
        return (connection / "carrier").read_text("ascii").strip() == "1"
    except OSError:
        return False  # the system refuses to tell of one that was switched off
