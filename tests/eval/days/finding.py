"""Labelled articles into a base as any others, one at a time: which story each is given."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Engine, select
from tests.eval.days.bcubed import Score, bcubed
from tests.eval.days.corpus import Labelled

from secondsource.factbase.models import Article
from secondsource.factbase.sessions import reading
from secondsource.ingesting.arriving import ingest_found
from secondsource.ingesting.sources import Found


def ingest(engine: Engine, articles: Iterable[Labelled]) -> None:
    """Take articles in, in this order, without saying what they tell."""
    for one in articles:
        ingest_found(
            engine, Found(one.name, one.outlet, one.url, None, one.title, one.published, one.content, vouched=True)
        )


def stories(engine: Engine) -> dict[str, str]:
    """The id of the story that each article stands in, by the article's address."""
    with reading(engine) as session:
        return dict(session.execute(select(Article.url, Article.story_id)).all())


def score(engine: Engine, articles: Iterable[Labelled]) -> Score:
    """How well the stories in a base are those of the labels, of these articles alone."""
    return bcubed(stories(engine), {one.url: one.story for one in articles})
