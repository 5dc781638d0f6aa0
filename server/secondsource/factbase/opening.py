"""Open a base for a command: made and brought up to date where needed, or one sentence that says why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DBAPIError,
    IntegrityError,
    ProgrammingError,
    SQLAlchemyError,
)

from secondsource.config import DATABASE_URL
from secondsource.factbase.migrate import NewerBaseError, migrate
from secondsource.factbase.sessions import open_engine, writing

# What SQLite says, and what a person can do about it.
SENTENCES = {
    "database is locked": "The fact base {base} is locked by another program; try again when that is done.",
    "readonly database": "The fact base {base} cannot be written; check its and its folder's permissions.",
    "unable to open": "The fact base {base} cannot be opened; check that its folder can be written.",
    "not a database": "{base} is not a fact base; name another file in SECONDSOURCE_DATABASE_URL.",
    "disk is full": "The fact base {base} cannot grow: the disk is full.",
    # What PostgreSQL says, or Python of it.
    "lock timeout": "The fact base {base} is locked by another program; try again when that is done.",
    "No module named 'psycopg'": "PostgreSQL needs two more packages: pip install 'secondsource[postgresql]'.",
}


class CannotOpenError(Exception):
    """A base that cannot be used, with a sentence that a person can act on."""


def open_base(url: str, migrated: bool = True, patient: bool = False) -> Engine:
    """An engine on a base, up to date and writable unless not `migrated`; raises CannotOpenError."""
    try:
        engine = open_engine(url, patient)
        if migrated:
            migrate(engine)
            with writing(engine):
                pass  # takes the write lock and gives it back: fails now, not at the first decision
    except NewerBaseError as error:
        raise CannotOpenError(f"{_shown(url)} was made by a newer version; update this one.") from error
    except ArgumentError as error:
        raise CannotOpenError(f"{DATABASE_URL} is not a database address; see the README.") from error
    except OSError as error:
        raise CannotOpenError(SENTENCES["unable to open"].format(base=_shown(url))) from error
    except (SQLAlchemyError, ImportError) as error:
        raise CannotOpenError(_sentence(url, error)) from error
    return engine


@contextmanager
def in_use(url: str) -> Iterator[None]:
    """Turn what a base that was opened says while it is used into CannotOpenError: locked, full, damaged."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(error, IntegrityError | ProgrammingError):
            raise  # a fault of the program, which needs its traceback
        raise CannotOpenError(_sentence(url, error)) from error


def _sentence(url: str, error: Exception) -> str:
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    for words, sentence in SENTENCES.items():
        if words in said:
            return sentence.format(base=_shown(url))
    return f"The fact base {_shown(url)} cannot be used: {' '.join(said.split())}"


def _shown(url: str) -> str:
    address = make_url(url)
    file = address.database if address.get_backend_name() == "sqlite" else None
    return file or address.render_as_string(hide_password=True)
