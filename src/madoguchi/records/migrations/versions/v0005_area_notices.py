"""What staff pasted from the portal's notices, as it was understood; the text itself is not kept."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = sa.String(27)


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "area_notices",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("pasted_at", _MOMENT, nullable=False),
        sa.Column("services", sa.String, nullable=False),
        sa.Column("over", sa.Boolean),
        sa.Column("planned", sa.Boolean, nullable=False),
        sa.Column("since", _MOMENT),
        sa.Column("until", _MOMENT),
        sa.Column("sure", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_area_notices"),
    )
