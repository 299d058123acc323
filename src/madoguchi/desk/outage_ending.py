"""Ends an outage: by a good result file, by a probe, or by hand. Whoever finds it out calls the one function here."""

from datetime import datetime
from typing import Protocol

from madoguchi.desk.moments import TOO_EARLY
from madoguchi.records.outages import Ending, Outage


class Outages(Protocol):
    """Where outages are kept."""

    def current_outage(self) -> Outage | None:
        """The outage that is open, or None."""

    def close_outage(self, outage: str, at: datetime, how: Ending, who: str = "", device: str = "") -> Outage:
        """The outage, closed."""


def end_outage(outages: Outages, at: datetime, how: Ending, device: str = "") -> Outage | None:
    """The outage that ends now; None where none is open, or where a machine speaks of a moment before it began.

    Args:
        outages: where they are kept.
        at: now.
        how: `result` and `probe` are machines, `hand` is somebody who knows.
        device: where somebody said so.
    """
    current = outages.current_outage()
    if current is None or (how != "hand" and at - current.opened_at < TOO_EARLY):
        return None
    return outages.close_outage(current.id, at, how, device=device)
