"""Rows that the driver puts into a table are those that SQLAlchemy puts there, in either database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from secondsource.factbase.models import Clue, Outlet, Ruling, Story
from secondsource.factbase.models.base import Base
from secondsource.factbase.rows import add_rows
from secondsource.factbase.sessions import reading, writing

DAY = datetime(2031, 3, 5, 9, 40, tzinfo=UTC)
Row = dict[str, Any]


@pytest.mark.parametrize(
    ("model", "rows"),
    [
        (Story, [{"id": "a", "title": "A ferry’s 61 “lost” %s", "created_at": DAY}]),
        (
            Outlet,
            [
                {"family": None, "name": "The Quay", "domains": ["quay.example", "é?"], "id": "a"},
                {"name": "Levy Watch", "id": "b", "domains": [], "family": "Watch :of %(id)s"},
            ],
        ),
    ],
)
def test_they_are_the_same(engine: Engine, model: type[Base], rows: list[Row]) -> None:
    with writing(engine) as session:
        add_rows(session, model, iter(rows))
    query = select(*model.__table__.columns).order_by("id")
    with reading(engine) as session:
        ours = session.execute(query).all()
    with writing(engine) as session:
        session.execute(model.__table__.delete())
        session.execute(insert(model), rows)
    with reading(engine) as session:
        assert session.execute(query).all() == ours
    assert len(ours) == len(rows)


def test_no_rows_are_nothing(engine: Engine) -> None:
    with writing(engine) as session:
        add_rows(session, Ruling, [])


def test_a_row_that_points_nowhere_or_lacks_a_value_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as session:
        add_rows(session, Clue, [{"term": "levy", "day": 741_000, "article_id": "none"}])
    with pytest.raises(SQLAlchemyError), writing(engine) as session:
        add_rows(session, Story, [{"id": "a", "title": "A levy"}])
