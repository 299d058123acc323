"""What an entry of the ledger was asked with, as a mark that only tells the same request from another one."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was written before has no mark."""
    op.add_column("ledger", sa.Column("asked", sa.String(56)))
