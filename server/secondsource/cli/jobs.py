"""Work that was left for later: who does it, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from secondsource.cli.base import opened

if TYPE_CHECKING:
    from secondsource.jobs import State

PAGE = 1_000  # outcomes in memory at a time


@click.command()
def worker() -> None:
    """Do the jobs of a fact base on PostgreSQL, one after the other, until Ctrl-C; start as many as you like.

    A job whose worker died is done by another one. With an SQLite fact base `serve` does the jobs itself.
    """
    from secondsource.serving import work_until_stopped

    with opened() as (engine, settings):
        if engine.dialect.name != "postgresql":
            raise click.ClickException("Workers are for a fact base on PostgreSQL; of this one serve does the jobs.")
        work_until_stopped(settings, engine, say=click.echo)


@click.command()
@click.argument("job", required=False, metavar="[ID]")
def jobs(job: str | None) -> None:
    """Say how far the latest jobs are; of the one with an ID also what became of what."""
    from secondsource.factbase.sessions import reading
    from secondsource.jobs import latest, outcomes, state

    with opened() as (engine, _), reading(engine) as session:
        if job is None:
            for known in latest(session):
                click.echo(line(known))
            return
        found = state(session, job)
        if found is None:
            raise click.ClickException(f"There is no job {job}; what ended a month ago is forgotten.")
        after = 0
        while told := outcomes(session, job, after, PAGE):
            for one in told:
                click.echo(str(one.outcome))
            after = told[-1].number
        click.echo(line(found))


def line(job: State) -> str:
    """One line of how far a job is."""
    counts = ", ".join(f"{count:,} {result}" for result, count in job.counts.items() if count)
    progress = f"{job.done:,} of {job.total:,}" + (f": {counts}" if counts else "")
    return f"{job.id}  {job.name:7}  {job.state:7}  {job.asked_at:%Y-%m-%d %H:%M}  {job.error or progress}"
