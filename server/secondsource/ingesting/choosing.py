"""Which story an article belongs to that nobody named one for: the one that it is most alike, or its own.

As articles come each goes to the story that it is most like at that moment. `choose_all`, which a rebuild asks,
looks at all of them together: what comes of it does not depend on the order in which they came. What people said
stands in both: a story that was named, an article that a moderator put somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select, true, update
from sqlalchemy.orm import Session, joinedload

from secondsource.factbase.lookups import known
from secondsource.factbase.models import Article, Story
from secondsource.gathering import keeping
from secondsource.gathering.clues import Clues
from secondsource.gathering.likeness import ONE_EVENT, likeness, mean, shared
from secondsource.gathering.partition import Ids, components, partition
from secondsource.gathering.reasons import what_they_share
from secondsource.ingesting.placing import Move, moves_in_force, placed

STORIES = 5  # looked at as wholes, those with the articles most alike
LARGE = 200  # articles of a story that are looked at; its mean changes little with more
TITLE_LENGTH = 200  # characters of a text's first line that name its story
BATCH = 100  # articles in memory at a time
TOLD = 100  # characters of a headline in a reason
ALONE = "nothing else here tells of it yet"


def headline(title: str | None, text: str) -> str:
    """What an article calls what happened: its title, else its first line."""
    return title or next((line.strip()[:TITLE_LENGTH] for line in text.splitlines() if line.strip()), "")


def choose(session: Session, clues: Clues, day: date) -> Story | None:
    """The story that an article of these clues is alike enough; None when it opens one.

    Articles that moderators moved count where they are now; those of a story that was merged into another one
    are looked at by themselves, as what is like them then comes to the other too.
    """
    near = keeping.alike(session, clues, day)
    moves = moves_in_force(session)
    closest: dict[tuple[str, str], float] = {}
    for article_id, given, stands_in in session.execute(_places(Article.id.in_(near))):
        home = placed(article_id, "", moves) or given, stands_in
        closest[home] = max(closest.get(home, 0.0), shared(clues, near[article_id]))
    looked_at = sorted(closest, key=lambda home: (-closest[home], home))[:STORIES]
    alike = {home[0]: likeness(clues, _at_home(session, home, moves)) for home in looked_at}
    best = min(alike, key=lambda story_id: (-alike[story_id], story_id), default=None)
    return session.get(Story, best) if best is not None and alike[best] >= ONE_EVENT else None


def settle_in(session: Session, article: Article) -> str:
    """Say why an article stands in the story that was found for it, and call that story by its most central article.

    Gives what it shares with the one that is most like it, in plain words; "" when it is alone.
    """
    clues = _members(session, article.story_id)
    _retitle(session, article.story_id, clues)
    if article.story_id in clues and article.story_id != article.id:
        _explain(session, session.get_one(Article, article.story_id), clues)  # it may have been alone until now
    because = _explain(session, article, clues)
    return "" if because == ALONE else because


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
        clues = _members(session, story_id)
        _retitle(session, story_id, clues)
        for article in session.scalars(select(Article).where(Article.id.in_(clues), ~Article.named)):
            _explain(session, article, clues)
    session.flush()
    return changed


def _places(which: ColumnElement[bool]) -> Select[str, str, str]:
    """Of articles: the id, the story that it was given, and the one that it stands in."""
    given = func.coalesce(Article.given_story_id, Article.story_id)
    return select(Article.id, given, Article.story_id).where(which).order_by(Article.added_at, Article.id)


def _at_home(session: Session, home: tuple[str, str], moves: Sequence[Move]) -> Clues:
    """What the articles have in common that belong to story `home[0]` and stand in `home[1]`."""
    rows = session.execute(_places(Article.story_id == home[1]).limit(LARGE))
    ids = [article_id for article_id, given, _ in rows if (placed(article_id, "", moves) or given) == home[0]]
    return mean(keeping.load(session, ids).values())


def _members(session: Session, story_id: str) -> dict[str, Clues]:
    """The clues of a story's articles, of a large story those that came first."""
    query = select(Article.id).where(Article.story_id == story_id)
    return keeping.load(session, session.scalars(query.order_by(Article.added_at, Article.id).limit(LARGE)).all())


def _explain(session: Session, article: Article, clues: Mapping[str, Clues]) -> str:
    ours = keeping.clues_of_article(article)
    alike = {other: likeness(ours, theirs) for other, theirs in clues.items() if other != article.id}
    nearest = min(alike, key=lambda other: (-round(alike[other], 9), other), default=None)
    because = ALONE
    if nearest is not None:
        other = session.get_one(Article, nearest)
        text = f"{article.title}.\n\n{article.current.text}" if article.title else article.current.text
        called = headline(other.title, other.current.text)[:TOLD]
        because = f"{what_they_share(text, ours, clues[nearest])} with {other.outlet.name}: “{called}”"
    keeping.explain(session, article.id, because)
    return because


def _retitle(session: Session, story_id: str, clues: Mapping[str, Clues]) -> None:
    """Call a story that was found what its most central article is called; one that a person named keeps its name."""
    if not clues or session.get(Article, story_id) is None:
        return
    whole = mean(clues.values())
    central = min(clues, key=lambda article_id: (-round(shared(clues[article_id], whole), 9), article_id))
    article = session.get_one(Article, central)
    session.get_one(Story, story_id).title = headline(article.title, article.current.text)


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
        for other, theirs in keeping.alike(session, ours, keeping.day_of(article), article.id).items():
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
