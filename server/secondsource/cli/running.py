"""What runs until it is stopped: the server, and workers."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

import click

from secondsource.cli.articles import ingest_sources
from secondsource.cli.base import opened
from secondsource.config import BadSettingError, reader_token, seeds_folder

if TYPE_CHECKING:
    from sqlalchemy import Engine

HOST, PORT = "127.0.0.1", 8765


@click.command()
@click.option("--host", default=HOST, show_default=True, help="The address to listen on.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help="The port.")
@click.option(
    "--reader-token-file",
    type=click.File(encoding="utf-8"),
    help="A file with a token; only readers whose extension has it get notes.",
)
def serve(host: str, port: int, reader_token_file: TextIO | None) -> None:
    """Answer the extension and show the pages, until Ctrl-C."""
    from secondsource.serving import CannotListenError, serve_until_stopped

    with opened() as (engine, settings):
        if reader_token_file is not None:
            settings = replace(settings, reader_token=token_in(reader_token_file))
        offer_seeds(engine)
        try:
            serve_until_stopped(settings, host, port, say=click.echo)
        except CannotListenError as error:
            raise click.ClickException(str(error)) from error


def token_in(file: TextIO) -> str:
    """The pairing token that a file holds; none, or one that cannot be used, is one sentence."""
    try:
        token = reader_token(file.read(10_000))
    except (BadSettingError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    if not token:
        raise click.ClickException(f"{file.name} is empty: it must hold the token.")
    return token


def offer_seeds(engine: Engine) -> None:
    """Into an empty base, take the stories that come with the program: ask a person, tell a program."""
    from secondsource.factbase.lookups import is_empty

    seeds = seeds_folder()
    if seeds is None or not is_empty(engine):
        return
    if sys.stdin.isatty() and click.confirm("The fact base is empty. Load the example story?", default=True):
        ingest_sources(engine, (str(seeds),))
    else:
        click.echo(f'The fact base is empty. To load the example story: secondsource ingest "{seeds}"')
