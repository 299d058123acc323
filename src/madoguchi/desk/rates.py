"""How many requests one device of the house may send: more than any screen needs, less than a flood."""

import threading
from collections import OrderedDict
from datetime import datetime
from typing import Final

BURST: Final = 300
"""Requests at once: several screens of one device opened together, with all their files."""

PER_SECOND: Final = 20.0

ADDRESSES: Final = 1024
"""Addresses remembered; the one seen longest ago goes."""


class Rates:
    """A bucket for each address that fills by the second and is emptied by requests."""

    def __init__(self, burst: int = BURST, per_second: float = PER_SECOND) -> None:
        """Begin with full buckets."""
        self._burst = burst
        self._per_second = per_second
        self._buckets: OrderedDict[str, tuple[float, datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, address: str, at: datetime) -> bool:
        """Whether one more request of an address may go on now."""
        with self._lock:
            left, since = self._buckets.pop(address, (float(self._burst), at))
            # A clock that is set back fills nothing.
            left = min(float(self._burst), left + max(0.0, (at - since).total_seconds()) * self._per_second)
            allowed = left >= 1
            self._buckets[address] = (left - 1 if allowed else left, at)
            if len(self._buckets) > ADDRESSES:
                self._buckets.popitem(last=False)
        return allowed
