"""What the moderators' desk needs: what a decision sets, sessions beside tokens, answers that can be given again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables. What is derived is brought up to date by the next decision, ingest or rebuild."""
    op.add_column("decision", sa.Column("change", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("token", sa.Column("purpose", sa.String(length=40), nullable=False, server_default="token"))
    op.add_column("token", sa.Column("label", sa.String(length=200), nullable=False, server_default=""))
    op.add_column("token", sa.Column("last_used_on", sa.Date(), nullable=True))
    op.add_column("claim", sa.Column("corrects", sa.String(length=20), nullable=True))
    op.add_column("relation", sa.Column("sure", sa.Float(), nullable=False, server_default="1"))
    op.add_column("ruling", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("ruling", sa.Column("change", sa.JSON(), nullable=False, server_default="{}"))
    op.execute("UPDATE ruling SET number = (SELECT number FROM decision WHERE decision.id = ruling.decision_id)")

    op.add_column("article", sa.Column("given_story_id", sa.String(length=20), nullable=True))
    op.create_index(op.f("ix_article_given_story_id"), "article", ["given_story_id"], unique=False)

    op.create_index(op.f("ix_version_seen_at"), "version", ["seen_at"], unique=False)
    op.create_index(op.f("ix_story_created_at"), "story", ["created_at"], unique=False)
    op.create_table(
        "carrier",
        sa.Column("content", sa.String(length=20), nullable=False),
        sa.Column("story_id", sa.String(length=20), nullable=False),
        sa.Column("carrier", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_carrier_story_id")),
        sa.PrimaryKeyConstraint("content", "story_id", name=op.f("pk_carrier")),
    )
    op.create_index(op.f("ix_carrier_story_id"), "carrier", ["story_id"], unique=False)
    op.create_index(op.f("ix_carrier_carrier"), "carrier", ["carrier"], unique=False)
    op.execute(
        "INSERT INTO carrier (content, story_id, carrier)"
        " SELECT DISTINCT claim.content, article.story_id, claim.content FROM claim"
        " JOIN article ON article.id = claim.article_id"
        " JOIN decision_content ON decision_content.content = claim.content"
    )
    op.create_table(
        "answered",
        sa.Column("moderator_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["moderator_id"], ["moderator.id"], name=op.f("fk_answered_moderator_id")),
        sa.PrimaryKeyConstraint("moderator_id", "key", name=op.f("pk_answered")),
    )
    op.create_index(op.f("ix_answered_answered_at"), "answered", ["answered_at"], unique=False)


def downgrade() -> None:
    """Take them back. Decisions of kinds that the older program does not know must not be there."""
    op.drop_table("answered")
    op.drop_table("carrier")
    op.drop_index(op.f("ix_article_given_story_id"), "article")
    op.drop_index(op.f("ix_version_seen_at"), "version")
    op.drop_index(op.f("ix_story_created_at"), "story")
    for table, column in (
        ("article", "given_story_id"),
        ("ruling", "change"),
        ("ruling", "number"),
        ("relation", "sure"),
        ("claim", "corrects"),
        ("token", "last_used_on"),
        ("token", "label"),
        ("token", "purpose"),
        ("decision", "change"),
    ):
        op.drop_column(table, column)
