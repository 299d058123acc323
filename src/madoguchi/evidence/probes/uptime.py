"""Since when this computer has been running."""

from datetime import datetime, timedelta
from typing import Final

from madoguchi.evidence.probes.machine import started
from madoguchi.evidence.probes.probe import Link, Reading, Surroundings, unknown

LONG: Final = timedelta(days=30)
"""After so long a restart on a quiet evening is good advice (docs/protocol/probes.md#this-computer)."""


class Uptime:
    """The time since the computer's last start; that of the terminal cannot be seen from here."""

    id = "uptime"
    link: Link = "desk"
    every = timedelta(hours=1)
    limit = timedelta(seconds=5)

    def look(self, surroundings: Surroundings) -> Reading:
        """Doubtful after a month without a restart."""
        return judged(started(), surroundings.clock())


def judged(since: datetime, now: datetime) -> Reading:
    """The reading for a computer that started then. A start in the future is a clock that was set back."""
    if since > now:
        return unknown("uptime", "untold")
    days = (now - since).days
    if now - since > LONG:
        return Reading("uptime", "doubtful", f"{days}d", "evidence-uptime-long", args={"days": days})
    return Reading("uptime", "good", f"{days}d", "evidence-uptime-good", args={"days": days})
