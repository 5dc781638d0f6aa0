"""Which story an article belongs to that nobody named one for: the one that it is most alike, or its own.

As articles come each goes to the story that it is most like at that moment; `choosing_anew` looks at all of them
together. What people said stands in both: a story that was named, an article that a moderator put somewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Story
from secondsource.factbase.moments import now
from secondsource.gathering import keeping
from secondsource.gathering.clues import Clues
from secondsource.gathering.keeping import Posting
from secondsource.gathering.likeness import ONE_EVENT, likeness, mean, shared
from secondsource.gathering.reasons import what_they_share
from secondsource.ingesting.looked_up import Home, LookedUp
from secondsource.ingesting.placing import Move

NEAREST = 5  # stories looked at as wholes, those with the articles most alike
TOLD = 100  # characters of a headline in a reason
ALONE = "nothing else here tells of it yet"


class Stories:
    """Gives the articles of one transaction their stories.

    What `came` is in the base when it is flushed and `keep` was called, and is remembered until then.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._looked_up = LookedUp(session)
        self._came: dict[Article, str] = {}
        self._postings: dict[str, list[Posting]] = defaultdict(list)
        self._means: dict[Home, Clues] = {}
        self._unsettled: set[str] = set()

    @property
    def moves(self) -> Sequence[Move]:
        """The moderators' moves that are in force."""
        return self._looked_up.moves

    def look_up(self, asked: Sequence[tuple[Clues, date]]) -> list[list[Posting]]:
        """What the base has that is near to some articles, by their clues and days: for `closest_to`."""
        found = [keeping.near(self._session, clues, day) for clues, day in asked]
        near = [
            (clues, keeping.alike(clues, day, postings)) for (clues, day), postings in zip(asked, found, strict=True)
        ]
        self._looked_up.look_at({article_id for _, article_ids in near for article_id in article_ids})
        self._looked_up.look_into({home[1] for clues, article_ids in near for home in self._homes(clues, article_ids)})
        return found

    def closest_to(self, clues: Clues, day: date, near: Iterable[Posting]) -> str | None:
        """The story that an article of these clues is alike enough; None when it opens one.

        Articles that moderators moved count where they are now; those of a story that was merged into another one
        are looked at by themselves, as what is like them then comes to the other too.
        """
        came = (posting for term in keeping.heaviest_of(clues) for posting in self._postings.get(term, ()))
        looked_at = self._homes(clues, keeping.alike(clues, day, chain(near, came)))
        alike = {home[0]: likeness(clues, self._mean(home)) for home in looked_at}
        best = min(alike, key=lambda story_id: (-alike[story_id], story_id), default=None)
        return best if best is not None and alike[best] >= ONE_EVENT else None

    def open(self, article_id: str, title: str) -> None:
        """Begin a story of an article's own, which has its id."""
        self._session.add(Story(id=article_id, title=title, created_at=now()))
        self._looked_up.opened(article_id)

    def came(self, article: Article) -> str:
        """Remember a new article; gives what it shares with its story, in plain words: "" when it is alone."""
        self._looked_up.came(article)
        because = self._why(article.id, self._looked_up.members(article.story_id))
        self._came[article] = because
        for posting in keeping.postings_of(article):
            self._postings[posting[0]].append(posting)
        self._changed(article.story_id)
        return "" if because == ALONE else because

    def changed(self, article: Article, story_ids: Iterable[str]) -> None:
        """Keep the clues of an article that was known, in which stories it was and is."""
        keeping.keep(self._session, (article,))
        self._looked_up.forget(article.id, story_ids)
        for story_id in story_ids:
            self._changed(story_id)

    def keep(self) -> None:
        """Keep the clues of what came; call stories by their most central articles, say why the first ones are there.

        Those that got an article may have been alone until now.
        """
        keeping.add(self._session, self._came)
        self._came = {}
        self._looked_up.look_into(self._unsettled)
        for story_id, title in sorted(self._called(self._unsettled).items()):
            members = self._looked_up.members(story_id)
            self._retitle(story_id, title, members)
            if story_id in members and len(members) > 1:
                keeping.explain(self._session, story_id, self._why(story_id, members))
        self._unsettled.clear()

    def explain(self, story_id: str) -> None:
        """Say anew of all articles of a story that nobody named it for why they are there, and what it is called."""
        members = self._looked_up.members(story_id)
        named = select(Article.id).where(Article.story_id == story_id, ~Article.named)
        for article_id in sorted({*members} & {*self._session.scalars(named)}):
            keeping.explain(self._session, article_id, self._why(article_id, members))
        for title in self._called((story_id,)).values():
            self._retitle(story_id, title, members)

    def characters(self, story_ids: Iterable[str]) -> int:
        """How long the current texts of some stories are together."""
        return self._looked_up.characters(story_ids)

    def _changed(self, story_id: str) -> None:
        self._unsettled.add(story_id)
        self._means = {home: clues for home, clues in self._means.items() if home[1] != story_id}

    def _homes(self, clues: Clues, article_ids: Sequence[str]) -> list[Home]:
        """The stories of some articles, those first that have the ones that share most with an article."""
        closest: dict[Home, float] = {}
        self._looked_up.look_at(article_ids)
        for one in (self._looked_up.article(article_id) for article_id in article_ids):
            closest[one.home] = max(closest.get(one.home, 0.0), shared(clues, one.clues))
        return sorted(closest, key=lambda home: (-closest[home], home))[:NEAREST]

    def _called(self, story_ids: Iterable[str]) -> dict[str, str]:
        """What those of some stories are called that have an article's id: one that a person named keeps its name."""
        query = select(Story.id, Story.title).join(Article, Article.id == Story.id)
        asked = (query.where(Story.id.in_(chunk)) for chunk in chunks(sorted(story_ids)))
        return {story_id: title for one in asked for story_id, title in self._session.execute(one)}

    def _retitle(self, story_id: str, title: str, members: Sequence[str]) -> None:
        """Call a story what its most central article is called."""
        if members:
            whole = mean([self._looked_up.article(one).clues for one in sorted(members)])
            central = min(members, key=lambda one: (-round(shared(self._looked_up.article(one).clues, whole), 9), one))
            headline = self._looked_up.told(central).headline
            if headline != title:
                self._session.execute(update(Story).where(Story.id == story_id).values(title=headline))

    def _why(self, article_id: str, members: Sequence[str]) -> str:
        """What an article shares with the one of a story's that is most like it, in plain words."""
        ours = self._looked_up.article(article_id).clues
        alike = {one: likeness(ours, self._looked_up.article(one).clues) for one in members if one != article_id}
        nearest = min(alike, key=lambda one: (-round(alike[one], 9), one), default=None)
        if nearest is None:
            return ALONE
        shares = what_they_share(self._looked_up.told(article_id).whole, ours, self._looked_up.article(nearest).clues)
        other = self._looked_up.told(nearest)
        return f"{shares} with {other.outlet}: “{other.headline[:TOLD]}”"

    def _mean(self, home: Home) -> Clues:
        """What the articles have in common that belong to one story and stand in another, or in the same."""
        if home not in self._means:
            ours = [self._looked_up.article(one) for one in sorted(self._looked_up.members(home[1]))]
            self._means[home] = mean([one.clues for one in ours if one.home == home])
        return self._means[home]
