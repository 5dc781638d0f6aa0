"""What a decision is about, as the moderator sees it: the claims, the stories, and a snapshot of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, with_expression

from secondsource.factbase.models import About, Article, Claim, Fact, Passage, Relation, Report, Ruling, Story, Version
from secondsource.factbase.rulings import NO_RULING, fact_rulings, fact_status, relation_status


class NoSuchTargetError(LookupError):
    """What a decision is to be about is not in the base."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a decision is taken on; `snapshot` is JSON, enough to tell what it was when it is there no more."""

    snapshot: dict[str, Any]
    claims: list[Claim] = field(default_factory=list)
    stories: frozenset[str] = frozenset()

    def contents(self) -> list[str]:
        """The contents of the claims, each once, in order."""
        return sorted({claim.content for claim in self.claims})

    def kept(self) -> dict[str, Any]:
        """The snapshot with the claims' words."""
        return self.snapshot | {"claims": [_words(claim) for claim in self.claims]} if self.claims else self.snapshot


def relation(session: Session, pair_id: str) -> Seen:
    """The claims that stand in a relation, wherever it occurs, and what it says."""
    query = select(Relation).where(Relation.pair_id == pair_id).order_by(Relation.id)
    shown = query.options(joinedload(Relation.story), with_expression(Relation.status, relation_status()))
    relations = session.scalars(shown.execution_options(populate_existing=True)).all()
    if not relations:
        raise NoSuchTargetError(pair_id)
    first = relations[0]
    ids = {claim_id for found in relations for claim_id in (found.a_id, found.b_id)}
    snapshot = {"story": _story(first.story), "relation": _standing(first)}
    return Seen(snapshot, _claims(session, Claim.id.in_(ids)), frozenset(found.story_id for found in relations))


def claim(session: Session, content: str) -> Seen:
    """The claims of one content, in all articles that have it."""
    claims = _claims(session, Claim.content == content)
    if not claims:
        raise NoSuchTargetError(content)
    return Seen({"story": _story(claims[0].article.story)}, claims, frozenset(one.article.story_id for one in claims))


def fact(session: Session, fact_id: str) -> Seen:
    """A fact's claims, what it is called, and what moderators say of it."""
    query = select(Fact).where(Fact.id == fact_id).options(with_expression(Fact.status, fact_status()))
    found = session.scalars(query.execution_options(populate_existing=True)).first()
    if found is None:
        raise NoSuchTargetError(fact_id)
    ruled = fact_rulings(session, Fact.id == fact_id).get(fact_id, NO_RULING)
    named = {"id": found.id, "kind": found.kind, "label": ruled.label or found.label, "status": found.status}
    said = {"wording": ruled.wording, "note": ruled.note, "source": ruled.source}
    snapshot = {"story": _story(found.story), "fact": named | said}
    return Seen(snapshot, _claims(session, Claim.fact_id == fact_id), frozenset({found.story_id}))


def passage(session: Session, content: str) -> Seen:
    """A sentence, wherever it stands."""
    query = select(Passage).where(Passage.content == content).order_by(Passage.version_id, Passage.number)
    found = session.scalars(
        query.options(joinedload(Passage.version).joinedload(Version.article).joinedload(Article.story))
    ).all()
    if not found:
        raise NoSuchTargetError(content)
    first = found[0]
    words = first.version.text[first.start : first.end]
    snapshot = {
        "story": _story(first.version.article.story),
        "article": _article(first.version.article),
        "passage": {"words": words, "furniture": first.furniture},
    }
    return Seen(snapshot, stories=frozenset(one.version.article.story_id for one in found))


def article(session: Session, article_id: str) -> Seen:
    """An article, where it stands and where it has it from."""
    found = session.get(Article, article_id)
    if found is None:
        raise NoSuchTargetError(article_id)
    snapshot = {"story": _story(found.story), "article": _article(found)}
    return Seen(snapshot, stories=frozenset({found.story_id}))


def story(session: Session, story_id: str) -> Seen:
    """A story and its articles."""
    found = session.get(Story, story_id)
    if found is None or not found.articles:
        raise NoSuchTargetError(story_id)
    snapshot = {"story": _story(found), "articles": [_article(one) for one in found.articles]}
    return Seen(snapshot, stories=frozenset({story_id}))


def report(session: Session, report_id: str) -> Seen:
    """What a reader reported, and whether it is closed."""
    found = session.scalars(select(Report).where(Report.id == report_id)).first()
    if found is None:
        raise NoSuchTargetError(report_id)
    closing = select(Ruling.key).where(Ruling.key == report_id, Ruling.about == About.REPORT)
    status = "open" if session.scalars(closing).first() is None else "closed"
    return Seen({"report": {"words": found.words, "url": found.url, "fact": found.fact, "status": status}})


def _claims(session: Session, wanted: ColumnElement[bool]) -> list[Claim]:
    query = select(Claim).where(wanted).options(joinedload(Claim.article).joinedload(Article.outlet))
    return list(session.scalars(query.order_by(Claim.id)))


def _story(found: Story) -> dict[str, str]:
    return {"id": found.id, "title": found.title}


def _standing(found: Relation) -> dict[str, str | None]:
    return {"stance": found.stance, "reason": found.reason, "status": found.status}


def _article(found: Article) -> dict[str, str | None]:
    return {
        "id": found.id,
        "outlet": found.outlet.name,
        "url": found.url,
        "title": found.title,
        "origin": found.origin,
    }


def _words(found: Claim) -> dict[str, Any]:
    """A claim as the moderator saw it, enough to find its words again in another version of the article."""
    return {
        "article": found.article_id,
        "outlet": found.article.outlet.name,
        "url": found.article.url,
        "version": found.version_id,
        "fact": found.fact_id,
        "content": found.content,
        "kind": found.kind,
        "subject": found.subject,
        "property": found.property,
        "value": found.value,
        "exact": found.exact,
        "start": found.start,
        "passage": found.passage,
        "passage_start": found.passage_start,
    }
