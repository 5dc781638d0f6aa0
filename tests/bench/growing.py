"""A base made a hundred times as large for the bench, without reading: its stories copied under other ids.

A copy has its articles' texts, claims and relations as they are. Names and long words in what articles are known again
by are others in each copy, as `renaming.py` has them, so that copies are stories of their own; each is DAYS later
than the one before. Ordinary words stay, so that lists of who has them grow with the base.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Column, Table
from tests.bench.renaming import ending, is_renamed

from secondsource.factbase.models import (
    Article,
    Base,
    Claim,
    Clue,
    Derivation,
    Fact,
    Origin,
    Passage,
    Relation,
    Sketch,
    Story,
    Term,
    Version,
)
from secondsource.factbase.models.base import Id

DAYS = 7  # by which a copy's articles are later than those of the copy before
BYTES_A_PASSAGE = 8_000  # of disk, at most: 5,500 of the base and its index were measured, more while it is written
CACHE = 1 << 20  # KiB of the base that are kept in memory while it grows
FIRST = 1_000  # the first copy's number: the made-up days have names up to some tens
COPIED = tuple(
    model.__tablename__
    for model in (Story, Article, Version, Passage, Origin, Derivation, Fact, Claim, Relation, Term, Sketch, Clue)
)
SHARED = frozenset({"outlet_id", "program", "read_from"})  # what all copies have in common though it is an id
OF_COLUMN = {  # what else is no copy of a value
    ("term", "term"): 'renamed("term", :copy)',
    ("clue", "term"): 'renamed("term", :copy)',
    ("clue", "day"): '"day" + :later',
    ("sketch", "terms"): 'all_renamed("terms", :copy)',
}


def grow(file: Path, copies: int) -> None:
    """Copy all that is in an SQLite base so many times."""
    with closing(sqlite3.connect(file, isolation_level=None)) as base:
        base.create_function("renamed", 2, _term, deterministic=True)
        base.create_function("all_renamed", 2, _terms, deterministic=True)
        for pragma in (f"cache_size=-{CACHE}", "synchronous=OFF", "journal_mode=OFF"):  # a base that nobody misses
            base.execute(f"PRAGMA {pragma}").fetchall()
        last = dict(_last_rows(base))
        for number in range(FIRST, FIRST + copies):
            base.execute("BEGIN")
            for name in COPIED:
                values = {"copy": str(number), "last": last[name], "later": (number - FIRST) * DAYS}
                base.execute(_copy(Base.metadata.tables[name]), values)
            base.execute("COMMIT")


def _last_rows(base: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Up to which row each table is copied: what is copied is no copy."""
    for name in COPIED:
        yield name, base.execute(f"SELECT coalesce(max(rowid), 0) FROM {name}").fetchone()[0]  # noqa: S608


def _copy(table: Table) -> str:
    """The statement that copies a table's rows up to one."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(map(_value, table.columns))
    return f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {table.name} WHERE rowid <= :last"  # noqa: S608


def _value(column: Column[object]) -> str:
    """What stands in a copy for a column's value: an id and what refers to it alike, so that a copy holds together."""
    named = f'"{column.name}"'
    if other := OF_COLUMN.get((column.table.name, column.name)):
        return other
    is_id = column.type is Id or column.foreign_keys or column.name in ("url", "sha256")
    return f"{named} || '-' || :copy" if is_id and column.name not in SHARED else named


@lru_cache(maxsize=20_000)
def _term(term: str, copy: str) -> str:
    return term + ending(int(copy)) if is_renamed(term) else term


def _terms(terms: str, copy: str) -> str:
    return json.dumps({_term(term, copy): weight for term, weight in json.loads(terms).items()})
