"""The first tables, and the triggers by which the database itself keeps what must never change."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "moderator",
    "outlet",
    "story",
    "article",
    "decision",
    "fact",
    "token",
    "decision_content",
    "origin",
    "ruling",
    "term",
    "version",
    "claim",
    "passage",
    "relation",
)
# Table, what is refused, why. Decisions and the texts that they were taken on are the record of the project.
KEPT = (
    ("decision", "UPDATE", "a decision is never edited: take another one, or undo it"),
    ("decision", "DELETE", "a decision is never deleted: undo it"),
    ("decision_content", "UPDATE", "a decision is never edited: take another one, or undo it"),
    ("decision_content", "DELETE", "a decision is never deleted: undo it"),
    ("version", "UPDATE OF article_id, sha256, text", "a version is never edited: keep a new one"),
)


def upgrade() -> None:
    """Make the tables, then forbid changes of what is append-only."""
    op.create_table(
        "moderator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderator")),
        sa.UniqueConstraint("name", name=op.f("uq_moderator_name")),
    )
    op.create_table(
        "outlet",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("domains", sa.JSON(), nullable=False),
        sa.Column("family", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("name", name=op.f("uq_outlet_name")),
    )
    op.create_table(
        "story",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    op.create_table(
        "article",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("story_id", sa.String(length=20), nullable=False),
        sa.Column("outlet_id", sa.String(length=20), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("url_key", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("declared_origin", sa.String(length=200), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_offset", sa.Integer(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name=op.f("fk_article_outlet_id")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_article_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    op.create_index(op.f("ix_article_outlet_id"), "article", ["outlet_id"], unique=False)
    op.create_index(op.f("ix_article_story_id"), "article", ["story_id"], unique=False)
    op.create_index(op.f("ix_article_url_key"), "article", ["url_key"], unique=False)

    op.create_table(
        "decision",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("target", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("moderator_id", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["moderator_id"], ["moderator.id"], name=op.f("fk_decision_moderator_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decision")),
        sa.UniqueConstraint("id", name=op.f("uq_decision_id")),
    )
    op.create_index(op.f("ix_decision_target"), "decision", ["target"], unique=False)

    op.create_table(
        "fact",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("story_id", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_fact_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
    )
    op.create_index(op.f("ix_fact_story_id"), "fact", ["story_id"], unique=False)

    op.create_table(
        "token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("moderator_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["moderator_id"], ["moderator.id"], name=op.f("fk_token_moderator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
        sa.UniqueConstraint("sha256", name=op.f("uq_token_sha256")),
    )
    op.create_index(op.f("ix_token_moderator_id"), "token", ["moderator_id"], unique=False)

    op.create_table(
        "decision_content",
        sa.Column("decision_id", sa.String(length=32), nullable=False),
        sa.Column("content", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_decision_content_decision_id")),
        sa.PrimaryKeyConstraint("decision_id", "content", name=op.f("pk_decision_content")),
    )
    op.create_index(op.f("ix_decision_content_content"), "decision_content", ["content"], unique=False)

    op.create_table(
        "origin",
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_origin_article_id")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_origin")),
    )
    op.create_table(
        "ruling",
        sa.Column("key", sa.String(length=20), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("decision_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_ruling_decision_id")),
        sa.PrimaryKeyConstraint("key", "about", name=op.f("pk_ruling")),
    )
    op.create_index(op.f("ix_ruling_decision_id"), "ruling", ["decision_id"], unique=False)

    op.create_table(
        "term",
        sa.Column("term", sa.String(length=200), nullable=False),
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_term_article_id")),
        sa.PrimaryKeyConstraint("term", "article_id", name=op.f("pk_term")),
    )
    op.create_index("ix_term_article_id", "term", ["article_id"], unique=False)

    op.create_table(
        "version",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_version_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_version")),
        sa.UniqueConstraint("article_id", "sha256", name=op.f("uq_version_article_id_sha256")),
    )
    op.create_index(op.f("ix_version_sha256"), "version", ["sha256"], unique=False)
    op.create_index(
        "uq_version_current",
        "version",
        ["article_id"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )

    op.create_table(
        "claim",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.Column("version_id", sa.String(length=20), nullable=False),
        sa.Column("fact_id", sa.String(length=20), nullable=True),
        sa.Column("content", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("property", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("passage", sa.Text(), nullable=False),
        sa.Column("passage_start", sa.Integer(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_claim_article_id")),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_claim_fact_id")),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_claim_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    op.create_index(op.f("ix_claim_article_id"), "claim", ["article_id"], unique=False)
    op.create_index(op.f("ix_claim_content"), "claim", ["content"], unique=False)
    op.create_index(op.f("ix_claim_fact_id"), "claim", ["fact_id"], unique=False)
    op.create_index(op.f("ix_claim_version_id"), "claim", ["version_id"], unique=False)

    op.create_table(
        "passage",
        sa.Column("version_id", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("furniture", sa.Boolean(), nullable=False),
        sa.Column("content", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_passage_version_id")),
        sa.PrimaryKeyConstraint("version_id", "number", name=op.f("pk_passage")),
    )
    op.create_index(op.f("ix_passage_content"), "passage", ["content"], unique=False)

    op.create_table(
        "relation",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("pair_id", sa.String(length=20), nullable=False),
        sa.Column("story_id", sa.String(length=20), nullable=False),
        sa.Column("a_id", sa.String(length=20), nullable=False),
        sa.Column("b_id", sa.String(length=20), nullable=False),
        sa.Column("stance", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["a_id"], ["claim.id"], name=op.f("fk_relation_a_id")),
        sa.ForeignKeyConstraint(["b_id"], ["claim.id"], name=op.f("fk_relation_b_id")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_relation_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
    )
    op.create_index(op.f("ix_relation_a_id"), "relation", ["a_id"], unique=False)
    op.create_index(op.f("ix_relation_b_id"), "relation", ["b_id"], unique=False)
    op.create_index(op.f("ix_relation_pair_id"), "relation", ["pair_id"], unique=False)
    op.create_index(op.f("ix_relation_stance"), "relation", ["stance"], unique=False)
    op.create_index(op.f("ix_relation_story_id"), "relation", ["story_id"], unique=False)

    if op.get_bind().dialect.name == "postgresql":
        _refuse_postgresql()
    else:
        _refuse_sqlite()


def downgrade() -> None:
    """Drop everything. The triggers go with their tables."""
    for table in reversed(TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION secondsource_refuse()")


def _refuse_sqlite() -> None:
    for table, what, why in KEPT:
        name = f"{table}_no_{what.split()[0].lower()}"
        op.execute(f"CREATE TRIGGER {name} BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, '{why}'); END")


def _refuse_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION secondsource_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$"
    )
    for table, what, why in KEPT:
        name = f"{table}_no_{what.split()[0].lower()}"
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {what} ON {table} FOR EACH ROW EXECUTE FUNCTION secondsource_refuse('{why}')"
        )
