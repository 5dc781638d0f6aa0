"""What one transaction looked up of stories and their articles: nothing is looked up twice.

What comes meanwhile must be said: it is not in the base until it is flushed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Outlet, Sketch, Version
from secondsource.gathering import keeping
from secondsource.gathering.clues import Clues
from secondsource.ingesting.placing import Move, moves_in_force, placed

LARGE = 200  # articles of a story that are looked at, those that came first; its mean changes little with more
TITLE_LENGTH = 200  # characters of a text's first line that name its story

Home = tuple[str, str]  # the story that an article belongs to, and the one that it stands in


@dataclass(frozen=True, slots=True)
class Seen:
    """An article as others are compared with it."""

    clues: Clues
    home: Home


@dataclass(frozen=True, slots=True)
class Told:
    """An article as people read it."""

    outlet: str
    title: str | None
    text: str

    @property
    def headline(self) -> str:
        """What it calls what happened."""
        return headline(self.title, self.text)

    @property
    def whole(self) -> str:
        """Its title and its text."""
        return f"{self.title}.\n\n{self.text}" if self.title else self.text


def headline(title: str | None, text: str) -> str:
    """What an article calls what happened: its title, else its first line."""
    return title or next((line.strip()[:TITLE_LENGTH] for line in text.splitlines() if line.strip()), "")


class LookedUp:
    """Stories and articles as one transaction sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._articles: dict[str, Seen] = {}
        self._told: dict[str, Told] = {}
        self._members: dict[str, list[str]] = {}
        self._lengths: dict[str, int] = {}

    @cached_property
    def moves(self) -> Sequence[Move]:
        """The moderators' moves that are in force."""
        return moves_in_force(self._session)

    def article(self, article_id: str) -> Seen:
        """An article that has clues."""
        if article_id not in self._articles:
            self.look_at((article_id,))
        return self._articles[article_id]

    def told(self, article_id: str) -> Told:
        """An article as people read it."""
        if article_id not in self._told:
            ((outlet, title, text),) = self._rows(_TOLD, (article_id,))
            self._told[article_id] = Told(outlet, title, text)
        return self._told[article_id]

    def members(self, story_id: str) -> Sequence[str]:
        """The first LARGE articles of a story that have clues, in the order in which they came."""
        if story_id not in self._members:
            self.look_into((story_id,))
        return self._members[story_id]

    def characters(self, story_ids: Iterable[str]) -> int:
        """How long the current texts of some stories are together."""
        return sum(map(self._length, story_ids))

    def opened(self, story_id: str) -> None:
        """Remember that a story has no article yet."""
        self._members[story_id] = []
        self._lengths[story_id] = 0

    def came(self, article: Article) -> None:
        """Remember an article that is not flushed yet."""
        story_id = article.story_id
        members = [*self.members(story_id), article.id]
        self._lengths[story_id] = self._length(story_id) + len(article.current.text)
        self._members[story_id] = members[:LARGE]
        self._articles[article.id] = Seen(keeping.clues_of_article(article), self._home_of(article))
        self._told[article.id] = Told(article.outlet.name, article.title, article.current.text)

    def forget(self, article_id: str, story_ids: Iterable[str]) -> None:
        """Look up anew an article that changed, and the stories that it was and is in."""
        self._articles.pop(article_id, None)
        self._told.pop(article_id, None)
        for story_id in story_ids:
            self._members.pop(story_id, None)
            self._lengths.pop(story_id, None)

    def look_into(self, story_ids: Iterable[str]) -> None:
        """Look up the articles of stories, all at once."""
        unseen = [story_id for story_id in story_ids if story_id not in self._members]
        self._members |= {story_id: [] for story_id in unseen}
        for chunk in chunks(unseen):
            for story_id, article_id in self._rows(_MEMBERS, chunk):
                self._members[story_id].append(article_id)
        self.look_at([article_id for story_id in unseen for article_id in self._members[story_id]])

    def look_at(self, article_ids: Iterable[str]) -> None:
        """Look up articles, all at once."""
        for chunk in chunks([one for one in article_ids if one not in self._articles]):
            for article_id, given, stands_in, terms, days in self._rows(_SEEN, chunk):
                home = placed(article_id, "", self.moves) or given, stands_in
                self._articles[article_id] = Seen(keeping.clues_from(terms, days), home)

    def _home_of(self, article: Article) -> Home:
        given = article.given_story_id or article.story_id
        return placed(article.id, "", self.moves) or given, article.story_id

    def _length(self, story_id: str) -> int:
        if story_id not in self._lengths:
            ((length,),) = self._rows(_LENGTH, (story_id,))
            self._lengths[story_id] = length or 0
        return self._lengths[story_id]

    def _rows(self, query: Select[*tuple[Any, ...]], ids: Sequence[str]) -> Sequence[Sequence[Any]]:
        """What a query says of some ids, whatever else is still to be flushed."""
        return self._session.connection().execute(query, {"ids": ids}).all() if ids else ()


# Made once: they are asked for every article.
_IDS: BindParameter[Sequence[str]] = bindparam("ids", expanding=True)
_rank = func.row_number().over(partition_by=Article.story_id, order_by=(Article.added_at, Article.id)).label("rank")
_in_order = (
    select(Article.story_id, Article.id, _rank)
    .join(Sketch, Sketch.article_id == Article.id)
    .where(Article.story_id.in_(_IDS))
    .subquery()
)
_MEMBERS = (
    select(_in_order.c.story_id, _in_order.c.id)
    .where(_in_order.c.rank <= LARGE)
    .order_by(_in_order.c.story_id, _in_order.c.rank)
)
_SEEN = (
    select(
        Article.id,
        func.coalesce(Article.given_story_id, Article.story_id),
        Article.story_id,
        Sketch.terms,
        Sketch.days,
    )
    .join(Sketch, Sketch.article_id == Article.id)
    .where(Article.id.in_(_IDS))
)
_TOLD = (
    select(Outlet.name, Article.title, Version.text)
    .join(Outlet, Outlet.id == Article.outlet_id)
    .join(Version, Version.article_id == Article.id)
    .where(Article.id.in_(_IDS), Version.current)
)
_LENGTH = (
    select(func.sum(func.length(Version.text)))
    .join(Article, Article.id == Version.article_id)
    .where(Version.current, Article.story_id.in_(_IDS))
)
