"""What a decision, or its undo, makes derived anew. What readers are told by joins alone needs nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import About, Action, Article, Carrier, Decision, Passage, Version
from secondsource.factbase.settling import ABOUT
from secondsource.ingesting import move_articles


def take_effect(session: Session, decision: Decision, contents: Sequence[str]) -> None:
    """Derive the stories that a decision changes, now that it is settled whether it is in force."""
    about = ABOUT.get(Action(decision.action))
    if about is About.PLACE:
        move_articles(session)
    elif about in (About.CLAIM, About.GROUP):
        _derive(session, _with_contents(session, contents))
    elif about is About.PASSAGE:
        _derive(session, _with_passage(session, decision.target))
    elif about is About.ORIGIN:
        _derive(session, session.scalars(select(Article.story_id).where(Article.id == decision.target)).all())


def _derive(session: Session, stories: Sequence[str]) -> None:
    from secondsource.ingesting.derive import derive  # loads what reads and compares, which most decisions do without

    for story_id in sorted(stories):
        derive(session, story_id)


def _with_contents(session: Session, contents: Sequence[str]) -> Sequence[str]:
    found: set[str] = set()
    for chunk in chunks(contents):
        either = or_(Carrier.content.in_(chunk), Carrier.carrier.in_(chunk))
        found.update(session.scalars(select(Carrier.story_id).where(either).distinct()))
    return list(found)


def _with_passage(session: Session, content: str) -> Sequence[str]:
    query = select(Article.story_id).join(Article.versions).join(Passage, Passage.version_id == Version.id)
    return session.scalars(query.where(Passage.content == content).distinct()).all()
