"""What the system itself knows of the router: the default route and the neighbour table, where they can be read as files."""

import socket
import struct
from pathlib import Path
from typing import Final, Literal

Neighbour = Literal["answers", "silent", "untold"]
"""Whether an address of the same network answered the system's own question for it, or nothing is known."""

ROUTES: Final = Path("/proc/thread-self/net/route")
TABLE: Final = Path("/proc/thread-self/net/arp")
"""Linux alone offers them as files; elsewhere they would take a program or raw sockets, so nothing is known there."""

_COMPLETE: Final = 0x2
_GATEWAY: Final = 0x2


def default_gateway(routes: Path = ROUTES) -> str | None:
    """The IPv4 address of the default router, or None where there is none to be read."""
    for columns in _rows(routes):
        try:
            destination, gateway, flags = int(columns[1], 16), int(columns[2], 16), int(columns[3], 16)
        except (IndexError, ValueError):
            continue
        if destination == 0 and flags & _GATEWAY:
            # The kernel prints the four bytes as one number of the machine's own order.
            return socket.inet_ntoa(struct.pack("=I", gateway))
    return None


def neighbour(address: str, table: Path = TABLE) -> Neighbour:
    """What the neighbour table says of an IPv4 address: its entry is complete, given up, or not there."""
    for columns in _rows(table):
        if columns[0] == address and len(columns) > 3:
            try:
                return "answers" if int(columns[2], 16) & _COMPLETE else "silent"
            except ValueError:
                return "untold"
    return "untold"


def _rows(path: Path) -> list[list[str]]:
    try:
        text = path.read_text("ascii", "replace")
    except OSError:
        return []
    return [columns for line in text.splitlines()[1:] if (columns := line.split())]
