"""Look-ups that more than one part of the program makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Engine, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from secondsource.factbase.models import Article, Story
from secondsource.factbase.sessions import reading

Key = TypeVar("Key")

CHUNK = 1_000  # keys a query: databases bound the parameters of a statement


def chunks(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """Keys in portions that fit into one query each."""
    return (keys[at : at + CHUNK] for at in range(0, len(keys), CHUNK))


def known(session: Session, column: InstrumentedAttribute[Any], keys: Iterable[str]) -> set[str]:
    """Which of some keys, however many, a column has."""
    wanted = sorted(set(keys))
    return {key for chunk in chunks(wanted) for key in session.scalars(select(column).where(column.in_(chunk)))}


def articles_of(session: Session, *story_ids: str) -> Sequence[Article]:
    """Some stories' articles in the order of their ids, each with outlet, origin and current text; one query."""
    query = (
        select(Article)
        .where(Article.story_id.in_(story_ids))
        .options(joinedload(Article.outlet), joinedload(Article.current), joinedload(Article.traced_origin))
        .order_by(Article.id)
        .execution_options(populate_existing=True)
    )
    return session.scalars(query).all()


def is_empty(engine: Engine) -> bool:
    """Whether a base has no story yet."""
    with reading(engine) as session:
        return session.scalar(select(Story.id).limit(1)) is None
