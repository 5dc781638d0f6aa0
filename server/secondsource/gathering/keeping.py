"""Clues in the base: kept for every article, and looked up for a new one. Never a scan: all queries go by index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import BindParameter, CompoundSelect, bindparam, delete, insert, literal, select, union_all, update
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Clue, Sketch
from secondsource.gathering.clues import Clues, clues_of
from secondsource.reading import digest

LOOKED_UP = 24  # of an article's terms, the heaviest: what two articles on one event share is among them
NEAREST = 40  # articles a term, before the day and after it: a name of the news has thousands
CANDIDATES = 30  # articles that share the most, looked at closely

read = lru_cache(maxsize=256)(clues_of)  # read to find the story, and again to be kept


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
    if stale:
        session.execute(insert(Sketch), [_sketch(article, kept.get(article.id, ("", None))[1]) for article in stale])
    postings = [posting for article in stale for posting in _postings(article)]
    if postings:
        session.execute(insert(Clue), postings)


def add(session: Session, article: Article, because: str | None) -> None:
    """Keep the clues of an article of which none are kept, and why it stands in its story."""
    session.execute(insert(Sketch), [_sketch(article, because)])
    postings = _postings(article)
    if postings:
        session.execute(insert(Clue), postings)


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


def alike(session: Session, clues: Clues, day: date, but: str = "") -> list[str]:
    """The articles that share most of an article's heaviest terms, near its day first; not that article itself."""
    heaviest = heaviest_of(clues)
    if not heaviest:
        return []
    values = {"day": day.toordinal()} | {f"term{n}": term for n, term in enumerate(heaviest)}
    share: dict[str, float] = defaultdict(float)
    for number, article_id in session.execute(_nearest(len(heaviest)), values):
        share[article_id] += clues.terms[heaviest[number]]
    share.pop(but, None)
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


def day_of(article: Article) -> date:
    """The day an article counts for: when it was published, else when it came."""
    return article.published_day or article.added_at.date()


@lru_cache(maxsize=LOOKED_UP)
def _nearest(number: int) -> CompoundSelect[int, str]:
    """For so many terms, which article has which of them: of each the nearest before a day and after it."""
    day: BindParameter[int] = bindparam("day")
    parts = []
    for n in range(number):
        term = select(literal(n).label("number"), Clue.article_id).where(Clue.term == bindparam(f"term{n}"))
        before = term.where(Clue.day <= day).order_by(Clue.day.desc(), Clue.article_id).limit(NEAREST)
        after = term.where(Clue.day > day).order_by(Clue.day, Clue.article_id).limit(NEAREST)
        parts += [select(half.subquery()) for half in (before, after)]
    return union_all(*parts)


def _read_from(article: Article) -> str:
    return digest("sketch", article.current.id, article.title or "", str(day_of(article)), str(article.published_day))


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


def _postings(article: Article) -> list[dict[str, object]]:
    day = day_of(article).toordinal()
    return [{"term": term, "day": day, "article_id": article.id} for term in heaviest_of(clues_of_article(article))]
