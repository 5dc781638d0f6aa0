"""A copy of a base as it is at one moment, taken while others read and write."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from tempfile import mkstemp

from sqlalchemy import Engine

from secondsource.factbase.migrate import current_revision

PAGES = 1_000  # a step, after which writers get their turn
DUMP = "pg_dump"


class CannotBackUpError(Exception):
    """No copy was made, with a sentence that a person can act on."""


def back_up(engine: Engine, file: Path) -> None:
    """Write the copy, for its owner's eyes alone, whole or not at all. Raises CannotBackUpError.

    Of SQLite a base that can be opened as it is; of PostgreSQL an archive for pg_restore.
    """
    if file.is_dir():
        raise CannotBackUpError(f"{file} is a folder: name a file in it.")
    with engine.connect() as connection:
        if current_revision(connection) is None:
            raise CannotBackUpError("There is nothing to copy: the fact base is empty.")
    try:
        handle, name = mkstemp(dir=file.parent, prefix=f"{file.name}.")  # nobody else may read it
    except OSError as error:
        raise CannotBackUpError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}.") from error
    os.close(handle)
    part = Path(name)
    try:
        (_copy if engine.dialect.name == "sqlite" else _dump)(engine, part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _copy(engine: Engine, part: Path) -> None:
    """SQLite's own online backup: what is written meanwhile is in it or it begins anew."""
    connection = engine.raw_connection()
    try:
        with closing(sqlite3.connect(part)) as ours:
            assert isinstance(connection.driver_connection, sqlite3.Connection)  # noqa: S101
            connection.driver_connection.backup(ours, pages=PAGES)
            ours.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    except sqlite3.Error as error:
        raise CannotBackUpError(f"The fact base cannot be copied: {error}.") from error
    finally:
        connection.close()


def _dump(engine: Engine, part: Path) -> None:
    """PostgreSQL's own, which must be on this machine. The password goes where no list of processes shows it."""
    program = shutil.which(DUMP)
    if program is None:
        raise CannotBackUpError(f"{DUMP} is not installed here: install PostgreSQL's client programs.")
    address = engine.url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    password = {"PGPASSWORD": str(engine.url.password)} if engine.url.password else {}
    command = [program, "--format=custom", "--no-owner", "--file", str(part), "--dbname", address]
    done = subprocess.run(command, env=os.environ | password, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        said = " ".join(done.stderr.split()) or f"exit code {done.returncode}"
        raise CannotBackUpError(f"{DUMP} made no copy: {said}")
