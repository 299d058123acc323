"""Outages, the sealed ledger and its keys, wrong passphrases, and the audit log."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.String(27)

_REFUSALS = """
CREATE TRIGGER audit_is_never_{done} BEFORE {verb} ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never {done}'); END
"""


def upgrade() -> None:
    """Create the tables; the audit log accepts additions only."""
    _outages()
    _ledger()
    _audit()
    for verb, done in (("UPDATE", "changed"), ("DELETE", "removed")):
        op.execute(_REFUSALS.format(verb=verb, done=done))


def _outages() -> None:
    op.create_table(
        "outages",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("desk", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("incident", sa.String),
        sa.Column("how_sure", sa.String, nullable=False),
        sa.Column("opened_at", _MOMENT, nullable=False),
        sa.Column("closed_at", _MOMENT),
        sa.Column("how", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_outages"),
    )
    op.create_index("ix_outages_closed_at", "outages", ["closed_at"])


def _ledger() -> None:
    op.create_table(
        "ledger_keys",
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("wrapped", sa.LargeBinary),
        sa.Column("chained", sa.LargeBinary),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("destroyed_at", _MOMENT),
        sa.PrimaryKeyConstraint("version", name="pk_ledger_keys"),
    )
    op.create_table(
        "ledger",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("outage", sa.String, nullable=False),
        sa.Column("key_version", sa.Integer, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("slip", sa.String),
        sa.Column("key", sa.String(64)),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reconcile_by", sa.String(10), nullable=False),
        sa.Column("reconciled_at", _MOMENT),
        sa.Column("reconciled_by", sa.String),
        sa.Column("delete_after", _MOMENT),
        sa.Column("hold", sa.Boolean, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_ledger"),
        sa.ForeignKeyConstraint(["outage"], ["outages.id"], name="fk_ledger_outage_outages"),
        sa.ForeignKeyConstraint(["key_version"], ["ledger_keys.version"], name="fk_ledger_key_version_ledger_keys"),
        sa.UniqueConstraint("id", name="uq_ledger_id"),
        sa.UniqueConstraint("key", name="uq_ledger_key"),
        sa.UniqueConstraint("outage", "slip", name="uq_ledger_outage_slip"),
    )
    op.create_index("ix_ledger_outage_number", "ledger", ["outage", "number"])
    op.create_index("ix_ledger_state_number", "ledger", ["state", "number"])
    op.create_index("ix_ledger_delete_after", "ledger", ["delete_after"])


def _audit() -> None:
    op.create_table(
        "ledger_attempts",
        sa.Column("door", sa.String, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("failed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("door", name="pk_ledger_attempts"),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("device", sa.String, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("record", sa.String, nullable=False),
        sa.Column("mac", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    op.create_index("ix_audit_what_number", "audit", ["what", "number"])
    op.create_index("ix_audit_record_number", "audit", ["record", "number"])
