"""What is kept for a while only: answers to be given again, what hosts said of their pages, work that was asked for,
how much stories are read.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from secondsource.factbase.models.base import SHA256, Base, Enumerated, Id, Name


class Answered(Base):
    """The answer that a moderator's POST with an idempotency key got, kept for a day to be given again."""

    __tablename__ = "answered"

    moderator_id: Mapped[int] = mapped_column(ForeignKey("moderator.id"), primary_key=True)
    key: Mapped[str] = mapped_column(Name, primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256)  # of the request: method, path and body
    status: Mapped[int]
    body: Mapped[dict[str, Any]]
    answered_at: Mapped[datetime] = mapped_column(index=True)


class Fetched(Base):
    """What the host of an address last said of the state of what is there: asked for again, only changes are sent."""

    __tablename__ = "fetched"

    id: Mapped[str] = mapped_column(Id, primary_key=True)  # made from the address
    url: Mapped[str] = mapped_column(Text)
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)
    fetched_at: Mapped[datetime]


class HostTurn(Base):
    """When a host may be asked for the next page, by whichever process comes first."""

    __tablename__ = "host_turn"

    host: Mapped[str] = mapped_column(String(255), primary_key=True)
    free_at: Mapped[datetime]


class Job(Base):
    """Work that somebody asked for. What to do, `payload`, is kept until it has ended; what came of it, for a month.

    `total` is how many outcomes there will be, as far as is known, and `counts` how many there are of each result;
    `attempts` is how often it was begun, `vain` how often since something last came of it.
    """

    __tablename__ = "job"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(Enumerated)
    payload: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(Enumerated, index=True)
    asked_by: Mapped[str | None] = mapped_column(Name)
    total: Mapped[int] = mapped_column(default=0)
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    attempts: Mapped[int] = mapped_column(default=0)
    vain: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(Text)
    asked_at: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)


class JobOutcome(Base):
    """What a job made of one thing: what it said of it first, however often it was begun anew."""

    __tablename__ = "job_outcome"
    __table_args__ = (Index("ix_job_outcome_position", "job_id", "position"),)

    job_id: Mapped[str] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(Id, primary_key=True)  # made from the name, which may be of any length
    position: Mapped[int]
    result: Mapped[str] = mapped_column(Enumerated)
    name: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)


class Readership(Base):
    """How often readers asked for notes on a story's pages on one day, in UTC: a number, and nothing of who asked.

    Kept for a week. A rebuild may replace stories, so that no foreign key holds them.
    """

    __tablename__ = "readership"

    story_id: Mapped[str] = mapped_column(Id, primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True, index=True)
    times: Mapped[int]
