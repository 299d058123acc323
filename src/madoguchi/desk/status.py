"""How the desk itself is, without anything about anybody."""

from datetime import datetime

import msgspec

from madoguchi import __version__
from madoguchi.desk.chain_view import LinkStatus, chain_status, told, troubled
from madoguchi.desk.context import Context


class Status(msgspec.Struct, frozen=True):
    """The desk in figures.

    `open_incidents` and `screens` are numbers; `folders` says how many watched folders are in which state, `chain` how each
    link is and what the probes say of it.
    """

    state: str
    version: str
    started_at: datetime
    now: datetime
    open_incidents: int
    screens: int
    last_good: datetime | None
    folders: dict[str, int]
    chain: tuple[LinkStatus, ...]


def status(context: Context) -> Status:
    """The present status."""
    states, around = list(context.folders.values()), context.around()
    unfinished = context.records.open_states()
    known = told(context.chain, context.records.last_good())
    amiss = troubled([around.catalogue.problems[state.problem] for state in unfinished], ())
    return Status(
        state="ok",
        version=__version__,
        started_at=context.started_at,
        now=context.clock(),
        open_incidents=len(unfinished),
        screens=context.live.open_streams,
        last_good=known.last_result,
        folders={state: states.count(state) for state in sorted(set(states))},
        chain=chain_status(known, amiss, around),
    )
