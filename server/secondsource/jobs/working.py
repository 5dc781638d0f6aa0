"""For those who do the work: one job after the other, each to its end whatever happened to it before.

Who hands the jobs out depends on the database. PostgreSQL has a queue for any number of workers on any number of hosts
(`queue.py`); the jobs of an SQLite base are done by one thread of the one server that it has.
"""

from __future__ import annotations

import logging
from threading import Event

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from secondsource.factbase.models import JobState
from secondsource.ingesting.outcomes import Refusal
from secondsource.jobs import rows
from secondsource.jobs.handlers import HANDLERS

MOST_ATTEMPTS = 5  # a job that was begun so often, and nothing came of it, takes its worker down with it
LOOK_SECONDS = 5  # how often the thread looks for what another process asked for, or what the base was too busy for

log = logging.getLogger(__name__)
_bell = Event()


def ring(engine: Engine, job_id: str) -> None:
    """Tell whoever does the work that there is some. Never fails: workers also look for themselves now and then."""
    if engine.dialect.name == "postgresql":
        from secondsource.jobs import queue

        queue.hand_over(engine, job_id)
    else:
        _bell.set()


def work(engine: Engine, until: Event | None = None) -> None:
    """Do the jobs that are there, then return; or go on with those that come, until an event is set.

    PostgreSQL's workers stop on SIGINT or SIGTERM instead, after the job at hand.
    """
    if engine.dialect.name == "postgresql":
        from secondsource.jobs import queue

        queue.work(engine, forever=until is not None)
        return
    done = _do_all(engine)
    while until is not None and not until.is_set():
        _bell.wait(LOOK_SECONDS if done else LOOK_SECONDS / 5)
        _bell.clear()
        done = _do_all(engine)


def _do_all(engine: Engine) -> bool:
    """Do what waits; False when the base is too busy or out of reach just now."""
    try:
        for job_id in rows.open_jobs(engine):
            do(engine, job_id)
    except OperationalError:
        log.warning("the fact base did not answer; its jobs wait")
        return False
    return True


def do(engine: Engine, job_id: str) -> None:
    """Do a job to its end; one that has ended is left alone. Raises OperationalError when the base does not answer."""
    job = rows.begin(engine, job_id)
    if job is None:
        return
    noted = {"job": job_id, "attempt": job.attempts}
    if job.vain > MOST_ATTEMPTS:
        rows.end(engine, job_id, JobState.FAILED, f"It was begun {MOST_ATTEMPTS} times and nothing came of it.")
        return
    try:
        HANDLERS[job.name](engine, job.payload, lambda outcome, total: rows.tell(engine, job_id, outcome, total))
    except OperationalError:
        raise
    except Refusal as refusal:
        rows.end(engine, job_id, JobState.FAILED, str(refusal))
    except Exception:
        log.exception("a job failed", extra=noted)
        rows.end(engine, job_id, JobState.FAILED, "Something went wrong; the worker's log says what.")
    else:
        rows.end(engine, job_id, JobState.DONE)
        log.info("a job is done", extra=noted)
