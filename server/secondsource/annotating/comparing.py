"""A page laid beside a story's articles: read once, and compared once, as long as neither is another.

Many readers open one page, and one reader's page asks again when it changes and changes back. What is kept is a
function of its key alone: the page's text and day, what moderators said of its words, and the story as it was derived.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from sqlalchemy.orm import Session

from secondsource.annotating.kept import KeptArticle, KeptClaim, KeptStory
from secondsource.annotating.story import LoadedStory
from secondsource.annotating.wordings import Wordings
from secondsource.comparing.claim import Span
from secondsource.factbase.correcting import corrections_of, marks_in
from secondsource.factbase.models import About
from secondsource.identity import pair_id
from secondsource.kinds import Claim, Stance
from secondsource.reconciling import (
    Correction,
    Grouping,
    Relation,
    Source,
    corrected,
    read_claims,
    relate,
    relate_ruled,
    trace_page,
)
from secondsource.reconciling.tracing import Voice

THE_PAGE = "page"
MOST_PAGES = 32  # kept in memory, some 200 kB each
LONGEST_KEPT = 50_000  # code points: the longest articles; of longer pages the answers are kept, and few of them

Marks = frozenset[tuple[str, bool]]  # passages by content, and whether moderators said that they are furniture


@dataclass(frozen=True, slots=True)
class Link:
    """How one claim of the page stands to one stored claim of another article; `confirmed` by a moderator.

    `spans` are where either stands, or the part of it that the other tells too.
    """

    ours: Claim
    theirs: KeptClaim
    stance: Stance
    reason: str
    grade: str | None
    spans: tuple[Span, Span]
    confirmed: bool = False

    @property
    def pair_id(self) -> str:
        """The id of the relation between what the two say."""
        return pair_id(self.ours.content, self.theirs.content)


class Asked(NamedTuple):
    """A page as it is to be read: with the id, outlet and day of the stored article that it is, if it is one."""

    text: str
    article: KeptArticle | None
    marks: Marks
    corrections: frozenset[tuple[str, Correction]]

    @property
    def day(self) -> date | None:
        """The day it was published."""
        return self.article.published_day if self.article else None


@dataclass(frozen=True, eq=False)
class Compared:
    """A page as reconciling sees it, beside the story's other articles."""

    asked: Asked
    page: Source
    story: KeptStory
    relations: Mapping[str, Sequence[Relation]]

    @cached_property
    def links(self) -> Sequence[Link]:
        """Every relation between the page's claims and those of the other articles."""
        return [link for article, found in self.relations.items() for link in self._links(article, found)]

    @cached_property
    def voice(self) -> Voice:
        """The page as the teller of its claims; where it is no stored article, its origin is traced among them."""
        traced = {article.id: article.origin for article in self.story.articles.values()}
        own = self.asked.article
        origin = own.origin if own else trace_page(self.page, list(self.story.sources.values()), traced)
        return Voice(self.page, origin or "", self.story.publishers)

    @cached_property
    def wordings(self) -> Wordings:
        """The page by its words."""
        return Wordings(self.page)

    def links_by(self, grouping: Grouping) -> Iterator[Link]:
        """The links, with those that are there for moderators' merges alone."""
        yield from self.links
        for article, found in self.relations.items() if grouping.of else ():
            ruled = relate_ruled(self.page, self.story.sources[article], grouping, found)
            yield from self._links(article, ruled)

    def _links(self, article: str, relations: Iterator[Relation] | Sequence[Relation]) -> Iterator[Link]:
        kept = self.story.by_claim[article]
        for found in relations:
            yield Link(found.a, kept[found.b], found.stance, found.reason, found.grade, found.where)


def compare(session: Session, text: str, loaded: LoadedStory, own: KeptArticle | None) -> Compared:
    """A page beside the articles of its story; `own` is the one that it is, if any."""
    marked = marks_in(session, loaded.id) if About.PASSAGE in loaded.in_force else {}
    marks = frozenset(marked.items())
    kept = len(text) <= LONGEST_KEPT
    claims = (_read if kept else _read.__wrapped__)(text, own.published_day if own else None, marks)
    put_right = About.CLAIM in loaded.in_force
    corrections = corrections_of(session, {claim.content for claim in claims}) if put_right else {}
    asked = Asked(text, own, marks, frozenset(corrections.items()))
    return _compared(asked, loaded.kept) if kept else _laid_beside(asked, loaded.kept, claims)


@lru_cache(maxsize=MOST_PAGES)
def _read(text: str, published: date | None, marks: Marks) -> tuple[Claim, ...]:
    return read_claims(text, published=published, furniture=dict(marks))


@lru_cache(maxsize=MOST_PAGES)
def _compared(asked: Asked, story: KeptStory) -> Compared:
    return _laid_beside(asked, story, _read(asked.text, asked.day, asked.marks))


def _laid_beside(asked: Asked, story: KeptStory, read: tuple[Claim, ...]) -> Compared:
    claims = corrected(read, dict(asked.corrections))
    own = asked.article
    page = Source(own.id if own else THE_PAGE, own.outlet.name if own else "", asked.text, claims, published=asked.day)
    others = (source for article, source in story.sources.items() if article != page.id)
    return Compared(asked, page, story, {source.id: relate(page, source) for source in others})
