"""The first tables: incidents and their events, files seen, answers given, notices, morning checks, thumbs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.String(27)

_REFUSALS = """
CREATE TRIGGER events_are_never_{done} BEFORE {verb} ON events
BEGIN SELECT RAISE(ABORT, 'events are never {done}'); END
"""


def upgrade() -> None:
    """Create every table; events accept additions only."""
    _incidents()
    _around_incidents()
    for verb, done in (("UPDATE", "changed"), ("DELETE", "removed")):
        op.execute(_REFUSALS.format(verb=verb, done=done))


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
        sa.Column("desk", sa.String),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("practice", sa.Boolean, nullable=False),
        sa.Column("opened_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("closed_at", _MOMENT),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("how", sa.String),
        sa.Column("cause", sa.String),
        sa.Column("way", sa.String),
        sa.Column("fixed_by", sa.String),
        sa.Column("reminding", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
    )
    for column in ("opened_at", "closed_at", "reminding"):
        op.create_index(f"ix_incidents_practice_{column}", "incidents", ["practice", column])
    for column in ("problem", "desk", "status", "how"):
        op.create_index(f"ix_incidents_practice_{column}_opened_at", "incidents", ["practice", column, "opened_at"])
    op.create_index("ix_incidents_counted", "incidents", ["practice", "day", "problem", "desk", "status", "how"])
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("incident", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_events_incident_incidents"),
        sa.UniqueConstraint("incident", "number", name="uq_events_incident_number"),
    )


def _around_incidents() -> None:
    op.create_table(
        "seen",
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("folder", sa.String, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("good", sa.Boolean, nullable=False),
        sa.Column("practice", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_seen"),
    )
    op.create_index("ix_seen_practice_good_at", "seen", ["practice", "good", "at"])
    op.create_table(
        "responses",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_responses"),
    )
    op.create_index("ix_responses_at", "responses", ["at"])
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("practice", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
    )
    op.create_index("ix_notices_practice_at_problem", "notices", ["practice", "at", "problem"])
    op.create_table(
        "checks",
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("desk", sa.String, nullable=False),
        sa.Column("item", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("day", "desk", "item", name="pk_checks"),
    )
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
        sa.Column("incident", sa.String),
        sa.Column("up", sa.Boolean, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
    op.create_index("ix_feedback_problem", "feedback", ["problem"])
