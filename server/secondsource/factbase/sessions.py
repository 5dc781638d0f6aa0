"""Engines and sessions, and all that connecting to one database product or another takes.

SQLite is taken seriously: write-ahead log, foreign keys, full synchronisation (a decision that was
acknowledged outlives a power cut), and transactions that begin where SQLAlchemy says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

from secondsource.factbase.folding import FOLD, fold

BUSY_MILLISECONDS = 5_000  # who decides waits this long for somebody else's ingest of one story before it gives up
ONE_STATE = "REPEATABLE READ"  # PostgreSQL: as SQLite does by itself, every query of a transaction sees the same
WRITES = "secondsource_writes"
WRITE_LOCK = 5_202_412  # any number, the same for all who write


def open_engine(url: str) -> Engine:
    """An engine for a database address; makes an SQLite file's folder. Parameters never reach a log."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        said = {"client_encoding": "utf8"}  # whatever the base's own encoding is: `check` complains of any other
        return create_engine(
            address, hide_parameters=True, pool_pre_ping=True, isolation_level=ONE_STATE, connect_args=said
        )
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that sees one state of the base from first to last query."""
    with _ctrl_c_is_heard(), Session(engine) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session whose transaction is kept when the block ends and thrown away when it raises."""
    with writing_alone(engine) as connection, Session(connection) as session:
        yield session
        session.flush()


@contextmanager
def writing_alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees all that was kept before it began, and during which nobody else writes."""
    postgresql = engine.dialect.name == "postgresql"
    options = {WRITES: True} | ({"isolation_level": "READ COMMITTED"} if postgresql else {})
    with _ctrl_c_is_heard(), engine.execution_options(**options).begin() as connection:
        if postgresql:
            _wait_for_other_writers(connection)
        yield connection


@contextmanager
def _ctrl_c_is_heard() -> Iterator[None]:
    """Raise KeyboardInterrupt where PostgreSQL's driver complains of a connection on which it broke in."""
    try:
        yield
    except Exception as error:
        before = error.__context__
        while before and not isinstance(before, KeyboardInterrupt):
            before = before.__context__
        if before:
            raise KeyboardInterrupt from error
        raise


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.create_function(FOLD, 1, fold, deterministic=True)
    connection.isolation_level = None  # the driver would begin late and commit early; `_begin_sqlite` does it instead
    for pragma in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "journal_mode=WAL",
        "foreign_keys=ON",
        "synchronous=FULL",
        "recursive_triggers=ON",  # else INSERT OR REPLACE would slip past the triggers that forbid deleting
    ):
        connection.execute(f"PRAGMA {pragma}")


def _wait_for_other_writers(connection: Connection) -> None:
    """One writer at a time on PostgreSQL too, so that what is read before a decision is still so when it is kept."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_MILLISECONDS}")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where we will write: a lock asked for later is refused without waiting."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
