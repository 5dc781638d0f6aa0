"""The jobs as the base keeps them: the one truth about what was asked for and how far it is.

Each function is a transaction of its own, so that whoever asks sees a job's progress.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, delete, select, update

from secondsource.factbase.models import Job, JobOutcome, JobState
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import reading, writing
from secondsource.identity import digest
from secondsource.ingesting.outcomes import Outcome

KEPT = timedelta(days=30)  # how long it can be asked what came of a job
MOST_TOLD = 10_000  # outcomes of a job of which more is kept than their number: as many as a person may ever look at
OPEN = (JobState.QUEUED, JobState.RUNNING)


def add(engine: Engine, name: str, payload: dict[str, Any], by: str | None) -> str:
    """Keep a job; its id. Those that ended long ago go."""
    job = Job(id=uuid4().hex, name=name, payload=payload, state=JobState.QUEUED, asked_by=by, asked_at=now())
    with writing(engine) as session:
        session.execute(delete(Job).where(Job.ended_at < now() - KEPT))
        session.add(job)
        return job.id


def open_jobs(engine: Engine) -> list[str]:
    """The ids of the jobs that have not ended, the oldest first."""
    with reading(engine) as session:
        return list(session.scalars(select(Job.id).where(Job.state.in_(OPEN)).order_by(Job.number)))


def begin(engine: Engine, job_id: str) -> Job | None:
    """Say that a job is being done; None when it has ended or was never there."""
    with writing(engine) as session:
        begun = update(Job).where(Job.id == job_id, Job.state.in_(OPEN)).returning(Job)
        more = {"attempts": Job.attempts + 1, "vain": Job.vain + 1}
        job = session.scalar(begun.values(state=JobState.RUNNING, **more))
        if job is not None:
            session.flush()
            session.expunge(job)
        return job


def tell(engine: Engine, job_id: str, outcome: Outcome, total: int) -> None:
    """Count what became of one thing, unless a run that broke off has told it already.

    Of the first MOST_TOLD it is also kept what was said of which; of the others only enough to count none twice.
    """
    key = digest("job outcome", outcome.name)
    with writing(engine) as session:
        progress: dict[str, Any] = {"total": total}
        if session.get(JobOutcome, (job_id, key)) is None:
            counts = session.scalars(select(Job.counts).where(Job.id == job_id)).one()
            position = sum(counts.values())
            progress |= {"counts": counts | {outcome.result: counts.get(outcome.result, 0) + 1}, "vain": 0}
            name, reason = (outcome.name, outcome.reason) if position < MOST_TOLD else ("", "")
            said = {"result": outcome.result, "name": name, "reason": reason}
            session.add(JobOutcome(job_id=job_id, key=key, position=position, **said))
        session.execute(update(Job).where(Job.id == job_id).values(progress))


def end(engine: Engine, job_id: str, became: JobState, error: str | None = None) -> None:
    """Say that a job has ended. What it was asked to do is no longer needed, and may be long."""
    ended = update(Job).where(Job.id == job_id, Job.state == JobState.RUNNING)
    with writing(engine) as session:
        session.execute(ended.values(state=became, error=error, payload={}, ended_at=now()))
