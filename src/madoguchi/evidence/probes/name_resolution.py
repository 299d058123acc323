"""Whether names still become addresses."""

from datetime import timedelta

from madoguchi.evidence.probes.network import SAME_LAN, may_not, router
from madoguchi.evidence.probes.probe import Link, Reading, Surroundings, unknown
from madoguchi.evidence.probes.reach import is_numeric, locate, parted


class NameResolution:
    """Asking for the names of the configured hosts."""

    id = "name-resolution"
    link: Link = "line"
    every = timedelta(minutes=1)
    limit = timedelta(seconds=40)

    def look(self, surroundings: Surroundings) -> Reading:
        """Good where any name is answered, down where nobody answers although the router is there."""
        refused = may_not(surroundings, self.id)
        if refused is not None:
            return refused
        named = [host.address for host in surroundings.hosts if not is_numeric(parted(host.address, 80)[0])]
        if not named:
            return unknown(self.id, "no-name")
        found = [locate(host, surroundings.kept).naming for host in named]
        if "found" in found:
            return Reading(self.id, "good", "", "evidence-name-resolution-good", sure=0.8, observes={self.id: "good"})
        if "no-such-name" in found:
            # Somebody answers; whether it is the name or the server that is wrong, this does not tell.
            return Reading(self.id, "doubtful", "", "evidence-name-resolution-no-such-name", sure=0.5)
        if router(surroundings) == "gone":
            return unknown(self.id, "behind-router")
        return Reading(self.id, "down", "", "evidence-name-resolution-down", sure=SAME_LAN, observes={self.id: "down"})
