"""The index follows the base: before it is asked, it takes in the versions that arrived since.

It holds versions, which never change, each under its newest number, but for those that were replaced; which is current
at last, and in which story its article stands, is asked of the base. Where the last version that it saw is not the
base's, the base is another one, and it begins anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from platformdirs import user_cache_path
from sqlalchemy import URL, Engine, Pool, Select, bindparam, exists, select
from sqlalchemy.orm import Session, aliased

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Arrival, Article, Version
from secondsource.factbase.sessions import WRITES, reading
from secondsource.lookup.index import LOCK_SECONDS, Index
from secondsource.lookup.searching import MOST_SENTENCES, Hits
from secondsource.lookup.words import word_numbers
from secondsource.reading.passages import split_passages

MOST_CANDIDATES = 20  # articles; what decides looks at each closely
_VERSIONS = 2 * MOST_CANDIDATES  # looked up for them: the index may not know yet that some were replaced
AT_ONCE = 500  # versions that go into the index together
MERGED_AT_ONCE = 20_000  # passages that are merged meanwhile: the larger merges are left to `catch_up`
IN_A_REQUEST = 100  # versions, a quarter of a second: a reader waits for no more, and the next one goes on from there
WAIT_SECONDS = 0.25  # of a request, for who writes just now: else it goes on with the index as it is

_indexes: WeakKeyDictionary[Pool, Index] = WeakKeyDictionary()
_opening = Lock()


_ARRIVED = (
    select(Arrival.number, Article.id, Article.story_id)
    .join(Version, Version.id == Arrival.version_id)
    .join(Article, Article.id == Version.article_id)
    .where(Arrival.number.in_(bindparam("numbers", expanding=True)), Version.current)
)


_FROM = (
    select(Arrival.number, Arrival.version_id)
    .where(Arrival.number >= bindparam("number"))
    .order_by(Arrival.number)
    .limit(2)
)


class Candidate(NamedTuple):
    """An article that shares rare words with a text."""

    article_id: str
    story_id: str
    score: float


def candidates(session: Session, text: str, *, whole: bool = False) -> list[Candidate]:
    """The articles whose current texts share the most with a text, sentence by sentence, the closest first.

    `whole`: `is_up_to_date` said so of the session.
    """
    index = index_of(session.connection().engine) if whole else _followed(session)
    scores = _by_version(index.search([word_numbers(sentence) for sentence in _some(sentences_of(text))]))
    arrived = session.connection().execute(_ARRIVED, {"numbers": list(scores)})
    found = [Candidate(article, story, scores[number]) for number, article, story in arrived]
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.article_id))[:MOST_CANDIDATES]


def catch_up(engine: Engine) -> None:
    """Bring a base's index up to date, however much that is, and merge what has become many parts."""
    index = index_of(engine)
    while _take_in(engine, index, AT_ONCE):
        pass
    with index.writing() as alone:
        if alone:
            index.tidy()


def is_up_to_date(session: Session) -> bool:
    """Whether the index of a session's base holds all versions."""
    return _has_all(session, index_of(session.connection().engine))


def index_of(engine: Engine) -> Index:
    """The index of a base, one a process."""
    with _opening:
        if engine.pool not in _indexes:  # which engines with other options share
            _indexes[engine.pool] = Index(folder_of(engine.url))
        return _indexes[engine.pool]


def _followed(session: Session) -> Index:
    """The index of a session's base, brought up to date as far as IN_A_REQUEST allows."""
    engine = session.connection().engine
    index = index_of(engine)
    if not _has_all(session, index):
        with suppress(OSError):  # a full disk: readers go on with the index as it is
            _take_in(engine, index, IN_A_REQUEST, WAIT_SECONDS)
    return index


def _has_all(session: Session, index: Index) -> bool:
    state = index.state
    arrived = session.connection().execute(_FROM, {"number": state.number}).all()
    return [tuple(row) for row in arrived] == ([(state.number, state.version)] if state.number else [])


def _take_in(engine: Engine, index: Index, most: int, wait: float = LOCK_SECONDS) -> bool:
    """Bring the index up to date, by `most` versions at most; says whether there is more.

    By what is in the base for good: not by what a transaction sees that may be thrown away, or that began long ago.
    """
    index.look_again()
    committed = engine.execution_options(**{WRITES: False})
    with reading(committed) as session:
        if _has_all(session, index):
            return False
    with index.writing(wait) as alone, reading(committed) as session:
        if not alone or _has_all(session, index):
            return False
        state = index.state
        known = session.scalar(select(Arrival.version_id).where(Arrival.number == state.number))
        if known != (state.version or None):
            index.start_anew()
        texts = _arrivals(index.state.number + 1).add_columns(Version.text, Version.article_id)
        arrived = session.execute(texts.join(Version).limit(most)).all()
        if not arrived:
            return False
        gone = _replaced(session, sorted({one.article_id for one in arrived}), arrived[-1].number)
        passages = (
            (one.number, word_numbers(words))
            for one in arrived
            if one.number not in gone
            for words in sentences_of(one.text)
        )
        index.add(passages, arrived[-1].number, arrived[-1].version_id, gone)
        index.tidy(MERGED_AT_ONCE)
        return len(arrived) == most


def _replaced(session: Session, article_ids: Sequence[str], number: int) -> set[int]:
    """Of the numbers of some articles' versions, up to one, all but the newest of those that are current."""
    later = aliased(Arrival)
    came_again = exists().where(
        later.version_id == Arrival.version_id, later.number > Arrival.number, later.number <= number
    )
    query = select(Arrival.number).join(Version).where(~Version.current | came_again, Arrival.number <= number)
    return {
        found for chunk in chunks(article_ids) for found in session.scalars(query.where(Version.article_id.in_(chunk)))
    }


def _arrivals(number: int) -> Select[int, str]:
    """The versions from a number on, in their order."""
    return select(Arrival.number, Arrival.version_id).where(Arrival.number >= number).order_by(Arrival.number)


def sentences_of(text: str) -> list[str]:
    """A text's passages but for its furniture."""
    return [text[passage.start : passage.end] for passage in split_passages(text) if not passage.furniture]


def _some(sentences: list[str]) -> list[str]:
    """All sentences, or MOST_SENTENCES from all over the text."""
    step = max(1.0, len(sentences) / MOST_SENTENCES)
    return [sentences[int(at * step)] for at in range(min(len(sentences), MOST_SENTENCES))]


def _by_version(hits: Hits) -> dict[int, float]:
    """Of each version its best passages' scores for all sentences together; of the closest _VERSIONS."""
    _, first = np.unique((hits.sentence << 32) | hits.version, return_index=True)  # the closest stand first
    versions, place = np.unique(hits.version[first], return_inverse=True)
    scores = np.bincount(place, hits.score[first], len(versions))
    closest = np.lexsort((-versions, -scores))[:_VERSIONS]
    return dict(zip(versions[closest].tolist(), scores[closest].tolist(), strict=True))


def folder_of(url: URL) -> Path:
    """Beside the base, where that is a file; else in this host's cache, by the base's address."""
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return Path(f"{url.database}.lookup")
    name = sha256(url.render_as_string(hide_password=True).encode()).hexdigest()[:20]
    return user_cache_path("secondsource", appauthor=False) / name
