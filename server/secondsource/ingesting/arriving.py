"""Anything in: what sources find is described, given a story and kept, some articles a transaction.

What is done stays done, whatever comes after it: a run that was stopped is run again and goes on, and what is in the
base unchanged is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy import Engine, String, cast, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, joinedload

from secondsource.factbase.addresses import split_web_address, url_key
from secondsource.factbase.fetched import recall, remember
from secondsource.factbase.lookups import known
from secondsource.factbase.models import Article, Outlet, Version
from secondsource.factbase.moments import day_of, now
from secondsource.factbase.sessions import reading, writing
from secondsource.factbase.turns import Turns
from secondsource.gathering import keeping
from secondsource.ingesting.choosing import Stories, headline
from secondsource.ingesting.fetching import PAGE_SECONDS, Fetcher, Validators
from secondsource.ingesting.ingest import (
    derive_touched,
    ingest_entry,
    ingest_paths,
    ingest_within,
    keep_story,
    new_article,
    outlet_called,
)
from secondsource.ingesting.outcomes import Outcome, Refusal, Result
from secondsource.ingesting.placing import story_id_of
from secondsource.ingesting.reading_ahead import LONGEST_READ, Portion, ReadingAhead
from secondsource.ingesting.sources import (
    Expected,
    Fetched,
    Found,
    Given,
    Item,
    Known,
    Pasted,
    Reach,
    ReadToEnd,
    find,
    read_pasted,
)
from secondsource.ingesting.sources.found import refused
from secondsource.reading import digest

if TYPE_CHECKING:
    from secondsource.ingesting.texts_read import Text

LONGEST_TURN = PAGE_SECONDS + 10.0  # seconds after which a process that took its turn at a host must be dead
TOGETHER = 20  # articles in one transaction: each story that they change is derived once for all of them
TOGETHER_CHARACTERS = 100_000  # of the stories that they change: nobody else may write while these are derived
LONGEST_WAIT = 1.0  # seconds for which one waits for others: what comes slowly, as from the web, is kept as it comes


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
    fetcher = fetcher or Fetcher(turns=Turns(engine, LONGEST_TURN))
    reach = Reach(fetcher, lambda url: _known_state(engine, url, wanted.story))
    named = list(paths_or_addresses)
    done = 0
    for number, name in enumerate(named, 1):
        others = done + len(named) - number
        if "://" not in name and Path(name).is_dir():
            given = _take_folder(engine, Path(name), others, tell)
        else:
            given = _take_all(engine, find(name, wanted.given, reach), wanted.story, others, tell)
        done += given


def ingest_pasted(
    engine: Engine, pasted: Sequence[Pasted], tell: Callable[[Outcome, int], None], story: str | None = None
) -> None:
    """Ingest what a person pasted, into the story that is named or each into the one that it is most alike."""
    _take_all(engine, chain([Expected(len(pasted))], map(read_pasted, pasted)), story, 0, tell)


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
    for kept in _ingested(engine, items, story):
        if isinstance(kept, Expected):
            expected += kept.count - 1
        elif isinstance(kept, ReadToEnd):
            if not refused:  # else the next run would not come to what was refused in this one
                with writing(engine) as session:
                    _remember(session, kept.fetched)
        else:
            given, refused = given + 1, refused or kept.result is Result.REFUSED
            tell(kept, others + max(given, expected))
    return given


def _ingested(engine: Engine, items: Iterable[Item], story: str | None) -> Iterator[Outcome | Expected | ReadToEnd]:
    """What a source gives, with outcomes in place of articles; where they come fast, one portion is read while the one
    before it is kept.
    """
    before: list[tuple[list[Found], Portion]] = []
    with ReadingAhead() as ahead:
        for portion in _portions(items):
            now = [(portion, ahead.ask(_unread(engine, portion)))] if isinstance(portion, list) else []
            hold = ahead.beside and isinstance(portion, list) and len(portion) == TOGETHER
            for found, texts in before if hold else before + now:
                texts.wait()
                yield from ingest_together(engine, found, story)
            before = now if hold else []
            if not isinstance(portion, list):
                yield portion


def _portions(items: Iterable[Item]) -> Iterator[list[Found] | Outcome | Expected | ReadToEnd]:
    """What a source gives, articles TOGETHER where they come fast; an empty portion where it ends or breaks off."""
    waiting: list[Found] = []
    since = monotonic()
    try:
        for item in items:
            if isinstance(item, Found):
                waiting.append(item)
            if not isinstance(item, Found) or len(waiting) == TOGETHER or monotonic() - since > LONGEST_WAIT:
                found, waiting = waiting, []
                yield found
                since = monotonic()
            if not isinstance(item, Found):
                yield item
    except Exception:  # whatever broke, what was found before it is kept
        yield from (waiting, [])
        raise
    yield from (waiting, [])


def _unread(engine: Engine, found: Sequence[Found]) -> list[Text]:
    """The texts of articles, none of which the base has, with the days on which they were published."""
    texts = {
        sha256(one.content.encode("utf-8", "surrogatepass")).hexdigest(): (one.content, day_of(one.published))
        for one in found
        if len(one.content) <= LONGEST_READ
    }
    with reading(engine) as session:
        there = known(session, Version.sha256, texts)
    return [text for digested, text in texts.items() if digested not in there]


def ingest_found(engine: Engine, found: Found, story: str | None = None) -> Outcome:
    """Keep one article that was found, in the story that is named, or that it is in, or that it is most alike."""
    (outcome,) = ingest_together(engine, (found,), story)
    return outcome


def ingest_together(engine: Engine, found: Sequence[Found], story: str | None = None) -> Iterator[Outcome]:
    """Keep several articles; each story that some of them change is derived once for those.

    One that nobody foresaw breaks this off, as it does where it comes alone: those before it are kept.
    """
    done, together = 0, len(found)
    while done < len(found):
        try:
            outcomes = _ingest(engine, found[done : done + together], story)
        except OperationalError:  # the base does not answer, whatever it is asked
            raise
        except Exception:
            if together == 1:
                raise
            together = 1
            continue
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
    described = (_described(session, one, _known_article(session, one.url)) for one in found)
    ingest_within(session, keep_story(session, story), described, outcomes.append)
    return outcomes


def _ingest_unnamed(session: Session, found: Sequence[Found]) -> list[Outcome]:
    """The first of them, as far as all are known, or none is and they are under as many addresses."""
    keys = [url_key(one.url) or "" for one in found]
    articles = _known_articles(session, [one.url for one in found])
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
    with session.no_autoflush:  # all that is new goes into the base together
        for one, (clues, day), near in zip(found, read, stories.look_up(read), strict=True):
            try:
                one.text()
            except Refusal as refusal:
                outcomes.append(refused(one.name, refusal))
                continue
            opened = digest("article", one.url), headline(one.title, one.content) or one.url
            story_id = stories.closest_to(clues, day, near) or stories.open(*opened)
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


def _known_article(session: Session, url: str) -> Article | None:
    """The article that is in the base under an address, or one that differs by what names no other page."""
    return _known_articles(session, (url,)).get(url_key(url) or "")


def _known_articles(session: Session, urls: Iterable[str]) -> dict[str, Article]:
    """The same of several addresses, by their keys, each with its outlet and its current text."""
    query = select(Article).where(Article.url_key.in_({url_key(url) or "" for url in urls}))
    query = query.options(joinedload(Article.outlet), joinedload(Article.current)).order_by(Article.id.desc())
    return {article.url_key: article for article in session.scalars(query)}


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


def _known_state(engine: Engine, url: str, story: str | None) -> Known | None:
    """What is known of an address; nothing for a story that its article is not in, for which it is wanted whole."""
    with reading(engine) as session:
        if story is not None:
            article = _known_article(session, url)
            if article is None or story_id_of(story) not in (article.given_story_id, article.story_id):
                return None
        known = recall(session, url)
        return Known(Validators(known.etag, known.last_modified), known.fetched_at) if known else None


def _remember_all(session: Session, found: Iterable[Found], outcomes: Iterable[Outcome]) -> None:
    """Keep what hosts said of the pages that were not refused."""
    for one, outcome in zip(found, outcomes, strict=True):
        if one.fetched and outcome.result is not Result.REFUSED:
            _remember(session, one.fetched)


def _remember(session: Session, fetched: Fetched) -> None:
    remember(session, fetched.url, fetched.validators.etag, fetched.validators.last_modified)
