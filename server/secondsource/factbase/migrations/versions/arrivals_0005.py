"""In which order versions came, so that whatever follows the base can ask for those after the last it saw."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NOTE = "INSERT INTO arrival (version_id) VALUES (NEW.id);"


def upgrade() -> None:
    """Add the table with the versions that are there, and the trigger that notes each new one."""
    op.create_table(
        "arrival",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("version_id", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_arrival_version_id_version")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_arrival")),
        sa.UniqueConstraint("version_id", name=op.f("uq_arrival_version_id")),
        sqlite_autoincrement=True,  # no number twice, whatever was deleted
    )
    op.execute("INSERT INTO arrival (version_id) SELECT id FROM version ORDER BY seen_at, id")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION secondsource_note_arrival() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {NOTE} RETURN NULL; END $$"
        )
        op.execute(
            "CREATE TRIGGER version_arrival AFTER INSERT ON version FOR EACH ROW "
            "EXECUTE FUNCTION secondsource_note_arrival()"
        )
    else:
        op.execute(f"CREATE TRIGGER version_arrival AFTER INSERT ON version BEGIN {NOTE} END")


def downgrade() -> None:
    """Take it away: what follows the base begins anew when it is there again."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    op.execute("DROP TRIGGER version_arrival" + (" ON version" if postgresql else ""))
    if postgresql:
        op.execute("DROP FUNCTION secondsource_note_arrival()")
    op.drop_table("arrival")
