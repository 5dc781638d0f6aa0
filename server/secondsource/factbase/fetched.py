"""What is remembered of addresses that were fetched."""

from __future__ import annotations

from sqlalchemy.orm import Session

from secondsource.factbase.models import Fetched
from secondsource.factbase.moments import now
from secondsource.identity import digest


def remember(session: Session, url: str, etag: str | None, last_modified: str | None) -> None:
    """Keep what the host of an address said of its state, in place of what it said before."""
    session.merge(Fetched(id=digest("fetched", url), url=url, etag=etag, last_modified=last_modified, fetched_at=now()))


def recall(session: Session, url: str) -> Fetched | None:
    """What is remembered of an address."""
    return session.get(Fetched, digest("fetched", url))
