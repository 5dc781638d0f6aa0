"""Clues in the base: kept for every article, and looked up for a new one. Never a scan: all queries go by index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from heapq import nsmallest

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    bindparam,
    delete,
    literal,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Clue, Sketch
from secondsource.factbase.rows import add_rows
from secondsource.gathering.clues import MOST_READ, Clues, clues_of
from secondsource.gathering.remembered import Remembered
from secondsource.identity import digest

LOOKED_UP = 24  # of an article's terms, the heaviest: what two articles on one event share is among them
NEAREST = 40  # articles a term, before the day and after it: a name of the news has thousands
CANDIDATES = 30  # articles that share the most, looked at closely

Posting = tuple[str, int, str]  # a term, a day as an ordinal, an article that has the term and counts for the day

_read: Remembered[tuple[str | None, str, date | None], Clues] = Remembered(256)


def read(title: str | None, text: str, published: date | None) -> Clues:
    """An article's clues: read to find the story, and again to be kept."""
    key = (title, text[:MOST_READ], published)
    return _read.of(key, lambda: clues_of(*key))


def remember(title: str | None, text: str, published: date | None, clues: Clues) -> None:
    """Remember clues that another process read."""
    _read.put((title, text[:MOST_READ], published), clues)


def clues_of_article(article: Article) -> Clues:
    """The clues of an article's current text, as it is described now."""
    return read(article.title, article.current.text, article.published_day)


def keep(session: Session, articles: Iterable[Article]) -> None:
    """Keep the clues of articles, where those that are kept were read from something else."""
    wanted = {article.id: article for article in articles}
    kept: dict[str, tuple[str, str | None]] = {}
    for chunk in chunks(sorted(wanted)):
        query = select(Sketch.article_id, Sketch.read_from, Sketch.because).where(Sketch.article_id.in_(chunk))
        kept |= {article_id: (source, because) for article_id, source, because in session.execute(query)}
    stale = [article for article in wanted.values() if kept.get(article.id, ("",))[0] != _read_from(article)]
    forget(session, [article.id for article in stale if article.id in kept])
    _insert(session, [_sketch(article, kept.get(article.id, ("", None))[1]) for article in stale], stale)


def add(session: Session, articles: Mapping[Article, str]) -> None:
    """Keep the clues of articles of which none are kept, and why each stands in its story."""
    _insert(session, [_sketch(article, because) for article, because in articles.items()], articles)


def forget(session: Session, article_ids: Sequence[str]) -> None:
    """Throw away the clues of articles."""
    for chunk in chunks(article_ids):
        for table in (Clue, Sketch):
            gone = delete(table).where(table.article_id.in_(chunk))
            session.execute(gone.execution_options(synchronize_session=False))


def forget_all(session: Session) -> None:
    """Throw away all clues."""
    for table in (Clue, Sketch):
        session.execute(delete(table).execution_options(synchronize_session=False))


def explain(session: Session, article_id: str, because: str | None) -> None:
    """Keep why an article stands in its story."""
    stale = update(Sketch).where(Sketch.article_id == article_id, Sketch.because.is_distinct_from(because))
    session.execute(stale.values(because=because).execution_options(synchronize_session=False))


def near(session: Session, clues: Clues, day: date) -> list[Posting]:
    """Of an article's heaviest terms those that others have, near its day first."""
    heaviest = heaviest_of(clues)
    if not heaviest:
        return []
    values = {"day": day.toordinal()} | {f"term{n}": term for n, term in enumerate(heaviest)}
    found = session.connection().execute(_nearest(len(heaviest)), values).all()
    return [(heaviest[number], on, article_id) for number, on, article_id in found]


def alike(clues: Clues, day: date, postings: Iterable[Posting]) -> list[str]:
    """The articles that share most of an article's heaviest terms: of each term the NEAREST before and after count."""
    by_term: dict[tuple[str, bool], list[tuple[int, str]]] = defaultdict(list)
    for term, on, article_id in postings:
        after = on - day.toordinal()
        by_term[term, after > 0].append((abs(after), article_id))
    share: dict[str, float] = defaultdict(float)
    for (term, _), found in by_term.items():
        for _, article_id in found if len(found) <= NEAREST else nsmallest(NEAREST, found):
            share[article_id] += clues.terms[term]
    return sorted(share, key=lambda article_id: (-round(share[article_id], 9), article_id))[:CANDIDATES]


def load(session: Session, article_ids: Sequence[str]) -> dict[str, Clues]:
    """The kept clues of articles, in the order of their ids."""
    found: dict[str, Clues] = {}
    for chunk in chunks(sorted(article_ids)):
        query = select(Sketch.article_id, Sketch.terms, Sketch.days).where(Sketch.article_id.in_(chunk))
        for article_id, terms, days in session.execute(query.order_by(Sketch.article_id)):
            found[article_id] = clues_from(terms, days)
    return found


def clues_from(terms: Mapping[str, float], days: Iterable[int]) -> Clues:
    """The clues of a row that keeps them."""
    return Clues(terms, frozenset(map(date.fromordinal, days)))


def heaviest_of(clues: Clues) -> list[str]:
    """The terms that an article is looked up by, the heaviest first."""
    return sorted(clues.terms, key=lambda term: (-clues.terms[term], term))[:LOOKED_UP]


def counted_day(article: Article) -> date:
    """The day an article counts for: when it was published, else when it came."""
    return article.published_day or article.added_at.date()


@lru_cache(maxsize=LOOKED_UP)
def _nearest(number: int) -> CompoundSelect[int, int, str]:
    """For so many terms, which article has which of them: of each the nearest before a day and after it."""
    day: BindParameter[int] = bindparam("day")
    parts = []
    for n in range(number):
        term = select(literal(n).label("number"), Clue.day, Clue.article_id).where(Clue.term == bindparam(f"term{n}"))
        before = term.where(Clue.day <= day).order_by(Clue.day.desc(), Clue.article_id).limit(NEAREST)
        after = term.where(Clue.day > day).order_by(Clue.day, Clue.article_id).limit(NEAREST)
        parts += [select(half.subquery()) for half in (before, after)]
    return union_all(*parts)


def _insert(session: Session, sketches: Sequence[Mapping[str, object]], articles: Iterable[Article]) -> None:
    clues = [
        {"term": term, "day": day, "article_id": article_id}
        for article in articles
        for term, day, article_id in postings_of(article)
    ]
    add_rows(session, Sketch, sketches)
    add_rows(session, Clue, clues)


def _read_from(article: Article) -> str:
    return digest(
        "sketch", article.current.id, article.title or "", str(counted_day(article)), str(article.published_day)
    )


def _sketch(article: Article, because: str | None) -> Mapping[str, object]:
    """The row of an article; why it stands in its story does not change with its text."""
    clues = clues_of_article(article)
    return {
        "article_id": article.id,
        "read_from": _read_from(article),
        "terms": clues.terms,
        "days": sorted(day.toordinal() for day in clues.days),
        "because": because,
    }


def postings_of(article: Article) -> list[Posting]:
    """By which terms an article is looked up."""
    day = counted_day(article).toordinal()
    return [(term, day, article.id) for term in heaviest_of(clues_of_article(article))]
