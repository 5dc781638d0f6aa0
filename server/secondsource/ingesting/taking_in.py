"""Articles that were found are described, given a story and kept, some in a transaction.

A base never holds half of one; what is in it unchanged is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sqlalchemy import Engine, String, cast, or_, select
from sqlalchemy.exc import DataError, SQLAlchemyError
from sqlalchemy.orm import Session, joinedload

from secondsource.factbase.addresses import split_web_address, url_key
from secondsource.factbase.fetched import remember
from secondsource.factbase.lookups import known
from secondsource.factbase.models import Article, Outlet, Story
from secondsource.factbase.moments import day_of, now
from secondsource.factbase.sessions import writing
from secondsource.gathering import keeping
from secondsource.identity import digest
from secondsource.ingesting.choosing import Stories
from secondsource.ingesting.ingest import derive_touched, ingest_within, keep_story
from secondsource.ingesting.looked_up import headline
from secondsource.ingesting.one_article import ingest_entry, new_article, outlet_called, outlets_called
from secondsource.ingesting.outcomes import Outcome, Refusal, Result, fault
from secondsource.ingesting.sources import Fetched, Found
from secondsource.ingesting.sources.found import refused

TOGETHER_CHARACTERS = 100_000  # of the stories that change: nobody else may write while these are derived


def ingest_together(engine: Engine, found: Sequence[Found], story: str | None = None) -> Iterator[Outcome]:
    """Keep several articles; each story that some of them change is derived once for those.

    One at which the program fails in a way that nobody foresaw is refused, and the others are kept; but where it is the
    base that fails, whatever it is asked, that is raised.
    """
    done, together = 0, len(found)
    while done < len(found):
        try:
            outcomes = _ingest(engine, found[done : done + together], story)
        except Exception as error:
            if isinstance(error, SQLAlchemyError) and not isinstance(error, DataError):
                raise  # whatever it is asked
            if together > 1:
                together = 1
                continue
            outcomes = [refused(found[done].name, fault(error))]
        done += len(outcomes)
        yield from outcomes


def _ingest(engine: Engine, found: Sequence[Found], story: str | None) -> list[Outcome]:
    """Keep the first of some articles, as many as go in one transaction."""
    with writing(engine) as session:
        outcomes = _ingest_named(session, found, story) if story else _ingest_unnamed(session, found)
        _remember_all(session, found[: len(outcomes)], outcomes)
    return outcomes


def _ingest_named(session: Session, found: Sequence[Found], story: str) -> list[Outcome]:
    outcomes: list[Outcome] = []
    described = (_described(session, one, known_article(session, one.url)) for one in found)
    ingest_within(session, keep_story(session, story), described, outcomes.append)
    return outcomes


def _ingest_unnamed(session: Session, found: Sequence[Found]) -> list[Outcome]:
    """The first of them, as far as all are known, or none is and they are under as many addresses."""
    keys = [url_key(one.url) or "" for one in found]
    articles = known_articles(session, [one.url for one in found])
    if keys[0] in articles:
        number = next((n for n, key in enumerate(keys) if key not in articles), len(found))
        return _ingest_known(session, found[:number], [articles[key] for key in keys[:number]])
    number = next((n for n, key in enumerate(keys) if key in articles or key in keys[:n]), len(found))
    return _ingest_new(session, found[:number])


def _ingest_known(session: Session, found: Sequence[Found], articles: Sequence[Article]) -> list[Outcome]:
    """Keep the first of some articles that are known, until what is to be derived is TOGETHER_CHARACTERS long."""
    outcomes: list[Outcome] = []
    touched: set[str] = set()
    stories = Stories(session)
    for one, known_as in zip(found, articles, strict=True):
        given = known_as.given_story_id or known_as.story_id
        described = _described(session, one, known_as)
        outcome, stale = ingest_entry(session, given, described, known_as.named, stories.moves)
        outcomes.append(outcome)
        if stale:
            stories.changed(known_as, stale)
            touched |= stale
            if stories.characters(touched) > TOGETHER_CHARACTERS:
                break
    stories.keep()
    derive_touched(session, touched, touched)
    return outcomes


def _ingest_new(session: Session, found: Sequence[Found]) -> list[Outcome]:
    """Keep the first of some articles that are new, until what is to be derived is TOGETHER_CHARACTERS long.

    One after the other, as each is told by its clues from those before it; what they say is derived afterwards.
    """
    outcomes: list[Outcome] = []
    touched: set[str] = set()
    stories = Stories(session)
    today = now().date()
    read = [
        (keeping.read(one.title, one.content, day_of(one.published)), day_of(one.published) or today) for one in found
    ]
    own = [digest("article", one.url) for one in found]
    opened = known(session, Story.id, own)
    _held = outlets_called(session, [one.outlet for one in found])
    with session.no_autoflush:  # all that is new goes into the base together
        for one, (clues, day), near, own_id in zip(found, read, stories.look_up(read), own, strict=True):
            try:
                one.text()
            except Refusal as refusal:
                outcomes.append(refused(one.name, refusal))
                continue
            story_id = stories.closest_to(clues, day, near) or own_id
            if story_id == own_id and own_id not in opened:
                stories.open(own_id, headline(one.title, one.content) or one.url)
            article = new_article(session, story_id, _described(session, one, None), False, stories.moves)
            outcomes.append(Outcome(Result.NEW, one.name, stories.came(article), article.id))
            touched |= {story_id, article.story_id}
            if stories.characters(touched) > TOGETHER_CHARACTERS:
                break
    session.flush()
    stories.keep()
    derive_touched(session, touched, touched)
    return outcomes


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


def known_article(session: Session, url: str) -> Article | None:
    """The article that is in the base under an address, or one that differs by what names no other page."""
    return known_articles(session, (url,)).get(url_key(url) or "")


def known_articles(session: Session, urls: Iterable[str]) -> dict[str, Article]:
    """The same of several addresses, by their keys, each with its outlet and its current text."""
    keys = {digest("article", url): url_key(url) or "" for url in urls}
    query = select(Article).where(or_(Article.url_key.in_(keys.values()), Article.id.in_(keys)))
    query = query.options(joinedload(Article.outlet), joinedload(Article.current)).order_by(Article.id.desc())
    return {keys.get(article.id, article.url_key): article for article in session.scalars(query)}


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
    unflushed = (one for one in (*session.new, *session.dirty) if isinstance(one, Outlet))
    names = {outlet.name for outlet in chain(likely, unflushed) if domain in outlet.domains}
    if len(names) == 1:
        return names.pop()
    same_name = outlet_called(session, found.outlet)
    taken = same_name is not None and not _at_home(domain, same_name)
    return domain if taken else found.outlet


def _at_home(domain: str, outlet: Outlet) -> bool:
    """Whether a domain is an outlet's by what is known: one of its domains, or within one."""
    return any(domain == known or domain.endswith(f".{known}") for known in outlet.domains)


def _remember_all(session: Session, found: Iterable[Found], outcomes: Iterable[Outcome]) -> None:
    """Keep what hosts said of the pages that were not refused."""
    for one, outcome in zip(found, outcomes, strict=True):
        if one.fetched and outcome.result is not Result.REFUSED:
            remember_state(session, one.fetched)


def remember_state(session: Session, fetched: Fetched) -> None:
    """Keep what a host said of the state of a page."""
    remember(session, fetched.url, fetched.validators.etag, fetched.validators.last_modified)
