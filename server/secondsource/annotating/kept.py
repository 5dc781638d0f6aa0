"""What was derived of a story, as annotating reads it: once a state of the story, for all the pages that tell it.

`Derivation.state` is made from all that was derived of a story. Whoever derives it anew, in whichever process, gives it
another, so what is kept under a state is never stale. What people decided without anything being derived (labels, what
is hidden or confirmed) is no part of it: `story.py` asks for that anew.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cached_property
from sys import intern
from threading import Lock
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import articles_of
from secondsource.factbase.models import Article, Claim, Fact
from secondsource.kinds import Claim as ReadClaim
from secondsource.reconciling import Source
from secondsource.reconciling.origins import outlets_of
from secondsource.reconciling.tracing import Voice, is_in_words, is_one_origin

# Of the stories kept in memory, those of some forty: half a megabyte an article, with what comparing works out of it.
# Where readers read more stories in turn than are kept, each new page pays for that anew: 110 articles of 27 stories
# took 9 ms of processor time each to load with 64 kept and 1 ms with all, and 44 and 36 ms to relate, on a busy
# machine.
MOST_ARTICLES = 160
CLAIM_FIELDS = tuple(field.name for field in fields(ReadClaim))


@dataclass(frozen=True, slots=True)
class KeptOutlet:
    """An article's publisher."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as notes point to it: `published` is a day or a moment, `origin` where its outlet got it."""

    id: str
    outlet: KeptOutlet
    url: str
    published: date | None
    origin: str

    @property
    def published_day(self) -> date | None:
        """The day it was published, in its own time zone."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact under the label that the program gave it."""

    id: str
    kind: str
    read_label: str


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A stored claim as reading made it, with the article that makes it and the fact it belongs to."""

    claim: ReadClaim
    content: str
    article: KeptArticle
    fact: KeptFact | None


@dataclass(frozen=True, eq=False)
class KeptStory:
    """A story's articles by id, their claims in text order, and each as reconciling sees it. It is itself alone."""

    articles: Mapping[str, KeptArticle]
    claims: Mapping[str, Sequence[KeptClaim]]
    sources: Mapping[str, Source]

    @cached_property
    def by_claim(self) -> Mapping[str, Mapping[ReadClaim, KeptClaim]]:
        """The kept claims by article and claim."""
        return {article: {kept.claim: kept for kept in claims} for article, claims in self.claims.items()}

    @cached_property
    def of_facts(self) -> Mapping[KeptFact, Sequence[KeptClaim]]:
        """The claims by their fact; clauses of a sentence that quotes somebody have none."""
        told: dict[KeptFact, list[KeptClaim]] = defaultdict(list)
        for claims in self.claims.values():
            quoting = {kept.claim.passage_start for kept in claims if is_one_origin(kept.claim.kind)}
            for kept in claims:
                if kept.fact and not (is_in_words(kept.claim.kind) and kept.claim.passage_start in quoting):
                    told[kept.fact].append(kept)
        return dict(told)

    @cached_property
    def of_shared_facts(self) -> Mapping[KeptFact, Sequence[KeptClaim]]:
        """The same of the facts that more than one article tells."""
        return {fact: told for fact, told in self.of_facts.items() if len({kept.article.id for kept in told}) > 1}

    @cached_property
    def facts_saying(self) -> Mapping[str, frozenset[str]]:
        """The ids of the facts that have a claim of a content, by the content."""
        saying: dict[str, set[str]] = defaultdict(set)
        for kept in (kept for claims in self.claims.values() for kept in claims):
            if kept.fact:
                saying[kept.content].add(kept.fact.id)
        return {content: frozenset(facts) for content, facts in saying.items()}

    @cached_property
    def publishers(self) -> frozenset[str]:
        """Every outlet and origin of the articles."""
        return outlets_of(self.sources.values()) | {article.origin for article in self.articles.values()}

    @cached_property
    def voices(self) -> Mapping[str, Voice]:
        """The articles, by id, as the tellers of their claims."""
        origins = {article.id: article.origin for article in self.articles.values()}
        return {source.id: Voice(source, origins[source.id], self.publishers) for source in self.sources.values()}


class Keeper:
    """The stories that were asked for last, of MOST_ARTICLES articles together at most."""

    def __init__(self) -> None:
        self._stories: OrderedDict[str, KeptStory] = OrderedDict()
        self._lock = Lock()

    def get(self, session: Session, story_id: str, state: str | None) -> KeptStory:
        """A story in a state; one that has none, as it was derived by an older program, is loaded every time."""
        with self._lock:
            kept = self._stories.get(state or "")
            if kept is not None and state:
                self._stories.move_to_end(state)
                return kept
        loaded = _load(session, story_id)
        if state:
            with self._lock:
                self._stories[state] = loaded
                while self._stories and sum(len(kept.articles) for kept in self._stories.values()) > MOST_ARTICLES:
                    self._stories.popitem(last=False)
        return loaded


keeper = Keeper()


def _load(session: Session, story_id: str) -> KeptStory:
    """A story from the base, in three queries however many articles it has."""
    stored = articles_of(session, story_id)
    articles = {article.id: _article(article) for article in stored}
    of_story = select(Fact.id, Fact.kind, Fact.read_label).where(Fact.story_id == story_id)
    facts = {fact.id: KeptFact(fact.id, fact.kind, fact.read_label) for fact in session.execute(of_story)}
    claims: dict[str, list[KeptClaim]] = {article_id: [] for article_id in articles}
    said: dict[str, str] = {}
    for article_id, fact_id, content, *values in session.execute(_claims_of(story_id)):
        read = _claim(values, said)
        claims[article_id].append(KeptClaim(read, content, articles[article_id], facts.get(fact_id or "")))
    sources = {article.id: _source(article, claims[article.id]) for article in stored}
    return KeptStory(articles, claims, sources)


def _claim(values: Iterable[Any], said: dict[str, str]) -> ReadClaim:
    """A claim as reading made it; of words that are `said` by others too they hold one copy: a third of the memory."""
    held: dict[str, Any] = {
        name: said.setdefault(value, value) if isinstance(value, str) else value
        for name, value in zip(CLAIM_FIELDS, values, strict=True)
    }
    held["data"] = {intern(name): value for name, value in held["data"].items()}
    return ReadClaim(**held)


def _article(stored: Article) -> KeptArticle:
    outlet = KeptOutlet(stored.outlet_id, stored.outlet.name)
    return KeptArticle(stored.id, outlet, stored.url, stored.published, stored.origin)


def _source(stored: Article, claims: Sequence[KeptClaim]) -> Source:
    read = tuple(kept.claim for kept in claims)
    day = stored.published_day
    return Source(stored.id, stored.outlet.name, stored.current.text, read, stored.declared_origin, day)


def _claims_of(story_id: str) -> Select[Any]:
    columns = (getattr(Claim, name) for name in CLAIM_FIELDS)
    of_story = select(Claim.article_id, Claim.fact_id, Claim.content, *columns).join(Claim.article)
    ordered = of_story.where(Article.story_id == story_id)
    return ordered.order_by(Claim.article_id, Claim.start, Claim.end, Claim.id)
