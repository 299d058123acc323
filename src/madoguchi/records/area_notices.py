"""What staff pasted from the portal's notices, as it was understood, and when results came: what probes ask the records."""

from datetime import datetime

import msgspec
import sqlalchemy as sa

from madoguchi.records.tables import area_notices, seen


class AreaNotice(msgspec.Struct, frozen=True):
    """What a notice says: `services` that are down, whether all is well again, since when and until when; `sure` 0 to 1."""

    services: tuple[str, ...]
    over: bool | None
    planned: bool
    since: datetime | None
    until: datetime | None
    sure: float
    pasted_at: datetime


def add(connection: sa.Connection, notice: AreaNotice) -> None:
    """Keep a notice."""
    row = {**msgspec.structs.asdict(notice), "services": ",".join(notice.services)}
    connection.execute(sa.insert(area_notices).values(row))


def since(connection: sa.Connection, moment: datetime) -> list[AreaNotice]:
    """The notices pasted since a moment, newest last."""
    columns = [area_notices.c[name] for name in AreaNotice.__struct_fields__]
    found = connection.execute(sa.select(*columns).where(area_notices.c.pasted_at >= moment).order_by(area_notices.c.id))
    return [AreaNotice(tuple(filter(None, services.split(","))), *rest) for services, *rest in found]


def arrivals(connection: sa.Connection, moment: datetime) -> list[datetime]:
    """When good results came since a moment, practice apart, in no order."""
    return list(connection.execute(sa.select(seen.c.at).where(~seen.c.practice, seen.c.good, seen.c.at >= moment)).scalars())
