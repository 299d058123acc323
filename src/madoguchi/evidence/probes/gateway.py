"""Whether the router of the house answers."""

from datetime import timedelta
from typing import Final

from madoguchi.evidence.probes.network import SAME_LAN, Router, may_not, router
from madoguchi.evidence.probes.probe import Link, Reading, State, Surroundings, unknown

_SAID: Final[dict[Router, tuple[State, str, float]]] = {
    "answers": ("good", "evidence-gateway-good", SAME_LAN),
    "quiet": ("good", "evidence-gateway-quiet", 0.7),
    "neighbour": ("good", "evidence-gateway-neighbour", 0.6),
    "gone": ("down", "evidence-gateway-gone", SAME_LAN),
}


class Gateway:
    """The router between the LAN and the line."""

    id = "gateway"
    link: Link = "lan"
    every = timedelta(seconds=30)
    limit = timedelta(seconds=25)

    def look(self, surroundings: Surroundings) -> Reading:
        """Good by TCP or, less surely, by the neighbour table; unknown where nobody said whose LAN this is."""
        refused = may_not(surroundings, self.id)
        if refused is not None:
            return refused
        found = router(surroundings)
        if found == "untold":
            return unknown(self.id, "untold")
        state, evidence, sure = _SAID[found]
        return Reading(self.id, state, found, evidence, sure=sure, observes={self.id: state})
