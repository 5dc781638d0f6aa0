"""Bring a base's tables up to date. Cheap when they are: one query, and Alembic is not even imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from secondsource.factbase.sessions import writing_alone

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0012"  # the newest migration; a test holds it to the files
FOLDER = Path(__file__).parent / "migrations"


class NewerBaseError(Exception):
    """The base was migrated by a newer version of the program."""


def current_revision(connection: Connection) -> str | None:
    """The migration a base is at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if revision is None else str(revision)


def migrate(engine: Engine) -> bool:
    """Run the migrations that a base lacks, all or none; says if there were any. Raises NewerBaseError."""
    with engine.connect() as connection:
        revision = current_revision(connection)
    if revision == HEAD:
        return False
    if revision is not None and revision > HEAD:
        raise NewerBaseError(revision)
    with writing_alone(engine) as connection:
        upgrade(connection)
    return True


def upgrade(connection: Connection) -> None:
    """Bring one connection's base to HEAD, in its transaction."""
    from alembic import command

    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def alembic_config() -> Config:
    """Alembic's settings: where the migrations are."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config
