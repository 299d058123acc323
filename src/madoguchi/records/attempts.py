"""Counts wrong passphrases and makes the next try wait; the count outlives the desk."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from madoguchi.records.tables import ledger_attempts as table

FREE: Final = 5
"""Wrong tries before the first wait."""

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)

_ONE = sa.select(table.c.failures, table.c.failed_at).where(table.c.door == sa.bindparam("which"))


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many wrong tries in a row: nothing at first, then twice as long each time."""
    if failures < FREE:
        return timedelta(0)
    doubled: int = 1 << min(failures - FREE, 10)
    return min(LONGEST_WAIT, FIRST_WAIT * doubled)


def waiting(connection: sa.Connection, door: str, now: datetime) -> timedelta:
    """How long the next try of a door has to wait, zero where it need not."""
    found = connection.execute(_ONE, {"which": door}).first()
    if found is None:
        return timedelta(0)
    wait = wait_after(found.failures)
    failed_at: datetime = found.failed_at
    # Where the clock was set back the wait is counted from now: it is neither skipped nor longer than it ever was.
    return max(timedelta(0), min(wait, failed_at + wait - now))


def begin(connection: sa.Connection, door: str, now: datetime) -> timedelta:
    """Count a try as wrong before it is made: a process that dies during it has used it up. `forgive` takes it back.

    Returns:
        How long to wait instead; zero where the try may be made.
    """
    wait = waiting(connection, door, now)
    found = connection.execute(_ONE, {"which": door}).first()
    if wait:
        if found is not None and now < found.failed_at:
            connection.execute(sa.update(table).where(table.c.door == door).values(failed_at=now))
        return wait
    row = {"door": door, "failures": 1 + (found.failures if found else 0), "failed_at": now}
    connection.execute(insert(table).values(row).on_conflict_do_update(index_elements=["door"], set_=row))
    return wait


def forgive(connection: sa.Connection, door: str) -> None:
    """Forget the wrong tries: the right passphrase was given."""
    connection.execute(sa.delete(table).where(table.c.door == door))
