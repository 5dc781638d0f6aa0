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
# Of PostgreSQL one a transaction, at its end: until then nobody waits for the row, however many stories it derives.
ANY_NAME = {
    "sqlite": "lower(hex(randomblob(10)))",
    "postgresql": "substr(md5(txid_current()::text || now()::text), 1, 20)",
}


def upgrade() -> None:
    """Add the table with its one row, and the triggers that name it anew."""
    op.create_table(
        "revision",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_revision")),
    )
    dialect = op.get_bind().dialect.name
    name = ANY_NAME[dialect]
    op.execute(f"INSERT INTO revision (name) VALUES ({name})")  # noqa: S608 - ours
    update = f"UPDATE revision SET name = {name}"  # noqa: S608 - ours
    does, kind = f"BEGIN {update}; END", "TRIGGER"
    if dialect == "postgresql":
        body = f"$$ BEGIN {update} WHERE name <> {name}; RETURN NULL; END $$"
        op.execute(f"CREATE FUNCTION secondsource_revise() RETURNS trigger LANGUAGE plpgsql AS {body}")
        does = "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION secondsource_revise()"
        kind = "CONSTRAINT TRIGGER"
    for trigger, change in CHANGES.items():
        op.execute(f"CREATE {kind} {trigger} AFTER {change} {does}")


def downgrade() -> None:
    """Take it away."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for trigger, change in CHANGES.items():
        op.execute(f"DROP TRIGGER {trigger}" + (f" ON {change.split()[-1]}" if postgresql else ""))
    if postgresql:
        op.execute("DROP FUNCTION secondsource_revise()")
    op.drop_table("revision")
