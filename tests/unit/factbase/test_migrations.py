from __future__ import annotations

import io
import sys
from contextlib import redirect_stdout

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import IntegrityError
from tests.postgresql import ONLY_POSTGRESQL, ONLY_SQLITE

from secondsource.factbase.checking import TRIGGERS
from secondsource.factbase.migrate import HEAD, NewerBaseError, alembic_config, current_revision, migrate
from secondsource.factbase.models import Base, Carrier, Decision, Fact, Ruling, Token
from secondsource.factbase.rulings import is_hidden, is_orphaned
from secondsource.factbase.sessions import open_engine, reading, writing


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == HEAD


def test_the_migrations_make_exactly_the_tables_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_migrating_twice_does_nothing_the_second_time(database_url: str) -> None:
    engine = open_engine(database_url)
    assert migrate(engine)
    assert not migrate(engine)
    engine.dispose()


def test_a_base_of_a_newer_version_is_refused(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerBaseError):
        migrate(engine)


def test_a_failed_migration_leaves_nothing_behind(database_url: str) -> None:
    engine = open_engine(database_url)
    with writing(engine) as session:
        session.execute(text("CREATE TABLE relation (id TEXT)"))  # in the way of the last table
    with pytest.raises(Exception, match="already exists"):
        migrate(engine)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["relation"]
        assert current_revision(connection) is None
    engine.dispose()


def _everything(connection: Connection) -> set[tuple[str, str]]:
    """What a base consists of: its tables, their indexes and constraints, its triggers and functions."""
    there = inspect(connection)
    tables = there.get_table_names()
    parts = {("table", name) for name in tables}
    for kind, of in (("index", there.get_indexes), ("unique", there.get_unique_constraints)):
        parts |= {(kind, str(one["name"])) for table in tables for one in of(table)}
    queries = {"trigger": TRIGGERS[connection.dialect.name]}
    if connection.dialect.name == "postgresql":
        queries["function"] = "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    return parts | {(kind, name) for kind, query in queries.items() for name in connection.scalars(text(query))}


def test_each_migration_takes_back_everything_that_it_brings(database_url: str) -> None:
    engine = open_engine(database_url)
    config = alembic_config()
    steps = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]
    with writing(engine) as session:
        connection = config.attributes["connection"] = session.connection()
        at: dict[str, set[tuple[str, str]]] = {}
        for step in steps:
            command.upgrade(config, step)
            at[step] = _everything(connection)
        for step in steps[-2::-1]:
            command.downgrade(config, step)
            assert _everything(connection) == at[step], step
        command.downgrade(config, "base")
        assert _everything(connection) == {("table", "alembic_version")}
        command.upgrade(config, "head")
        assert _everything(connection) == at[HEAD]
    engine.dispose()


def test_of_a_version_that_came_back_the_newest_arrival_stays_and_no_number_is_given_twice(decided: Engine) -> None:
    config = alembic_config()
    numbers = text("SELECT number FROM arrival WHERE version_id = 'v' ORDER BY number")
    with writing(decided) as session:
        session.execute(text("UPDATE version SET current = false"))
        session.execute(text("UPDATE version SET current = true"))
        came, came_back = session.scalars(numbers)
        assert came < came_back
        config.attributes["connection"] = session.connection()
        command.downgrade(config, "0011")
        assert session.scalars(numbers).all() == [came_back]
        command.upgrade(config, "0012")
        assert session.scalars(numbers).all() == [came_back]
        session.execute(text("DELETE FROM arrival"))
        session.execute(text("INSERT INTO version VALUES ('v2', 'a', 'y', 'text 2', '2031-03-04', false)"))
        assert session.scalars(text("SELECT number FROM arrival")).one() > came_back


def test_the_migrations_can_be_written_for_postgresql() -> None:
    config = alembic_config()
    config.attributes["dialect"] = "postgresql"
    out = io.StringIO()
    config.output_buffer = out
    with redirect_stdout(sys.stderr):
        command.upgrade(config, "head", sql=True)
    sql = out.getvalue()
    assert "CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision FOR EACH ROW" in sql
    assert "TIMESTAMP WITH TIME ZONE" in sql


DECISION = """INSERT INTO decision (number, id, action, target, reason, moderator_id, decided_at, snapshot)
    VALUES (1, 'd', 'hide_fact', 'f', 'because', 1, '2031-03-04', '{}')"""


EVERYWHERE = (
    "UPDATE decision SET reason = 'other'",
    "DELETE FROM decision",
    "UPDATE decision_content SET content = 'other'",
    "DELETE FROM decision_content",
    "UPDATE version SET text = 'other'",
)
IN_POSTGRESQL = (
    "INSERT INTO decision SELECT * FROM decision ON CONFLICT (number) DO UPDATE SET reason = 'other'",
    "TRUNCATE decision CASCADE",
    "TRUNCATE decision_content",
    "TRUNCATE version CASCADE",
)


@pytest.fixture
def decided(engine: Engine) -> Engine:
    """A base with a row of each sort that is append-only."""
    with writing(engine) as session:
        session.execute(text("INSERT INTO moderator (id, name, role, created_at) VALUES (1, 'A', 'x', '2031-03-04')"))
        session.execute(text(DECISION))
        session.execute(text("INSERT INTO decision_content VALUES ('d', 'c')"))
        session.execute(text("INSERT INTO story (id, title, created_at) VALUES ('s', 'S', '2031-03-04')"))
        session.execute(text("INSERT INTO outlet (id, name, domains) VALUES ('o', 'O', '[]')"))
        session.execute(
            text(
                "INSERT INTO article (id, story_id, outlet_id, url, url_key, added_at)"
                " VALUES ('a', 's', 'o', 'u', 'k', '2031-03-04')"
            )
        )
        session.execute(text("INSERT INTO version VALUES ('v', 'a', 'x', 'text', '2031-03-04', true)"))
    return engine


@pytest.mark.parametrize("statement", EVERYWHERE)
def test_the_database_itself_refuses_to_change_what_is_append_only(decided: Engine, statement: str) -> None:
    with pytest.raises(IntegrityError, match=r"never"), writing(decided) as session:
        session.execute(text(statement))


@ONLY_SQLITE
def test_sqlite_does_not_replace_what_is_append_only(decided: Engine) -> None:
    with pytest.raises(IntegrityError, match=r"never"), writing(decided) as session:
        session.execute(text("INSERT OR REPLACE INTO decision SELECT * FROM decision"))


@ONLY_POSTGRESQL
@pytest.mark.parametrize("statement", IN_POSTGRESQL)
def test_postgresql_neither_replaces_nor_empties_what_is_append_only(decided: Engine, statement: str) -> None:
    with pytest.raises(IntegrityError, match=r"never"), writing(decided) as session:
        session.execute(text(statement))


DECIDED_BEFORE = """
    INSERT INTO moderator (id, name, role, created_at) VALUES (1, 'Ann', 'moderator', '2031-03-04');
    INSERT INTO token (moderator_id, sha256, created_at) VALUES (1, 'x', '2031-03-04');
    INSERT INTO story (id, title, created_at) VALUES ('s', 'S', '2031-03-04');
    INSERT INTO outlet (id, name, domains) VALUES ('o', 'O', '[]');
    INSERT INTO article (id, story_id, outlet_id, url, url_key, added_at)
        VALUES ('a', 's', 'o', 'u', 'k', '2031-03-04');
    INSERT INTO version VALUES ('v', 'a', 'x', 'text', '2031-03-04', true);
    INSERT INTO fact VALUES ('f', 's', 'ages', 'Age');
    INSERT INTO claim (id, article_id, version_id, fact_id, content, kind, subject, property, value, start, "end",
        exact, passage, passage_start, data)
        VALUES ('c', 'a', 'v', 'f', 'said', 'ages', '', '', '', 0, 4, 'text', 'text', 0, '{}');
    INSERT INTO decision (number, id, action, target, reason, moderator_id, decided_at, snapshot)
        VALUES (1, 'd', 'hide_fact', 'f', 'because', 1, '2031-03-04', '{}');
    INSERT INTO decision_content VALUES ('d', 'said');
    INSERT INTO ruling (key, about, action, decision_id) VALUES ('said', 'fact', 'hide_fact', 'd');
"""


def test_a_base_of_the_first_moderators_keeps_their_decisions_in_force(database_url: str) -> None:
    engine = open_engine(database_url)
    config = alembic_config()
    with writing(engine) as session:
        config.attributes["connection"] = session.connection()
        command.upgrade(config, "0002")
        for statement in DECIDED_BEFORE.split(";"):
            session.execute(text(statement)) if statement.strip() else None
    assert migrate(engine)
    with reading(engine) as session:
        assert session.scalars(select(Fact.id).where(is_hidden())).all() == ["f"]
        (decision,) = session.scalars(select(Decision))
        assert (decision.change, decision.action) == ({}, "hide_fact")
        (token,) = session.scalars(select(Token))
        assert (token.purpose, token.label, token.last_used_on) == ("token", "", None)
        assert [(row.content, row.story_id, row.carrier) for row in session.scalars(select(Carrier))] == [
            ("said", "s", "said")
        ]
        (ruling,) = session.scalars(select(Ruling))
        assert (ruling.number, ruling.change) == (1, {})
        assert session.scalars(select(Decision.id).where(is_orphaned())).all() == []
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.execute(text("UPDATE decision SET change = '1'"))
    engine.dispose()
