"""Texts that come, and come back: an earlier one, as an import brings it, changes what readers are told, since it tells
pages apart; one that is current again arrives anew, for whatever follows the base.
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
AGAIN = "DELETE FROM arrival WHERE version_id = NEW.id; INSERT INTO arrival (version_id) VALUES (NEW.id);"
RETURNED = (
    "CREATE TRIGGER text_returned AFTER UPDATE OF current ON version"
    " FOR EACH ROW WHEN (NEW.current AND NOT OLD.current)"
)


def upgrade() -> None:
    """Add the triggers."""
    dialect = op.get_bind().dialect.name
    op.execute(ARRIVED[dialect])
    does = f"BEGIN {AGAIN} END"
    if dialect == "postgresql":
        op.execute(
            "CREATE FUNCTION secondsource_note_return() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {AGAIN} RETURN NULL; END $$"
        )
        does = "EXECUTE FUNCTION secondsource_note_return()"
    op.execute(f"{RETURNED} {does}")


def downgrade() -> None:
    """Take them away."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for trigger in ("text_arrived", "text_returned"):
        op.execute(f"DROP TRIGGER {trigger}" + (" ON version" if postgresql else ""))
    if postgresql:
        op.execute("DROP FUNCTION secondsource_note_return()")
