"""Which story a page tells, and which of its articles, if any, the page is itself."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, func, select
from sqlalchemy.orm import Session

from secondsource.factbase.addresses import url_key
from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Passage, Term, Version
from secondsource.factbase.terms import names, weight
from secondsource.lookup import candidates
from secondsource.reading.passages import passage_content, split_passages

Own = Row[str, str]  # the page's own article: its story's id, and its own
Names = dict[str, float]  # a vector: each name with its weight

BY_URL, BY_TEXT = "url", "text"
# Cosine of the page's names and those of a story's articles, each name as heavy as it is rare. Measured on
# 14 articles of four stories, each held out: .33 to .71 with its own story (.26 when the base has one
# article of it), .05 at most with another. Articles about the same people and another event reach .28: some
# are taken for the story, and comparing claims must keep them apart, as it must within any story.
MIN_COSINE = 0.25
MIN_SHARED_WEIGHT = 8.0  # two or three rare names: one alone proves nothing, however short the page
# Two outlets' articles share .16 of their sentences at most (same four stories); a copy shares nearly all.
SAME_PASSAGES = 0.8
MIN_PASSAGES = 5  # fewer sentences in common are quotations or furniture


_ARTICLE = select(Article.story_id, Article.id).order_by(Article.id).limit(1)
_AT_ADDRESS = _ARTICLE.where(Article.url_key == bindparam("key"))
_OF_TEXT = _ARTICLE.join(Article.versions).where(Version.sha256 == bindparam("sha256"))
_PASSAGES = func.count(Passage.content.distinct())
_NUMBER_OF_PASSAGES = select(_PASSAGES).join(Passage.version).where(Version.article_id == bindparam("id"))
_SHARING = (
    select(Version.article_id, _PASSAGES)
    .join(Passage.version)
    .where(
        Version.article_id.in_(bindparam("articles", expanding=True)),
        Passage.content.in_(bindparam("contents", expanding=True)),
    )
    .group_by(Version.article_id)
)
_TERMS = select(Term.article_id, Term.term).where(Term.article_id.in_(bindparam("articles", expanding=True)))


@dataclass(frozen=True, slots=True)
class Found:
    """A story, how it was found, and the article that the page is (None for one that is not in the base).

    `looked_up` says whether the index of words was asked, which follows the base.
    """

    story_id: str
    matched_by: str
    own_article_id: str | None
    looked_up: bool = False


def find_story(session: Session, url: str | None, text: str, *, whole: bool = False) -> Found | None:
    """The story of a page by its address, else by its text; None when the base holds none.

    `whole`: `lookup.is_up_to_date` said so of the session.
    """
    base = session.connection()
    if own := _by_url(base, url):
        return Found(own.story_id, BY_URL, own.id)
    if own := _by_same_text(base, text):
        return Found(own.story_id, BY_TEXT, own.id)
    story_of = {candidate.article_id: candidate.story_id for candidate in candidates(session, text, whole=whole)}
    if article_id := _by_same_passages(base, text, story_of):
        return Found(story_of[article_id], BY_TEXT, article_id, looked_up=True)
    story_id = _by_names(base, text, story_of)
    return Found(story_id, BY_TEXT, None, looked_up=True) if story_id else None


def _by_url(base: Connection, url: str | None) -> Own | None:
    key = None if url is None else url_key(url)
    return None if key is None else base.execute(_AT_ADDRESS, {"key": key}).first()


def _by_same_text(base: Connection, text: str) -> Own | None:
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return base.execute(_OF_TEXT, {"sha256": sha256}).first()


def _by_same_passages(base: Connection, text: str, articles: Collection[str]) -> str | None:
    """Of some articles the one that has nearly all sentences in common with the page, or with a part of it."""
    ours = {passage_content(text[passage.start : passage.end]) for passage in split_passages(text)}
    shared: Counter[str] = Counter()
    for chunk in chunks(sorted(ours)):
        shared.update(dict(base.execute(_SHARING, {"articles": list(articles), "contents": chunk}).all()))
    article_id, count = min(shared.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    if count < MIN_PASSAGES:
        return None
    theirs = base.execute(_NUMBER_OF_PASSAGES, {"id": article_id}).scalar() or 0
    return article_id if count >= SAME_PASSAGES * min(len(ours), theirs) else None


def _by_names(base: Connection, text: str, story_of: Mapping[str, str]) -> str | None:
    """The story whose articles use the page's rare names, if it is close enough to be the same story."""
    page = {term: weight(term) for term in names(text)}
    stories = _names_of(base, page, story_of)
    best = max(stories, key=lambda story: (_cosine(page, stories[story]), story), default=None)
    if best is None or _cosine(page, stories[best]) < MIN_COSINE:
        return None
    shared = sum(heavy for term, heavy in page.items() if term in stories[best])
    return best if shared >= MIN_SHARED_WEIGHT else None


def _names_of(base: Connection, page: Names, story_of: Mapping[str, str]) -> dict[str, Names]:
    """The names of each story: those of its articles that share one with the page, together."""
    articles: dict[str, Names] = {article_id: {} for article_id in story_of}
    for article_id, term in base.execute(_TERMS, {"articles": list(story_of)}):
        articles[article_id][term] = weight(term)
    stories: dict[str, Names] = {}
    for article_id, article in articles.items():
        if article.keys() & page.keys():
            together, length = stories.setdefault(story_of[article_id], {}), _length(article)
            for term, heavy in article.items():
                together[term] = together.get(term, 0.0) + heavy / length
    return stories


def _cosine(a: Names, b: Names) -> float:
    lengths = _length(a) * _length(b)
    return sum(heavy * b.get(term, 0.0) for term, heavy in a.items()) / lengths if lengths else 0.0


def _length(vector: Names) -> float:
    return math.sqrt(sum(heavy * heavy for heavy in vector.values()))
