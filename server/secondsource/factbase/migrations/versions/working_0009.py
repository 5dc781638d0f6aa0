"""What became of long jobs, counted; whose turn it is to ask a host; by what a story was derived."""

from collections import defaultdict

import sqlalchemy as sa
from alembic import context, op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables. By what stories were derived so far is not known: `check` asks for a rebuild."""
    op.add_column("job", sa.Column("counts", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("job", sa.Column("vain", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_job_outcome_position", "job_outcome", ["job_id", "position"], unique=False)
    op.create_table(
        "derivation",
        sa.Column("story_id", sa.String(length=20), nullable=False),
        sa.Column("program", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_derivation_story_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story_id", name=op.f("pk_derivation")),
    )
    op.create_table(
        "host_turn",
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("free_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_host_turn")),
    )
    if not context.is_offline_mode():
        _count()


def downgrade() -> None:
    """Take them away."""
    op.drop_table("host_turn")
    op.drop_table("derivation")
    op.drop_index("ix_job_outcome_position", "job_outcome")
    op.drop_column("job", "vain")
    op.drop_column("job", "counts")


def _count() -> None:
    """Count what became of the jobs that are there."""
    outcome = sa.table("job_outcome", sa.column("job_id"), sa.column("result"))
    job = sa.table("job", sa.column("id"), sa.column("counts", sa.JSON()))
    query = sa.select(outcome.c.job_id, outcome.c.result, sa.func.count()).group_by(outcome.c.job_id, outcome.c.result)
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for job_id, result, number in op.get_bind().execute(query):
        counts[job_id][result] = number
    for job_id, counted in counts.items():
        op.execute(sa.update(job).where(job.c.id == job_id).values(counts=counted))
