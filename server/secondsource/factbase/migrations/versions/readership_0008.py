"""How often readers ask for notes on a story's pages, a number a day; and an index to find what is unsure by."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table and the index."""
    op.create_table(
        "readership",
        sa.Column("story_id", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("story_id", "day", name=op.f("pk_readership")),
    )
    op.create_index(op.f("ix_readership_day"), "readership", ["day"], unique=False)
    op.create_index(op.f("ix_relation_sure"), "relation", ["sure"], unique=False)


def downgrade() -> None:
    """Take them away: counting begins anew."""
    op.drop_index(op.f("ix_relation_sure"), "relation")
    op.drop_index(op.f("ix_readership_day"), "readership")
    op.drop_table("readership")
