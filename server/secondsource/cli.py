"""The command line. Each command asks one function and says what came of it; a failure is one sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

import click

from secondsource import __version__
from secondsource.config import BadSettingError, Settings, reader_token, seeds_folder, settings_from

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from secondsource.ingesting.arriving import Wanted

HOST, PORT = "127.0.0.1", 8765
LATER = click.option("--later", is_flag=True, help="Leave it to a worker, or to serve, and print the job's id.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="secondsource")
def main() -> None:
    """Show a reader, sentence by sentence, how other outlets reported the same thing.

    SECONDSOURCE_DATABASE_URL names the fact base; without it, it is a file in your data folder.
    """


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH_OR_ADDRESS…")
@click.option(
    "--story",
    help="Put all into the story of this title; without, each article comes to the one that it is most alike.",
)
@click.option("--outlet", help="The publisher of a text or page that does not say it.")
@click.option("--url", help="The address of a text or saved page that does not say it.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day a text was published.")
@LATER
def ingest(
    sources: tuple[str, ...],
    story: str | None,
    outlet: str | None,
    url: str | None,
    published: datetime | None,
    later: bool,
) -> None:
    """Take articles into the fact base, from whatever has them.

    Story folders (a story.toml and the articles' texts) and folders of them, texts, saved pages, WARC files;
    addresses of articles, feeds (RSS, Atom, JSON Feed) and sitemaps. What is there already and has not changed
    is left alone; a changed text becomes a new version. What was stopped goes on when it is run again. Exit code 1
    when anything was refused. Of addresses the fetching and reading can be left to a worker, --later.
    """
    from secondsource.ingesting.arriving import Wanted
    from secondsource.ingesting.sources import Given

    day = published.date() if published else None
    with opened() as (engine, _):
        if later:
            if local := [source for source in sources if not source.startswith(("http://", "https://"))]:
                raise click.ClickException(f"{local[0]} is no address: only addresses can be left to a worker.")
            told = {"story": story, "outlet": outlet, "url": url, "published": day and day.isoformat()}
            ask(engine, "ingest", {"sources": sources, **told})
            return
        sys.exit(ingest_sources(engine, sources, Wanted(story, Given(outlet, url, day))))


@main.command()
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


@main.command()
def worker() -> None:
    """Do the jobs of a fact base on PostgreSQL, one after the other, until Ctrl-C; start as many as you like.

    A job whose worker died is done by another one. With an SQLite fact base `serve` does the jobs itself.
    """
    from secondsource.serving import work_until_stopped

    with opened() as (engine, settings):
        if engine.dialect.name != "postgresql":
            raise click.ClickException("Workers are for a fact base on PostgreSQL; of this one serve does the jobs.")
        work_until_stopped(settings, engine, say=click.echo)


@main.command()
@LATER
def rebuild(later: bool) -> None:
    """Derive all claims, relations and facts again from the articles and the decisions; ids do not change."""
    from secondsource.ingesting import rebuild as rebuild_all

    with opened() as (engine, _):
        if later:
            ask(engine, "rebuild", {})
            return
        rebuild_all(engine, lambda title: click.echo(f"rebuilt   {title}"))


@main.command()
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
            raise click.ClickException(f"{file} cannot be written: {(error.strerror or str(error)).lower()}") from error


@main.command("import")
@click.argument("file", type=click.File("rb"))
def import_(file: BinaryIO) -> None:
    """Read an export, from FILE or from standard input (-), into the fact base, empty or filled; nothing twice.

    What cannot be right is refused with its line's number; then nothing has changed. Moderators come without tokens.
    Until it is done nobody else can change the base; readers can read.
    """
    from secondsource.exchanging import import_lines
    from secondsource.ingesting.outcomes import Refusal
    from secondsource.lookup import catch_up

    with opened() as (engine, _):
        try:
            imported = import_lines(engine, file, lambda title: click.echo(f"derived   {title}"))
        except Refusal as refusal:
            raise click.ClickException(f"{file.name}: {refusal}. Nothing was imported.") from refusal
        catch_up(engine)
    for kind, number in imported.seen.items():
        click.echo(f"{kind:9} {number:,}, {imported.new[kind]:,} of them new")


@main.command()
def check() -> None:
    """Look whether the fact base is sound; exit code 1 when it is not."""
    from secondsource.factbase.checking import check as check_base

    with opened(migrated=False) as (engine, _):
        complaints = check_base(engine)
    for complaint in complaints:
        click.echo(complaint, err=True)
    click.echo("The fact base is sound." if not complaints else f"{len(complaints)} complaints.")
    sys.exit(1 if complaints else 0)


@main.command()
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


@main.group()
def moderator() -> None:
    """Say who may sign in at the desk, as what, and with which tokens."""


@moderator.command()
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(["reporter", "moderator", "administrator"]),
    help="What they may do. Without it the first ever is an administrator, all others moderators.",
)
def add(name: str, role: str | None) -> None:
    """Add a moderator and print the token, which is shown this once.

    A reporter may look, a moderator also decide, an administrator also say who else may.
    """
    from secondsource.factbase.models import Role
    from secondsource.moderating.moderators import add_moderator

    with moderating() as session:
        token = add_moderator(session, name, None if role is None else Role(role))
    show_token(token)


@moderator.command("list")
def list_() -> None:
    """List the moderators."""
    from secondsource.factbase.sessions import reading
    from secondsource.moderating.moderators import list_moderators

    with opened() as (engine, _), reading(engine) as session:
        for found in list_moderators(session):
            state = "active" if found.disabled_at is None else f"disabled {found.disabled_at:%Y-%m-%d}"
            click.echo(f"{found.name}\t{found.role}\tsince {found.created_at:%Y-%m-%d}\t{state}")


@moderator.command()
@click.argument("name")
@click.option("--label", default="", help="What it is for.")
@click.option("--days", type=click.IntRange(1, 3650), help="After how many days it is worth nothing.")
def token(name: str, label: str, days: int | None) -> None:
    """Print another token for a moderator, who lost the first or wants one a machine."""
    from datetime import timedelta

    from secondsource.factbase.moments import now
    from secondsource.moderating.moderators import find_moderator, issue_token

    with moderating() as session:
        until = None if days is None else now() + timedelta(days=days)
        secret = issue_token(session, find_moderator(session, name), label, until)
    show_token(secret)


@moderator.command()
@click.argument("name")
def disable(name: str) -> None:
    """Revoke a moderator's tokens and end the sessions; what they decided stays."""
    from secondsource.moderating.moderators import disable_moderator

    with moderating() as session:
        disable_moderator(session, name)
    click.echo(f"{name} is disabled.")


@contextmanager
def moderating() -> Iterator[Session]:
    """A session for changing who moderates; what cannot be is one sentence."""
    from secondsource.factbase.sessions import writing
    from secondsource.moderating.moderators import BadNameError

    with opened() as (engine, _), writing(engine) as session:
        try:
            yield session
        except BadNameError as error:
            raise click.ClickException(str(error)) from error


def ask(engine: Engine, name: str, payload: dict[str, Any]) -> None:
    """Leave work to whoever does the base's jobs, and print the job's id."""
    from secondsource.jobs import enqueue

    click.echo(enqueue(engine, name, payload))


def show_token(secret: str) -> None:
    """Print a token alone on standard output, and beside it what to do with it."""
    click.echo(secret)
    click.echo("Keep this token: it is not shown again. Sign in with it at /admin,", err=True)
    click.echo("or send it as: Authorization: Bearer TOKEN", err=True)


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


def ingest_sources(engine: Engine, sources: tuple[str, ...], wanted: Wanted | None = None) -> int:
    """Ingest with visible progress, and print the sums; the exit code: 1 when anything was refused, 130 for Ctrl-C."""
    from secondsource.ingesting import Outcome, Result
    from secondsource.ingesting.arriving import ingest_all

    counts = dict.fromkeys(Result, 0)
    live = sys.stdout.isatty()
    stopped = False
    # A line of what went before is drawn over by the next one; without a terminal every outcome has its line.
    with click.progressbar(label="Reading", length=1, item_show_func=lambda name: name, hidden=not live) as bar:

        def tell(outcome: Outcome, total: int) -> None:
            counts[outcome.result] += 1
            bar.length = total
            if outcome.result is Result.REFUSED or not live:
                click.echo(("\r\033[K" if live else "") + str(outcome))
            bar.update(1, outcome.name)

        try:
            ingest_all(engine, sources, tell, wanted)
        except KeyboardInterrupt:
            stopped = True
    if counts[Result.NEW] or counts[Result.CHANGED]:
        from secondsource.lookup import catch_up

        catch_up(engine)
    click.echo(", ".join(f"{count} {result}" for result, count in counts.items()))
    if stopped:
        click.echo("Stopped. What is done is kept; run the same again to go on.", err=True)
    return 130 if stopped else 1 if counts[Result.REFUSED] else 0


@contextmanager
def opened(migrated: bool = True) -> Iterator[tuple[Engine, Settings]]:
    """The base that the environment names, brought up to date; one that cannot be used is one sentence."""
    from secondsource.factbase.opening import CannotOpenError, in_use, open_base

    try:
        settings = settings_from()
    except BadSettingError as error:
        raise click.ClickException(str(error)) from error
    try:
        engine = open_base(settings.database_url, migrated)
        try:
            with in_use(settings.database_url):
                yield engine, settings
        finally:
            engine.dispose()
    except CannotOpenError as error:
        raise click.ClickException(str(error)) from error
