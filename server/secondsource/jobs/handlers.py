"""What can be asked for: each a function of the base and of what was asked, that may be begun again at any time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from secondsource.ingesting.outcomes import Outcome, Refusal, Result

if TYPE_CHECKING:
    from secondsource.ingesting.sources import Given

Tell = Callable[[Outcome, int], None]  # one outcome, and of how many it is one as far as is known
Handler = Callable[[Engine, Mapping[str, Any], Tell], None]


def ingest(engine: Engine, payload: Mapping[str, Any], tell: Tell) -> None:
    """Take in what was `pasted`, then what is at some `sources`: addresses only, since a worker has other files than
    whoever asked.
    """
    from secondsource.ingesting.arriving import Wanted, ingest_all, ingest_pasted  # most processes only ask for work
    from secondsource.ingesting.sources import Pasted
    from secondsource.lookup import catch_up

    sources = payload["sources"]
    pasted = [Pasted(one["name"], one["content"], one["html"], _given(one)) for one in payload.get("pasted", ())]
    if local := [source for source in sources if not source.startswith(("http://", "https://"))]:
        raise Refusal(f"{local[0]} is no address: workers fetch http and https only")
    story = payload.get("story")
    ingest_pasted(engine, pasted, lambda outcome, total: tell(outcome, total + len(sources)), story)
    ingest_all(
        engine, sources, lambda outcome, total: tell(outcome, total + len(pasted)), Wanted(story, _given(payload))
    )
    with suppress(OSError):  # all is kept; whoever is asked next brings the index up to date
        catch_up(engine)


def _given(told: Mapping[str, Any]) -> Given:
    from secondsource.ingesting.sources import Given

    published = told.get("published")
    day = date.fromisoformat(published) if published else None
    return Given(told.get("outlet"), told.get("url"), day, told.get("title"))


def rebuild(engine: Engine, payload: Mapping[str, Any], tell: Tell) -> None:  # noqa: ARG001
    """Derive all that is derived again, a story a transaction."""
    from secondsource.ingesting.ingest import rebuild as rebuild_all

    rebuild_all(engine, lambda title: tell(Outcome(Result.UNCHANGED, title), 0))


HANDLERS: dict[str, Handler] = {"ingest": ingest, "rebuild": rebuild}
