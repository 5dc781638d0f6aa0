"""Texts that come, and come back: an earlier one, as an import brings it, changes what readers are told, since it tells
pages apart; one that is current again arrives anew, under one more number, for whatever follows the base.
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# Once a transaction on PostgreSQL, as migration 0011 does it for the other tables.
ARRIVED = {
    "sqlite": "CREATE TRIGGER text_arrived AFTER INSERT ON version"
    " BEGIN UPDATE revision SET name = lower(hex(randomblob(10))); END",
    "postgresql": "CREATE CONSTRAINT TRIGGER text_arrived AFTER INSERT ON version"
    " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION secondsource_revise()",
}
NOTE = "INSERT INTO arrival (version_id) VALUES (NEW.id);"
NOTED = f"CREATE TRIGGER version_arrival AFTER INSERT ON version BEGIN {NOTE} END"  # migration 0005's, on SQLite
RETURNED = (
    "CREATE TRIGGER text_returned AFTER UPDATE OF current ON version"
    " FOR EACH ROW WHEN (NEW.current AND NOT OLD.current)"
)
NEWEST = "(SELECT max(number) FROM arrival AS other WHERE other.version_id = arrival.version_id)"
NO_NUMBER_TWICE = {"sqlite_autoincrement": True}  # which Alembic does not read from the table


def upgrade() -> None:
    """Let a version arrive several times, and add the triggers."""
    dialect = op.get_bind().dialect.name
    _without_note(dialect)
    with op.batch_alter_table("arrival", table_kwargs=NO_NUMBER_TWICE) as arrival:
        arrival.drop_constraint("uq_arrival_version_id", type_="unique")
        arrival.create_index("ix_arrival_version_id", ["version_id"])
    _with_note(dialect)
    op.execute(ARRIVED[dialect])
    does = f"BEGIN {NOTE} END"
    if dialect == "postgresql":
        does = "EXECUTE FUNCTION secondsource_note_arrival()"
    op.execute(f"{RETURNED} {does}")


def downgrade() -> None:
    """Take them away; of each version's arrivals the newest stays."""
    dialect = op.get_bind().dialect.name
    for trigger in ("text_arrived", "text_returned"):
        op.execute(f"DROP TRIGGER {trigger}" + (" ON version" if dialect == "postgresql" else ""))
    op.execute(f"DELETE FROM arrival WHERE number < {NEWEST}")  # noqa: S608 - ours
    _without_note(dialect)
    with op.batch_alter_table("arrival", table_kwargs=NO_NUMBER_TWICE) as arrival:
        arrival.drop_index("ix_arrival_version_id")
        arrival.create_unique_constraint("uq_arrival_version_id", ["version_id"])
    _with_note(dialect)


def _without_note(dialect: str) -> None:
    """SQLite makes a table anew to change it, and renames none that a trigger writes to."""
    if dialect == "sqlite":
        op.execute("DROP TRIGGER version_arrival")


def _with_note(dialect: str) -> None:
    if dialect == "sqlite":
        op.execute(NOTED)
