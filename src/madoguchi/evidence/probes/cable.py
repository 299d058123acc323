"""Whether this computer is on the LAN at all: a cable that carries, or a wireless connection that stands."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from madoguchi.evidence.probes.machine import connections
from madoguchi.evidence.probes.network import SAME_LAN, may_not
from madoguchi.evidence.probes.probe import Link, Reading, Surroundings, unknown

NOT_OF_THE_HOUSE: Final = ("lo", "docker", "veth", "br-", "virbr", "tun", "tap", "wg", "vethernet", "isatap", "teredo")
"""How the names of connections begin that no cable stands for."""


class Cable:
    """The network connections of this computer, as the system reports them."""

    id = "cable"
    link: Link = "lan"
    every = timedelta(seconds=30)
    limit = timedelta(seconds=5)

    def look(self, surroundings: Surroundings) -> Reading:
        """Down where no connection carries; doubtful where one that did no longer does."""
        refused = may_not(surroundings, self.id)
        if refused is not None:
            return refused
        return judged(connections(), surroundings.kept)


def judged(carrying: Mapping[str, bool], kept: dict[str, Any]) -> Reading:
    """The reading for connections by name, and whether each carries."""
    ours = {name: up for name, up in carrying.items() if not name.lower().startswith(NOT_OF_THE_HOUSE)}
    if not ours:
        return unknown("cable", "untold")
    carried: set[str] = kept.setdefault("cable", set())
    lost = sorted(carried & {name for name, up in ours.items() if not up})
    carried.update(name for name, up in ours.items() if up)
    if not any(ours.values()):
        return Reading("cable", "down", "0", "evidence-cable-none", sure=SAME_LAN)
    if lost:
        return Reading("cable", "doubtful", lost[0], "evidence-cable-one-lost", {"name": lost[0]}, 0.6)
    up = sum(ours.values())
    return Reading("cable", "good", str(up), "evidence-cable-good", {"count": up}, SAME_LAN)
