"""How often a problem came back lately: the third time within seven days is a matter for the vendor."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from madoguchi.records.tables import incidents

WINDOW = timedelta(days=7)
"""How far back a problem counts as coming back."""

TOO_OFTEN = 3
"""From this count on, mending it once more is no longer the answer."""


def occurrences(connection: sa.Connection, problem: str, now: datetime) -> list[datetime]:
    """When the problem was opened within seven days up to now, oldest first, practice apart: the vendor's list."""
    found = connection.execute(
        sa.select(incidents.c.opened_at)
        .where(~incidents.c.practice, incidents.c.problem == problem)
        .where(incidents.c.opened_at > now - WINDOW, incidents.c.opened_at <= now)
        .order_by(incidents.c.opened_at)
    )
    return list(found.scalars())
