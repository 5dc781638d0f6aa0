"""What every command needs: the base that the environment names, and one sentence for what cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from secondsource.config import BadSettingError, Settings, settings_from
from secondsource.garbage import look_seldom

if TYPE_CHECKING:
    from sqlalchemy import Engine

LATER = click.option("--later", is_flag=True, help="Leave it to a worker, or to serve, and print the job's id.")


@contextmanager
def opened(migrated: bool = True, patient: bool = False) -> Iterator[tuple[Engine, Settings]]:
    """The base that the environment names, brought up to date; one that cannot be used is one sentence.

    A `patient` command waits for minutes where others write, and says so.
    """
    from secondsource.factbase.opening import CannotOpenError, in_use, open_base

    look_seldom()
    try:
        settings = settings_from()
    except BadSettingError as error:
        raise click.ClickException(str(error)) from error
    try:
        engine = open_base(settings.database_url, migrated, patient)
        try:
            with in_use(settings.database_url):
                yield engine, settings
        finally:
            engine.dispose()
    except CannotOpenError as error:
        raise click.ClickException(str(error)) from error


def ask(engine: Engine, name: str, payload: dict[str, Any]) -> None:
    """Leave work to whoever does the base's jobs, and print the job's id."""
    from secondsource.jobs import enqueue

    click.echo(enqueue(engine, name, payload))
