"""Which story an article belongs to that nobody named one for: the one that it is most alike, or its own.

As articles come each goes to the story that it is most like at that moment; `choosing_anew` looks at all of them
together. What people said stands in both: a story that was named, an article that a moderator put somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Outlet, Sketch, Story, Version
from secondsource.gathering import keeping
from secondsource.gathering.clues import Clues
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
    """The stories as one transaction sees them: what was looked up is kept, and what comes must be said to `came`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: dict[str, Seen] = {}
        self._told: dict[str, Told] = {}
        self._members: dict[str, list[str]] = {}
        self._means: dict[Home, Clues] = {}
        self._lengths: dict[str, int] = {}
        self._unsettled: set[str] = set()

    @cached_property
    def moves(self) -> Sequence[Move]:
        """The moderators' moves that are in force."""
        return moves_in_force(self._session)

    def closest_to(self, clues: Clues, day: date) -> Story | None:
        """The story that an article of these clues is alike enough; None when it opens one.

        Articles that moderators moved count where they are now; those of a story that was merged into another one
        are looked at by themselves, as what is like them then comes to the other too.
        """
        near = keeping.alike(self._session, clues, day)
        self._look_at(near)
        closest: dict[Home, float] = {}
        for one in (self._seen[article_id] for article_id in near):
            closest[one.home] = max(closest.get(one.home, 0.0), shared(clues, one.clues))
        looked_at = sorted(closest, key=lambda home: (-closest[home], home))[:NEAREST]
        alike = {home[0]: likeness(clues, self._mean(home)) for home in looked_at}
        best = min(alike, key=lambda story_id: (-alike[story_id], story_id), default=None)
        return self._session.get(Story, best) if best is not None and alike[best] >= ONE_EVENT else None

    def came(self, article: Article) -> str:
        """Keep the clues of a new article, and why it stands in its story: what it shares, in plain words.

        "" when it is alone.
        """
        others = self._members_of(article.story_id)
        self._seen[article.id] = Seen(keeping.clues_of_article(article), self._home(article))
        self._told[article.id] = Told(article.outlet.name, article.title, article.current.text)
        because = self._why(article.id, others)
        keeping.add(self._session, article, because)
        if article.id not in others and len(others) < LARGE:
            others.append(article.id)
        if article.story_id in self._lengths:
            self._lengths[article.story_id] += len(article.current.text)
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

    def settle(self) -> None:
        """Call the stories that changed by their most central articles, and say why their first ones are there."""
        for story_id in sorted(self._unsettled):
            self._retitle(story_id)
            members = self._members_of(story_id)
            if story_id in members and len(members) > 1:  # it may have been alone until now
                keeping.explain(self._session, story_id, self._why(story_id, members))
        self._unsettled.clear()

    def explain(self, story_id: str) -> None:
        """Say anew of all articles of a story that nobody named it for why they are there, and what it is called."""
        members = self._members_of(story_id)
        named = select(Article.id).where(Article.story_id == story_id, ~Article.named)
        for article_id in sorted({*members} & {*self._session.scalars(named)}):
            keeping.explain(self._session, article_id, self._why(article_id, members))
        self._retitle(story_id)

    def characters(self, story_ids: Iterable[str]) -> int:
        """How long the current texts of some stories are together."""
        return sum(map(self._length, story_ids))

    def _changed(self, story_id: str) -> None:
        self._unsettled.add(story_id)
        self._means = {home: clues for home, clues in self._means.items() if home[1] != story_id}

    def _retitle(self, story_id: str) -> None:
        """Call a story that was found what its most central article is called; one that a person named keeps its
        name.
        """
        members = self._members_of(story_id)
        if not members or self._session.get(Article, story_id) is None:
            return
        self._look_at(members)
        whole = mean([self._seen[article_id].clues for article_id in sorted(members)])
        central = min(members, key=lambda one: (-round(shared(self._seen[one].clues, whole), 9), one))
        self._session.get_one(Story, story_id).title = self._tell(central).headline

    def _why(self, article_id: str, members: Sequence[str]) -> str:
        """What an article shares with the one of a story's that is most like it, in plain words."""
        self._look_at([article_id, *members])
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
            members = self._members_of(home[1])
            self._look_at(members)
            ours = [self._seen[one] for one in sorted(members)]
            self._means[home] = mean([one.clues for one in ours if one.home == home])
        return self._means[home]

    def _members_of(self, story_id: str) -> list[str]:
        if story_id not in self._members:
            query = select(Article.id).join(Sketch, Sketch.article_id == Article.id).where(Article.story_id == story_id)
            first = query.order_by(Article.added_at, Article.id).limit(LARGE)
            self._members[story_id] = list(self._session.scalars(first))
        return self._members[story_id]

    def _look_at(self, article_ids: Iterable[str]) -> None:
        """Look up articles that were not yet looked at."""
        given = func.coalesce(Article.given_story_id, Article.story_id)
        query = select(Article.id, given, Article.story_id, Sketch.terms, Sketch.days)
        query = query.join(Sketch, Sketch.article_id == Article.id)
        for chunk in chunks([one for one in article_ids if one not in self._seen]):
            for article_id, first, now, terms, days in self._session.execute(query.where(Article.id.in_(chunk))):
                home = placed(article_id, "", self.moves) or first, now
                self._seen[article_id] = Seen(keeping.clues_from(terms, days), home)

    def _tell(self, article_id: str) -> Told:
        if article_id not in self._told:
            query = select(Outlet.name, Article.title, Version.text).select_from(Article)
            query = query.join(Outlet).join(Version, Version.article_id == Article.id)
            found = self._session.execute(query.where(Article.id == article_id, Version.current)).one()
            self._told[article_id] = Told(*found)
        return self._told[article_id]

    def _home(self, article: Article) -> Home:
        given = article.given_story_id or article.story_id
        return placed(article.id, "", self.moves) or given, article.story_id

    def _length(self, story_id: str) -> int:
        if story_id not in self._lengths:
            query = select(func.sum(func.length(Version.text))).join(Article, Article.id == Version.article_id)
            found = self._session.scalar(query.where(Version.current, Article.story_id == story_id))
            self._lengths[story_id] = found or 0
        return self._lengths[story_id]
