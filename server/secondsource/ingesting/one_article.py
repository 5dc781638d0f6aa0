"""One article in the base: its publisher, what its source says of it, and every wording that it had."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from secondsource.factbase.addresses import split_web_address, url_key
from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Outlet, Version
from secondsource.factbase.moments import now, split_published
from secondsource.identity import digest
from secondsource.ingesting.outcomes import Outcome, Refusal, Result
from secondsource.ingesting.placing import Move, placed
from secondsource.reading.passages import passage_content, split_passages


class Described(Protocol):
    """An article as its source describes it: a story folder's entry, or what was found at an address."""

    @property
    def name(self) -> str: ...
    @property
    def outlet(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def origin(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def published(self) -> date | None: ...

    def text(self) -> str:
        """Its text; raises Refusal."""


def ingest_entry(
    session: Session, story_id: str, entry: Described, named: bool, moves: Sequence[Move]
) -> tuple[Outcome, set[str]]:
    """Keep one article: what became of it, and the ids of the stories that must be derived again."""
    try:
        text = entry.text()
    except Refusal as refusal:
        return Outcome(Result.REFUSED, entry.name, str(refusal)), set()
    article = session.get(Article, digest("article", entry.url))
    if article is None:
        article = new_article(session, story_id, entry, named, moves)
        session.flush()
        return Outcome(Result.NEW, entry.name, article=article.id), {story_id, article.story_id}
    before, text_before = article.story_id, article.current.text
    described_anew = _describe(session, article, story_id, entry, named, moves)
    worded_anew = _keep_version(session, article, text)
    if not described_anew and not worded_anew:
        return Outcome(Result.UNCHANGED, entry.name, article=article.id), set()
    what = sentences_changed(text_before, text) if worded_anew else "what is said of it"
    return Outcome(Result.CHANGED, entry.name, what, article.id), {before, article.story_id}


def new_article(session: Session, story_id: str, entry: Described, named: bool, moves: Sequence[Move]) -> Article:
    """An article that was not known, to be flushed with others; raises Refusal."""
    text = entry.text()
    article = Article(id=digest("article", entry.url), added_at=now())
    _describe(session, article, story_id, entry, named, moves)
    version = _version(article, text)
    session.add_all([article, version])
    set_committed_value(article, "current", version)
    return article


def _describe(
    session: Session, article: Article, story_id: str, entry: Described, named: bool, moves: Sequence[Move]
) -> bool:
    """Set what is said of an article; says whether anything is new."""
    published_at, published_offset = split_published(entry.published)
    stands_in = placed(article.id, story_id, moves)
    outlet = _keep_outlet(session, entry)
    described = {
        "story_id": stands_in,
        "given_story_id": None if stands_in == story_id else story_id,
        "named": named,
        "outlet_id": outlet.id,
        "url": entry.url,
        "url_key": url_key(entry.url),
        "title": entry.title,
        "declared_origin": entry.origin,
        "published_at": published_at,
        "published_offset": published_offset,
    }
    changed = {name: value for name, value in described.items() if getattr(article, name) != value}
    if "outlet_id" in changed:
        article.outlet = outlet
    for name, value in changed.items():
        setattr(article, name, value)
    return bool(changed)


def _keep_outlet(session: Session, entry: Described) -> Outlet:
    """The publisher by its name, with the article's domain among its domains."""
    outlet = outlet_called(session, entry.outlet)
    if outlet is None:
        outlet = Outlet(id=digest("outlet", entry.outlet), name=entry.outlet, domains=[], family=None)
        session.add(outlet)
    parts = split_web_address(entry.url)
    domain = (parts.hostname or "").removeprefix("www.") if parts else ""
    if domain and domain not in outlet.domains:
        outlet.domains = sorted([*outlet.domains, domain])
    return outlet


def outlet_called(session: Session, name: str) -> Outlet | None:
    """The publisher of a name, be it one that was not yet flushed."""
    identity = digest("outlet", name)
    new = (one for one in session.new if isinstance(one, Outlet) and one.id == identity)
    return next(new, None) or session.get(Outlet, identity)


def outlets_called(session: Session, names: Iterable[str]) -> list[Outlet]:
    """The publishers of some names that are in the base: while they are held, the session asks for none of them."""
    ids = sorted({digest("outlet", name) for name in names})
    return [one for chunk in chunks(ids) for one in session.scalars(select(Outlet).where(Outlet.id.in_(chunk)))]


def _keep_version(session: Session, article: Article, text: str) -> bool:
    """Make a text a known article's current version, and keep the others; says whether that is a change."""
    new = _version(article, text)
    versions = {version.sha256: version for version in article.versions}
    if new.sha256 in versions and versions[new.sha256].current:
        session.flush()
        return False
    for version in versions.values():
        version.current = False
    session.flush()  # the base allows one current version at any moment
    if new.sha256 in versions:
        versions[new.sha256].current = True
    else:
        session.add(new)
    session.flush()
    session.expire(article, ["current", "versions"])
    return True


def _version(article: Article, text: str) -> Version:
    """A text as an article's current version."""
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    identity = digest("version", article.id, sha256)
    return Version(id=identity, article_id=article.id, sha256=sha256, text=text, seen_at=now(), current=True)


def sentences_changed(before: str, after: str) -> str:
    """How much of a text is new or gone, in words: "2 sentences"; of a sentence reworded only the new wording."""
    old, new = (
        Counter(passage_content(text[passage.start : passage.end]) for passage in split_passages(text))
        for text in (before, after)
    )
    number = max((new - old).total(), (old - new).total())
    return "white space only" if not number else f"{number:,} sentence{'' if number == 1 else 's'}"
