"""The command line. Each command asks one function and says what came of it; a failure is one sentence."""

from __future__ import annotations

import click

from secondsource import __version__
from secondsource.cli import articles, jobs, keeping, moderators, running


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="secondsource")
def main() -> None:
    """Show a reader, sentence by sentence, how other outlets reported the same thing.

    SECONDSOURCE_DATABASE_URL names the fact base; without it, it is a file in your data folder.
    """


for command in (
    articles.ingest,
    articles.rebuild,
    jobs.jobs,
    jobs.worker,
    running.serve,
    keeping.export,
    keeping.import_,
    keeping.check,
    keeping.backup,
    moderators.moderator,
):
    main.add_command(command)
