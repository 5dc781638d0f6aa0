"""Which story a page tells, and which of its articles, if any, the page is itself."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from secondsource.factbase.addresses import url_key
from secondsource.factbase.models import Article, Passage, Term, Version
from secondsource.factbase.terms import names, weight
from secondsource.factbase.passages import passage_content
from secondsource.reading import read

BY_URL, BY_TEXT = "url", "text"
CANDIDATES = 20  # articles that share the most names with the page, looked at closely
MIN_SHARED_WEIGHT = 20.0
MIN_COVERED = 0.3
SAME_PASSAGES = 0.8
MIN_PASSAGES = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A story, how it was found, and the article that the page is (None for one that is not in the base)."""

    story_id: str
    matched_by: str
    own_article_id: str | None


def find_story(session: Session, url: str | None, text: str) -> Found | None:
    """The story of a page by its address, else by its text; None when the base holds none."""
    article = _by_url(session, url) or _by_same_text(session, text)
    if article is not None:
        matched_by = BY_URL if url is not None and article.url_key == url_key(url) else BY_TEXT
        return Found(article.story_id, matched_by, article.id)
    own = _by_same_passages(session, text)
    if own is not None:
        return Found(own.story_id, BY_TEXT, own.id)
    story_id = _by_names(session, text)
    return None if story_id is None else Found(story_id, BY_TEXT, None)


def _by_url(session: Session, url: str | None) -> Article | None:
    key = None if url is None else url_key(url)
    if key is None:
        return None
    return session.scalars(
        select(Article).where(Article.url_key == key).order_by(Article.id).limit(1)
    ).first()


def _by_same_text(session: Session, text: str) -> Article | None:
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    query = (
        select(Article).join(Article.versions).where(Version.sha256 == sha256).order_by(Article.id).limit(1)
    )
    return session.scalars(query).first()


def _by_same_passages(session: Session, text: str) -> Article | None:
    """The article most of whose sentences the page has word for word, or that has most of the page's."""
    contents = {passage_content(text[passage.start : passage.end]) for passage in read(text).passages}
    shared = func.count(Passage.content.distinct())
    query = (
        select(Version.article_id, shared)
        .join(Passage.version)
        .where(Passage.content.in_(contents))
        .group_by(Version.article_id)
        .order_by(shared.desc(), Version.article_id)
        .limit(1)
    )
    best = session.execute(query).first()
    if best is None or best[1] < MIN_PASSAGES:
        return None
    theirs = session.scalar(
        select(func.count(Passage.content.distinct()))
        .join(Passage.version)
        .where(Version.article_id == best[0])
    )
    if best[1] < SAME_PASSAGES * min(len(contents), theirs or 1):
        return None
    return session.get(Article, best[0])


def _by_names(session: Session, text: str) -> str | None:
    """The story whose articles together use enough of the page's rare names."""
    wanted = names(text)
    shared = func.count()
    query = (
        select(Term.article_id, Article.story_id)
        .join(Article, Article.id == Term.article_id)
        .where(Term.term.in_(wanted))
        .group_by(Term.article_id, Article.story_id)
        .order_by(shared.desc(), Term.article_id)
        .limit(CANDIDATES)
    )
    stories = {article: story for article, story in session.execute(query)}
    terms = select(Term.article_id, Term.term).where(Term.article_id.in_(stories))
    covered: dict[str, set[str]] = {}
    for article_id, term in session.execute(terms):
        covered.setdefault(stories[article_id], set()).add(term)
    scores = Counter({story: shared_weight(wanted, theirs) for story, theirs in covered.items()})
    total = sum(weight(term) for term in wanted)
    for story, score in scores.most_common(1):
        if score >= MIN_SHARED_WEIGHT and score >= MIN_COVERED * total:
            return story
    return None


def shared_weight(wanted: Counter[str], theirs: set[str]) -> float:
    """How much the names say that a page and a story share."""
    return sum(weight(term) for term in wanted if term in theirs)
