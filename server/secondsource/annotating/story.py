"""A story as annotating needs it: its articles, their claims with facts, and what moderators ruled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from secondsource.factbase.correcting import grouping_of
from secondsource.factbase.lookups import articles_of, chunks
from secondsource.factbase.models import About, Action, Article, Claim, Fact, Ruling, Story
from secondsource.factbase.rulings import FactRuling, Status, fact_rulings
from secondsource.kinds import Claim as ReadClaim
from secondsource.reconciling import Grouping, Source

MOST_PREPARED = 64  # articles kept in memory for the pages to come: those of some ten stories, each below a megabyte
CLAIM_FIELDS = tuple(field.name for field in fields(ReadClaim))


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A stored claim as reading made it, with the article that makes it and the fact it belongs to."""

    claim: ReadClaim
    content: str
    article: Article
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class LoadedStory:
    """A story with its claims by article id, in text order."""

    story: Story
    articles: Mapping[str, Article]
    claims: Mapping[str, Sequence[KeptClaim]]
    rulings: Mapping[str, FactRuling]
    grouping: Grouping

    @property
    def hidden_facts(self) -> frozenset[str]:
        """The facts that readers are not to see, by id."""
        return frozenset(fact_id for fact_id, ruled in self.rulings.items() if ruled.status is Status.HIDDEN)

    def taken_apart(self) -> Callable[[str, Fact], bool]:
        """Says of a claim of some content and of a fact whether moderators took them apart: they are of two things."""
        numbers: dict[str, set[int]] = defaultdict(set)
        fact_of: dict[str, str] = {}
        for kept in (kept for claims in self.claims.values() for kept in claims):
            if kept.fact:
                fact_of[kept.content] = kept.fact.id
                number = self.grouping.of.get(kept.content)
                numbers[kept.fact.id] |= set() if number is None else {number}
        return lambda content, fact: not self.grouping.may_join(numbers[fact_of.get(content, "")], numbers[fact.id])

    def source(self, article_id: str) -> Source:
        """One article as reconciling sees it."""
        article = self.articles[article_id]
        claims = tuple(kept.claim for kept in self.claims[article_id])
        text = article.current.text
        outlet, day = article.outlet.name, article.published_day
        return _prepared(Source(article.id, outlet, text, claims, article.declared_origin, day))


@lru_cache(maxsize=MOST_PREPARED)
def _prepared(source: Source) -> Source:
    """The source itself, or an equal one of an earlier page, with all that was worked out for that."""
    return source


def load_story(session: Session, story_id: str) -> LoadedStory:
    """Everything about a story that its notes are made of, in seven queries at most however many articles it has."""
    articles = {article.id: article for article in articles_of(session, story_id)}
    facts = {fact.id: fact for fact in session.scalars(select(Fact).where(Fact.story_id == story_id))}
    claims: dict[str, list[KeptClaim]] = {article_id: [] for article_id in articles}
    for article_id, fact_id, content, *values in session.execute(_claims_of(story_id)):
        read = ReadClaim(**dict(zip(CLAIM_FIELDS, values, strict=True)))
        claims[article_id].append(KeptClaim(read, content, articles[article_id], facts.get(fact_id)))
    story = session.get_one(Story, story_id)
    return LoadedStory(
        story, articles, claims, fact_rulings(session, Fact.story_id == story_id), grouping_of(session, story_id)
    )


def rulings(session: Session, pair_ids: Iterable[str]) -> dict[str, Action]:
    """What moderators ruled on relations that is in force, by pair id."""
    query = select(Ruling.key, Ruling.action).where(Ruling.about == About.RELATION)
    return {
        ruling.key: Action(ruling.action)
        for chunk in chunks(sorted(set(pair_ids)))
        for ruling in session.execute(query.where(Ruling.key.in_(chunk)))
    }


def _claims_of(story_id: str) -> Select[Any]:
    columns = (getattr(Claim, name) for name in CLAIM_FIELDS)
    of_story = (
        select(Claim.article_id, Claim.fact_id, Claim.content, *columns)
        .join(Claim.article)
        .where(Article.story_id == story_id)
    )
    return of_story.order_by(Claim.article_id, Claim.start, Claim.end, Claim.id)
