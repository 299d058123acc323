"""What the portal's notices say, as staff pasted them: whether something is down for everybody."""

from datetime import datetime, timedelta
from typing import Final

from madoguchi.evidence.probes.probe import Link, Notice, Reading, Surroundings, told, unknown

FRESH: Final = timedelta(hours=24)
"""How long a notice without an end speaks of the present."""

RECOVERED: Final = timedelta(hours=2)
"""How long "all is well again" speaks of the present: after that it is as old as any silence."""

ELIGIBILITY: Final = frozenset({"centre", "portal", "line"})
"""Services without which nobody can be checked; `prescription` is another matter."""

PRESCRIPTION: Final = "area-notice/prescription"
"""What the guide may learn of notices about e-prescriptions, for the problems of that link alone."""


class AreaNotice:
    """The newest word of the portal on each service."""

    id = "area-notice"
    link: Link = "centre"
    every = timedelta(minutes=1)
    limit = timedelta(seconds=5)

    def look(self, surroundings: Surroundings) -> Reading:
        """Down while a notice says so, good shortly after it says that it is over, unknown without a notice."""
        now = surroundings.clock()
        latest: dict[str, Notice] = {}
        for notice in sorted(surroundings.notices(), key=lambda one: one.pasted_at):
            latest |= dict.fromkeys(notice.services or ("",), notice)
        down = {service: notice for service, notice in latest.items() if holds(notice, now)}
        if down:
            return _down(down, now)
        over = {service: notice for service, notice in latest.items() if notice.over and now - notice.pasted_at < RECOVERED}
        if not over:
            return unknown(self.id, "none")
        newest = max(over.values(), key=lambda one: one.pasted_at)
        at = newest.until or newest.pasted_at
        said: dict[str, str | int | float] = {"at": told(at, now)}
        return Reading(self.id, "good", "", "evidence-area-notice-over", said, newest.sure, at, _observed(over, "good"))


def holds(notice: Notice, now: datetime) -> bool:
    """Whether a notice says that something is down at this moment."""
    if notice.over is True or now - (notice.since or notice.pasted_at) < timedelta(0):
        return False
    if notice.until is not None:
        return now < notice.until
    return notice.over is False and now - notice.pasted_at < FRESH


def _down(down: dict[str, Notice], now: datetime) -> Reading:
    newest = max(down.values(), key=lambda one: one.pasted_at)
    since = newest.since or newest.pasted_at
    services = ",".join(sorted(service for service in down if service))
    evidence = "evidence-area-notice-planned" if newest.planned else "evidence-area-notice-down"
    said: dict[str, str | int | float] = {"at": told(since, now), "services": services}
    return Reading("area-notice", "down", services, evidence, said, newest.sure, since, _observed(down, "down"))


def _observed(notices: dict[str, Notice], value: str) -> dict[str, str]:
    """A notice that names no service teaches the guide nothing."""
    observed = {"area-notice": value} if ELIGIBILITY & notices.keys() else {}
    return observed | ({PRESCRIPTION: value} if "prescription" in notices else {})
