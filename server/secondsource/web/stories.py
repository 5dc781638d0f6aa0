"""What the pages tell of stories and articles, read from the fact base."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from secondsource.factbase.correcting import marks_in
from secondsource.factbase.lookups import articles_of
from secondsource.factbase.models import Article, Claim, Fact, Relation, Story
from secondsource.factbase.rulings import Status, is_hidden, relation_status
from secondsource.kinds import Stance
from secondsource.reading.passages import marked, split_passages

PAGE = 20  # stories on a page, each with its articles
TITLE_LENGTH = 110  # about two lines in the list, at any width
HEAD = 5_000  # code points of a text that are searched for its title: a list of many articles reads none in full
HEADLINE_LENGTH = 300  # longer ones are prose, whatever they end with
FULL_STOPS = (".", ".”", '."', ".'", ".’")  # a first line that ends like this is prose, not a headline
TITLE_WORDS = 4  # fewer are a section name or a label, not a headline


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """An article's metadata; `published` is a day or a moment. `url` is "" or safe to link to; `story` is a title.

    `title` is never empty, for lists; `headline` is None where neither the ingester nor the text gives one.
    """

    id: str
    outlet: str
    story: str
    title: str
    headline: str | None
    url: str
    published: date | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class StoryShown:
    """A story with how many facts it has and how many pairs of wordings conflict, as readers see them."""

    id: str
    title: str
    articles: list[ArticleShown]
    facts: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class StoriesShown:
    """A page of the stories, and after which of them the next one begins."""

    stories: Sequence[StoryShown]
    next: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text without the white space around it; furniture states nothing of the story."""

    text: str
    furniture: bool


def list_stories(session: Session, after: str = "") -> StoriesShown | None:
    """The stories with their articles, the newest first, after the one with an id; None when there is no such story."""
    query = newest_after(session, select(Story), after)
    if query is None:
        return None
    found = session.scalars(query.limit(PAGE + 1)).all()
    shown = found[:PAGE]
    ids = [story.id for story in shown]
    facts, conflicts = _facts(session, ids), _conflicts(session, ids)
    articles: dict[str, list[ArticleShown]] = {}
    for article in sorted(articles_of(session, *ids), key=by_date):
        articles.setdefault(article.story_id, []).append(_shown(article))
    stories = [
        StoryShown(one.id, one.title, articles.get(one.id, []), facts.get(one.id, 0), conflicts.get(one.id, 0))
        for one in shown
    ]
    return StoriesShown(stories, ids[-1] if len(found) > PAGE else None)


def newest(query: Select[Any]) -> Select[Any]:
    """A query of stories, of those that have an article, the newest first."""
    return query.where(Story.articles.any()).order_by(Story.created_at.desc(), Story.id)


def newest_after(session: Session, query: Select[Any], after: str) -> Select[Any] | None:
    """The same, of those after the one with an id if any is named; None when there is no such story."""
    last = session.get(Story, after) if after else None
    if last is None:
        return None if after else newest(query)
    then = and_(Story.created_at == last.created_at, Story.id > last.id)
    return newest(query).where(or_(Story.created_at < last.created_at, then))


def find_article(session: Session, article_id: str) -> tuple[ArticleShown, list[Paragraph]] | None:
    """An article and its current text, or None when no article has the id."""
    article = session.get(Article, article_id)
    if article is None:
        return None
    shown = _shown(article)
    told = paragraphs(article.current.text, marks_in(session, article.story_id))
    return shown, [found for found in told if found.text != shown.headline]


def paragraphs(text: str, marks: Mapping[str, bool] | None = None) -> Iterator[Paragraph]:
    """The text line by line, in order, without empty lines; `marks` say of passages whether they are furniture."""
    passages = marked(text, split_passages(text), marks or {})
    for line in re.finditer(r"\S[^\n]*", text):
        first = bisect_right(passages, line.start(), key=lambda found: found.end)
        inside = passages[first : bisect_left(passages, line.end(), key=lambda found: found.start)]
        yield Paragraph(line.group().rstrip(), bool(inside) and all(found.furniture for found in inside))


def first_line(text: str) -> str:
    """The first line that tells something, in full unless it is no headline by length; "" when there is none."""
    lines = [found.text for found in paragraphs(text[:HEAD]) if not found.furniture]
    return next((line for line in lines if len(line.split()) >= TITLE_WORDS), lines[0] if lines else "")


def shortened(line: str) -> str:
    """A line as a list shows it, cut at a word."""
    if len(line) <= TITLE_LENGTH:
        return line
    return line[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:–—-") + " …"


def _shown(article: Article) -> ArticleShown:
    line = first_line(article.current.text)
    return ArticleShown(
        article.id,
        article.outlet.name,
        article.story.title,
        article.title or shortened(line) or "Untitled",
        article.title or (line if line and len(line) <= HEADLINE_LENGTH and not line.endswith(FULL_STOPS) else None),
        article.url if article.url.startswith(("http://", "https://")) else "",
        article.published,
        article.origin if article.origin != article.outlet.name else None,
    )


def _facts(session: Session, story_ids: Sequence[str]) -> dict[str, int]:
    """How many facts each of some stories has, by its id, without those that moderators hid."""
    query = select(Fact.story_id, func.count()).where(Fact.story_id.in_(story_ids), ~is_hidden())
    query = query.group_by(Fact.story_id)
    return dict(session.execute(query).all())


def _conflicts(session: Session, story_ids: Sequence[str]) -> dict[str, int]:
    """How many pairs of wordings are in conflict, by story id, without what moderators rejected or hid."""
    query = (
        select(Relation.story_id, func.count(Relation.pair_id.distinct()))
        .join(Relation.a)
        .join(Claim.fact)  # that of the first claim, and of both but where what is not sure joins no facts
        .where(Relation.story_id.in_(story_ids))
        .where(Relation.stance == Stance.CONFLICTS, relation_status() != Status.REJECTED, ~is_hidden())
        .group_by(Relation.story_id)
    )
    return dict(session.execute(query).all())


def by_date(article: Article) -> tuple[bool, str, str]:
    """The order of the list: by date, those without one last."""
    known = article.published_at
    return known is None, known.isoformat() if known else "", article.id
