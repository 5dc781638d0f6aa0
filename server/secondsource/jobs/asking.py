"""For those who want work done: ask for it, ask how far it is, and what became of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, RowMapping, select
from sqlalchemy.orm import Session

from secondsource.factbase.models import Job, JobOutcome, JobState
from secondsource.ingesting.outcomes import Outcome, Result
from secondsource.jobs import rows
from secondsource.jobs.handlers import HANDLERS
from secondsource.jobs.working import ring

SHOWN = (Job.id, Job.name, Job.state, Job.counts, Job.total, Job.error, Job.asked_by, Job.asked_at, Job.ended_at)
LATEST = 50  # jobs in a list


@dataclass(frozen=True, slots=True)
class State:
    """How far a job is: how many outcomes there are of each result, and how many there will be as far as is known."""

    id: str
    name: str
    state: JobState
    counts: dict[Result, int]
    total: int
    error: str | None
    asked_by: str | None
    asked_at: datetime
    ended_at: datetime | None

    @property
    def done(self) -> int:
        """How many outcomes there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome with its number, from 1 on in the order in which they came."""

    number: int
    outcome: Outcome


def enqueue(engine: Engine, name: str, payload: dict[str, Any], by: str | None = None) -> str:
    """Ask for work, by the name of its handler; the id of the job. Returns once the base has kept it."""
    if name not in HANDLERS:
        raise ValueError(f"nobody can {name}")
    job_id = rows.add(engine, name, payload, by)
    ring(engine, job_id)
    return job_id


def state(session: Session, job_id: str) -> State | None:
    """How far a job is; None for one that was never asked for, or ended a month ago."""
    job = session.execute(select(*SHOWN).where(Job.id == job_id)).mappings().first()
    return _state(job) if job else None


def latest(session: Session) -> list[State]:
    """The jobs that were asked for last, the newest first."""
    return [_state(job) for job in session.execute(select(*SHOWN).order_by(Job.number.desc()).limit(LATEST)).mappings()]


def outcomes(
    session: Session, job_id: str, after: int = 0, most: int = 100, result: Result | None = None
) -> Sequence[Told]:
    """What became of what, in its order: those after a number, at most so many; all, or those of one result.

    Of a very long job only the first `rows.MOST_TOLD` are there.
    """
    query = select(JobOutcome).where(
        JobOutcome.job_id == job_id, JobOutcome.position.between(after, rows.MOST_TOLD - 1)
    )
    if result is not None:
        query = query.where(JobOutcome.result == result)
    found = session.scalars(query.order_by(JobOutcome.position).limit(most))
    return [Told(row.position + 1, Outcome(Result(row.result), row.name, row.reason)) for row in found]


def _state(job: RowMapping) -> State:
    counts = {result: job["counts"].get(result, 0) for result in Result}
    total = max(job["total"], sum(counts.values()))
    return State(**{**job, "state": JobState(job["state"]), "counts": counts, "total": total})
