"""Articles in, and all that is derived of them anew; now, or as jobs for later."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from secondsource.cli.base import LATER, ask, opened

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from secondsource.ingesting.arriving import Wanted


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH_OR_ADDRESS…")
@click.option(
    "--story",
    help="Put all into the story of this title, but story folders, which name their own; without, each article comes "
    "to the one that it is most alike.",
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
    addresses of articles, feeds (RSS, Atom, JSON Feed), sitemaps and WARC files (….warc, ….warc.gz). What is there
    already and has not changed is left alone; a changed text becomes a new version. What was stopped goes on when it is
    run again. Where others write to the base it waits up to two minutes. Exit code 1 when anything was refused. Of
    addresses the fetching and reading can be left to a worker, --later.
    """
    from secondsource.ingesting.arriving import Wanted
    from secondsource.ingesting.sources import Given
    from secondsource.ingesting.written_dates import is_possible

    if url and len(sources) > 1:  # each would be taken for a new text of the one before
        raise click.BadParameter(f"is one article's address, and {len(sources)} are named.", param_hint="--url")
    day = published.date() if published else None
    if day and not is_possible(day):
        raise click.BadParameter(f"nothing was published in the year {day.year}.", param_hint="--published")
    with opened(patient=True) as (engine, _):
        if later:
            if local := [source for source in sources if not source.startswith(("http://", "https://"))]:
                raise click.ClickException(f"{local[0]} is no address: only addresses can be left to a worker.")
            told = {"story": story, "outlet": outlet, "url": url, "published": day and day.isoformat()}
            ask(engine, "ingest", {"sources": sources, **told})
            return
        sys.exit(ingest_sources(engine, sources, Wanted(story, Given(outlet, url, day))))


@click.command()
@LATER
def rebuild(later: bool) -> None:
    """Derive all claims, relations and facts again from the articles and the decisions; ids do not change."""
    from secondsource.ingesting.ingest import rebuild as rebuild_all

    with opened(patient=True) as (engine, _):
        if later:
            ask(engine, "rebuild", {})
            return
        rebuild_all(engine, lambda title: click.echo(f"rebuilt   {title}"))


def ingest_sources(engine: Engine, sources: tuple[str, ...], wanted: Wanted | None = None) -> int:
    """Ingest with visible progress, and print the sums; the exit code: 1 when anything was refused, 130 for Ctrl-C."""
    from secondsource.ingesting.arriving import ingest_all
    from secondsource.ingesting.outcomes import Outcome, Result

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
