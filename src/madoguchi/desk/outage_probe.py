"""What a probe says while an outage is open: that it may be over, or that it is not."""

from typing import Final

from madoguchi.desk.context import Context
from madoguchi.desk.outage_ending import not_over, probe_says_over
from madoguchi.evidence.probes.probe import Reading

ENDS: Final[dict[str, frozenset[str]]] = {
    "line": frozenset({"line", "other-desk"}),
    "centre": frozenset({"centre", "other-desk", "area-notice"}),
    "portal": frozenset({"area-notice"}),
    "prescription": frozenset({"area-notice"}),
}
"""By the stage of the outage's reason: the probes that see its end. A router that answers again does not prove the line."""


def heard(context: Context, reading: Reading) -> None:
    """Propose the end of the open outage, or take the proposal back. Only somebody at the desk ends it."""
    outage = context.records.current_outage()
    problem = context.catalogue.problems.get(outage.reason) if outage is not None else None
    if problem is None or reading.probe not in ENDS.get(problem.stage, ()):
        return
    if reading.state == "good":
        probe_says_over(context, reading.since or context.clock(), reading.evidence, reading.args)
    elif reading.state == "down":
        not_over(context)
