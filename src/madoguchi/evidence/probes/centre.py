"""Whether the centre's door can be reached, where an administrator named one."""

from datetime import timedelta

from madoguchi.evidence.probes.line import Line
from madoguchi.evidence.probes.network import call_twice, hosts_of, may_not
from madoguchi.evidence.probes.probe import Link, Reading, Surroundings, unknown


class Centre:
    """The hosts that stand for the centre. An open door says nothing of what happens behind it."""

    id = "centre"
    link: Link = "centre"
    every = timedelta(minutes=2)
    limit = timedelta(seconds=60)

    def look(self, surroundings: Surroundings) -> Reading:
        """Down only where the line is good; good means reached, so it is half sure."""
        hosts = hosts_of(surroundings, "centre")
        refused = may_not(surroundings, self.id) or (None if hosts else unknown(self.id, "no-host"))
        if refused is not None:
            return refused
        called = call_twice(hosts, surroundings)
        if "open" in called.answered.values():
            return Reading(self.id, "good", "open", "evidence-centre-good", sure=0.5)
        if called.answered:
            return Reading(self.id, "doubtful", "refused", "evidence-centre-refused", sure=0.6)
        if not called.failed:
            return unknown(self.id, "no-name")
        return self._behind(surroundings)

    def _behind(self, surroundings: Surroundings) -> Reading:
        """Silent; whether that is the centre's doing, the line has to say."""
        if not hosts_of(surroundings, "line") or Line().look(surroundings).state != "good":
            return unknown(self.id, "line-untold")
        return Reading(self.id, "down", "silent", "evidence-centre-down", sure=0.7)
