"""A name for all that readers can be told, another one with whatever changes that: so answers can be kept."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

CHANGES = {
    "story_derived": "INSERT ON derivation",
    "story_forgotten": "DELETE ON derivation",
    "story_renamed": "UPDATE OF title ON story",
    "decision_taken": "INSERT ON decision",
}
ANY_NAME = {"sqlite": "lower(hex(randomblob(10)))", "postgresql": "substr(md5(random()::text), 1, 20)"}


def upgrade() -> None:
    """Add the table with its one row, and the triggers that name it anew."""
    op.create_table(
        "revision",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_revision")),
    )
    dialect = op.get_bind().dialect.name
    op.execute(f"INSERT INTO revision (name) VALUES ({ANY_NAME[dialect]})")  # noqa: S608 - ours
    does = f"BEGIN UPDATE revision SET name = {ANY_NAME[dialect]}; END"  # noqa: S608 - ours
    if dialect == "postgresql":
        returns = does.replace("END", "RETURN NULL; END")
        op.execute(f"CREATE FUNCTION secondsource_revise() RETURNS trigger LANGUAGE plpgsql AS $$ {returns} $$")
        does = "FOR EACH STATEMENT EXECUTE FUNCTION secondsource_revise()"
    for name, change in CHANGES.items():
        op.execute(f"CREATE TRIGGER {name} AFTER {change} {does}")


def downgrade() -> None:
    """Take it away."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, change in CHANGES.items():
        op.execute(f"DROP TRIGGER {name}" + (f" ON {change.split()[-1]}" if postgresql else ""))
    if postgresql:
        op.execute("DROP FUNCTION secondsource_revise()")
    op.drop_table("revision")
