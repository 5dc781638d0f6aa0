"""Many rows at once, by the database's driver itself: SQLAlchemy takes half as long again over each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from sqlalchemy import Dialect, Table, insert
from sqlalchemy.orm import Session

from secondsource.factbase.models import Base


class _Into(NamedTuple):
    """How rows go into a table: the statement, whether it names its values, the columns in its order, and what makes
    the values of each fit for the driver.
    """

    statement: str
    named: bool
    columns: Sequence[str]
    ways: Sequence[Callable[[Any], Any] | None]


def add_rows(session: Session, model: type[Base], rows: Iterable[Mapping[str, Any]]) -> None:
    """Put rows into a table, all of the same columns; the session must have flushed what they point to."""
    rows = list(rows)
    if not rows:
        return
    connection = session.connection()
    into = _into(cast("Table", model.__table__), connection.dialect, tuple(rows[0]))
    by_column = [
        [row[name] for row in rows] if way is None else [way(row[name]) for row in rows]
        for name, way in zip(into.columns, into.ways, strict=True)
    ]
    values = zip(*by_column, strict=True)
    told = [dict(zip(into.columns, row, strict=True)) for row in values] if into.named else list(values)
    connection.exec_driver_sql(into.statement, cast("Any", told))


@lru_cache(maxsize=64)
def _into(table: Table, dialect: Dialect, names: tuple[str, ...]) -> _Into:
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    columns = compiled.positiontup or names
    ways = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns]
    return _Into(str(compiled), not compiled.positional, columns, ways)
