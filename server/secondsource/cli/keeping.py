"""The base as a whole: written out, read in, looked through, copied."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from secondsource.cli.base import opened


@click.command()
@click.argument("file", default="-", type=click.Path(dir_okay=False, allow_dash=True))
def export(file: str) -> None:
    """Write all that is not derived as JSON Lines to FILE, or to standard output: /docs/export describes them.

    Articles with all their texts, decisions with their moderators' names (no tokens), reports. FILE is written whole
    or not at all.
    """
    from secondsource.exchanging import export_lines
    from secondsource.factbase.sessions import reading

    with opened() as (engine, _), reading(engine) as session:
        try:
            with click.open_file(file, "wb", atomic=True) as lines:
                lines.writelines(export_lines(session))
        except BrokenPipeError:
            raise  # whoever reads standard output has had enough, which click takes as no failure
        except OSError as error:
            raise click.ClickException(
                f"{file} cannot be written: {(error.strerror or str(error)).lower()}."
            ) from error


@click.command("import")
@click.argument("file", type=click.File("rb"))
def import_(file: BinaryIO) -> None:
    """Read an export, from FILE or from standard input (-), into the fact base, empty or filled; nothing twice.

    What cannot be right is refused with its line's number; then nothing has changed. Moderators come without tokens.
    It is kept in portions, between which others can change the base; broken off, the same command goes on.
    """
    from secondsource.exchanging import import_lines
    from secondsource.ingesting.outcomes import Refusal
    from secondsource.lookup import catch_up

    with opened(patient=True) as (engine, _):
        try:
            imported = import_lines(engine, file, lambda title: click.echo(f"derived   {title}"))
        except Refusal as refusal:
            raise click.ClickException(f"{file.name}: {refusal}") from refusal
        catch_up(engine)
    for kind, number in imported.seen.items():
        click.echo(f"{kind:9} {number:,}, {imported.new[kind]:,} of them new")


@click.command()
def check() -> None:
    """Look whether the fact base is sound; exit code 1 when it is not."""
    from secondsource.factbase.checking import check as check_base
    from secondsource.factbase.checking import is_replica
    from secondsource.lookup import check as check_index

    with opened(migrated=False) as (engine, _):
        complaints = check_base(engine) or check_index(engine)
        replica = is_replica(engine)
    for complaint in complaints:
        click.echo(complaint, err=True)
    if replica:
        click.echo("This is a read replica: what readers ask of a server on it does not count as read.")
    number = f"{len(complaints)} complaint{'' if len(complaints) == 1 else 's'}."
    click.echo(number if complaints else "The fact base is sound.")
    sys.exit(1 if complaints else 0)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Copy the fact base to FILE while it is in use: a base of its own (SQLite), or an archive for pg_restore.

    FILE holds all there is, tokens' hashes too, and only its owner may read it; an older FILE is replaced when the new
    one is whole.
    """
    from secondsource.factbase.backup import CannotBackUpError, back_up

    with opened(migrated=False) as (engine, _):
        try:
            back_up(engine, file)
        except CannotBackUpError as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{file}: {file.stat().st_size:,} bytes")
