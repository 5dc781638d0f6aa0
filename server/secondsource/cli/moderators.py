"""Who may sign in at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from secondsource.cli.base import opened

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@click.group()
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
@click.option("--reason", default="", help="Why, for the record.")
def disable(name: str, reason: str) -> None:
    """Revoke a moderator's tokens and end the sessions; what they decided stays."""
    from secondsource.moderating.moderators import disable_moderator

    with moderating() as session:
        disable_moderator(session, name, reason=reason)
    click.echo(f"{name} is disabled.")


@moderator.command()
@click.argument("name")
@click.option("--reason", default="", help="Why, for the record.")
def enable(name: str, reason: str) -> None:
    """Let a disabled moderator in again, who then needs a new token."""
    from secondsource.moderating.moderators import enable_moderator

    with moderating() as session:
        enable_moderator(session, name, reason=reason)
    click.echo(f"{name} is enabled; `moderator token` makes a token.")


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


def show_token(secret: str) -> None:
    """Print a token alone on standard output, and beside it what to do with it."""
    click.echo(secret)
    click.echo("Keep this token: it is not shown again. Sign in with it at /admin,", err=True)
    click.echo("or send it as: Authorization: Bearer TOKEN", err=True)
