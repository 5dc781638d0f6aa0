"""What the rows derived of a story come to, by which it is known whether they are still the same."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty: the next `rebuild`, or whatever derives a story, fills it."""
    op.add_column("derivation", sa.Column("state", sa.String(length=20), nullable=True))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("derivation", "state")
