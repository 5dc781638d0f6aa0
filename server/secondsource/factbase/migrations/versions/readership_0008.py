"""How often readers ask for notes on a story's pages, a number a day."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "readership",
        sa.Column("story_id", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("story_id", "day", name=op.f("pk_readership")),
    )
    op.create_index(op.f("ix_readership_day"), "readership", ["day"], unique=False)


def downgrade() -> None:
    """Take it away: counting begins anew."""
    op.drop_index(op.f("ix_readership_day"), "readership")
    op.drop_table("readership")
