"""Finding anew, from all articles together, which of them are one story: what comes of it does not depend on the order
in which they came. What people said stands: a story that was named, an article that a moderator put somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, func, select, true, update
from sqlalchemy.orm import Session, joinedload

from secondsource.factbase.lookups import known
from secondsource.factbase.models import Article, Story
from secondsource.gathering import keeping
from secondsource.gathering.likeness import ONE_EVENT, shared
from secondsource.gathering.partition import Ids, components, partition
from secondsource.ingesting.choosing import Stories
from secondsource.ingesting.looked_up import headline
from secondsource.ingesting.placing import moves_in_force, placed

BATCH = 100  # articles in memory at a time


def choose_all(session: Session) -> set[str]:
    """Read all clues anew and give every article its story; gives the ids of the stories that lost or got one."""
    keeping.forget_all(session)
    for articles in _batches(session):
        keeping.keep(session, articles)
    if not _free(session):
        return set()
    pairs = {pair for articles in _batches(session) for pair in _pairs(session, articles)}
    stories = _stories(session, pairs)
    changed = _put(session, stories)
    for story_id in sorted(set(stories.values())):
        Stories(session).explain(story_id)
    session.flush()
    return changed


def _places(which: ColumnElement[bool]) -> Select[str, str, str]:
    """Of articles: the id, the story that it was given, and the one that it stands in."""
    given = func.coalesce(Article.given_story_id, Article.story_id)
    return select(Article.id, given, Article.story_id).where(which).order_by(Article.added_at, Article.id)


def _batches(session: Session) -> Iterator[Sequence[Article]]:
    """All articles with their current texts, a few in memory at a time."""
    ids = session.scalars(select(Article.id).order_by(Article.id)).all()
    for at in range(0, len(ids), BATCH):
        query = select(Article).where(Article.id.in_(ids[at : at + BATCH])).options(joinedload(Article.current))
        yield session.scalars(query.order_by(Article.id)).all()


def _pairs(session: Session, articles: Sequence[Article]) -> Iterator[Ids]:
    """Articles with those that share enough for one story: of two stories that do, two articles do."""
    clues = keeping.load(session, [article.id for article in articles])
    for article in articles:
        ours = clues[article.id]
        day = keeping.counted_day(article)
        others = (posting for posting in keeping.near(session, ours, day) if posting[2] != article.id)
        for other, theirs in keeping.load(session, keeping.alike(ours, day, others)).items():
            if shared(ours, theirs) >= ONE_EVENT:
                yield (min(article.id, other), max(article.id, other))


def _stories(session: Session, pairs: Iterable[Ids]) -> dict[str, str]:
    """The story of each article that nobody put anywhere; a story that is found has the id of its first article."""
    said = _said(session)
    order = {article_id: n for n, article_id in enumerate(_free(session)) if article_id not in said}
    stories = {article_id: article_id for article_id in order}
    for lot in components(pairs):
        clues = keeping.load(session, sorted({article_id for pair in lot for article_id in pair}))
        for story_id, members in partition(clues, lot, said):
            free = [article_id for article_id in members if article_id in order]
            for article_id in free:
                stories[article_id] = story_id or min(free, key=order.__getitem__)
    return stories


def _free(session: Session) -> Sequence[str]:
    """The articles that no person named a story for, in the order in which they came."""
    return session.scalars(select(Article.id).where(~Article.named).order_by(Article.added_at, Article.id)).all()


def _said(session: Session) -> dict[str, str]:
    """Which articles people put into which story: where they were named one, and where moderators moved them.

    A story that moderators decided on keeps the articles that it had.
    """
    moves = moves_in_force(session)
    rows = session.execute(_places(true()).add_columns(Article.named)).all()
    moved = {article_id: placed(article_id, "", moves) for article_id, *_ in rows}
    decided = {story_id for move in moves for story_id in (move.to, move.of)}
    decided |= {given for article_id, given, *_ in rows if moved[article_id]}
    said = {}
    for article_id, given, _, named in rows:
        if moved[article_id] or named or given in decided:
            said[article_id] = moved[article_id] or given
    return said


def _put(session: Session, stories: Mapping[str, str]) -> set[str]:
    """Give articles the stories that were found for them, before any moderator's move."""
    rows = session.execute(_places(~Article.named)).all()
    moving = {article_id: now for article_id, first, now in rows if stories.get(article_id, first) != first}
    for story_id in sorted(set(stories.values()) - known(session, Story.id, stories.values())):
        article = session.get_one(Article, story_id)
        title = headline(article.title, article.current.text)
        session.add(Story(id=story_id, title=title, created_at=article.added_at))
    session.flush()
    for article_id in moving:
        move = update(Article).where(Article.id == article_id)
        session.execute(move.values(story_id=stories[article_id], given_story_id=None))
    session.expire_all()
    return {story_id for article_id, now in moving.items() for story_id in (now, stories[article_id])}
