"""What decisions, or their undoing, make derived anew. What readers are told by joins alone needs nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import About, Action, Article, Carrier, Decision, Passage, Version
from secondsource.factbase.settling import ABOUT
from secondsource.ingesting.ingest import move_articles


def take_effect(session: Session, decisions: Iterable[Decision]) -> None:
    """Derive the stories that decisions change, each once, now that it is settled whether they are in force."""
    by_kind: dict[About | None, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_kind[ABOUT.get(Action(decision.action))].append(decision)
    if About.PLACE in by_kind:
        move_articles(session)
    of_claims = by_kind[About.CLAIM] + by_kind[About.GROUP]
    contents = {content.content for decision in of_claims for content in decision.contents}
    passages, origins = ({one.target for one in by_kind[about]} for about in (About.PASSAGE, About.ORIGIN))
    found = {*_with_contents(session, contents), *stories_with(session, passages), *_with_articles(session, origins)}
    derive_all(session, found)


def derive_all(session: Session, stories: Iterable[str]) -> None:
    """Derive stories in the order of their ids."""
    from secondsource.ingesting.derive import derive  # loads what reads and compares, which most decisions do without

    for story_id in sorted(stories):
        derive(session, story_id)


def stories_with(session: Session, passages: Iterable[str]) -> Iterator[str]:
    """The stories that have sentences of some contents."""
    query = select(Article.story_id).join(Article.versions).join(Passage, Passage.version_id == Version.id)
    for chunk in chunks(sorted(passages)):
        yield from session.scalars(query.where(Passage.content.in_(chunk)).distinct())


def _with_contents(session: Session, contents: Iterable[str]) -> Iterator[str]:
    for chunk in chunks(sorted(contents)):
        either = or_(Carrier.content.in_(chunk), Carrier.carrier.in_(chunk))
        yield from session.scalars(select(Carrier.story_id).where(either).distinct())


def _with_articles(session: Session, articles: Iterable[str]) -> Iterator[str]:
    for chunk in chunks(sorted(articles)):
        yield from session.scalars(select(Article.story_id).where(Article.id.in_(chunk)).distinct())
