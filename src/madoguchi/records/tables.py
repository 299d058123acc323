"""The tables of one desk: events that are only ever added, and what is derived from them for lists and figures."""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UnaryExpression,
    UniqueConstraint,
)
from sqlalchemy.sql.operators import custom_op


class Moment(TypeDecorator[datetime]):
    """A moment as UTC text of fixed width, so that text order is time order; a time without a zone is refused."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """`2026-11-24T00:02:00.000000Z` for nine o'clock in Japan and two minutes."""
        del dialect
        return None if value is None else stored(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """The same moment, in UTC."""
        del dialect
        return None if value is None else datetime.fromisoformat(value)


def stored(moment: datetime) -> str:
    """A moment as its column holds it.

    Raises:
        ValueError: it has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def unindexed(column: Column[str]) -> ColumnElement[str]:
    """The column with SQLite's sign for "choose no index by this": https://www.sqlite.org/optoverview.html §2."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("problem", String, nullable=False),
    Column("desk", String),
    Column("source", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("practice", Boolean(create_constraint=False), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("day", String(10), nullable=False),
    Column("status", String, nullable=False),
    Column("how", String),
    Column("cause", String),
    Column("way", String),
    Column("fixed_by", String),
    Column("reminding", Boolean(create_constraint=False), nullable=False),
)
"""The present state of each incident, rewritten from its events in the transaction that adds them. `day` is Japan's date;
`fixed_by` the step that staff said mended it; `reminding` whether something must still be put back."""

Index(None, incidents.c.practice, incidents.c.opened_at)
Index(None, incidents.c.practice, incidents.c.problem, incidents.c.opened_at)
Index(None, incidents.c.practice, incidents.c.desk, incidents.c.opened_at)
Index(None, incidents.c.practice, incidents.c.status, incidents.c.opened_at)
Index(None, incidents.c.practice, incidents.c.how, incidents.c.opened_at)
Index(None, incidents.c.practice, incidents.c.closed_at)
# Holds every column the charts count by: they read the index alone, which keeps them quick over years.
Index(
    "ix_incidents_counted",
    *(incidents.c[name] for name in ("practice", "day", "problem", "desk", "status", "how")),
)
Index(None, incidents.c.practice, incidents.c.reminding)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("incident", ForeignKey(incidents.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("type", String, nullable=False),
    Column("body", String, nullable=False),
    UniqueConstraint("incident", "number"),
)
"""What happened, in order. Triggers of the first migration refuse every change and every removal."""

seen = Table(
    "seen",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column("folder", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("good", Boolean(create_constraint=False), nullable=False),
    Column("practice", Boolean(create_constraint=False), nullable=False),
)
"""Files of the terminal that were understood once. The fingerprint is a hash: neither name nor content is kept."""

Index(None, seen.c.practice, seen.c.good, seen.c.at)

responses = Table(
    "responses",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Answers already given, by the hash of the request's idempotency key; kept for a day."""

Index(None, responses.c.at)

notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("problem", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("practice", Boolean(create_constraint=False), nullable=False),
)
"""Things worth telling staff that need no closing."""

Index(None, notices.c.practice, notices.c.at, notices.c.problem)

area_notices = Table(
    "area_notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pasted_at", Moment, nullable=False),
    Column("services", String, nullable=False),
    Column("over", Boolean(create_constraint=False)),
    Column("planned", Boolean(create_constraint=False), nullable=False),
    Column("since", Moment),
    Column("until", Moment),
    Column("sure", Float, nullable=False),
)
"""Notices of the portal as they were understood, in the order in which staff pasted them; `services` with commas between."""

checks = Table(
    "checks",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("desk", String, primary_key=True),
    Column("item", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("at", Moment, nullable=False),
)
"""The morning check: the last answer to each item of a day at a desk."""

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("problem", String, nullable=False),
    Column("incident", String),
    Column("up", Boolean(create_constraint=False), nullable=False),
    Column("at", Moment, nullable=False),
)
"""A thumb up or down for an answer."""

Index(None, feedback.c.problem)

outages = Table(
    "outages",
    metadata,
    Column("id", String, primary_key=True),
    Column("desk", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("incident", String),
    Column("how_sure", String, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("how", String),
)
"""Times in which eligibility cannot be seen. At most one is open; `reason` is a code or a topic."""

Index(None, outages.c.closed_at)

ledger_keys = Table(
    "ledger_keys",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("wrapped", LargeBinary),
    Column("chained", LargeBinary),
    Column("made_at", Moment, nullable=False),
    Column("destroyed_at", Moment),
)
"""The ledger's keys. The newest private key is `wrapped` by the passphrase, each older one `chained`: sealed to the next."""

ledger = Table(
    "ledger",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("outage", ForeignKey(outages.c.id), nullable=False),
    Column("key_version", ForeignKey(ledger_keys.c.version), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),
    Column("slip", String),
    Column("key", String(64), unique=True),
    Column("state", String, nullable=False),
    Column("reconcile_by", String(10), nullable=False),
    Column("reconciled_at", Moment),
    Column("reconciled_by", String),
    Column("delete_after", Moment),
    Column("hold", Boolean(create_constraint=False), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("asked", String(56)),
    UniqueConstraint("outage", "slip"),
)
"""Patients seen during an outage. `sealed` holds the items; no other column says who somebody is. `key` is the hash of the
request's key, `asked` a mark of what it asked (requests.py)."""

Index(None, ledger.c.outage, ledger.c.number)
Index(None, ledger.c.state, ledger.c.number)
Index(None, ledger.c.delete_after)

ledger_attempts = Table(
    "ledger_attempts",
    metadata,
    Column("door", String, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("failed_at", Moment, nullable=False),
)
"""Wrong passphrases in a row, by what they should have opened."""

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("who", String, nullable=False),
    Column("device", String, nullable=False),
    Column("what", String, nullable=False),
    Column("record", String, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)
"""Who looked at what. Triggers refuse every change and removal; `mac` chains each row to the one before it."""

Index(None, audit.c.what, audit.c.number)
Index(None, audit.c.record, audit.c.number)
