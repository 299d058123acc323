"""How the desk itself is, without anything about anybody."""

from datetime import datetime

import msgspec

from madoguchi import __version__
from madoguchi.desk.context import Context


class Status(msgspec.Struct, frozen=True):
    """`open_incidents` and `screens` are numbers; `folders` says how many watched folders are in which state."""

    state: str
    version: str
    started_at: datetime
    now: datetime
    open_incidents: int
    screens: int
    last_good: datetime | None
    folders: dict[str, int]


def status(context: Context) -> Status:
    """The present status."""
    states = list(context.folders.values())
    return Status(
        state="ok",
        version=__version__,
        started_at=context.started_at,
        now=context.clock(),
        open_incidents=len(context.records.open_states()),
        screens=context.live.open_streams,
        last_good=context.records.last_good(),
        folders={state: states.count(state) for state in sorted(set(states))},
    )
