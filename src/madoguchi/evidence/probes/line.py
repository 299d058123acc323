"""Whether the line carries: somebody beyond the router answers."""

from datetime import timedelta

from madoguchi.evidence.probes.network import SAME_LAN, call_twice, hosts_of, may_not, router
from madoguchi.evidence.probes.probe import Link, Reading, Surroundings, unknown


class Line:
    """The line from the router outwards, proven by configured hosts beyond it."""

    id = "line"
    link: Link = "line"
    every = timedelta(minutes=1)
    limit = timedelta(seconds=40)

    def look(self, surroundings: Surroundings) -> Reading:
        """Down only where the router answers and nobody beyond it does; behind a dead router nothing can be told."""
        refused = may_not(surroundings, self.id)
        if refused is not None:
            return refused
        hosts = hosts_of(surroundings, "line", "centre")
        if not hosts:
            return unknown(self.id, "no-host")
        called = call_twice(hosts, surroundings)
        if called.answered:
            sure = SAME_LAN if "open" in called.answered.values() else 0.8
            said: dict[str, str | int | float] = {"count": len(called.answered)}
            return Reading(self.id, "good", "", "evidence-line-good", said, sure, observes={self.id: "good"})
        if not called.failed:
            return unknown(self.id, "no-name")
        if not {host.address for host in hosts if host.proves == "line"} & called.failed.keys():
            return unknown(self.id, "only-centre")
        return self._behind(router(surroundings), len(called.failed))

    def _behind(self, found: str, count: int) -> Reading:
        if found == "gone":
            return unknown(self.id, "behind-router")
        evidence, sure = ("evidence-line-down-router-untold", 0.6) if found == "untold" else ("evidence-line-down", SAME_LAN)
        return Reading(self.id, "down", "", evidence, {"count": count}, sure, observes={self.id: "down"})
