"""What readers report to the moderators."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "report",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("note", sa.String(length=20), nullable=False),
        sa.Column("fact_id", sa.String(length=20), nullable=False),
        sa.Column("fact_label", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_report")),
        sa.UniqueConstraint("id", name=op.f("uq_report_id")),
    )
    op.create_index(op.f("ix_report_note"), "report", ["note"], unique=False)
    op.create_index(op.f("ix_report_reported_at"), "report", ["reported_at"], unique=False)


def downgrade() -> None:
    """Drop it."""
    op.drop_table("report")
