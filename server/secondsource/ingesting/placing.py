"""In which story each article stands: the one that it was ingested into, and where moderators moved it from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import known
from secondsource.factbase.models import About, Action, Article, Decision, Ruling, Story
from secondsource.identity import digest


@dataclass(frozen=True, slots=True)
class Move:
    """One decision that is in force: some articles, or all of story `of`, belong to another story."""

    to: str
    of: str | None = None
    articles: frozenset[str] = frozenset()
    title: str | None = None
    at: datetime | None = None

    def moves(self, article_id: str, story_id: str) -> bool:
        """Whether it moves an article that stands in a story."""
        return article_id in self.articles or story_id == self.of


def story_id_of(title: str) -> str:
    """The id of a story by its title."""
    return digest("story", title)


def moves_in_force(session: Session) -> list[Move]:
    """All moves, in the order in which they were decided, but for those to a story that is there no more."""
    query = select(Decision).join(Ruling, Ruling.decision_id == Decision.id).where(Ruling.about == About.PLACE)
    moves = [_move(decision) for decision in session.scalars(query.order_by(Decision.number))]
    there = known(session, Story.id, (move.to for move in moves))
    there |= {move.to for move in moves if move.title}
    return [move for move in moves if move.to in there]


def placed(article_id: str, given: str, moves: Sequence[Move]) -> str:
    """The id of the story that an article stands in, by the one that it was ingested into."""
    story_id = given
    for move in moves:
        if move.moves(article_id, story_id):
            story_id = move.to
    return story_id


def place(session: Session, only: Sequence[str] = ()) -> set[str]:
    """Put every article where the decisions want it, or only some, by id; gives the ids of the stories that lost or got
    one.
    """
    moves = moves_in_force(session)
    moved = Article.given_story_id.is_not(None)
    given = func.coalesce(Article.given_story_id, Article.story_id)
    query = select(Article.id, given, Article.story_id).order_by(Article.id)
    query = query.where(Article.id.in_(only)) if only else query
    wanted = {
        article_id: (first, now, placed(article_id, first, moves))
        for article_id, first, now in session.execute(query if moves else query.where(moved))
    }
    changed = {article_id: (first, now, to) for article_id, (first, now, to) in wanted.items() if now != to}
    _keep_stories(session, moves, {to for _, _, to in changed.values()})
    for article_id, (first, _, to) in changed.items():
        move = update(Article).where(Article.id == article_id)
        session.execute(move.values(story_id=to, given_story_id=None if to == first else first))
    session.expire_all()
    return {story_id for _, now, to in changed.values() for story_id in (now, to)}


def _keep_stories(session: Session, moves: Sequence[Move], wanted: set[str]) -> None:
    """Make the stories that were split off from others, where they are not in the base."""
    there = known(session, Story.id, wanted)
    for move in moves:
        if move.to in wanted - there and move.title and move.at:
            session.add(Story(id=move.to, title=move.title, created_at=move.at))
            there.add(move.to)
    session.flush()


def _move(decision: Decision) -> Move:
    if decision.action == Action.ASSIGN_ARTICLE:
        return Move(decision.change["story"], articles=frozenset({decision.target}))
    if decision.action == Action.MERGE_STORIES:
        return Move(decision.change["into"], of=decision.target)
    title, articles = decision.change["title"], frozenset(decision.change["articles"])
    return Move(story_id_of(title), articles=articles, title=title, at=decision.decided_at)
