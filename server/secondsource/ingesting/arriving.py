"""Anything in: what sources find is described, given a story and kept, some articles a transaction.

What is done stays done, whatever comes after it: a run that was stopped is run again and goes on, and what is in the
base unchanged is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import monotonic

from sqlalchemy import Engine

from secondsource.factbase.fetched import recall
from secondsource.factbase.lookups import known
from secondsource.factbase.models import Version
from secondsource.factbase.moments import day_of
from secondsource.factbase.sessions import reading, writing
from secondsource.factbase.turns import Turns
from secondsource.ingesting.fetching import PAGE_SECONDS, Fetcher, Validators
from secondsource.ingesting.ingest import ingest_paths
from secondsource.ingesting.outcomes import Outcome, Result
from secondsource.ingesting.placing import story_id_of
from secondsource.ingesting.reading_ahead import LONGEST_READ, Portion, ReadingAhead, Unread
from secondsource.ingesting.sources import (
    Expected,
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
from secondsource.ingesting.taking_in import ingest_together, known_article, remember_state

LONGEST_TURN = PAGE_SECONDS + 10.0  # seconds after which a process that took its turn at a host must be dead
TOGETHER = 20  # articles in one transaction: each story that they change is derived once for all of them
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
                    remember_state(session, kept.fetched)
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


def _unread(engine: Engine, found: Sequence[Found]) -> list[Unread]:
    """The articles whose texts the base does not have."""
    texts = {
        sha256(one.content.encode("utf-8", "surrogatepass")).hexdigest(): Unread(
            one.title, one.content, day_of(one.published)
        )
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


def _known_state(engine: Engine, url: str, story: str | None) -> Known | None:
    """What is known of an address; nothing for a story that its article is not in, for which it is wanted whole."""
    with reading(engine) as session:
        if story is not None:
            article = known_article(session, url)
            if article is None or story_id_of(story) not in (article.given_story_id, article.story_id):
                return None
        known = recall(session, url)
        return Known(Validators(known.etag, known.last_modified), known.fetched_at) if known else None
