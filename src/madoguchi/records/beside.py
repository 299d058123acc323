"""Files seen once, answers given once, notices, morning checks and thumbs: everything that is kept beside incidents."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from madoguchi.records.tables import checks as checks_table
from madoguchi.records.tables import feedback as feedback_table
from madoguchi.records.tables import notices as notices_table
from madoguchi.records.tables import responses as responses_table
from madoguchi.records.tables import seen as seen_table

KEPT = timedelta(hours=24)
"""How long an answer is kept for a request that comes again with the same idempotency key."""


# Statements are built once: building one costs more than SQLite needs to carry it out.
_LAST_GOOD = sa.select(sa.func.max(seen_table.c.at, type_=seen_table.c.at.type)).where(
    ~seen_table.c.practice, seen_table.c.good
)
_NOTICES = (
    sa.select(
        notices_table.c.problem,
        sa.func.count().label("count"),
        sa.func.max(notices_table.c.at, type_=notices_table.c.at.type).label("last"),
    )
    .where(notices_table.c.practice == sa.bindparam("practice"), notices_table.c.at >= sa.bindparam("since"))
    .group_by(notices_table.c.problem)
    .order_by(sa.desc("last"))
)
_CHECKS = sa.select(checks_table.c.item, checks_table.c.state, checks_table.c.at).where(
    checks_table.c.day == sa.bindparam("day"), checks_table.c.desk == sa.bindparam("desk")
)


class NoticeRow(msgspec.Struct, frozen=True):
    """Something worth telling staff (● in a name, an expiry coming): its topic and when it was noticed."""

    problem: str
    at: datetime
    practice: bool = False


class NoticeCount(msgspec.Struct, frozen=True):
    """How often a notice came, and when last."""

    problem: str
    count: int
    last: datetime


class SeenFile(msgspec.Struct, frozen=True):
    """A file that was understood: `fingerprint` is a hash of it, `good` whether it was a good result."""

    fingerprint: str
    folder: str
    at: datetime
    good: bool = False
    practice: bool = False


class Check(msgspec.Struct, frozen=True):
    """The last answer to one item of a morning check."""

    item: str
    state: str
    at: datetime


class Thumbs(msgspec.Struct, frozen=True):
    """How an answer was liked."""

    problem: str
    up: int
    down: int


def mark_seen(connection: sa.Connection, files: Sequence[SeenFile]) -> int:
    """Remember files as seen; the number of those that were new."""
    marks = (insert(seen_table).values(msgspec.structs.asdict(file)).on_conflict_do_nothing() for file in files)
    return sum(connection.execute(mark).rowcount for mark in marks)


def is_seen(connection: sa.Connection, fingerprint: str) -> bool:
    """Whether a file was understood before."""
    found = sa.select(seen_table.c.fingerprint).where(seen_table.c.fingerprint == fingerprint)
    return connection.execute(found).first() is not None


def last_good(connection: sa.Connection) -> datetime | None:
    """When the last good result was seen, practice apart."""
    return connection.execute(_LAST_GOOD).scalar()


def remember(connection: sa.Connection, key: str, response: bytes, at: datetime) -> None:
    """Keep an answer under its request's key, and let go of those older than a day."""
    connection.execute(sa.delete(responses_table).where(responses_table.c.at < at - KEPT))
    kept = {"key": _hashed(key), "at": at, "body": response}
    connection.execute(insert(responses_table).values(kept).on_conflict_do_nothing())


def remembered(connection: sa.Connection, key: str) -> bytes | None:
    """The answer given to a request with this key, or None."""
    return connection.execute(sa.select(responses_table.c.body).where(responses_table.c.key == _hashed(key))).scalar()


def _hashed(key: str) -> str:
    # A key is whatever a client sends: hashed, nothing personal in it can reach the disk.
    return hashlib.sha256(key.encode()).hexdigest()


def add_notices(connection: sa.Connection, rows: Sequence[NoticeRow]) -> None:
    """Count notices."""
    if rows:
        connection.execute(sa.insert(notices_table), [msgspec.structs.asdict(row) for row in rows])


def notices_since(connection: sa.Connection, since: datetime, *, practice: bool) -> list[NoticeCount]:
    """How often each notice came since a moment, the latest first."""
    found = connection.execute(_NOTICES, {"practice": practice, "since": since})
    return [NoticeCount(problem, count, at) for problem, count, at in found]


def save_check(connection: sa.Connection, day: date, desk: str, check: Check) -> None:
    """Keep the answer to one item of the morning check; a later answer replaces an earlier one of the same day."""
    row = {"day": day.isoformat(), "desk": desk, **msgspec.structs.asdict(check)}
    connection.execute(insert(checks_table).values(row).on_conflict_do_update(index_elements=["day", "desk", "item"], set_=row))


def checks(connection: sa.Connection, day: date, desk: str) -> dict[str, Check]:
    """The answers of one morning at one desk, by item."""
    found = connection.execute(_CHECKS, {"day": day.isoformat(), "desk": desk})
    return {item: Check(item, state, at) for item, state, at in found}


def add_feedback(connection: sa.Connection, problem: str, incident: str | None, at: datetime, *, up: bool) -> None:
    """Keep a thumb up or down."""
    connection.execute(sa.insert(feedback_table).values(problem=problem, incident=incident, up=up, at=at))


def thumbs(connection: sa.Connection) -> list[Thumbs]:
    """How often each problem's answer was liked or not."""
    up = sa.func.sum(sa.cast(feedback_table.c.up, sa.Integer)).label("up")
    found = connection.execute(
        sa.select(feedback_table.c.problem, up, sa.func.count().label("all"))
        .group_by(feedback_table.c.problem)
        .order_by("problem")
    )
    return [Thumbs(problem, ups, total - ups) for problem, ups, total in found]
