"""Anything in: what sources find is described, given a story and kept, one article a transaction.

What is done stays done, whatever comes after it: a run that was stopped is run again and goes on, and what is in the
base unchanged is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Engine, String, cast, select
from sqlalchemy.orm import Session

from secondsource.factbase.addresses import split_web_address, url_key
from secondsource.factbase.fetched import recall, remember
from secondsource.factbase.models import Article, Outlet, Story
from secondsource.factbase.sessions import reading, writing
from secondsource.ingesting.fetching import Fetcher, Validators
from secondsource.ingesting.ingest import ingest_paths, ingest_within
from secondsource.ingesting.outcomes import Outcome, Result
from secondsource.ingesting.sources import Expected, Fetched, Found, Given, Item, Known, Reach, ReadToEnd, find

TITLE_LENGTH = 200  # characters of a text's first line that name its story


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to take in what is found: into which story, each article's own if none is named; what a person says of it."""

    story: str | None = None
    given: Given = field(default_factory=Given)


def ingest_all(
    engine: Engine,
    paths_or_addresses: Iterable[str],
    tell: Callable[[Outcome, int], None],
    wanted: Wanted | None = None,
    fetcher: Fetcher | None = None,
) -> None:
    """Ingest whatever is named: story folders, texts, pages, addresses, feeds, sitemaps, WARC files.

    Tells each article's outcome, and of how many it is one as far as that is known by then.
    """
    wanted = wanted or Wanted()
    reach = Reach(fetcher or Fetcher(), lambda url: _known_state(engine, url))
    named = list(paths_or_addresses)
    done = 0
    for number, name in enumerate(named, 1):
        others = done + len(named) - number
        if "://" not in name and Path(name).is_dir():
            given = _take_folder(engine, Path(name), others, tell)
        else:
            given = _take_all(engine, find(name, wanted.given, reach), wanted.story, others, tell)
        done += given


def _take_folder(engine: Engine, folder: Path, others: int, tell: Callable[[Outcome, int], None]) -> int:
    """Ingest story folders; gives how many articles they have."""
    seen = 0

    def count(outcome: Outcome, total: int) -> None:
        nonlocal seen
        seen = total
        tell(outcome, others + total)

    ingest_paths(engine, (folder,), count)
    return seen


def _take_all(
    engine: Engine, items: Iterable[Item], story: str | None, others: int, tell: Callable[[Outcome, int], None]
) -> int:
    """Ingest what a source gives; gives how many articles that were."""
    given, expected, refused = 0, 1, False
    for item in items:
        if isinstance(item, Expected):
            expected += item.count - 1
        elif isinstance(item, ReadToEnd):
            if not refused:  # else the next run would not come to what was refused in this one
                with writing(engine) as session:
                    _remember(session, item.fetched)
        else:
            outcome = item if isinstance(item, Outcome) else ingest_found(engine, item, story)
            given, refused = given + 1, refused or outcome.result is Result.REFUSED
            tell(outcome, others + max(given, expected))
    return given


def ingest_found(engine: Engine, found: Found, story: str | None = None) -> Outcome:
    """Keep one article that was found, in a story; in its own, or the one that it is in, when none is named."""
    outcomes: list[Outcome] = []
    with writing(engine) as session:
        known = _known_article(session, found.url)
        described = _described(session, found, known)
        title = story or (_title_given(session, known) if known else _own_story(found))
        ingest_within(session, title, (described,), outcomes.append)
        if found.fetched and outcomes[0].result is not Result.REFUSED:
            _remember(session, found.fetched)
    return outcomes[0]


def _own_story(found: Found) -> str:
    """The title of the story that a new article is about.

    Its own: nothing here finds which articles are about one event. Whatever does, takes this function's place.
    """
    first_line = next((line.strip() for line in found.content.splitlines() if line.strip()), found.url)
    return found.title or first_line[:TITLE_LENGTH]


def _described(session: Session, found: Found, known: Article | None) -> Found:
    """An article as it is kept: under the address and the names it has in the base, gaps filled by what was found.

    Who described it first, a person in a story folder maybe, knew better than its page.
    """
    if known is None:
        return replace(found, outlet=_outlet(session, found))
    return replace(
        found,
        url=known.url,
        outlet=known.outlet.name,
        origin=known.declared_origin or found.origin,
        title=known.title or found.title,
        published=known.published or found.published,
    )


def _known_article(session: Session, url: str) -> Article | None:
    """The article that is in the base under an address, or one that differs by what names no other page."""
    return session.scalars(select(Article).where(Article.url_key == url_key(url)).order_by(Article.id)).first()


def _title_given(session: Session, article: Article) -> str:
    """The title of the story that an article was ingested into, wherever moderators moved it."""
    return session.get_one(Story, article.given_story_id or article.story_id).title


def _outlet(session: Session, found: Found) -> str:
    """The outlet of a new article: as a person says, else the one known at its domain, else as its page says.

    But no page takes the name of an outlet that is known from other domains: its domain is its name then.
    """
    parts = split_web_address(found.url)
    domain = (parts.hostname or "").removeprefix("www.") if parts else ""
    if found.vouched or not domain:
        return found.outlet
    written = cast(Outlet.domains, String)  # a JSON list: a first sieve, the test in Python is the exact one
    likely = session.scalars(select(Outlet).where(written.contains(f'"{domain}"', autoescape=True)))
    names = [outlet.name for outlet in likely if domain in outlet.domains]
    if len(names) == 1:
        return names[0]
    same_name = session.scalar(select(Outlet).where(Outlet.name == found.outlet))
    taken = same_name is not None and not _at_home(domain, same_name)
    return domain if taken else found.outlet


def _at_home(domain: str, outlet: Outlet) -> bool:
    """Whether a domain is an outlet's by what is known: one of its domains, or within one."""
    return any(domain == known or domain.endswith(f".{known}") for known in outlet.domains)


def _known_state(engine: Engine, url: str) -> Known | None:
    with reading(engine) as session:
        known = recall(session, url)
        return Known(Validators(known.etag, known.last_modified), known.fetched_at) if known else None


def _remember(session: Session, fetched: Fetched) -> None:
    remember(session, fetched.url, fetched.validators.etag, fetched.validators.last_modified)
