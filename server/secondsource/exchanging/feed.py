"""What changed, the newest first, as JSON Feed 1.1 (https://jsonfeed.org/version/1.1).

New stories, facts that moderators settled or disputed, articles whose text changed. A page goes on where a mark says
that the one before ended, so that nothing is told twice or left out while new things come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from secondsource.exchanging.publisher import NAME
from secondsource.exchanging.standing import standing_facts
from secondsource.factbase.models import Action, Article, Claim, Decision, Fact, Story, Version

VERSION = "https://jsonfeed.org/version/1.1"
PAGE = 30
_MARK = re.compile(r"(?P<at>[2-9]\d{3}-[0-9T:.-]{1,30}\+00:00) (?P<kind>[a-z]{1,10}) (?P<id>[0-9a-f]{1,32})", re.ASCII)
STANDING = {Action.SETTLE_FACT: "settled", Action.DISPUTE_FACT: "disputed"}


class BadMarkError(ValueError):
    """Not a mark that a page of the feed gave."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Where a change stands among all; what came later is greater."""

    at: datetime
    kind: str
    id: str

    def __str__(self) -> str:
        """As `read_mark` reads it."""
        return f"{self.at.isoformat()} {self.kind} {self.id}"


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `page` is below the server's address, `original` the outlet's own page."""

    mark: Mark
    title: str
    text: str
    page: str
    tag: str
    original: str | None = None


def feed(session: Session, before: Mark | None, address: str) -> dict[str, Any]:
    """One page of the feed: what is older than the mark; `address` is the server's own and ends in a slash."""
    found = sorted(_changes(session, before), key=lambda change: change.mark, reverse=True)
    shown = found[:PAGE]
    told: dict[str, Any] = {
        "version": VERSION,
        "title": NAME,
        "home_page_url": address,
        "feed_url": f"{address}feed.json",
        "description": "New stories, facts that moderators settled or disputed, and articles whose text changed.",
        "language": "en",
        "authors": [{"name": NAME, "url": address}],
    }
    if len(found) > len(shown):
        told["next_url"] = f"{address}feed.json?before={quote(str(shown[-1].mark))}"
    return told | {"items": [_item(change, address) for change in shown]}


def read_mark(words: str) -> Mark:
    """A mark as a page of the feed gave it; raises BadMarkError."""
    found = _MARK.fullmatch(words)
    try:
        if found is None:
            raise BadMarkError(words)
        return Mark(datetime.fromisoformat(found["at"]), found["kind"], found["id"])
    except ValueError as error:
        raise BadMarkError(words) from error


def _changes(session: Session, before: Mark | None) -> Iterator[Change]:
    """Of each kind as many as a page may have, and one more to know by that another page follows."""
    for story in session.scalars(_older(_stories(), before, Story.created_at, "story", Story.id)).unique():
        yield _new_story(story)
    facts = _older(_facts(), before, Decision.decided_at, "fact", Fact.id)
    for fact, decision in session.execute(facts).unique():
        yield _standing_fact(fact, decision)
    for version in session.scalars(_older(_versions(), before, Version.seen_at, "version", Version.id)).unique():
        yield _changed_article(version)


def _older(
    query: Select[*tuple[Any, ...]], before: Mark | None, at: Any, kind: str, identity: Any
) -> Select[*tuple[Any, ...]]:
    """The query's newest rows before a mark. At the mark's own moment, kind and id decide, as in `Mark`."""
    if before is not None:
        earlier: ColumnElement[bool] = at < before.at
        if kind < before.kind:
            earlier = at <= before.at
        elif kind == before.kind:
            earlier = or_(earlier, (at == before.at) & (identity < before.id))
        query = query.where(earlier)
    return query.order_by(at.desc(), identity.desc()).limit(PAGE + 1)


def _stories() -> Select[Story]:
    return select(Story).where(Story.articles.any()).options(selectinload(Story.articles).joinedload(Article.outlet))


def _facts() -> Select[Fact, Decision]:
    claims = selectinload(Fact.claims).joinedload(Claim.article).joinedload(Article.outlet)
    return standing_facts(STANDING).options(claims, joinedload(Fact.story))


def _versions() -> Select[Version]:
    """Texts of articles of which an earlier one is known."""
    earlier = aliased(Version)
    known = select(earlier.id).where(earlier.article_id == Version.article_id, earlier.seen_at < Version.seen_at)
    return select(Version).where(known.exists()).options(joinedload(Version.article).joinedload(Article.outlet))


def _new_story(story: Story) -> Change:
    outlets = sorted({article.outlet.name for article in story.articles})
    text = f"A new story, as told by {_listed(outlets)}."
    return Change(Mark(story.created_at, "story", story.id), story.title, text, f"#story-{story.id}", "story")


def _standing_fact(fact: Fact, decision: Decision) -> Change:
    tag = STANDING[Action(decision.action)]
    said: dict[str, list[str]] = {}
    for claim in fact.claims:
        said.setdefault(claim.value, []).append(claim.article.outlet.name)
    lines = [f"{_listed(sorted(set(outlets)))}: {value}" for value, outlets in sorted(said.items())]
    if decision.action == Action.SETTLE_FACT:
        lines.append(f"{decision.change['note']} (Source: {decision.change['source']})")
    title = f"{tag.capitalize()}: {fact.label}"
    page = f"read/{fact.claims[0].article_id}"
    return Change(Mark(decision.decided_at, "fact", fact.id), title, "\n".join([fact.story.title, *lines]), page, tag)


def _changed_article(version: Version) -> Change:
    article = version.article
    title = f"{article.outlet.name} changed an article" + (f": {article.title}" if article.title else "")
    text = f"{article.url} has another text than before."
    mark = Mark(version.seen_at, "version", version.id)
    return Change(mark, title, text, f"read/{article.id}", "changed article", article.url)


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _item(change: Change, address: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": f"{change.mark.kind}-{change.mark.id}-{change.mark.at.isoformat()}",
        "url": address + change.page,
        "title": change.title,
        "content_text": change.text,
        "date_published": change.mark.at.isoformat(),
        "tags": [change.tag],
    }
    return told | ({} if change.original is None else {"external_url": change.original})
