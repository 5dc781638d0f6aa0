"""The command line. Each command is a few lines: it asks one function and says what came of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from secondsource import __version__
from secondsource.config import Settings, seeds_folder, settings_from

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from secondsource.ingesting import Outcome

HOST, PORT = "127.0.0.1", 8765


@click.group()
@click.version_option(__version__, prog_name="secondsource")
def main() -> None:
    """Second Source shows a reader, sentence by sentence, how other outlets reported the same thing.

    SECONDSOURCE_DATABASE_URL names the fact base; without it, it is a file in your data folder.
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FOLDER…")
def ingest(paths: tuple[Path, ...]) -> None:
    """Take story folders (each with a story.toml), or folders of them, into the fact base."""
    with opened() as (engine, _):
        refused = ingest_folders(engine, paths)
    sys.exit(1 if refused else 0)


@main.command()
@click.option("--host", default=HOST, show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on."
)
def serve(host: str, port: int) -> None:
    """Answer the extension and show the pages, until Ctrl-C."""
    from secondsource.serving import serve as serve_until_stopped

    with opened() as (engine, settings):
        offer_seeds(engine)
        serve_until_stopped(settings, host, port, say=click.echo)


def offer_seeds(engine: Engine) -> None:
    """Into an empty base, take the stories that come with the program: ask a person, tell a program."""
    from secondsource.factbase.lookups import is_empty

    seeds = seeds_folder()
    if seeds is None or not is_empty(engine):
        return
    if sys.stdin.isatty() and click.confirm("The fact base is empty. Load the example story?", default=True):
        ingest_folders(engine, (seeds,))
    else:
        click.echo(f'The fact base is empty. To load the example story: secondsource ingest "{seeds}"')


def ingest_folders(engine: Engine, paths: tuple[Path, ...]) -> int:
    """Ingest story folders, tell what becomes of each article, then the sums; gives how many were refused."""
    from secondsource.ingesting import Outcome, Refusal, Result, find_story_folders, ingest

    counts: Counter[Result] = Counter()

    def tell(outcome: Outcome) -> None:
        counts[outcome.result] += 1
        click.echo(str(outcome))

    for path in paths:
        try:
            for folder in find_story_folders([path]):
                ingest(engine, folder, tell)
        except Refusal as refusal:
            tell(Outcome(Result.REFUSED, str(refusal)))
    click.echo(", ".join(f"{counts[result]} {result}" for result in Result))
    return counts[Result.REFUSED]


@contextmanager
def opened() -> Iterator[tuple[Engine, Settings]]:
    """The base that the environment names, its tables up to date; a base that cannot be used is one sentence."""
    from sqlalchemy.exc import SQLAlchemyError

    from secondsource.factbase.migrate import migrate
    from secondsource.factbase.sessions import open_engine

    settings = settings_from()
    try:
        engine = open_engine(settings.database_url)
        migrate(engine)
        yield engine, settings
    except (SQLAlchemyError, OSError) as error:
        raise click.ClickException(str(error)) from error
