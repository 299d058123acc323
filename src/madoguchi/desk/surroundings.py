"""What the probes of a desk may look at: the settings as they stand now, and what the records know."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, Protocol

import msgspec

from madoguchi.base.clock import Clock
from madoguchi.base.settings import Settings
from madoguchi.evidence.probes.area_notice import holds
from madoguchi.evidence.probes.probe import Notice, Surroundings, surroundings_of
from madoguchi.records.area_notices import AreaNotice

NOTICES_BACK: Final = timedelta(days=14)
"""How far back a pasted notice may still speak of the present: maintenance is announced that early."""

ARRIVALS_BACK: Final = timedelta(weeks=9)


class Known(Protocol):
    """What the records tell the probes."""

    def area_notices(self, since: datetime) -> Sequence[AreaNotice]:
        """What staff pasted from the portal, newest last."""

    def arrivals(self, since: datetime) -> Sequence[datetime]:
        """When results came."""


def surroundings(settings: Settings, data: Path, clock: Clock, kept: dict[str, Any], records: Known) -> Surroundings:
    """Everything a probe may look at now; the records are asked only by the probe that wants to know."""
    here = surroundings_of(settings, data, clock, kept)
    return msgspec.structs.replace(
        here,
        notices=lambda: notices(records, clock()),
        arrivals=lambda: records.arrivals(clock() - ARRIVALS_BACK),
    )


def notices(records: Known, now: datetime) -> list[Notice]:
    """The pasted notices that may still speak of the present, newest last."""
    return [Notice(**msgspec.structs.asdict(one)) for one in records.area_notices(now - NOTICES_BACK)]


def standing(records: Known, now: datetime) -> tuple[Notice, ...]:
    """The notices by which something is down now: of each service the last word counts."""
    latest = {service: notice for notice in notices(records, now) for service in notice.services}
    return tuple(dict.fromkeys(notice for notice in latest.values() if holds(notice, now)))
