"""Which story an article belongs to that nobody named one for: the one that it is most alike, or its own.

As articles come each goes to the story that it is most like at that moment; `choosing_anew` looks at all of them
together. What people said stands in both: a story that was named, an article that a moderator put somewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, select, update
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks, known
from secondsource.factbase.models import Article, Outlet, Sketch, Story, Version
from secondsource.factbase.moments import now
from secondsource.gathering import keeping
from secondsource.gathering.clues import Clues
from secondsource.gathering.keeping import Posting
from secondsource.gathering.likeness import ONE_EVENT, likeness, mean, shared
from secondsource.gathering.reasons import what_they_share
from secondsource.ingesting.placing import Move, moves_in_force, placed

NEAREST = 5  # stories looked at as wholes, those with the articles most alike
LARGE = 200  # articles of a story that are looked at, those that came first; its mean changes little with more
TITLE_LENGTH = 200  # characters of a text's first line that name its story
TOLD = 100  # characters of a headline in a reason
ALONE = "nothing else here tells of it yet"

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


class Stories:
    """The stories as one transaction sees them: what was looked up is remembered, and so is what `came` since.

    Nothing is looked up twice; what came is in the base when its articles are, and `keep` was called.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: dict[str, Seen] = {}
        self._told: dict[str, Told] = {}
        self._members: dict[str, list[str]] = {}
        self._means: dict[Home, Clues] = {}
        self._lengths: dict[str, int] = {}
        self._came: dict[Article, str] = {}
        self._postings: dict[str, list[Posting]] = defaultdict(list)
        self._unsettled: set[str] = set()

    @cached_property
    def moves(self) -> Sequence[Move]:
        """The moderators' moves that are in force."""
        return moves_in_force(self._session)

    def look_up(self, asked: Sequence[tuple[Clues, date]]) -> list[list[Posting]]:
        """What the base has that is near to some articles, by their clues and days: for `closest_to`."""
        found = [keeping.near(self._session, clues, day) for clues, day in asked]
        near = [
            (clues, keeping.alike(clues, day, postings)) for (clues, day), postings in zip(asked, found, strict=True)
        ]
        self._look_at({article_id for _, article_ids in near for article_id in article_ids})
        self._look_into({home[1] for clues, article_ids in near for home in self._homes(clues, article_ids)})
        return found

    def closest_to(self, clues: Clues, day: date, near: Iterable[Posting]) -> str | None:
        """The story that an article of these clues is alike enough; None when it opens one.

        Articles that moderators moved count where they are now; those of a story that was merged into another one
        are looked at by themselves, as what is like them then comes to the other too.
        """
        came = (posting for term in keeping.heaviest_of(clues) for posting in self._postings[term])
        looked_at = self._homes(clues, keeping.alike(clues, day, chain(near, came)))
        alike = {home[0]: likeness(clues, self._mean(home)) for home in looked_at}
        best = min(alike, key=lambda story_id: (-alike[story_id], story_id), default=None)
        return best if best is not None and alike[best] >= ONE_EVENT else None

    def open(self, article_id: str, title: str) -> str:
        """A story of an article's own, which has its id."""
        if article_id not in known(self._session, Story.id, (article_id,)):
            self._session.add(Story(id=article_id, title=title, created_at=now()))
            self._members[article_id] = []
            self._lengths[article_id] = 0
        return article_id

    def came(self, article: Article) -> str:
        """Remember a new article; gives what it shares with its story, in plain words: "" when it is alone."""
        others = self._members_of(article.story_id)
        length = len(article.current.text)
        self._lengths[article.story_id] = self._length(article.story_id) + length
        self._seen[article.id] = Seen(keeping.clues_of_article(article), self._home(article))
        self._told[article.id] = Told(article.outlet.name, article.title, article.current.text)
        self._came[article] = because = self._why(article.id, others)
        if len(others) < LARGE:
            others.append(article.id)
        for posting in keeping.postings_of(article):
            self._postings[posting[0]].append(posting)
        self._changed(article.story_id)
        return "" if because == ALONE else because

    def changed(self, article: Article, story_ids: Iterable[str]) -> None:
        """Keep the clues of an article that was known, in which stories it was and is."""
        keeping.keep(self._session, (article,))
        self._seen.pop(article.id, None)
        self._told.pop(article.id, None)
        for story_id in story_ids:
            self._members.pop(story_id, None)
            self._lengths.pop(story_id, None)
            self._changed(story_id)

    def keep(self) -> None:
        """Keep the clues of what came; call stories by their most central articles, say why the first ones are there.

        Those that got an article may have been alone until now.
        """
        keeping.add(self._session, self._came)
        self._came = {}
        self._look_into(self._unsettled)
        found = known(self._session, Article.id, self._unsettled)
        for story_id in sorted(found):  # one that a person named keeps its name
            members = self._members_of(story_id)
            self._retitle(story_id, members)
            if story_id in members and len(members) > 1:
                keeping.explain(self._session, story_id, self._why(story_id, members))
        self._unsettled.clear()

    def explain(self, story_id: str) -> None:
        """Say anew of all articles of a story that nobody named it for why they are there, and what it is called."""
        members = self._members_of(story_id)
        named = select(Article.id).where(Article.story_id == story_id, ~Article.named)
        for article_id in sorted({*members} & {*self._session.scalars(named)}):
            keeping.explain(self._session, article_id, self._why(article_id, members))
        if story_id in known(self._session, Article.id, (story_id,)):
            self._retitle(story_id, members)

    def characters(self, story_ids: Iterable[str]) -> int:
        """How long the current texts of some stories are together."""
        return sum(map(self._length, story_ids))

    def _changed(self, story_id: str) -> None:
        self._unsettled.add(story_id)
        self._means = {home: clues for home, clues in self._means.items() if home[1] != story_id}

    def _homes(self, clues: Clues, article_ids: Sequence[str]) -> list[Home]:
        """The stories of some articles, those first that have the ones that share most with an article."""
        closest: dict[Home, float] = {}
        self._look_at(article_ids)
        for one in (self._seen[article_id] for article_id in article_ids):
            closest[one.home] = max(closest.get(one.home, 0.0), shared(clues, one.clues))
        return sorted(closest, key=lambda home: (-closest[home], home))[:NEAREST]

    def _retitle(self, story_id: str, members: Sequence[str]) -> None:
        """Call a story what its most central article is called."""
        if members:
            whole = mean([self._seen[one].clues for one in sorted(members)])
            central = min(members, key=lambda one: (-round(shared(self._seen[one].clues, whole), 9), one))
            title = self._tell(central).headline
            self._session.execute(update(Story).where(Story.id == story_id, Story.title != title).values(title=title))

    def _why(self, article_id: str, members: Sequence[str]) -> str:
        """What an article shares with the one of a story's that is most like it, in plain words."""
        ours = self._seen[article_id].clues
        alike = {one: likeness(ours, self._seen[one].clues) for one in members if one != article_id}
        nearest = min(alike, key=lambda one: (-round(alike[one], 9), one), default=None)
        if nearest is None:
            return ALONE
        shares = what_they_share(self._tell(article_id).whole, ours, self._seen[nearest].clues)
        other = self._tell(nearest)
        return f"{shares} with {other.outlet}: “{other.headline[:TOLD]}”"

    def _mean(self, home: Home) -> Clues:
        """What the articles have in common that belong to one story and stand in another, or in the same."""
        if home not in self._means:
            ours = [self._seen[one] for one in sorted(self._members_of(home[1]))]
            self._means[home] = mean([one.clues for one in ours if one.home == home])
        return self._means[home]

    def _members_of(self, story_id: str) -> list[str]:
        self._look_into((story_id,))
        return self._members[story_id]

    def _look_into(self, story_ids: Iterable[str]) -> None:
        """Look up the articles of stories that were not yet looked into."""
        unseen = [story_id for story_id in story_ids if story_id not in self._members]
        self._members |= {story_id: [] for story_id in unseen}
        for chunk in chunks(unseen):
            for story_id, article_id in self._rows(_MEMBERS, chunk):
                self._members[story_id].append(article_id)
        self._look_at([article_id for story_id in unseen for article_id in self._members[story_id]])

    def _look_at(self, article_ids: Iterable[str]) -> None:
        """Look up articles that were not yet looked at."""
        for chunk in chunks([one for one in article_ids if one not in self._seen]):
            for article_id, given, stands_in, terms, days in self._rows(_SEEN, chunk):
                home = placed(article_id, "", self.moves) or given, stands_in
                self._seen[article_id] = Seen(keeping.clues_from(terms, days), home)

    def _tell(self, article_id: str) -> Told:
        if article_id not in self._told:
            ((outlet, title, text),) = self._rows(_TOLD, (article_id,))
            self._told[article_id] = Told(outlet, title, text)
        return self._told[article_id]

    def _home(self, article: Article) -> Home:
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
