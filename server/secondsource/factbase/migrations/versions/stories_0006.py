"""Stories that are found: what articles are known again by, and whether a person named an article's story."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the tables, which `rebuild` fills. Whatever was in the base so far stays where it is."""
    op.add_column("article", sa.Column("named", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_table(
        "sketch",
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.Column("read_from", sa.String(length=20), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.Column("because", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_sketch_article_id")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_sketch")),
    )
    op.create_table(
        "clue",
        sa.Column("term", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_clue_article_id")),
        sa.PrimaryKeyConstraint("term", "day", "article_id", name=op.f("pk_clue")),
    )
    op.create_index("ix_clue_article_id", "clue", ["article_id"], unique=False)


def downgrade() -> None:
    """Take it all away: every article stays in the story that it stands in."""
    op.drop_index("ix_clue_article_id", "clue")
    op.drop_table("clue")
    op.drop_table("sketch")
    op.drop_column("article", "named")
