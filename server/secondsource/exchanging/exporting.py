"""All that is stored and not derived, as the lines of an export, in an order in which it can be read back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from secondsource import __version__
from secondsource.exchanging.jsonl import written
from secondsource.exchanging.lines import FORMAT, NAME
from secondsource.factbase.models import Article, Decision, Moderator, Outlet, Report, Story, Version

BATCH = 10  # rows in memory at a time: versions are whole texts


def export_lines(session: Session) -> Iterator[bytes]:
    """The base's lines, the same for the same base; few of them in memory at any time. The session must be fresh."""
    session.connection(execution_options={"isolation_level": "SERIALIZABLE"})  # one state, also on PostgreSQL
    yield written("header", {"name": NAME, "format": FORMAT, "version": __version__})
    count = 1
    for kind, thing in _things(session):
        yield written(kind, thing)
        count += 1
    yield written("end", {"lines": count})


def _things(session: Session) -> Iterator[tuple[str, Any]]:
    """All that is stored. An article's texts follow it, so that whoever reads it need not hold it for them."""
    for kind, query in _stored().items():
        known = None
        for thing in session.scalars(query.execution_options(yield_per=BATCH)):
            if kind == "version" and thing.article_id != known:
                known = thing.article_id
                yield "article", thing.article
            yield kind, thing


def _stored() -> dict[str, Select[Any]]:
    """What to ask for each kind of line; every article has a version. Decisions keep the order they were taken in."""
    story = func.coalesce(Article.given_story_id, Article.story_id)
    return {
        "outlet": select(Outlet).order_by(Outlet.id),
        "story": select(Story).order_by(Story.id),
        "version": select(Version)
        .join(Version.article)
        .options(contains_eager(Version.article))
        .order_by(story, Article.id, Version.current.desc(), Version.seen_at, Version.id),
        "moderator": select(Moderator).order_by(Moderator.id),
        "decision": select(Decision)
        .options(joinedload(Decision.moderator), selectinload(Decision.contents))
        .order_by(Decision.number),
        "report": select(Report).order_by(Report.number),
    }
