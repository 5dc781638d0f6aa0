"""What readers report. Bounded in number and in time, for anybody may write one."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from secondsource.factbase.addresses import page_alone
from secondsource.factbase.models import Fact, Report
from secondsource.factbase.moments import now
from secondsource.reading import digest

A_MINUTE = 20  # reports from all readers together: more than any newsroom reads, too few to fill a disk with
MOST = 10_000  # kept; the oldest goes when one more comes


class TooManyReportsError(Exception):
    """The last minute brought as many as a minute may."""


class NoSuchFactError(LookupError):
    """The fact that a report is about is not in the base."""


def keep_report(session: Session, note: str, fact_id: str, url: str, words: str) -> Report:
    """Keep what a reader said, once however often it is said; raises NoSuchFactError, TooManyReportsError.

    Of the page's address nothing is kept that names a reader: no user, fragment or tracking parameter.
    """
    fact = session.get(Fact, fact_id)
    if fact is None:
        raise NoSuchFactError(fact_id)
    page = page_alone(url)
    identity = digest("report", note, fact_id, page, words)
    known = session.scalars(select(Report).where(Report.id == identity)).first()
    if known is not None:
        return known
    at = now()
    recent = select(func.count()).select_from(Report).where(Report.reported_at > at - timedelta(minutes=1))
    if session.scalars(recent).one() >= A_MINUTE:
        raise TooManyReportsError
    report = Report(
        id=identity, note=note, fact_id=fact_id, fact_label=fact.label, url=page, words=words, reported_at=at
    )
    session.add(report)
    session.flush()
    session.execute(delete(Report).where(Report.number <= report.number - MOST))
    return report
