"""Engines and sessions, and all that connecting to one database product or another takes.

SQLite is taken seriously: write-ahead log, foreign keys, full synchronisation (a decision that was
acknowledged outlives a power cut), and transactions that begin where SQLAlchemy says so.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from secondsource.factbase.folding import FOLD, fold

BUSY_MILLISECONDS = 5_000  # who decides waits this long for somebody else's ingest of one story before it gives up
PATIENT_TRIES = 24  # so often who has all the time in the world, as an ingest has: two minutes
TRIES = "secondsource_tries"
LOCKED = ("is locked", "lock timeout")  # as SQLite and PostgreSQL say that somebody else writes
ONE_STATE = "REPEATABLE READ"  # PostgreSQL: as SQLite does by itself, every query of a transaction sees the same
WRITES = "secondsource_writes"
WRITE_LOCK = 5_202_412  # any number, the same for all who write

log = logging.getLogger(__name__)


def open_engine(url: str, patient: bool = False) -> Engine:
    """An engine for a database address; makes an SQLite file's folder. Parameters never reach a log.

    A `patient` one waits for minutes where others write, and says so.
    """
    tries = {TRIES: PATIENT_TRIES if patient else 1}
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        said = {"client_encoding": "utf8"}  # whatever the base's own encoding is: `check` complains of any other
        return create_engine(
            address,
            hide_parameters=True,
            pool_pre_ping=True,
            isolation_level=ONE_STATE,
            connect_args=said,
            execution_options=tries,
        )
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, hide_parameters=True, execution_options=tries)
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
    with _ctrl_c_is_heard(), ExitStack() as held:
        yield _alone(engine.execution_options(**options), held)


def _alone(engine: Engine, held: ExitStack) -> Connection:
    """A transaction that has the write lock, until `held` ends; a patient engine's is asked for again and again."""
    for left in reversed(range(engine.get_execution_options().get(TRIES, 1))):
        try:
            with ExitStack() as begun:
                connection = begun.enter_context(engine.begin())
                if engine.dialect.name == "postgresql":
                    _wait_for_other_writers(connection)
                held.enter_context(begun.pop_all())
                return connection
        except OperationalError as error:
            if not left or not is_locked(error):
                raise
            if left == PATIENT_TRIES - 1:
                log.warning("somebody else writes to the fact base; waiting until that is done")
    raise AssertionError  # the last one returns or raises


def is_locked(error: OperationalError) -> bool:
    """Whether it is that somebody else writes for longer than one waits; not that a base cannot be used."""
    return any(words in str(error.orig) for words in LOCKED)


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
