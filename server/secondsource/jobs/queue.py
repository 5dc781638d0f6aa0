"""The queue in PostgreSQL that hands jobs to workers: procrastinate's.

It holds no more than the jobs' ids. What they are and how far they are is in the base's own table, from which a queue
that lost something is filled again. So procrastinate's tables need no migrations of ours: each of its versions has
them in a schema of its own name, made when it is first needed.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import nullcontext, suppress
from importlib.metadata import version
from typing import Any

from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import ConnectorException
from procrastinate.schema import SchemaManager
from procrastinate.signals import on_stop
from psycopg import Error as PsycopgError
from psycopg.conninfo import make_conninfo
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from secondsource.factbase.sessions import writing_alone
from secondsource.jobs import rows, working

SCHEMA = "procrastinate_" + version("procrastinate").replace(".", "_")
TASK = "do"
BEAT_SECONDS = 2  # how often a worker says that it is alive
DEAD_SECONDS = 10  # one that has not said so for this long is dead, and its job is somebody else's
REMIND_SECONDS = 60  # how often the table is looked through for jobs that the queue has lost
AGAIN_SECONDS = 2  # after which a job is begun again for which the base was too busy
UNANSWERED = (ConnectorException, PsycopgError, DBAPIError)  # what comes of a base that is busy or out of reach

log = logging.getLogger(__name__)


def hand_over(engine: Engine, job_id: str) -> None:
    """Put a job into the queue, or leave it to the workers to find it when the queue does not answer."""
    try:
        _make(engine)
        with _app(engine).open() as app:
            _defer(app, job_id)
    except UNANSWERED:
        log.warning("the queue did not answer; a worker finds the job within a minute", extra={"job": job_id})


def work(engine: Engine, forever: bool) -> None:
    """Do what is in the queue, and go on until SIGINT or SIGTERM if `forever`: then a base that is gone for a while, as
    when its server starts anew, is waited for.
    """
    while True:
        try:
            _make(engine)
            asyncio.run(_work(engine, forever))
        except UNANSWERED as error:
            if not forever:
                raise
            log.warning("the fact base did not answer (%s); it is asked again", type(error).__name__)
            time.sleep(AGAIN_SECONDS)
        else:
            return


async def _work(engine: Engine, forever: bool) -> None:
    """Do what is in the queue; raises one of UNANSWERED where the base is gone, when the job at hand has ended.

    Who was asked to stop meanwhile raises nothing: then it is over, base or no base.
    """
    stop = asyncio.Event()
    try:
        await asyncio.to_thread(_remind, engine)
        async with _app(engine).open_async() as app:
            with on_stop(stop.set) if forever else nullcontext():
                await _work_until(stop, app, engine, forever)
    except UNANSWERED:
        if not stop.is_set():
            raise


async def _work_until(stop: asyncio.Event, app: App, engine: Engine, forever: bool) -> None:
    """The same until an event is set. Of its own accord procrastinate's worker would go on without a base, with no
    heartbeat and without hearing of new jobs; cancelled, it ends when the job at hand has.
    """
    worker = app.run_worker_async(
        wait=forever,
        install_signal_handlers=False,
        delete_jobs="always",  # the base's own table says what became of them
        update_heartbeat_interval=BEAT_SECONDS,
        stalled_worker_timeout=DEAD_SECONDS,
    )
    tasks = [asyncio.ensure_future(one) for one in (worker, stop.wait(), _take_over(app), _go_on_reminding(engine))]
    ended, going_on = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in going_on:
        task.cancel()
    await asyncio.gather(*going_on, return_exceptions=True)
    for task in ended:
        task.result()


async def _take_over(app: App) -> None:
    """Give the jobs of workers that died to those that live, as long as this worker does and the base answers."""
    while True:
        for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_SECONDS):
            with suppress(ConnectorException):  # another took it over
                await app.job_manager.retry_job(job)
        await asyncio.sleep(BEAT_SECONDS)


async def _go_on_reminding(engine: Engine) -> None:
    while True:
        await asyncio.sleep(REMIND_SECONDS)
        with suppress(OperationalError, ConnectorException):
            await asyncio.to_thread(_remind, engine)


def _remind(engine: Engine) -> None:
    """Put into the queue whatever has not ended and is not in it."""
    if waiting := rows.open_jobs(engine):
        with _app(engine).open() as app:
            for job_id in waiting:
                if not app.job_manager.list_jobs(lock=job_id):
                    _defer(app, job_id)


def _defer(app: App, job_id: str) -> None:
    """Of what is in the queue twice the second is begun when the first has ended, and finds nothing to do."""
    app.configure_task(TASK, lock=job_id).defer(job_id=job_id)


def _app(engine: Engine) -> App:
    """Procrastinate on a base's database, with the one task that there is."""
    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    app = App(connector=PsycopgConnector(conninfo=make_conninfo(address, options=f"-c search_path={SCHEMA}")))
    again = RetryStrategy(max_attempts=working.MOST_ATTEMPTS, wait=AGAIN_SECONDS, retry_exceptions={OperationalError})

    @app.task(name=TASK, retry=again)
    def do(job_id: str) -> None:
        working.do(engine, job_id)

    return app


def _make(engine: Engine) -> None:
    """Make the queue's tables where they are not there yet."""
    with writing_alone(engine) as connection:
        if connection.dialect.has_table(connection, "procrastinate_jobs", schema=SCHEMA):
            return
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        connection.exec_driver_sql(f"SET LOCAL search_path TO {SCHEMA}")
        raw: Any = connection.connection.driver_connection
        raw.execute(SchemaManager.get_schema())
