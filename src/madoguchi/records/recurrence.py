"""How often a problem came back lately: the third time within seven days is a matter for the vendor."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from madoguchi.records.tables import incidents

WINDOW = timedelta(days=7)
"""How far back a problem counts as coming back."""

TOO_OFTEN = 3
"""From this count on, mending it once more is no longer the answer."""

_OCCURRENCES = (
    sa.select(incidents.c.opened_at)
    .where(~incidents.c.practice, incidents.c.problem == sa.bindparam("problem"))
    .where(incidents.c.opened_at > sa.bindparam("since"), incidents.c.opened_at <= sa.bindparam("now"))
    .order_by(incidents.c.opened_at)
)


def occurrences(connection: sa.Connection, problem: str, now: datetime) -> list[datetime]:
    """When the problem was opened within seven days up to now, oldest first, practice apart: the vendor's list."""
    found = connection.execute(_OCCURRENCES, {"problem": problem, "since": now - WINDOW, "now": now})
    return list(found.scalars())
