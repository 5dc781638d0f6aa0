"""For those who want work done: ask for it, and ask how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, selectinload

from secondsource.factbase.models import Job
from secondsource.ingesting import Outcome, Result
from secondsource.jobs import rows
from secondsource.jobs.handlers import HANDLERS
from secondsource.jobs.working import ring


@dataclass(frozen=True, slots=True)
class State:
    """How far a job is: its outcomes so far, and of how many they are as far as is known."""

    id: str
    name: str
    state: str
    outcomes: tuple[Outcome, ...]
    total: int
    error: str | None
    asked_by: str | None
    asked_at: datetime
    ended_at: datetime | None

    @property
    def done(self) -> int:
        """How many outcomes there are."""
        return len(self.outcomes)


def enqueue(engine: Engine, name: str, payload: dict[str, Any], by: str | None = None) -> str:
    """Ask for work, by the name of its handler; the id of the job. Returns once the base has kept it."""
    if name not in HANDLERS:
        raise ValueError(f"nobody can {name}")
    job_id = rows.add(engine, name, payload, by)
    ring(engine, job_id)
    return job_id


def state(session: Session, job_id: str) -> State | None:
    """How far a job is; None for one that was never asked for, or ended a month ago."""
    job = session.scalar(select(Job).where(Job.id == job_id).options(selectinload(Job.outcomes)))
    if job is None:
        return None
    outcomes = tuple(Outcome(Result(row.result), row.name, row.reason) for row in job.outcomes)
    total = max(job.total, len(outcomes))
    return State(
        job.id, job.name, job.state, outcomes, total, job.error, job.asked_by, job.asked_at, job.ended_at
    )  # fmt: skip
