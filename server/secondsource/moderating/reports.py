"""What readers report. Bounded in number and in time, for anybody may write one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from secondsource.factbase.addresses import page_among
from secondsource.factbase.models import About, Article, Fact, Report, Ruling
from secondsource.factbase.moments import now
from secondsource.identity import digest

A_MINUTE = 20  # reports from all readers together: more than any newsroom reads, too few to fill a disk with
MOST = 10_000  # kept; the oldest goes when one more comes


class TooManyReportsError(Exception):
    """The last minute brought as many as a minute may."""


class NoSuchFactError(LookupError):
    """The fact that a report is about is not in the base."""


def keep_report(session: Session, note: str, fact_id: str, url: str, words: str) -> Report:
    """Keep what a reader said, once however often it is said; raises NoSuchFactError, TooManyReportsError.

    Said again after it was closed, it is another report. Of the page's address nothing is kept that names a reader:
    no user, no fragment, no parameter but those that a known article has.
    """
    fact = session.get(Fact, fact_id)
    if fact is None:
        raise NoSuchFactError(fact_id)
    at = now()
    articles = session.scalars(select(Article.url).where(Article.story_id == fact.story_id).order_by(Article.id))
    said = {"note": note, "fact_id": fact_id, "url": page_among(url, articles), "words": words}
    equal = session.scalars(select(Report).filter_by(**said).order_by(Report.number)).all()
    first, again, _ = report_ids(said, at)
    ids = [first, *(one.id for one in equal)]  # the first may be gone and have been closed
    closed = set(session.scalars(select(Ruling.key).where(Ruling.key.in_(ids), Ruling.about == About.REPORT)))
    known = next((one for one in equal if one.id not in closed), None)
    if known is not None:
        return known
    _refuse_flood(session, at)
    report = Report(id=again if equal or first in closed else first, fact_label=fact.label, reported_at=at, **said)
    session.add(report)
    session.flush()
    session.execute(delete(Report).where(Report.number <= report.number - MOST))
    return report


def report_ids(said: Mapping[str, Any], at: datetime) -> tuple[str, str, str]:
    """The ids that a report may have: of what was said for the first time; of that said again at a moment; and of that
    said again on a day, in UTC, as bases of an earlier version have it.

    `said` has a report's note, fact_id, url and words.
    """
    parts = ["report", *(said[name] for name in ("note", "fact_id", "url", "words"))]
    moment = at.astimezone(UTC)
    return digest(*parts), digest(*parts, moment.isoformat()), digest(*parts, moment.date().isoformat())


def _refuse_flood(session: Session, at: datetime) -> None:
    recent = select(func.count()).select_from(Report).where(Report.reported_at > at - timedelta(minutes=1))
    if session.scalars(recent).one() >= A_MINUTE:
        raise TooManyReportsError
